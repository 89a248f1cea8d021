import CommonMark
import Diagnostics
import MarkdownSamples
import Testing

private let catalogue = SourceLocation(file: "translations/fr.po", position: SourcePosition(line: 7, column: 1))

private func parse(_ text: String) -> Diagnosed<[MarkdownBlock]> {
    parseMarkdown(SourceText(file: "sample.md", text: text))
}

private func inlines(_ text: String) -> [Inline<Never>] {
    parseInlines(text, reportingAt: catalogue).value
}

private func at(_ line: Int, _ column: Int) -> SourcePosition { SourcePosition(line: line, column: column) }

@Suite struct ParserTests {
    @Test func readsEveryKindOfBlock() {
        let text = """
            # *a*

            > b

            3) c
            4) d

            - e

              f

            ***

            ``` g h
            i
            ```

            <p>
            """
        func range(_ a: SourcePosition, _ b: SourcePosition) -> SourceRange { SourceRange(a, b) }
        func paragraph(_ text: String, _ position: SourcePosition) -> MarkdownBlock {
            .paragraph([.text(text, at: position)], at: range(position, position))
        }
        #expect(
            parse(text).value == [
                .heading(level: 1, [.emphasis([.text("a", at: at(1, 4))])], at: range(at(1, 1), at(1, 5))),
                .blockQuote([paragraph("b", at(3, 3))], at: range(at(3, 1), at(3, 3))),
                .list(
                    List(
                        kind: .ordered(start: 3),
                        isTight: true,
                        items: [[paragraph("c", at(5, 4))], [paragraph("d", at(6, 4))]],
                        range: range(at(5, 1), at(6, 4))
                    )
                ),
                .list(
                    List(
                        kind: .bullet,
                        isTight: false,
                        items: [[paragraph("e", at(8, 3)), paragraph("f", at(10, 3))]],
                        range: range(at(8, 1), at(10, 3))
                    )
                ),
                .thematicBreak(at: range(at(12, 1), at(12, 3))),
                .codeBlock(CodeBlock(info: "g h", literal: "i\n", range: range(at(14, 1), at(16, 3)))),
                .html("<p>\n", at: range(at(18, 1), at(18, 3))),
            ]
        )
    }

    @Test func readsEveryKindOfInline() {
        let text = "a *b* **c** `d` <i> [e](f \"g\") ![h](i)\nj\\\nk"
        #expect(
            inlines(text) == [
                .text("a ", at: at(1, 1)), .emphasis([.text("b", at: at(1, 4))]), .text(" ", at: at(1, 6)),
                .strong([.text("c", at: at(1, 9))]), .text(" ", at: at(1, 12)), .code("d", at: at(1, 13)),
                .text(" ", at: at(1, 16)),
                .html("<i>", at: at(1, 17)), .text(" ", at: at(1, 20)),
                .link(Link(destination: "f", title: "g", children: [.text("e", at: at(1, 22))], position: at(1, 21))),
                .text(" ", at: at(1, 31)),
                .image(Image(source: "i", title: "", alternative: [.text("h", at: at(1, 34))], position: at(1, 32))),
                .softBreak, .text("j", at: at(2, 1)), .lineBreak, .text("k", at: at(3, 1)),
            ]
        )
    }

    @Test(arguments: ["", " ", "\n", "\t\n \n", "\u{FEFF}", "[a]: /b\n"])
    func readsNothingFromNothing(text: String) {
        #expect(parse(text) == Diagnosed([]))
    }

    @Test func takesTheWordsOutOfMarkup() {
        let words = plainText(of: inlines("a *b **c*** `d`\n[e ![f](g) <i>](h)\\\n&amp;"))
        #expect(words == "a b c d e f <i> &")
    }
}

@Suite struct InlineParserTests {
    @Test(arguments: [
        "1. a", "1) a", "- a", "+", "# a", "> a", ">", "---", "***", "===", "[foo]: /url", "```", "~~~ a", "a\n===",
        "a\n# b",
        "a\n- b", "a\n> b", "a\n```", "a\n---",
    ])
    func takesMarksOfBlocksForWords(text: String) {
        let lines = text.split(separator: "\n").map { Inline<Never>.text(String($0), at: .start) }
        let expected = Array(lines.map { [$0] }.joined(separator: [.softBreak]))
        #expect(withoutPlaces(inlines(text)) == withoutPlaces(expected))
    }

    @Test func hasWordsAtTheStartOfALineAsAParagraphHas() {
        #expect(inlines("    a") == [.text("a", at: at(1, 5))])
        #expect(inlines("*a*") == [.emphasis([.text("a", at: at(1, 2))])])
        #expect(inlines("_a_") == [.emphasis([.text("a", at: at(1, 2))])])
        #expect(inlines("**\"a\"**b") == inlinesOfParagraph("**\"a\"**b"))
        #expect(inlines("* a*") == [.text("* a*", at: at(1, 1))])
    }

    @Test func leavesOutBlankLinesAndKeepsHardBreaks() {
        #expect(withoutPlaces(inlines("\n a\n\n \t\nb  \n\nc\\\n\nd\n\n")) == withoutPlaces(inlines("a\nb  \nc\\\nd")))
        #expect(inlines("\n\na") == [.text("a", at: at(3, 1))])
        #expect(inlines("a  \nb") == [.text("a", at: at(1, 1)), .lineBreak, .text("b", at: at(2, 1))])
    }

    @Test(arguments: ["", " ", "\n", "\r\n", "\t", "\u{FEFF}"])
    func readsNothingFromBlankText(text: String) {
        #expect(inlines(text) == [])
    }

    @Test func readsWhatAParagraphOfTheSameTextHas() {
        for seed in 0..<4000 {
            let text = generatedInlines(seed: seed)
            let paragraphs = parse(text).value
            guard case .paragraph(let expected, _)? = paragraphs.first, paragraphs.count == 1 else {
                Issue.record("seed \(seed) makes no paragraph: \(text.debugDescription)")
                continue
            }
            #expect(inlines(text) == expected, "seed \(seed): \(text.debugDescription)")
        }
    }

    private func inlinesOfParagraph(_ text: String) -> [Inline<Never>] {
        guard case .paragraph(let inlines, _)? = parse(text).value.first else { return [] }
        return inlines
    }
}

@Suite struct NestingTests {
    private static let deep = 10_000

    @Test(arguments: [
        ">", "> ", "- ", "1. ", "*", "_", "[", "![", "**a ", "*a _b ", "<", "`", "(", "[a](", "\\", "&", "***",
    ])
    func survivesAnyDepth(piece: String) {
        let clock = ContinuousClock()
        let text = String(repeating: piece, count: Self.deep)
        var found: [Diagnosed<[MarkdownBlock]>] = []
        let time = clock.measure {
            found.append(parse(text + "a" + String(repeating: "\n", count: Self.deep) + text + "b"))
        }
        #expect(time < .seconds(10))
        #expect(found.count == 1)
        _ = parseInlines(text, reportingAt: catalogue)
    }

    @Test func acceptsNestingUpToTheLimitAndNoMore() {
        for piece in ["> ", "- ", "1. ", ">- > "] {
            let width = piece.count { ">-1".contains($0) }
            for nesting in [maximumNesting / width, maximumNesting / width + 1, 5 * maximumNesting, Self.deep] {
                let isAccepted = nesting * width <= maximumNesting
                let found = parse(String(repeating: piece, count: nesting) + "a")
                #expect(
                    found.diagnostics.map(\.identifier) == (isAccepted ? [] : ["nesting-too-deep"]),
                    "\(nesting) of \(piece)"
                )
            }
        }
        let emphasis = String(repeating: "*a ", count: Self.deep) + String(repeating: "b* ", count: Self.deep)
        #expect(parse(emphasis).diagnostics.map(\.identifier) == ["nesting-too-deep"])
        let indented = (0..<300).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")
        #expect(parse(indented).diagnostics.map(\.identifier) == ["nesting-too-deep"])
    }

    @Test func saysWhereTheNestingIsTooDeep() {
        let found = parse("a\n\n" + String(repeating: ">", count: maximumNesting + 1) + "a")
        #expect(
            found.diagnostics == [
                .error(
                    .nestingTooDeep(limit: 100),
                    at: SourceLocation(file: "sample.md", position: at(3, maximumNesting + 1))
                )
            ]
        )
        let message = String(repeating: "*a ", count: 200) + String(repeating: "b* ", count: 200)
        #expect(parseInlines(message, reportingAt: catalogue).diagnostics.map(\.location) == [catalogue])
    }

    @Test func takesTimeInProportionToLength() {
        let line = "> - *a* `b` [c](d) <e>\n"
        let definitions = (0..<4000).map { "[r\($0)]: /u\n" }.joined()
        let clock = ContinuousClock()
        let time = clock.measure {
            _ = parse(String(repeating: line, count: 10_000))
            _ = parse(definitions + "a `b\n" + String(repeating: "`c \\\n*d*\n", count: 4000))
            _ = parse(String(repeating: "\u{0}a *b*\n", count: 10_000))
            _ = parse(String(repeating: "*a**b", count: 4000) + String(repeating: "*", count: 4000))
        }
        #expect(time < .seconds(20))
    }
}

/// The same tree with all inlines at the start.
private func withoutPlaces(_ inlines: [Inline<Never>]) -> [Inline<Never>] {
    inlines.map { inline in
        switch inline {
        case .text(let text, _): .text(text, at: .start)
        case .code(let code, _): .code(code, at: .start)
        case .html(let html, _): .html(html, at: .start)
        case .emphasis(let children): .emphasis(withoutPlaces(children))
        case .strong(let children): .strong(withoutPlaces(children))
        default: inline
        }
    }
}
