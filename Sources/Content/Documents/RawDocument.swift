import CommonMark
import Diagnostics
import Foundation

/// A Markdown text with its directives opened and its headings named, before links are looked up.
struct RawDocument {
    var blocks: [RawBlock] = []
    /// The `id` of each heading, in the order of the document.
    var anchors: [String] = []
}

/// Parses a document's body; raw HTML, unknown directives and headings out of order are errors.
func parseDocument(_ source: SourceText, firstLine: Int) -> Diagnosed<RawDocument> {
    var reader = RawDocumentReader(file: source.file)
    let blocks = reader.blocks(of: source, firstLine: firstLine)
    reader.checkHeadings(blocks)
    return Diagnosed(RawDocument(blocks: blocks, anchors: reader.anchors), reader.diagnostics)
}

private struct RawDocumentReader {
    let file: String
    var diagnostics: [Diagnostic] = []
    var anchors: [String] = []

    mutating func blocks(of source: SourceText, firstLine: Int) -> [RawBlock] {
        let parsed = parseMarkdown(source, firstLine: firstLine).value(reportingTo: &diagnostics)
        return parsed.compactMap { opened($0) }
    }

    /// The block with directives in place of the code blocks that call them; nil for what can't stand.
    private mutating func opened(_ block: MarkdownBlock) -> RawBlock? {
        switch block {
        case .paragraph(let leaf, let range):
            return .paragraph(leaf, at: range)
        case .heading(let level, let leaf, let range):
            return .heading(level: level, leaf, at: range)
        case .thematicBreak(let range):
            return .thematicBreak(at: range)
        case .blockQuote(let blocks, let range):
            return .blockQuote(blocks.compactMap { opened($0) }, at: range)
        case .list(let list):
            let items = list.items.map { item in item.compactMap { opened($0) } }
            return .list(.init(kind: list.kind, isTight: list.isTight, items: items, range: list.range))
        case .codeBlock(let code):
            return codeBlock(code)
        case .html(_, let range):
            reportHTML(at: range.first)
            return nil
        case .insert(let never, _):
            switch never {}
        }
    }

    private mutating func codeBlock(_ code: CodeBlock) -> RawBlock? {
        let info = code.info.trimmingSpaces
        guard info.hasPrefix("{") else { return .codeBlock(code) }
        let name = info.dropFirst().prefix { $0 != "}" }
        guard let directive = DirectiveName(rawValue: String(name)), info == "{\(name)}" else {
            let hint = didYouMean(String(name), among: DirectiveName.allCases.map(\.rawValue))
            report("unknown-directive", "no directive is called '\(info)'", hint: hint, at: code.range.first)
            return nil
        }
        let body = SourceText(file: file, text: code.literal)
        if !directive.holdsText, !code.literal.allSatisfy(\.isWhitespace) {
            let hint = "close the block right after its first line"
            report("directive-text", "'{\(name)}' fills itself in and takes no text", hint: hint, at: code.range.first)
        }
        let value: Directive<[Inline<Never>]> =
            switch directive {
            case .note: .note(blocks(of: body, firstLine: code.range.first.line + 1))
            case .important: .important(blocks(of: body, firstLine: code.range.first.line + 1))
            case .centres: .centres
            case .contact: .contact
            case .leaflets: .leaflets
            case .editions: .editions
            case .referralForm: .referralForm
            case .qr: .qr
            }
        if directive.holdsText, value.blocks.isEmpty {
            report("empty-directive", "'{\(name)}' has no text", at: code.range.first)
        }
        return .insert(value, at: code.range)
    }

    /// Names the headings and holds them to an order a reader can follow: the title is 1, no level is skipped.
    mutating func checkHeadings(_ blocks: [RawBlock]) {
        var level = 1
        var used: Set<String> = []
        forEachBlock(of: blocks) { block in
            guard case .heading(let found, let leaf, let range) = block else { return }
            if found == 1 {
                let hint = "the title of the front matter is heading 1; start this one with '##'"
                report("heading-order", "a heading of level 1 stands in the text", hint: hint, at: range.first)
            } else if found > level + 1 {
                let hint = "use '\(String(repeating: "#", count: level + 1))'"
                report(
                    "heading-order",
                    "the heading skips from level \(level) to \(found)",
                    hint: hint,
                    at: range.first
                )
            }
            level = found
            let name = slug(of: plainText(of: leaf))
            if name.isEmpty { report("empty-heading", "the heading has no words", at: range.first) }
            var anchor = name.isEmpty ? "section" : name
            var number = 1
            while !used.insert(anchor).inserted {
                number += 1
                anchor = "\(name)-\(number)"
            }
            anchors.append(anchor)
        }
    }

    private mutating func reportHTML(at position: SourcePosition) {
        report("raw-html", "HTML can't stand in a text", hint: "write it in Markdown", at: position)
    }

    private mutating func report(_ identifier: String, _ message: String, hint: String? = nil, at place: SourcePosition)
    {
        diagnostics.append(
            .error(identifier, message, hint: hint, at: SourceLocation(file: file, position: place))
        )
    }
}

/// Visits blocks, and those inside directives, in the order of the document.
func forEachBlock<Leaf>(of blocks: [Block<Leaf, Directive<Leaf>>], _ visit: (Block<Leaf, Directive<Leaf>>) -> Void) {
    for block in blocks {
        block.forEach { inner in
            visit(inner)
            if case .insert(let directive, _) = inner { forEachBlock(of: directive.blocks, visit) }
        }
    }
}

extension String {
    var trimmingSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

/// A heading's words as an address: small letters, accents left off, everything else turned into single hyphens.
package func slug(of text: String) -> String {
    let folded = text.decomposedStringWithCanonicalMapping.lowercased()
    var result = ""
    for scalar in folded.unicodeScalars
    where !scalar.properties.isDiacritic && scalar.properties.generalCategory != .nonspacingMark {
        if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
            result.unicodeScalars.append(scalar)
        } else if !result.isEmpty, !result.hasSuffix("-") {
            result.append("-")
        }
    }
    return result.hasSuffix("-") ? String(result.dropLast()) : result
}
