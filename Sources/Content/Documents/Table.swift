import CommonMark
package import Diagnostics

/// A small table of words: a row of column headings, and rows whose first cell says what the row is about.
package struct Table<Leaf: Hashable & Sendable>: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        package let leaf: Leaf
        package let range: SourceRange
    }

    package let head: [Cell]
    /// Each has as many cells as the head.
    package let rows: [[Cell]]

    package var columns: Int { head.count }

    package func mapped<Other>(leaf: (Leaf, CellContext) -> Other) -> Table<Other> {
        func cell(_ cell: Cell, _ context: CellContext) -> Table<Other>.Cell {
            .init(leaf: leaf(cell.leaf, context), range: cell.range)
        }
        return .init(
            head: head.enumerated().map { cell($1, .columnHeading($0)) },
            rows: rows.map { row in row.enumerated().map { cell($1, .cell(column: $0)) } }
        )
    }
}

/// What a cell is: a column heading, or a cell below one.
package enum CellContext: Hashable, Sendable {
    case columnHeading(Int)
    case cell(column: Int)
}

/// What a cell was written as, and on which line.
struct CellSource: Hashable, Sendable {
    var text: SourceText
    var firstLine: Int
}

/// A table as it is written: each line is a row, bars part its cells, a line of hyphens may stand below the first.
///
/// That is the pipe table of GitHub and MyST, of two or three columns. The value is nil where the shape is wrong; that
/// comes with one error. `lines` are those of the block.
func readTable(_ lines: TypedLines, directiveAt place: SourceRange, file: String) -> Diagnosed<Table<CellSource>?> {
    func refused(_ problem: Problem, line: Int?) -> Diagnosed<Table<CellSource>?> {
        let position = line.map { lines.source.position(line: $0, column: 1) } ?? place.first
        return Diagnosed(nil, [.error(problem, at: SourceLocation(file: file, position: position))])
    }
    var rows: [(line: Int, cells: [Table<CellSource>.Cell])] = []
    for number in lines.firstLine..<lines.firstLine + lines.count {
        let bytes = Array(lines.bytes(ofLine: number))
        if bytes.allSatisfy(\.isBlank) { continue }
        if rows.count == 1, isDelimiterRow(bytes) { continue }
        rows.append((number, cells(of: bytes, line: number, source: lines.source)))
    }
    guard let head = rows.first else { return refused(.emptyDirective("table"), line: nil) }
    guard (2...3).contains(head.cells.count) else { return refused(.tableColumns(head.cells.count), line: head.line) }
    guard rows.count > 1 else { return refused(.tableWithoutRows, line: head.line) }
    for (line, cells) in rows {
        guard cells.count == head.cells.count else {
            return refused(.unevenTable(found: cells.count, expected: head.cells.count), line: line)
        }
        if let empty = cells.firstIndex(where: \.leaf.text.text.isEmpty) {
            let problem: Problem = line == head.line ? .emptyColumnHeading(empty + 1) : .emptyCell
            return Diagnosed(nil, [.error(problem, at: SourceLocation(file: file, position: cells[empty].range.first))])
        }
    }
    return Diagnosed(Table(head: head.cells, rows: rows.dropFirst().map(\.cells)))
}

/// `| --- | :---: |`: what parts the head from the rows on GitHub.
private func isDelimiterRow(_ bytes: [UInt8]) -> Bool {
    bytes.contains(UInt8(ascii: "-")) && bytes.allSatisfy { "|-: \t".utf8.contains($0) }
}

/// The cells of a row, without the white space around them; a bar after a backslash parts nothing.
private func cells(of bytes: [UInt8], line: Int, source: SourceText) -> [Table<CellSource>.Cell] {
    var row = bytes[...]
    func trim(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = slice.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? slice.startIndex
        return slice[..<end].drop(while: \.isBlank)
    }
    row = trim(row)
    if row.first == UInt8(ascii: "|") { row = row.dropFirst() }
    let isEscaped = row.dropLast().last == UInt8(ascii: "\\")
    if row.last == UInt8(ascii: "|"), !isEscaped { row = row.dropLast() }
    var cells: [ArraySlice<UInt8>] = []
    var start = row.startIndex
    for index in row.indices where row[index] == UInt8(ascii: "|") {
        if index > row.startIndex, row[index - 1] == UInt8(ascii: "\\") { continue }
        cells.append(row[start..<index])
        start = index + 1
    }
    cells.append(row[start...])
    return cells.map { cell in
        let words = trim(cell)
        var text = SourceText(file: source.file, text: String(decoding: words, as: UTF8.self), columns: source.columns)
        text.columns.indent(line: line, by: words.startIndex)
        let last = max(words.startIndex + 1, words.endIndex)
        let range = SourceRange(
            source.position(line: line, column: words.startIndex + 1),
            source.position(line: line, column: last)
        )
        return .init(leaf: CellSource(text: text, firstLine: line), range: range)
    }
}
