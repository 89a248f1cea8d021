/// The text that libcmark parses as the inlines of one block, as a table of where its lines come from.
///
/// Lines stand in it without the prefixes of their containers and without leading white space, joined by one byte.
struct LeafText {
    private var starts: [Int] = []
    private var sources: [(line: Int, offset: Int)] = []
    /// The length without the white space at the end.
    private(set) var trimmedCount = 0
    private var count = 0

    /// Adds a line: its number in the source, where its content begins, and how long the line is.
    mutating func append(line number: Int, from start: Int, of line: SourceLine) {
        starts.append(count)
        sources.append((number, start))
        trimmedCount = count + max(0, line.trimmedCount - start)
        count += max(0, line.count - start) + 1
    }

    /// The line of the source and the byte on it that stand at an offset of this text.
    func source(of offset: Int) -> (line: Int, offset: Int) {
        guard !starts.isEmpty else { return (1, 0) }
        let index = max(0, starts.lowerBound(of: offset + 1) - 1)
        return (sources[index].line, sources[index].offset + max(0, offset - starts[index]))
    }
}
