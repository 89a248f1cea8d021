/// Lines of a terminal, cells under one another.
struct TextTable {
    let header: [String]
    var rows: [[String]] = []
    /// Columns with numbers, which stand at the right of theirs.
    var rightAligned: Set<Int> = []

    var text: String {
        let lines = [header] + rows
        let widths = header.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            let cells = zip(line, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return rightAligned.contains(column) ? space + cell.0 : cell.0 + space
            }
            let text = cells.joined(separator: "  ")
            return String(text.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }
}
