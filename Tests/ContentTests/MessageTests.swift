import Content
import Diagnostics
import Testing

/// From text to messages and back: what keys the catalogues must not move by itself.
@Suite struct MessageTests {
    private func messages(_ body: String) throws -> [Message] {
        let project = SampleProject()
            .with("content/pages/altra.md", SampleProject.page("## Orari\n\nAltra."))
            .with("content/pages/index.md", SampleProject.page(body))
        let read = project.read()
        try #require(read.diagnostics == [])
        return try #require(read.value?.pages.first { $0.slug == "index" }).messages.dropFirst(2).map { $0 }
    }

    @Test(arguments: [
        ("Ciao a tutti.", "Ciao a tutti."),
        ("Ciao\na  tutti.", "Ciao a tutti."),
        ("__Forte__ e *lieve*.", "**Forte** e *lieve*."),
        ("_Lieve_ e `codice`.", "*Lieve* e `codice`."),
        ("Vai [qui](altra.md) o [lì](https://x.example \"titolo\").", "Vai [qui]({1}) o [lì]({2} \"titolo\")."),
        ("<https://x.example/a>", "[https://x.example/a]({1})"),
        ("Riga\\\nnuova", "Riga\\\nnuova"),
        ("Riga  \nnuova", "Riga\\\nnuova"),
        ("Entro {service.days} giorni, {{non}} altro.", "Entro {service.days} giorni, {{non}} altro."),
        ("Un \\* e 2 * 3 e a_b_c e \\_x\\_.", "Un \\* e 2 \\* 3 e a_b_c e \\_x\\_."),
        ("A &amp; B &lt; C, R&S, &copy;", "A & B \\< C, R\\&S, ©"),
        ("``a ` b``", "``a ` b``"),
        ("![Una casa](../media/casa.svg)", "Una casa"),
        ("Guarda ![la casa](../media/casa.svg).", "Guarda ![la casa]({1})."),
        ("1986\\. Un anno.", "1986. Un anno."),
        ("Titolo\n------", "Titolo"),
        ("> Detto.", "Detto."),
    ])
    func writesAParagraphAsAMessage(body: String, text: String) throws {
        let found = try messages(body)
        #expect(found.map(\.text) == [text])
    }

    @Test func eachParagraphAndItemIsItsOwnMessage() throws {
        let found = try messages("Uno.\n\n- Due\n- Tre\n\n  Quattro\n\n```{note}\nCinque.\n```\n")
        #expect(found.map(\.text) == ["Uno.", "Due", "Tre", "Quattro", "Cinque."])
    }

    @Test func anAddressIsNoPartOfTheMessage() throws {
        let here = try messages("[Qui](altra.md#orari)")
        let there = try messages("[Qui](https://x.example)")
        #expect(here.map(\.text) == there.map(\.text))
        #expect(here.first?.targets == [.page(slug: "altra", anchor: "orari")])
        #expect(there.first?.targets == [.external("https://x.example")])
    }

    @Test func factsFillAddresses() throws {
        let found = try messages("[Chiama](tel:{service.help})")
        #expect(found.first?.targets == [.external("tel:112")])
    }

    @Test func headingsAreNamedFromTheirWords() throws {
        let found = try messages("## Perché no?\n\n## Perché no?\n\n### L’età: 3 anni")
        #expect(found.map(\.anchor) == ["perche-no", "perche-no-2", "l-eta-3-anni"])
    }

    /// Reading the text of a message as a translation gives the same markup again.
    @Test(arguments: 0..<400)
    func textOfAMessageReadsBackAsItself(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let body = randomParagraph(using: &random)
        let read = SampleProject().with("content/pages/index.md", SampleProject.page(body)).read()
        // What can be read in two ways is refused; all the rest must come back.
        guard read.diagnostics.isEmpty, let page = read.value?.pages.first else { return }
        for message in page.messages.dropFirst(2) {
            let again = SampleProject().with("content/pages/index.md", SampleProject.page("x " + message.text)).read()
            guard message.targets.isEmpty else { continue }
            #expect(
                again.value?.pages.first?.messages.last?.text == "x " + message.text,
                "from \(body.debugDescription)"
            )
        }
    }

    @Test func generatedParagraphsAreMostlySound() {
        let sound = (0..<400).count { seed in
            var random = SeededGenerator(seed: UInt64(seed))
            let body = randomParagraph(using: &random)
            return SampleProject().with("content/pages/index.md", SampleProject.page(body)).read().diagnostics.isEmpty
        }
        #expect(sound > 200, "the property above would test too little")
    }
}

/// SplitMix64: small, and the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

private func randomParagraph(using random: inout SeededGenerator) -> String {
    let pieces = [
        "parola", " ", "  ", "*lieve*", "**forte**", "***due***", "`codice`", "a_b", "\\*", "2 * 3", "(", ")", "!", "é",
        "«x»", "{service.days}", "{{", "}}", "&amp;", "R&S", "#", "1. ", "- ", "\\\n", "\n", "\"", "‘", "`` ` ``", ".",
    ]
    return (0..<Int.random(in: 1...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
}
