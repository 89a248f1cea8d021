package import Diagnostics

/// A catalogue together with the file it was read from, so that a place inside of a translation can be named.
package struct CatalogueFile: Sendable {
    package let path: String
    package var catalogue: Catalogue
    private let bytes: [UInt8]
    private let lineStarts: [Int]

    /// `bytes` are those that `catalogue` was parsed from; without them a place is the start of a translation.
    package init(path: String, catalogue: Catalogue, bytes: [UInt8] = []) {
        self.path = path
        self.catalogue = catalogue
        self.bytes = bytes
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == .newline }.map { $0 + 1 }
    }

    /// The place of a byte of a translation, counted in the text as readers get it: escapes and the quotes between
    /// lines of the file do not count.
    ///
    /// Without a byte it is the start of the text; without a place of the text, that of the msgid.
    package func location(inForm form: Int, of entry: Entry, byte: Int? = nil) -> SourceLocation {
        guard entry.place.translations.indices.contains(form) else {
            return SourceLocation(file: path, position: entry.place.id ?? entry.place.entry)
        }
        let start = entry.place.translations[form]
        return SourceLocation(file: path, position: byte.flatMap { position(ofByte: $0, inTextAt: start) } ?? start)
    }

    private func position(ofByte wanted: Int, inTextAt start: SourcePosition) -> SourcePosition? {
        guard lineStarts.indices.contains(start.line - 1) else { return nil }
        var at = lineStarts[start.line - 1] + start.column - 1
        var count = 0
        while at < bytes.count {
            if bytes[at] == .quote {
                // The text goes on in the next string, if there is one; nothing but white space stands between.
                guard let next = bytes[(at + 1)...].firstIndex(where: { !$0.isBlank && $0 != .newline }),
                    bytes[next] == .quote
                else { break }
                at = next + 1
                continue
            }
            if count == wanted { break }
            count += 1
            at = bytes[at] == .backslash ? endOfEscape(at: at) : at + 1
        }
        guard at <= bytes.count, let line = lineStarts.lastIndex(where: { $0 <= at }) else { return nil }
        return SourcePosition(line: line + 1, column: at - lineStarts[line] + 1)
    }

    /// Past an escape, which stands for one byte; the rules are the scanner's.
    private func endOfEscape(at start: Int) -> Int {
        let first = start + 1
        guard first < bytes.count, bytes[first].escapedMeaning == nil else { return first + 1 }
        let (radix, digits, limit) = bytes[first] == UInt8(ascii: "x") ? (16, first + 1, Int.max) : (8, first, 3)
        return digits
            + bytes[min(digits, bytes.count)...].prefix(while: { $0.digit(radix: radix) != nil }).prefix(limit).count
    }
}

/// Reads a PO file and keeps its bytes beside what they say.
package func readCatalogueFile(bytes: [UInt8], path: String) -> Diagnosed<CatalogueFile> {
    parseCatalogue(bytes: bytes, file: path).map { CatalogueFile(path: path, catalogue: $0, bytes: bytes) }
}
