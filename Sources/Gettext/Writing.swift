/// The catalogue as a PO file, always the same bytes for the same catalogue: what `msgcat --no-wrap` prints.
///
/// Texts are split after each line break and nowhere else; only the list of files is kept to 79 columns. Wrapping at 80 columns, gettext's default, needs Unicode's
/// line-breaking and width tables, whose versions differ between gettext, Weblate's toolkit and Poedit, so every tool
/// would rewrap what another wrote, most of all in Chinese; and one changed word would move the rest of its paragraph.
/// Unwrapped, a changed message is one changed line. Poedit keeps the form a file has; Weblate's file format parameter
/// `po_line_wrap` is set to 65535, "only wrap lines at newlines".
///
/// Unlike msgcat, control characters that have no letter are written as `\033`, never raw; U+0000 and U+0004, which no
/// PO text can hold, become U+FFFD as they do in CommonMark.
package func writeCatalogue(_ catalogue: Catalogue) -> String {
    var writer = CatalogueWriter()
    for entry in [catalogue.header].compactMap(\.self) + catalogue.entries { writer.write(entry, isObsolete: false) }
    for entry in catalogue.obsolete { writer.write(entry, isObsolete: true) }
    return String(decoding: writer.bytes, as: UTF8.self)
}

private struct CatalogueWriter {
    var bytes: [UInt8] = []

    mutating func write(_ entry: Entry, isObsolete: Bool) {
        if !bytes.isEmpty { bytes.append(.newline) }
        for comment in entry.translatorComments { write(comment: comment, mark: "#") }
        for comment in entry.extractedComments { write(comment: comment, mark: "#.") }
        write(references: entry.references.map { written(reference: folded($0)) })
        if !entry.flags.isEmpty { write(comment: folded(entry.flags.joined(separator: ", ")), mark: "#,") }

        if let previous = entry.previous {
            let mark = isObsolete ? "#~| " : "#| "
            if let context = previous.context { write("msgctxt", context, mark: mark) }
            write("msgid", previous.id, mark: mark)
            if let plural = previous.plural { write("msgid_plural", plural, mark: mark) }
        }
        let mark = isObsolete ? "#~ " : ""
        if let context = entry.context { write("msgctxt", context, mark: mark) }
        write("msgid", entry.id, mark: mark)
        if let plural = entry.plural {
            write("msgid_plural", plural, mark: mark)
            for (index, translation) in forms(of: entry).enumerated() {
                write("msgstr[\(index)]", translation, mark: mark)
            }
        } else {
            write("msgstr", entry.translations.first ?? "", mark: mark)
        }
    }

    /// An entry without any translation still needs its empty msgstr.
    private func forms(of entry: Entry) -> [String] { entry.translations.isEmpty ? [""] : entry.translations }

    private func folded(_ text: String) -> String {
        String(decoding: text.utf8.map { $0 == .newline ? .space : $0 }, as: UTF8.self)
    }

    /// Files share a line up to the width that gettext keeps for them even when it wraps nothing else.
    private mutating func write(references: [String]) {
        let width = 79
        var column = 0
        for reference in references {
            let length = reference.utf8.count + 1
            if column > 0, column + length > width {
                bytes.append(.newline)
                column = 0
            }
            if column == 0 {
                bytes += "#:".utf8
                column = 2
            }
            bytes.append(.space)
            bytes += reference.utf8
            column += length
        }
        if column > 0 { bytes.append(.newline) }
    }

    private mutating func write(comment: String, mark: String) {
        for line in comment.utf8.split(separator: .newline, omittingEmptySubsequences: false) {
            bytes += mark.utf8
            if !line.isEmpty {
                bytes.append(.space)
                bytes += line
            }
            bytes.append(.newline)
        }
    }

    private mutating func write(_ keyword: String, _ text: String, mark: String) {
        bytes += mark.utf8
        bytes += keyword.utf8
        bytes += " \"".utf8
        let hasInnerBreak = text.utf8.dropLast().contains(.newline)
        if hasInnerBreak { breakLine(mark) }
        let last = text.utf8.count - 1
        for (index, byte) in text.utf8.enumerated() {
            write(byte)
            if hasInnerBreak, byte == .newline, index < last { breakLine(mark) }
        }
        bytes += "\"\n".utf8
    }

    private mutating func breakLine(_ mark: String) {
        bytes += "\"\n".utf8
        bytes += mark.utf8
        bytes.append(.quote)
    }

    private mutating func write(_ byte: UInt8) {
        if byte.isPlainInString, byte != 0x7F {
            bytes.append(byte)
        } else if let letter = byte.escapeLetter {
            bytes += [.backslash, letter]
        } else if byte == 0 || byte == .endOfTransmission {
            bytes += "\u{FFFD}".utf8
        } else {
            let digits = String(byte, radix: 8)
            bytes.append(.backslash)
            bytes += String(repeating: "0", count: 3 - digits.utf8.count).utf8
            bytes += digits.utf8
        }
    }
}
