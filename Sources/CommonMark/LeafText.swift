/// The text that libcmark parses as the inlines of one block, as a table of where its lines come from.
///
/// Lines stand in it without the prefixes of their containers, joined by one byte.
struct LeafText {
    private struct Line {
        var number: Int
        var source: SourceLine
        var prefix: ContainerPrefix

        /// The byte of the line in the source that stands at an offset of the line in the text.
        func sourceOffset(_ offset: Int) -> Int {
            max(0, prefix.contentStart + (offset < prefix.padding ? -1 : offset - prefix.padding))
        }
    }

    private var lines: [Line] = []
    /// Where in the text each line starts.
    private(set) var starts: [Int] = []
    /// The length without the white space at the end.
    private(set) var trimmedCount = 0
    private var count = 0

    mutating func append(_ line: SourceLine, number: Int, from prefix: ContainerPrefix) {
        starts.append(count)
        lines.append(Line(number: number, source: line, prefix: prefix))
        let before = prefix.padding - prefix.contentStart
        trimmedCount = count + max(0, line.trimmedCount + before)
        count += max(0, line.count + before) + 1
    }

    /// The byte at an offset; nil at the end of a line, and in the white space at the end of the text.
    subscript(offset: Int) -> UInt8? {
        guard offset < trimmedCount, let (line, offset) = line(at: offset) else { return nil }
        return offset < line.prefix.padding ? .space : line.source[line.sourceOffset(offset)]
    }

    /// The line of the source and the byte on it that stand at an offset.
    func source(of offset: Int) -> (line: Int, offset: Int) {
        guard let (line, offset) = line(at: offset) else { return (1, 0) }
        return (line.number, line.sourceOffset(offset))
    }

    private func line(at offset: Int) -> (Line, offset: Int)? {
        let index = starts.lowerBound(of: offset + 1) - 1
        return starts.indices.contains(index) ? (lines[index], offset - starts[index]) : nil
    }
}
