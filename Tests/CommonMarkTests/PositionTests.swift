import CommonMark
import Diagnostics
import MarkdownSamples
import Testing

/// The sign in a sample in front of each place where an inline is expected to begin.
private let mark: Character = "▸"

@Suite struct PositionTests {
    @Test(arguments: [
        "▸one ▸`two`▸ three", "▸[▸a](b)▸ ▸![▸c](d)▸<i>▸e▸</i>", "*▸a*▸ **▸b**▸ ***▸c***▸ d",
        "  ▸first\n▸second\n   ▸third\n      ▸[▸fourth](x)▸ fifth",
        "▸a  \n ▸b\\\n  ▸c\\\n\\\n▸[▸d](e)\n▸f", "▸é漢 *▸x*▸ ▸[▸y](z)", "▸&amp; *▸&lt;*▸ \\* *▸\\_x*▸ ▸`y`",
        "# ▸a ▸<▸http://b>▸ *▸c* #", "   ##\t▸a ▸[▸b](c)", "▸a\n▸b ▸<▸x@y.z>\n=====\n\n▸c", "▸a\n===\n▸b\n===",
        "> ▸a\n> ===\n>\n> ▸b",
        "- ▸a\n  ▸b *▸c*\n▸d ▸[▸e](f)\n\n     ▸g\n   ▸h", "10. ▸a\n\n    ▸b\n     ▸c\n   ▸d",
        "-\t▸a\n\t▸b\n\n\t▸c\n ▸d",
        "> ▸a ▸[▸b](c)\n>▸d ▸<▸yy:z>\n▸e\n  > ▸f\n>    ▸g ▸`h`\n", "> - ▸a\n>   ▸b\n> ▸c\n▸d\n\n▸e",
        "1. > - ▸a\n   > ▸b\n   >   ▸c\n      > ▸d\n",
        "- ▸a\n\n  > ▸b\n     > ▸c\n      ▸> d",
        "▸`a\n  b`▸ c ▸<i\n   x='y'>▸ d\n▸e", "▸[▸a](\n  /b\n  'c\n d')▸ e\n▸f ▸[▸g]( h\n)▸ i",
        "▸[▸a][r\ns]▸ b\n▸c\n\n[r s]: /u", "▸[▸a\n ▸b](c)▸ ▸![▸d  \n  ▸e](f)\n▸g",
        "[r]: /u\n[s]:\n /v\n 'w\n x'\n  ▸a ▸[▸r]▸ *▸b*\n▸c ▸<▸http://d>", "[r]: /u\n▸a\n---\n▸b ▸[▸r]",
        "[r]: /u\n▸===",
        "▸\\`▸`a`▸ ▸`` b`c ``▸ \\\\\\\n▸`d`", "▸**a *▸`b`*▸ c",
        "*▸a*▸*", "*▸a***▸b**▸*c", "**▸a*****▸b***▸ c", "▸***▸x*▸ y",
        "*****▸`a`*****▸ ▸[▸b](c)", "***▸a**▸ b*▸ ▸[▸c](d)", "\u{FEFF}▸a ▸[▸b](c)\n▸d", "▸a\u{0}b *▸c*\n▸\u{0}d",
        "▸a\r\n▸b *▸c*\r▸d\r\n\r\n> ▸e\r\n▸f", "- [x]: /y\n  ▸a\n- # ▸b ▸[▸x]",
    ])
    func pointsAtTheFirstByteOfEachInline(sample: String) {
        let (text, places) = unmark(sample)
        let found = positions(in: parse(text))
        #expect(found == places, "\(text.debugDescription)")
    }

    @Test func countsLinesFromTheFirstLineGiven() {
        let (text, places) = unmark("▸a\n\n- ▸[▸b](c)\n")
        let source = SourceText(file: "page.md", text: text)
        let found = positions(in: parseMarkdown(source, firstLine: 11).value)
        #expect(found == places.map { SourcePosition(line: $0.line + 10, column: $0.column) })
    }

    @Test(arguments: [
        "«# a»\n", "«a\nb»\n\nc", "«a\n===»\nb", "«a\n===»\n\n\nb", "«a\n===»", "> «a\n> ---»\n> b", "«***»\na",
        "«```\na\n```»\nb", "«```\na»\n\n", "> «```\n> a»\nb",
        "«<!-- a -->»\nb", "«<div>\na\n</div>»\n\nb", "«<?a\n\nb?>»", "    «a\n\n    b»\n\nc", "«- a\n\n  b»\n\nc",
        "«> a\nb»\n\n\nc", "  «a\n   b»  \n", "- «# a»\n- b",
    ])
    func coversTheWholeBlock(sample: String) {
        let expected = sample.split(separator: "«", maxSplits: 1)
        let opening = String(sample.prefix { $0 != "«" })
        let inside = String(expected.last ?? "").prefix { $0 != "»" }
        let first = position(after: opening)
        let end = position(after: opening + inside)
        let text = sample.filter { $0 != "«" && $0 != "»" }
        let wanted = SourceRange(first, SourcePosition(line: end.line, column: end.column - 1))
        #expect(allRanges(in: parse(text)).contains(wanted), "\(allRanges(in: parse(text)))")
    }

    /// Every inline of a generated document begins where the source says the same.
    @Test func pointsAtTheRightBytesInGeneratedDocuments() {
        for seed in 0..<6000 {
            let text = generatedDocument(seed: seed)
            let lines = sourceLines(text)
            let wrong = placed(in: parse(text)).first { inline, position in
                let line = position.line <= lines.count ? lines[position.line - 1] : []
                return !matches(inline, Array(line.dropFirst(position.column - 1)))
            }
            if let wrong {
                Issue.record("seed \(seed), \(text.debugDescription): no \(wrong.0) at \(wrong.1)")
            }
        }
    }
}

private func parse(_ text: String) -> [MarkdownBlock] {
    parseMarkdown(SourceText(file: "sample.md", text: text)).value
}

/// The sample without its marks, and where they were.
private func unmark(_ sample: String) -> (text: String, places: [SourcePosition]) {
    var text = ""
    var places: [SourcePosition] = []
    for character in sample {
        if character == mark { places.append(position(after: text)) } else { text.append(character) }
    }
    return (text, places)
}

private func position(after text: String) -> SourcePosition {
    let lines = sourceLines(text)
    return SourcePosition(line: lines.count, column: (lines.last?.count ?? 0) + 1)
}

/// The bytes of the lines, a byte order mark left out.
private func sourceLines(_ text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var isAfterReturn = false
    for byte in text.utf8.dropFirst(text.utf8.starts(with: "\u{FEFF}".utf8) ? 3 : 0) {
        if byte == 10, isAfterReturn {
            isAfterReturn = false
            continue
        }
        isAfterReturn = byte == 13
        if byte == 10 || byte == 13 { lines.append([]) } else { lines[lines.count - 1].append(byte) }
    }
    return lines
}

private func matches(_ inline: Inline<Never>, _ source: [UInt8]) -> Bool {
    switch inline {
    case .text(let text, _):
        // An escape or an entity stands for other bytes; up to the first, the bytes are the same.
        for (expected, byte) in zip(text.utf8, source) {
            if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") || byte == 0 { return true }
            if expected != byte { return expected == UInt8(ascii: " ") && byte == UInt8(ascii: "\t") }
        }
        return !source.isEmpty
    case .code: return source.first == UInt8(ascii: "`")
    case .html(let html, _):
        return source.first == UInt8(ascii: "<") && zip(html.utf8, source.prefix { $0 != 0 }).allSatisfy { $0 == $1 }
    case .link(let link):
        let isAutolink = link.children.count == 1 && source.first == UInt8(ascii: "<")
        return isAutolink || source.first == UInt8(ascii: "[")
    case .image: return source.starts(with: "![".utf8)
    default: return true
    }
}

private func positions(in blocks: [MarkdownBlock]) -> [SourcePosition] { placed(in: blocks).map(\.1) }

/// Every inline that has a place, in order.
private func placed(in blocks: [MarkdownBlock]) -> [(Inline<Never>, SourcePosition)] {
    blocks.flatMap { block -> [(Inline<Never>, SourcePosition)] in
        switch block {
        case .paragraph(let inlines, _), .heading(_, let inlines, _): placed(in: inlines)
        case .blockQuote(let blocks, _): placed(in: blocks)
        case .list(let list): list.items.flatMap { placed(in: $0) }
        default: []
        }
    }
}

private func placed(in inlines: [Inline<Never>]) -> [(Inline<Never>, SourcePosition)] {
    inlines.flatMap { inline -> [(Inline<Never>, SourcePosition)] in
        switch inline {
        case .text(_, let position), .code(_, let position), .html(_, let position): [(inline, position)]
        case .emphasis(let children), .strong(let children): placed(in: children)
        case .link(let link): [(inline, link.position)] + placed(in: link.children)
        case .image(let image): [(inline, image.position)] + placed(in: image.alternative)
        default: []
        }
    }
}

private func allRanges(in blocks: [MarkdownBlock]) -> [SourceRange] {
    blocks.flatMap { block -> [SourceRange] in
        switch block {
        case .paragraph(_, let range), .heading(_, _, let range), .thematicBreak(let range), .html(_, let range):
            [range]
        case .blockQuote(let blocks, let range): [range] + allRanges(in: blocks)
        case .list(let list): [list.range] + list.items.flatMap { allRanges(in: $0) }
        case .codeBlock(let code): [code.range]
        }
    }
}
