import Content
import Diagnostics
import Testing

@testable import LeafletWriter
@testable import Site

@Suite("What can't be printed, once for each cause")
struct PrintFaultTests {
    private let text = """
        Ciao.

        ## Come comincio?

        Questo paragrafo è il più lungo del primo lato, e chi scrive comincia da qui.

        ---

        Sul secondo lato c’è questo paragrafo.
        """

    private func site(_ text: String? = nil, centres: Int = 2) async throws -> Site {
        var sample = SampleSite(text ?? self.text)
        sample.languages = ["it", "ar"]
        sample.centres = centres
        sample.isPerCentre = true
        sample.arabic = ["Ciao.": "مرحبا.", "Come comincio?": "كيف أبدأ؟"]
        return try await sample.resolved()
    }

    private func faults(
        _ kind: LeafletFailure.Kind,
        of site: Site,
        where isFaulty: (LeafletSheet) -> Bool = { _ in true }
    ) -> [PrintFault] {
        site.sheets.filter(isFaulty).map {
            PrintFault(.leaflet($0), LeafletFailure(id: nil, kind: kind, message: "", hints: []))
        }
    }

    private func places(_ problems: [Diagnostic]) -> [String] {
        problems.map { $0.description.prefix { $0 != " " }.description }
    }

    private let overflow = LeafletFailure.Kind.overflow([.init(panel: 1, mm: 5.2, lines: 1)])

    @Test("A text that is too long in Italian is one error, at the longest paragraph of the panel")
    func italian() async throws {
        let site = try await site()
        let found = problems(with: faults(overflow, of: site), in: site)
        #expect(places(found) == ["content/leaflets/MG-01.md:15:1:"])
        #expect(found.first?.message.english.contains("for 9 sheets (MG-01-ar, ") == true)
        #expect(found.first?.message.italian.contains("1 riga sul lato 1 (5.2 mm)") == true)
        #expect(found.first?.hint?.english.hasSuffix("at lines 11, 13, 15") == true)
    }

    @Test("What is too long in one language alone is an error of that language's words")
    func translation() async throws {
        let site = try await site()
        let found = problems(with: faults(overflow, of: site) { $0.language.code == "ar" }, in: site)
        #expect(found.count == 1)
        // The longest paragraph is not translated, so it is mended in the Italian.
        #expect(places(found) == ["content/leaflets/MG-01.md:15:1:"])
        #expect(found.first?.message.english.contains("for 6 sheets") == true)
    }

    @Test("What is too long for one centre alone is an error of that centre's file")
    func centre() async throws {
        let site = try await site()
        let found = problems(with: faults(overflow, of: site) { $0.centre?.id == "c1" }, in: site)
        #expect(places(found) == ["content/centres/c1.yml:"])
        let sheets = "for 3 sheets (MG-01-ar-c1, MG-01-ar-it-c1, MG-01-it-c1)"
        #expect(found.first?.message.english.contains(sheets) == true)
    }

    @Test("A word too wide is found in the text, in a table, in the title and in a centre's file")
    func words() async throws {
        let table = "```{table}\n| Uno | Due | Tre |\n| --- | --- | --- |\n| A | Lunghissima | C |\n```"
        let site = try await site("Ciao.\n\n" + table)
        func place(of word: String) -> [String] {
            places(problems(with: faults(.tooWide(word), of: site), in: site))
        }
        #expect(place(of: "Lunghissima") == ["content/leaflets/MG-01.md:16:7:"])
        #expect(place(of: "foglio") == ["content/leaflets/MG-01.md:3:8:"])
        #expect(place(of: "Centro") == ["content/centres/c0.yml:", "content/centres/c1.yml:"])
        #expect(place(of: "Altrove") == ["content/leaflets/MG-01.md:"])
    }

    @Test("All characters that no font has are one error where they stand, not where one of them stands in good order")
    func glyphs() async throws {
        let site = try await site("Un 👶.\n\nUn foglio 👶 ⴰ.")
        let found = problems(with: faults(.glyphs(["ⴰ", "👶"]), of: site), in: site)
        #expect(places(found) == ["content/leaflets/MG-01.md:13:1:"])
        #expect(found.first?.message.english.contains("has ⴰ (U+2D30), 👶 (U+1F476), in 9 sheets") == true)
    }

    @Test("The order of the faults changes nothing")
    func order() async throws {
        let site = try await site()
        let all = faults(overflow, of: site) + faults(.time, of: site) { $0.centre == nil }
        #expect(problems(with: all, in: site) == problems(with: all.reversed(), in: site))
    }
}
