import Content
import Diagnostics
import Referral
import Testing

@testable import LeafletWriter

@Suite("Blocks and inlines of a leaflet")
struct BlockTests {
    @Test("Paragraphs, emphasis, code and breaks")
    func paragraphs() async throws {
        let blocks = try await SampleSite("Uno *due* **tre** `quattro`\\\ncinque").blocks()
        #expect(
            blocks == [
                [
                    "t": "para",
                    "c": [
                        ["t": "text", "v": "Uno "], ["t": "emph", "c": [["t": "text", "v": "due"]]],
                        ["t": "text", "v": " "], ["t": "strong", "c": [["t": "text", "v": "tre"]]],
                        ["t": "text", "v": " "], ["t": "code", "v": "quattro"], ["t": "br"],
                        ["t": "text", "v": "cinque"],
                    ],
                ]
            ]
        )
    }

    @Test("Headings, lists, quotations and code blocks")
    func containers() async throws {
        let body = """
            ## Due

            - a
            - b

            3. c

            > d

                e
            """
        let blocks = try await SampleSite(body).blocks()
        #expect(
            blocks == [
                ["t": "heading", "level": 2, "c": [["t": "text", "v": "Due"]]],
                ["t": "list", "tight": true, "items": [[para("a")], [para("b")]]],
                ["t": "list", "tight": true, "start": 3, "items": [[para("c")]]],
                ["t": "quote", "c": [para("d")]],
                ["t": "code", "v": "e\n"],
            ]
        )
    }

    @Test("A line of dashes starts the second side")
    func sides() async throws {
        let panels = try #require(try await SampleSite("Fronte\n\n---\n\nRetro").document()["panels"]?.items)
        #expect(panels == [[para("Fronte")], [para("Retro")]])
    }

    @Test("Phones and addresses stand left to right and can be dialled; numbers are words")
    func facts() async throws {
        let body = "Chiama {service.emergency} o {service.write_to} in {service.months} mesi."
        let blocks = try await SampleSite(body).blocks()
        #expect(
            blocks.first?["c"]?.items == [
                ["t": "text", "v": "Chiama "], ["t": "isolated", "v": "112", "href": "tel:112"],
                ["t": "text", "v": " o "],
                ["t": "isolated", "v": "a@prova.example", "href": "mailto:a@prova.example"],
                ["t": "text", "v": " in "], ["t": "text", "v": "3"], ["t": "text", "v": " mesi."],
            ]
        )
    }

    @Test("Links are whole addresses; a phone inside of one has none of its own")
    func links() async throws {
        let blocks = try await SampleSite("[Chiama {service.emergency}](tel:112)").blocks()
        #expect(
            blocks.first?["c"]?.items == [
                [
                    "t": "link", "href": "tel:112",
                    "c": [["t": "text", "v": "Chiama "], ["t": "isolated", "v": "112"]],
                ]
            ]
        )
    }

    @Test("Notes and important notes are boxes with a label")
    func boxes() async throws {
        let blocks = try await SampleSite("```{note}\nUno\n```\n\n```{important}\nDue\n```").blocks()
        #expect(
            blocks == [
                ["t": "box", "role": "note", "title": [["t": "text", "v": "Buono a sapersi"]], "c": [para("Uno")]],
                ["t": "box", "role": "important", "title": [["t": "text", "v": "Importante"]], "c": [para("Due")]],
            ]
        )
    }

    // MARK: Languages

    @Test("A text without translation keeps its language and direction; a translated one has none of its own")
    func fallback() async throws {
        var sample = SampleSite("Ciao\n\n## Titolo\n\nMondo")
        sample.languages = ["it", "ar"]
        sample.arabic = ["Ciao": "مرحبا"]
        let blocks = try await sample.blocks()
        #expect(
            blocks == [
                para("مرحبا"),
                [
                    "t": "heading", "level": 2, "c": [["t": "text", "v": "Titolo"]], "lang": "it", "dir": "ltr",
                ],
                ["t": "para", "c": [["t": "text", "v": "Mondo"]], "lang": "it", "dir": "ltr"],
            ]
        )
    }

    @Test("Words that stayed Italian in a translated sentence are a run of their own")
    func foreignRun() async throws {
        var sample = SampleSite("Vieni allo {service.place}")
        sample.languages = ["it", "ar"]
        sample.arabic = ["Vieni allo {service.place}": "تعال إلى {service.place}"]
        let blocks = try await sample.blocks()
        #expect(
            blocks.first?["c"]?.items == [
                ["t": "text", "v": "تعال إلى "],
                ["t": "span", "lang": "it", "dir": "ltr", "c": [["t": "text", "v": "Sportello"]]],
            ]
        )
    }

    // MARK: Pictures

    private let drawing = MediaFile(path: "content/media/casa.svg", bytes: Array("<svg/>".utf8))

    @Test("The first picture before the first heading stands beside the title, others in the text")
    func pictures() async throws {
        var sample = SampleSite("![Una casa](../media/casa.svg)\n\nCiao\n\n## Due\n\n![Ancora](../media/casa.svg)")
        sample.media = [drawing]
        let document = try await sample.document()
        #expect(document["meta"]?["illustration"] == ["svg": "<svg/>", "alt": "Una casa"])
        #expect(
            document["panels"]?.items?.first?.items == [
                para("Ciao"), ["t": "heading", "level": 2, "c": [["t": "text", "v": "Due"]]],
                ["svg": "<svg/>", "alt": "Ancora", "t": "image"],
            ]
        )
    }

    @Test(
        "A picture that can't be printed is the same error in all languages, at its place",
        arguments: [
            "![Foto](../media/casa.png)", "Ciao ![Foto](../media/casa.svg)", "[![Foto](../media/casa.svg)](tel:112)",
        ]
    )
    func unprintablePictures(body: String) async throws {
        var sample = SampleSite("Prima\n\n" + body)
        sample.languages = ["it", "ar"]
        sample.media = [drawing, MediaFile(path: "content/media/casa.png", bytes: [0x89, 0x50])]
        let diagnostics = try await sample.jobs().diagnostics
        #expect(diagnostics.map(\.identifier) == ["leaflet-picture", "leaflet-picture"])
        #expect(Set(diagnostics).count == 1)
        #expect(diagnostics.first?.location.file == "content/leaflets/MG-01.md")
        #expect(diagnostics.first?.location.position?.line == 13)
    }
}
