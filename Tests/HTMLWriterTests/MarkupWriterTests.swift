import CommonMark
import Diagnostics
import HTMLWriter
import MarkdownSamples
import Testing

private func html(_ markdown: String) -> String {
    MarkupWriter().html(of: parseMarkdown(SourceText(file: "sample.md", text: markdown)).value).text
}

@Suite struct MarkupWriterTests {
    @Test(arguments: cornersOfTheSpecification)
    func writesWhatLibcmarkWrites(markdown: String) {
        #expect(html(markdown) == referenceHTML(markdown))
    }

    @Test func writesWhatLibcmarkWritesOfGeneratedDocuments() {
        for seed in 0..<4000 {
            let markdown = generatedDocument(seed: seed)
            let (written, expected) = (html(markdown), referenceHTML(markdown))
            #expect(written == expected, "seed \(seed): \(markdown.debugDescription)")
        }
    }

    @Test func escapesEveryByteOfAnAddressAsLibcmarkDoes() {
        for scalar in (1...0x17F).compactMap(Unicode.Scalar.init)
        where scalar != "<" && scalar != ">" && scalar != "\n" && scalar != "\r" {
            let markdown = "[a](<x\(scalar)y>)"
            #expect(html(markdown) == referenceHTML(markdown), "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test(arguments: [
        "javascript:x", "JavaScript:x", "vbscript:x", "file:///x", "data:text/html,x", "data:image/png;x",
        "data:image/jpeg;x", "data:image/webp;x", "Data:Image/JPEG;x", "data:image/jpg;x",
        "DATA:IMAGE/GIF;x",
        "data:image/svg+xml;x", "data:", "https://x", "java", "javascript&colon;x", " javascript:x", "./javascript:x",
        "%6aavascript:x",
    ])
    func dropsTheAddressesLibcmarkDrops(address: String) {
        for markdown in ["[a](\(address))", "![a](\(address))", "<\(address)>"] {
            #expect(html(markdown) == referenceHTML(markdown))
        }
    }
}

@Suite struct MarkupWriterHookTests {
    private typealias Passages = MarkupWriter<[Inline<Never>], Never>

    private func blocks(_ markdown: String) -> [MarkdownBlock] {
        parseMarkdown(SourceText(file: "sample.md", text: markdown)).value
    }

    @Test func putsAttributesOnParagraphsHeadingsAndTightItems() {
        let writer = Passages(
            leaf: { leaf in
                let words = plainText(of: leaf)
                let attributes =
                    words == "plain" ? [] : [HTMLAttribute("lang", "it"), HTMLAttribute("id", "\"<\(words)&\">")]
                return Passages.Passage(attributes: attributes, content: InlineWriter().html(of: leaf))
            },
            insert: { (_: Never) -> HTML in }
        )
        let written = writer.html(of: blocks("# h\n\np\n\nplain\n\n- t\n- plain\n\n1. l\n\n2. plain\n")).text
        #expect(
            written == """
                <h1 lang="it" id="&quot;&lt;h&amp;&quot;&gt;">h</h1>
                <p lang="it" id="&quot;&lt;p&amp;&quot;&gt;">p</p>
                <p>plain</p>
                <ul>
                <li><span lang="it" id="&quot;&lt;t&amp;&quot;&gt;">t</span></li>
                <li>plain</li>
                </ul>
                <ol>
                <li>
                <p lang="it" id="&quot;&lt;l&amp;&quot;&gt;">l</p>
                </li>
                <li>
                <p>plain</p>
                </li>
                </ol>

                """
        )
    }

    @Test func asksWhereLinksAndImagesLead() {
        var inlines = InlineWriter<Never>()
        inlines.link = { .init("../" + $0.destination, attributes: [HTMLAttribute("hreflang", "it")]) }
        inlines.image = { .init("../media/" + $0.source, attributes: [HTMLAttribute("width", "10")]) }
        let written = MarkupWriter(inlines: inlines).html(of: blocks("[a](b \"t\") ![c](d.svg)")).text
        #expect(
            written == """
                <p><a href="../b" title="t" hreflang="it">a</a> <img src="../media/d.svg" alt="c" width="10" /></p>

                """
        )
    }

    @Test func dropsUnsafeAddressesThatAHookGives() {
        var inlines = InlineWriter<Never>()
        inlines.link = { _ in .init("javascript:x") }
        inlines.image = { _ in .init("data:text/html,x") }
        let written = MarkupWriter(inlines: inlines).html(of: blocks("[a](b) ![c](d)")).text
        #expect(written == "<p><a href=\"\">a</a> <img src=\"\" alt=\"c\" /></p>\n")
    }

    @Test func writesInsertsOfBlocksAndInlines() {
        let inlines = InlineWriter<String>(insert: { HTML(escaping: "{" + $0 + "}") }, words: { "(" + $0 + ")" })
        let writer = MarkupWriter<[Inline<String>], Int>(
            leaf: { .init(content: inlines.html(of: $0)) },
            insert: { number in
                var html = HTML(markup: "<aside>")
                html.append(number)
                html.append(markup: "</aside>")
                return html
            }
        )
        let start = SourcePosition.start
        let range = SourceRange(start, start)
        let image = Image(
            source: "i",
            title: "",
            alternative: [Inline.text("a ", at: start), .insert("<x>", at: start)],
            position: start
        )
        let written = writer.html(of: [
            .paragraph([.emphasis([.insert("<x>", at: start)]), .image(image)], at: range), .insert(7, at: range),
            .thematicBreak(at: range),
        ])
        #expect(
            written.text == """
                <p><em>{&lt;x&gt;}</em><img src="i" alt="a (&lt;x&gt;)" /></p>
                <aside>7</aside>
                <hr />

                """
        )
    }

    @Test func addsToWhatIsThereOnALineOfItsOwn() {
        var html = HTML(markup: "<main>")
        MarkupWriter().write(blocks("a"), to: &html)
        #expect(html.text == "<main>\n<p>a</p>\n")
    }
}
