import CommonMark
import Diagnostics
import Foundation

/// A Markdown text with its directives opened and its headings named, before links are looked up.
struct RawDocument {
    var blocks: [RawBlock] = []
    /// The `id` of each heading, in the order of the document.
    var anchors: [String] = []
    /// What looks like a phone number or an address and is no link.
    var contacts: [TypedContact] = []
}

/// Parses a document's body; raw HTML, unknown directives and headings out of order are errors.
func parseDocument(_ source: SourceText, firstLine: Int) -> Diagnosed<RawDocument> {
    var reader = RawDocumentReader(source: source, firstLine: firstLine)
    let blocks = reader.blocks()
    reader.checkHeadings(blocks)
    return Diagnosed(
        RawDocument(blocks: blocks, anchors: reader.anchors, contacts: reader.contacts),
        reader.diagnostics
    )
}

private struct RawDocumentReader {
    let file: String
    var diagnostics: [Diagnostic] = []
    var anchors: [String] = []
    var contacts: [TypedContact] = []
    /// The text that is being read: the document, or what a directive holds.
    private var lines: TypedLines

    init(source: SourceText, firstLine: Int) {
        file = source.file
        lines = TypedLines(source, firstLine: firstLine)
    }

    mutating func blocks() -> [RawBlock] {
        let parsed = parseMarkdown(lines.source, firstLine: lines.firstLine).value(reportingTo: &diagnostics)
        return parsed.compactMap { opened($0) }
    }

    /// Reads with another text in place of the document's.
    private mutating func reading<Value>(_ inner: TypedLines, _ read: (inout Self) -> Value) -> Value {
        let outer = lines
        defer { lines = outer }
        lines = inner
        return read(&self)
    }

    /// Looks at the words of a paragraph, heading or cell; whether they can be read on in spite of the marks in them.
    @discardableResult
    private mutating func look(at leaf: [Inline<Never>]) -> Bool {
        let text = TypedText(leaf, in: lines)
        if text.isTooLong {
            report(.longText(bytes: text.bytes.count, limit: TypedText.limit), at: text.position(of: 0))
            return false
        }
        if let (mark, place) = text.hiddenMark { report(.hiddenMark(mark, count: 1), at: place) }
        let marks = unreadMarks(in: text)
        diagnostics += marks.map { $0.diagnostic(at: SourceLocation(file: file, position: $0.position)) }
        // The words of a table or a box can be looked at once it is one.
        if marks.contains(where: { $0.mark == .table || $0.mark == .fence }) { return false }
        contacts += typedContacts(in: text, file: file)
        return true
    }

    /// The block with directives in place of the code blocks that call them; nil for what can't stand.
    private mutating func opened(_ block: MarkdownBlock) -> RawBlock? {
        switch block {
        case .paragraph(let leaf, let range):
            return look(at: leaf) ? .paragraph(leaf, at: range) : nil
        case .heading(let level, let leaf, let range):
            look(at: leaf)
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
            report(.rawHTML, at: range.first)
            return nil
        case .insert(let never, _):
            switch never {}
        }
    }

    private mutating func codeBlock(_ code: CodeBlock) -> RawBlock? {
        let info = code.info.trimmingSpaces
        guard info.hasPrefix("{") else { return plainCode(code, info: info) }
        let name = info.dropFirst().prefix { $0 != "}" }
        guard let directive = DirectiveName(rawValue: String(name)), info == "{\(name)}" else {
            let hint = didYouMean(String(name), among: DirectiveName.allCases.map(\.rawValue))
            report(.unknownDirective(info, hint: hint), at: code.range.first)
            return nil
        }
        let body = body(of: code)
        if !directive.holdsText, !code.literal.allSatisfy(\.isWhitespace) {
            report(.directiveText(directive.rawValue), at: code.range.first)
        }
        let value: Directive<[Inline<Never>]> =
            switch directive {
            case .note: .note(reading(body) { $0.blocks() })
            case .important: .important(reading(body) { $0.blocks() })
            case .table: .table(table(body, at: code.range))
            case .centres: .centres
            case .contact: .contact
            case .leaflets: .leaflets
            case .editions: .editions
            case .referralForm: .referralForm
            case .qr: .qr
            }
        if directive.holdsText, directive != .table, value.blocks.isEmpty {
            report(.emptyDirective(directive.rawValue), at: code.range.first)
        }
        return .insert(value, at: code.range)
    }

    /// A block of code that is meant as one: not what lies under blanks, nor what has the name of a directive.
    private mutating func plainCode(_ code: CodeBlock, info: String) -> RawBlock? {
        if let directive = DirectiveName(rawValue: info) {
            report(.directiveWithoutBraces(directive.rawValue), at: code.range.first)
            return nil
        }
        let first = lines.bytes(from: code.range.first).first
        let isFenced = first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
        if !isFenced { report(.indentedCode, at: code.range.first) }
        return .codeBlock(code)
    }

    /// The text inside a fenced block, with places in the file.
    private func body(of code: CodeBlock) -> TypedLines {
        let firstLine = code.range.first.line + 1
        var source = SourceText(file: file, text: code.literal, columns: lines.source.columns)
        for (index, line) in code.literal.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            // What its containers and the fence take off a line stands before it.
            let distance = lines.bytes(ofLine: firstLine + index).count - line.utf8.count
            source.columns.indent(line: firstLine + index, by: distance)
        }
        return TypedLines(source, firstLine: firstLine)
    }

    private mutating func table(_ body: TypedLines, at range: SourceRange) -> Table<[Inline<Never>]> {
        let read = readTable(body, directiveAt: range, file: file).value(reportingTo: &diagnostics)
        guard let read else { return Table(head: [], rows: []) }
        return read.mapped { source, _ in
            let firstLine = source.firstLine
            let inlines = parseInlines(source.text, firstLine: firstLine).value(reportingTo: &diagnostics)
            if inlines.contains(where: \.holdsImage) {
                report(.pictureInTable, at: source.text.position(line: firstLine, column: 1))
            }
            _ = reading(TypedLines(source.text, firstLine: firstLine)) { $0.look(at: inlines) }
            return inlines
        }
    }

    /// Names the headings and holds them to an order a reader can follow: the title is 1, no level is skipped.
    mutating func checkHeadings(_ blocks: [RawBlock]) {
        var level = 1
        var used: Set<String> = []
        forEachBlock(of: blocks) { block in
            guard case .heading(let found, let leaf, let range) = block else { return }
            if found == 1 {
                report(.headingOne, at: range.first)
            } else if found > level + 1 {
                report(.headingSkips(from: level, to: found), at: range.first)
            }
            level = found
            let name = slug(of: plainText(of: leaf))
            if name.isEmpty { report(.emptyHeading, at: range.first) }
            var anchor = name.isEmpty ? "section" : name
            var number = 1
            while !used.insert(anchor).inserted {
                number += 1
                anchor = "\(name)-\(number)"
            }
            anchors.append(anchor)
        }
    }

    private mutating func report(_ problem: Problem, at place: SourcePosition) {
        diagnostics.append(.error(problem, at: SourceLocation(file: file, position: place)))
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

extension Inline where Insert == Never {
    fileprivate var holdsImage: Bool {
        switch self {
        case .image: true
        case .emphasis(let children), .strong(let children): children.contains(where: \.holdsImage)
        case .link(let link): link.children.contains(where: \.holdsImage)
        case .text, .softBreak, .lineBreak, .code, .html, .insert: false
        }
    }
}
