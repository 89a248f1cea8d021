/// The offset of the first byte that can't be part of UTF-8 where it stands (The Unicode Standard, table 3-7).
package func firstInvalidUTF8(in bytes: ArraySlice<UInt8>) -> Int? {
    var at = bytes.startIndex
    while at < bytes.endIndex {
        guard let (length, second) = sequence(startingWith: bytes[at]), at + length <= bytes.endIndex else { return at }
        if length > 1 {
            guard second.contains(bytes[at + 1]) else { return at }
            guard bytes[(at + 2)..<max(at + 2, at + length)].allSatisfy({ (0x80...0xBF).contains($0) }) else {
                return at
            }
        }
        at += length
    }
    return nil
}

/// How many bytes a character takes that starts with this one, and what its second byte may be.
private func sequence(startingWith byte: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch byte {
    case 0x00...0x7F: (1, 0x80...0xBF)
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
}

extension SourceText {
    /// A text from a file's bytes: a byte order mark at its start and marks that nobody sees are left out, bytes that are
    /// no UTF-8 are an error with their place.
    package static func decoding(_ bytes: [UInt8], file: String) -> Diagnosed<SourceText> {
        guard let offset = firstInvalidUTF8(in: bytes[...]) else {
            let text = String(decoding: bytes, as: UTF8.self)
            let isMarked = text.unicodeScalars.first == "\u{FEFF}"
            return leavingOutHiddenMarks(
                of: isMarked ? String(text.unicodeScalars.dropFirst()) : text,
                file: file
            )
        }
        let newline = UInt8(ascii: "\n")
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        let position = SourcePosition(
            line: before.count { $0 == newline } + 1,
            column: offset - lineStart + 1
        )
        let location = SourceLocation(file: file, position: position)
        let unread = SourceText(file: file, text: "", isUnread: true)
        return Diagnosed(unread, [.error(.notUTF8(bytes[offset], isUTF16: isUTF16(bytes)), at: location)])
    }
}

/// Whether a text begins with the byte order mark of UTF-16, which some editors call Unicode.
private func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
}
