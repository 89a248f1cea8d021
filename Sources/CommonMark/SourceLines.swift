internal import Diagnostics

/// A text as libcmark sees it, and the way back from its bytes to places in the file.
///
/// Lines are numbered from 1, as libcmark numbers them; they end at LF, CR LF or CR. Offsets count bytes from 0.
struct SourceLines {
    /// What libcmark is given: the text with each NUL replaced by U+FFFD, which libcmark would do itself.
    let bytes: [UInt8]
    private let lines: [Range<Int>]
    /// Where in `bytes` a NUL of the file (one byte) became U+FFFD (three).
    private let replacements: [Int]
    private let firstLine: Int
    private let source: SourceText

    init(_ source: SourceText, firstLine: Int) {
        let text = source.text
        var bytes: [UInt8] = []
        var lines: [Range<Int>] = []
        var replacements: [Int] = []
        // libcmark passes over a byte order mark and counts no column for it.
        var start = text.utf8.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        var last: UInt8 = 0
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 0:
                replacements.append(bytes.count)
                bytes += "\u{FFFD}".utf8
            case .lineFeed where last == .carriageReturn:
                bytes.append(byte)
                start = bytes.count
            case .lineFeed, .carriageReturn:
                lines.append(start..<bytes.count)
                bytes.append(byte)
                start = bytes.count
            default:
                bytes.append(byte)
            }
            last = byte
        }
        if start < bytes.count { lines.append(start..<bytes.count) }
        self.bytes = bytes
        self.lines = lines
        self.replacements = replacements
        self.firstLine = firstLine
        self.source = source
    }

    var count: Int { lines.count }

    /// The bytes of a line without its end, indexed from 0; nothing for a line that is not there.
    func line(_ number: Int) -> SourceLine {
        SourceLine(lines.indices.contains(number - 1) ? bytes[lines[number - 1]] : [])
    }

    /// The place of a byte of a line in the file, where a NUL takes one column.
    func position(line number: Int, offset: Int) -> SourcePosition {
        var column = offset + 1
        if !replacements.isEmpty, lines.indices.contains(number - 1) {
            let start = lines[number - 1].lowerBound
            column -= 2 * (replacements.lowerBound(of: start + offset) - replacements.lowerBound(of: start))
        }
        return source.position(line: firstLine + number - 1, column: max(1, column))
    }
}

/// One line, without its end.
struct SourceLine {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }
    /// How many bytes are left without the white space at the end.
    var trimmedCount: Int {
        bytes.lastIndex { !$0.isWhitespace }.map { $0 - bytes.startIndex + 1 } ?? 0
    }
    var isBlank: Bool { trimmedCount == 0 }

    /// The bytes from an offset to the end.
    func bytes(from offset: Int) -> ArraySlice<UInt8> { bytes.dropFirst(offset) }

    /// The byte at an offset, nil past the end.
    subscript(offset: Int) -> UInt8? {
        offset < bytes.count ? bytes[bytes.startIndex + offset] : nil
    }
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let backtick = UInt8(ascii: "`")
    static let space = UInt8(ascii: " ")

    var isSpaceOrTab: Bool { self == .space || self == .tab }
    /// White space as libcmark trims it: space and U+0009 to U+000D.
    var isWhitespace: Bool { self == .space || (9...13).contains(self) }
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

extension [Int] {
    /// The first index of a sorted array whose element is not less than `value`.
    func lowerBound(of value: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
