private import CCMark
package import Diagnostics

/// How many quotes, list items, emphases, links and images can stand inside each other.
///
/// Trees of enums are compared, hashed, written and freed by recursion, so their depth has to have a bound.
/// People write about five levels.
package let maximumNesting = 100

/// Reads a document.
///
/// `firstLine` is the number, in its file, of the first line of the text, for when front matter has been cut off.
/// Each place is where an inline begins, its opening mark included. Inside of a text that has escapes, entities or NULs
/// in it, the place of the text plus an offset is not the place in the file.
///
/// What is nested deeper than `maximumNesting` is left out, with an error `nesting-too-deep`.
package func parseMarkdown(_ source: SourceText, firstLine: Int = 1) -> Diagnosed<[MarkdownBlock]> {
    let lines = SourceLines(source, firstLine: firstLine)
    if let line = lines.firstLineWithTooManyMarkers {
        return Diagnosed([], [.nestingTooDeep(in: source.file, at: lines.position(line: line, offset: 0))])
    }
    return withDocument(lines.bytes) { document in
        var reader = TreeReader(lines: lines, file: source.file)
        let blocks = reader.blocks(of: document)
        return Diagnosed(blocks, reader.diagnostics)
    }
}

/// Reads a text as inlines only, never as blocks: `1.`, `#` or four spaces at its start are words like any other.
///
/// Blank lines are left out; otherwise the result is that of a paragraph with this text. Places are in the text itself,
/// from line 1. `location` is where to report nesting that is too deep: the place of the message in its catalogue.
package func parseInlines(_ text: String, reportingAt location: SourceLocation) -> Diagnosed<[Inline<Never>]> {
    parseInlines(SourceLines(SourceText(file: location.file, text: text), firstLine: 1), reportingAt: location)
}

/// The same for a part of a file, with places in that file.
package func parseInlines(_ source: SourceText, firstLine: Int) -> Diagnosed<[Inline<Never>]> {
    let start = source.position(line: firstLine, column: 1)
    let location = SourceLocation(file: source.file, position: start)
    return parseInlines(SourceLines(source, firstLine: firstLine), reportingAt: location)
}

private func parseInlines(_ lines: SourceLines, reportingAt location: SourceLocation) -> Diagnosed<[Inline<Never>]> {
    // Indented lines can't interrupt a paragraph, and only its first line can be a link reference definition:
    // so the text goes below a first line of our own, indented by four columns.
    var bytes: [UInt8] = [UInt8(ascii: "x")]
    var leaf = LeafText()
    leaf.append(SourceLine(bytes[...]), number: 0, from: ContainerPrefix(contentStart: 0))
    for number in 1...max(1, lines.count) where !lines.line(number).isBlank {
        let line = lines.line(number)
        let prefix = ContainerPrefix(of: line, in: [])
        bytes += "\n    ".utf8
        bytes += line.bytes(from: prefix.contentStart)
        leaf.append(line, number: number, from: prefix)
    }
    return withDocument(bytes) { document in
        var reader = TreeReader(lines: lines, file: location.file, location: location)
        guard let paragraph = cmark_node_first_child(document) else { return Diagnosed([]) }
        let inlines = reader.inlines(of: paragraph, text: leaf, contentColumn: 0)
        return Diagnosed(Array(inlines.dropFirst(2)), reader.diagnostics)
    }
}

private func withDocument<Value>(_ bytes: [UInt8], _ read: (OpaquePointer) -> Diagnosed<[Value]>) -> Diagnosed<[Value]>
{
    let document = bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
    }
    guard let document else { return Diagnosed([]) }
    defer { cmark_node_free(document) }
    return read(document)
}

extension SourceLines {
    /// The first line that begins with more container markers, or more indentation, than any document needs.
    ///
    /// libcmark visits every open container on every line: after a line of 10,000 markers, 10,000 blank lines would take
    /// it 100,000,000 steps. So the text is refused before libcmark sees it. Each container takes at least one marker
    /// or one column of white space of some line, so no text that passes nests deeper than this.
    fileprivate var firstLineWithTooManyMarkers: Int? {
        (1..<count + 1).first { number in
            let line = line(number)
            var prefix = 0
            var offset = 0
            while let byte = line[offset], byte.canStandInPrefix {
                prefix += byte == .tab ? 4 : byte == .space || line.isMarker(at: offset) ? 1 : 0
                offset += 1
            }
            return prefix > 20 * maximumNesting
        }
    }
}

extension SourceLine {
    fileprivate func isMarker(at offset: Int) -> Bool {
        self[offset] == UInt8(ascii: ">") || self[offset]?.isDigit == false && self[offset + 1]?.isSpaceOrTab != false
    }
}

extension UInt8 {
    fileprivate var canStandInPrefix: Bool { isSpaceOrTab || isDigit || ">-+*.)".utf8.contains(self) }
}

extension Diagnostic {
    static func nestingTooDeep(in file: String, at position: SourcePosition?) -> Diagnostic {
        .error(.nestingTooDeep(limit: maximumNesting), at: SourceLocation(file: file, position: position))
    }
}
