import Diagnostics
import Referral
import Testing

@testable import LeafletWriter

@Suite("QR codes")
struct QRTests {
    @Test(
        "Symbols are square, of the smallest version that holds the text, with its three finder patterns",
        arguments: [(1, 21), (14, 21), (15, 25), (26, 25), (42, 29), (43, 33), (62, 33)]
    )
    func symbols(length: Int, modules: Int) throws {
        let rows = try #require(qrMatrix(of: String(repeating: "a", count: length)))
        #expect(rows.count == modules)
        #expect(rows.allSatisfy { $0.count == modules && $0.allSatisfy("01".contains) })
        let finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
        #expect(rows.prefix(7).map { String($0.prefix(7)) } == finder)
        #expect(rows.prefix(7).map { String($0.suffix(7)) } == finder)
        #expect(rows.suffix(7).map { String($0.prefix(7)) } == finder)
        // Level M, in the first two bits of the format information, unmasked (ISO/IEC 18004, 7.9).
        #expect(rows[8].prefix(2) == "10")
    }

    @Test("A text that a version 4 symbol can't hold has none", arguments: [0, 63, 3000])
    func limits(length: Int) {
        #expect(qrMatrix(of: String(repeating: "a", count: length)) == nil)
    }

    @Test("Length is counted in bytes")
    func bytes() {
        #expect(qrMatrix(of: String(repeating: "è", count: 32)) == nil)
    }

    @Test("The code leads to the leaflet's page, with the edition in the fragment and a short address in letters")
    func block() async throws {
        let job = try #require(try await SampleSite("```{qr}\n```").jobs().value.first)
        let block = try #require(job.document["panels"]?.items?.first?.items?.first)
        let name = try #require(job.document["meta"]?["footer"]?["edition"]?.items?[2]["v"]?.text)
        let url = try #require(block["url"]?.text)
        #expect(url == "https://prova.example/it/l/MG-01/#" + name.suffix(8))
        #expect(block["label"] == "prova.example/it/l/MG-01/")
        #expect(block["alt"] == "Codice QR che apre prova.example/it/l/MG-01/")
        #expect(block["matrix"]?.items?.compactMap(\.text) == qrMatrix(of: url))
        #expect(block["lang"] == nil)
    }

    @Test("In a language without the site's words, the block is marked as Italian")
    func fallback() async throws {
        var sample = SampleSite("```{qr}\n```")
        sample.languages = ["it", "ar"]
        let block = try #require(try await sample.blocks().first)
        #expect(block["lang"] == "it")
        #expect(block["dir"] == "ltr")
    }

    @Test("The longest language code fits beside the address of the sample content")
    func longestLanguage() async throws {
        var sample = SampleSite("```{qr}\n```")
        sample.baseURL = "https://millegiorni.example"
        sample.languages = ["it", "zh-Hans"]
        #expect(try await sample.blocks().first?["url"]?.text?.utf8.count == 53)
    }

    @Test("An address too long for a code is an error at the directive")
    func tooLong() async throws {
        var sample = SampleSite("Ciao\n\n```{qr}\n```")
        sample.baseURL = "https://un-indirizzo-davvero-lungo.prova.example"
        let diagnostics = try await sample.jobs().diagnostics
        #expect(diagnostics.map(\.identifier) == ["qr-address"])
        #expect(diagnostics.first?.location.position?.line == 13)
        #expect(diagnostics.first?.message.english.contains("7 bytes too long") == true)
    }
}
