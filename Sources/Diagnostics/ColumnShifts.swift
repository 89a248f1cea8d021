/// How far the columns of a text stand from those of the file it comes from, where something was left out before them.
///
/// Places that a reader of the text finds are turned into those of the file by `position(line:column:)` of `SourceText`.
package struct ColumnShifts: Hashable, Sendable {
    private struct Shift: Hashable, Sendable {
        /// The first column of the text that is moved.
        var column: Int
        var distance: Int
    }

    /// By line of the file, in the order of their columns.
    private var lines: [Int: [Shift]] = [:]

    package init() {}

    package var isEmpty: Bool { lines.isEmpty }

    /// From `column` of a line of the text on, the file is `distance` bytes further.
    package mutating func add(_ distance: Int, from column: Int, line: Int) {
        lines[line, default: []].append(Shift(column: column, distance: distance))
    }

    /// The same for a text that begins `distance` bytes after the start of this one's line.
    package mutating func indent(line: Int, by distance: Int) {
        guard distance > 0 else { return }
        let first = lines[line, default: []]
        let before = first.prefix { $0.column <= distance + 1 }.reduce(distance) { $0 + $1.distance }
        let after = first.filter { $0.column > distance + 1 }
            .map { Shift(column: $0.column - distance, distance: $0.distance) }
        lines[line] = [Shift(column: 1, distance: before)] + after
    }

    func fileColumn(of column: Int, line: Int) -> Int {
        guard let shifts = lines[line] else { return column }
        return shifts.prefix { $0.column <= column }.reduce(column) { $0 + $1.distance }
    }

    func textColumn(of column: Int, line: Int) -> Int {
        var before = 0
        for shift in lines[line] ?? [] where column >= shift.column + before + shift.distance {
            before += shift.distance
        }
        return column - before
    }
}
