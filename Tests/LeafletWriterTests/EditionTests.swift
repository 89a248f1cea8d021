import Content
import Diagnostics
import Referral
import Site
import Testing

@testable import LeafletWriter

@Suite("Editions of the paper")
struct EditionTests {
    private static let body = """
        ![Un cerchio.](../media/cerchio.svg)

        Per {service.months} mesi. Chiama {service.emergency} o scrivi a {service.write-to}: [leggi](https://prova.it).

        ```{contact}
        ```

        ```{note}
        Nota.
        ```

        ```{qr}
        ```
        """

    private static var sample: SampleSite {
        var sample = SampleSite(body)
        sample.languages = ["it", "ar"]
        sample.media = [circle(3)]
        sample.arabic = ["Nota.": "ملاحظة."]
        sample.arabicFurniture = [.qrCaption: "صورة"]
        return sample
    }

    private static func circle(_ radius: Int) -> MediaFile {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle r='\(radius)'/></svg>"
        return MediaFile(path: "content/media/cerchio.svg", bytes: Array(svg.utf8))
    }

    struct Edit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Of the Arabic sheet and the bilingual one; nil where what is printed stays the same.
        let single: [EditionChange]?
        let bilingual: [EditionChange]?
        let make: @Sendable (inout SampleSite) -> Void
    }

    static let edits = [
        Edit(testDescription: "a translated word", single: [.wording], bilingual: [.wording]) {
            $0.arabic["Nota."] = "تنبيه."
        },
        Edit(testDescription: "a new translation", single: [.wording], bilingual: [.wording]) {
            $0.arabic["Il foglio"] = "الورقة"
        },
        Edit(testDescription: "a word of the site", single: [.wording], bilingual: [.wording]) {
            $0.arabicFurniture[.qrCaption] = "التقط"
        },
        Edit(testDescription: "a word of the site that is not printed", single: nil, bilingual: nil) {
            $0.arabicFurniture[.formYes] = "نعم"
        },
        Edit(testDescription: "the picture", single: [.wording], bilingual: [.wording]) { $0.media = [circle(4)] },
        Edit(testDescription: "a number of the service", single: [.rules], bilingual: [.rules]) { $0.months = 4 },
        Edit(testDescription: "a phone of the centre", single: [.contacts], bilingual: [.contacts]) {
            $0.phone = "0500 111 00"
        },
        Edit(testDescription: "the address of the site", single: [.contacts], bilingual: [.contacts]) {
            $0.baseURL = "https://altra.example"
        },
        Edit(testDescription: "a link", single: [.contacts], bilingual: [.contacts]) {
            $0.body = $0.body.replacing("https://prova.it", with: "https://altra.it")
        },
        Edit(testDescription: "who publishes", single: [.wording], bilingual: [.wording]) { $0.publisher = "Altro" },
        Edit(testDescription: "the order of the blocks", single: [.wording], bilingual: [.wording]) {
            $0.body = $0.body.replacing("```{note}\nNota.\n```\n\n", with: "") + "\n\n```{note}\nNota.\n```"
        },
        Edit(testDescription: "one more centre", single: [.contacts], bilingual: [.contacts]) { $0.centres = 2 },
    ]

    @Test("An edition changes exactly when what is printed does, and says in which way", arguments: edits)
    func changes(_ edit: Edit) async throws {
        var after = Self.sample
        edit.make(&after)
        for (layout, expected) in [(Leaflet.Layout.single, edit.single), (.bilingual, edit.bilingual)] {
            let (old, new) = (try await printed(Self.sample, layout), try await printed(after, layout))
            #expect((old.text == new.text) == (expected == nil))
            #expect((old.edition.hash == new.edition.hash) == (expected == nil))
            #expect(new.edition.print.changes(since: old.edition.print) == expected ?? [])
        }
    }

    @Test("A comma of the Italian is a new edition of the bilingual sheet alone")
    func italianComma() async throws {
        // What mediators keep when the Italian changes no more than its commas.
        var (before, after) = (SampleSite("Ciao a tutti"), SampleSite("Ciao, a tutti"))
        before.arabic = ["Ciao a tutti": "مرحبا"]
        after.arabic = ["Ciao, a tutti": "مرحبا"]
        before.languages = ["it", "ar"]
        after.languages = ["it", "ar"]
        #expect(
            try await printed(before, .single).edition.hash == printed(after, .single).edition.hash
        )
        #expect(
            try await printed(before, .bilingual).edition.hash != printed(after, .bilingual).edition.hash
        )
    }

    @Test("What the ledger has in these very words is released; everything else is a draft")
    func released() async throws {
        var sample = SampleSite("Ciao")
        let draft = try await printed(sample, .single)
        #expect(draft.edition.isDraft)
        #expect(draft.edition.name == draft.edition.hash)
        let print = draft.edition.print
        func line(_ day: String, _ hash: String) -> String {
            ["MG-01", "it", "single", "-", day, hash, print.contacts, print.rules, print.wording]
                .joined(separator: "\t")
        }
        sample.ledger = [line("2026-03-05", print.whole)]
        let released = try await printed(sample, .single)
        #expect(released.edition.name == "2026-03-05-\(print.whole)")
        #expect(!released.text.contains("BOZZA"))
        #expect(released.timestamp == 1_772_668_800)
        sample.ledger.append(line("2026-03-06", "00000000"))
        #expect(try await printed(sample, .single).edition.isDraft)
    }

    private func printed(
        _ sample: SampleSite,
        _ layout: Leaflet.Layout
    ) async throws -> (edition: Edition, text: String, timestamp: Int) {
        let jobs = try await sample.jobs(layout)
        #expect(jobs.diagnostics == [])
        let job = try #require(jobs.value.last)
        // The edition itself is printed, so it is taken out before two documents are compared.
        let edition = try job.sheet.edition
        let text = job.document.compactText.replacing(edition.hash, with: "")
        return (edition, text, job.timestamp)
    }
}
