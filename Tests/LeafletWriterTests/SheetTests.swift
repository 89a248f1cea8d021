import Content
import Diagnostics
import Referral
import Site
import Testing

@testable import LeafletWriter

@Suite("Sheets of paper")
struct SheetTests {
    @Test("Each language but Italian has a bilingual sheet, each centre its own of both")
    func sheets() async throws {
        var sample = SampleSite("Ciao")
        sample.languages = ["it", "ar"]
        sample.centres = 2
        sample.isPerCentre = true
        let sheets = try await sample.resolved().sheets
        #expect(
            sheets.map(\.name) == [
                "MG-01-it", "MG-01-it-c0", "MG-01-it-c1",
                "MG-01-ar", "MG-01-ar-it", "MG-01-ar-c0", "MG-01-ar-it-c0", "MG-01-ar-c1", "MG-01-ar-it-c1",
            ]
        )
        #expect(sheets.compactMap(\.preview) == ["leaflets/MG-01-it.png", "leaflets/MG-01-ar.png"])
        #expect(sheets.allSatisfy { $0.printFile == nil })
        #expect(Set(sheets.map(\.edition.digits)).count == sheets.count)
    }

    @Test("Where there is one centre, the sheet for all is its own")
    func oneCentre() async throws {
        var sample = SampleSite("Ciao")
        sample.isPerCentre = true
        #expect(try await sample.resolved().sheets.map(\.name) == ["MG-01-it"])
    }

    @Test(
        "What is folded has a file for the printer, but for the bilingual sheets, which are A4",
        arguments: [("a5-booklet", 4), ("trifold", 6)]
    )
    func folded(format: String, panels: Int) async throws {
        var sample = SampleSite((1...panels).map { "Testo \($0)" }.joined(separator: "\n\n---\n\n"))
        sample.format = format
        sample.languages = ["it", "ar"]
        let jobs = try await sample.jobs().value + sample.jobs(.bilingual).value
        #expect(
            jobs.map(\.printable.printFile) == ["leaflets/MG-01-it-print.pdf", "leaflets/MG-01-ar-print.pdf", nil]
        )
        #expect(jobs.map { $0.document["meta"]?["format"] } == [.string(format), .string(format), "a4"])
    }

    @Test("A centre's sheet names that centre alone, and its code another edition")
    func centre() async throws {
        var sample = SampleSite("```{contact}\n```\n\n```{qr}\n```")
        sample.centres = 2
        sample.isPerCentre = true
        let jobs = try await sample.jobs().value
        let names = jobs.map { job in
            job.document["panels"]?.items?.first?.items?.first?["centres"]?.items?.map { $0["name"] }
        }
        func name(_ number: Int) -> JSONValue { [["t": "text", "v": .string("Centro \(number)")]] }
        #expect(names == [[name(0), name(1)], [name(0)], [name(1)]])
        let codes = jobs.map { $0.document["panels"]?.items?.first?.items?.last?["url"]?.text }
        #expect(try codes == jobs.map { "https://prova.example/it/l/MG-01/#\(try $0.sheet.edition.digits)" })
    }

    @Test("Bilingual rows set the Italian beside the translation, item by item, numbers going on")
    func rows() async throws {
        var sample = SampleSite(
            """
            ## Titolo

            3. Uno
            4. Due

            ---

            ```{qr}
            ```
            """
        )
        sample.languages = ["it", "ar"]
        sample.arabic = ["Titolo": "عنوان", "Uno": "واحد"]
        sample.arabicFurniture = [.qrCaption: "صورة", .qrAlternative: "رمز {address}"]
        let document = try await sample.document(.bilingual)
        let rows = try #require(document["rows"]?.items?.map { $0.items ?? [] })
        func text(_ words: String) -> JSONValue { [["t": "text", "v": .string(words)]] }
        func item(_ start: Int, _ words: String, language: JSONValue?, isUntranslated: Bool = false) -> JSONValue {
            var paragraph: JSONObject = ["t": "para", "c": text(words)]
            if isUntranslated {
                paragraph["lang"] = "it"
                paragraph["dir"] = "ltr"
            }
            var list: JSONObject = ["t": "list", "tight": true, "start": .integer(start)]
            list["items"] = [[.object(paragraph)]]
            list["lang"] = language
            list["dir"] = language.map { _ in "ltr" }
            return .object(list)
        }
        #expect(rows.count == 4)
        #expect(
            rows[0] == [
                ["t": "heading", "level": 2, "c": text("Titolo"), "lang": "it", "dir": "ltr"],
                ["t": "heading", "level": 2, "c": text("عنوان")],
            ]
        )
        #expect(rows[1] == [item(3, "Uno", language: "it"), item(3, "واحد", language: nil)])
        // What is not translated stands in Italian on both sides, marked as such.
        #expect(rows[2] == [item(4, "Due", language: "it"), item(4, "Due", language: nil, isUntranslated: true)])
        #expect(rows[3].first?["lang"] == "it")
        #expect(rows[3].first?["t"] == "para")
        #expect(rows[3].last?["t"] == "qr")
        #expect(document["meta"]?["italian-title"] == "Il foglio")
        #expect(document["meta"]?["layout"] == "bilingual")
    }
}
