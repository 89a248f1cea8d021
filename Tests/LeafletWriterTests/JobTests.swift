import Content
import Diagnostics
import Foundation
import Referral
import Site
import Testing

@testable import LeafletWriter

@Suite("Leaflet jobs")
struct JobTests {
    @Test("There is a job for each language, with its files and its source")
    func jobs() async throws {
        var sample = SampleSite("Ciao")
        sample.languages = ["it", "ar"]
        let jobs = try await sample.jobs().value
        #expect(jobs.map(\.id) == ["MG-01-it", "MG-01-ar"])
        #expect(jobs.map(\.printable.file) == ["leaflets/MG-01-it.pdf", "leaflets/MG-01-ar.pdf"])
        #expect(jobs.map(\.printable.preview) == ["leaflets/MG-01-it.png", "leaflets/MG-01-ar.png"])
        #expect(jobs.map(\.location.file) == ["content/leaflets/MG-01.md", "content/leaflets/MG-01.md"])
    }

    @Test(
        "The creation date is midnight UTC of the day of the last check",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -86_400), ("2000-03-01", 951_868_800), ("2026-03-02", 1_772_409_600),
        ]
    )
    func timestamp(reviewed: String, seconds: Int) async throws {
        var sample = SampleSite("Ciao")
        sample.reviewed = reviewed
        #expect(try await sample.jobs().value.first?.timestamp == seconds)
    }

    @Test("A request is one line of JSON with the keys that the worker knows")
    func request() async throws {
        let job = try #require(try await SampleSite("Uno\n\n```\nriga\n```").jobs().value.first)
        let line = job.request(pdf: "/tmp/a \"b\".pdf", print: nil, png: "/tmp/a.png")
        #expect(!line.contains("\n"))
        let read = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(read.keys.sorted() == ["doc", "id", "pdf", "png", "ppi", "standards", "timestamp"])
        #expect(read["pdf"] as? String == "/tmp/a \"b\".pdf")
        #expect(read["standards"] as? [String] == ["ua-1", "a-2a"])
    }

    @Test("The same content gives the same bytes")
    func determinism() async throws {
        var sample = SampleSite("Ciao\n\n```{contact}\n```\n\n```{qr}\n```")
        sample.languages = ["it", "ar"]
        sample.centres = 3
        let first = try await sample.jobs().value.map { $0.document.compactText }
        let second = try await sample.jobs().value.map { $0.document.compactText }
        #expect(first == second)
        #expect(Set(first).count == 2)
    }

    @Test("The head says what, for whom, by whom; sample data is stamped")
    func meta() async throws {
        let job = try #require(try await SampleSite("Ciao").jobs().value.first)
        let meta = try #require(job.document["meta"])
        let expected: [(String, JSONValue)] = [
            ("format", "a4"), ("code", "MG-01"), ("title", "Il foglio"), ("lang", "it"), ("dir", "ltr"),
            ("language", "Italiano"), ("publisher", "Ente Prova"), ("accent", "#9a3b1b"),
            ("sample", [["t": "text", "v": "Esempio: numeri e indirizzi inventati"]]),
            ("draft", [["t": "text", "v": "BOZZA: non consegnare"]]),
        ]
        for (key, value) in expected { #expect(meta[key] == value) }
        #expect(meta["italian-title"] == nil)
        #expect(meta["illustration"] == nil)
        #expect(meta["footer"]?["page"] == "pagina {page} di {pages}")
        #expect(meta["footer"]?["review"] == [["t": "text", "v": "Testo originale"]])
        let edition = try #require(meta["footer"]?["edition"]?.items)
        #expect(edition.map { $0["t"] } == ["text", "text", "isolated", "text", "text"])
        #expect(try edition[2]["v"]?.text == job.sheet.edition.digits)
        #expect(edition.last?["v"] == "Ultimo controllo: 2 marzo 2026")
    }

    @Test("A site with nothing invented says nothing of samples")
    func noStamp() async throws {
        var sample = SampleSite("Ciao")
        sample.baseURL = "https://prova.it"
        sample.centres = 0
        #expect(try await sample.document()["meta"]?["sample"] == nil)
    }

    @Test("In another language the title stands in Italian too, its facts filled in")
    func titles() async throws {
        var sample = SampleSite("Ciao")
        sample.title = "Il foglio di {service.months} mesi"
        sample.languages = ["it", "ar"]
        sample.arabic = ["Il foglio di {service.months} mesi": "ورقة {service.months} أشهر"]
        sample.arabicFurniture = [.paperDraft: "مسودة", .paperPage: "صفحة {page} من {pages}"]
        let meta = try #require(try await sample.document()["meta"])
        #expect(meta["title"] == "ورقة 3 أشهر")
        #expect(meta["italian-title"] == "Il foglio di 3 mesi")
        #expect(meta["dir"] == "rtl")
        #expect(meta["footer"]?["page"] == "صفحة {page} من {pages}")
        #expect(meta["footer"]?["review"] == [["t": "text", "v": "مسودة"]])
    }

    @Test("A title without translation stands once")
    func untranslatedTitle() async throws {
        var sample = SampleSite("Ciao")
        sample.languages = ["it", "ar"]
        let meta = try #require(try await sample.document()["meta"])
        #expect(meta["title"] == "Il foglio")
        #expect(meta["italian-title"] == nil)
    }

    @Test("The template and the worker travel with the program")
    func resources() throws {
        let files = Dictionary(uniqueKeysWithValues: LeafletResources.template.map { ($0.name, $0.bytes) })
        #expect(files["leaflet.typ"] != nil)
        for file in files.values {
            for line in try #require(String(validating: file, as: UTF8.self)).split(separator: "\n")
            where line.contains("import \"") { #expect(files[String(line.split(separator: "\"")[1])] != nil) }
        }
        #expect(LeafletResources.worker.map(\.name) == ["worker.py", "documents.py", "finishing.py"])
        #expect(LeafletResources.worker.allSatisfy { !$0.bytes.isEmpty })
    }
}
