extension Unicode.Scalar {
    /// Whether nobody sees the character and it can change what is read around it: C0 and C1 but for the line feed;
    /// separators of lines and paragraphs; bidirectional embeddings and overrides; byte order marks; what is no
    /// character or stands for a lost one; tags (The Unicode Standard, chapter 23).
    package var isControlMark: Bool {
        switch value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0xFEFF, 0xFFF9...0xFFFF, 0xE0000...0xE007F: true
        default: false
        }
    }

    /// Whether it begins or ends a stretch of a direction of its own, U+2066 to U+2069.
    package var isIsolateMark: Bool { (0x2066...0x2069).contains(value) }

    /// What word processors leave in a text, and what means nothing there: soft hyphens, blanks without width, joiners
    /// of words, byte order marks.
    fileprivate var isLeftover: Bool { [0x00AD, 0x200B, 0x2060, 0xFEFF].contains(value) }
}

/// A text of the content without marks that nobody sees; the file stays as it is.
///
/// Harmless ones are left out with a warning, and line ends are those of Unix. The others are errors, and left out too,
/// so that nothing further is said because of them. Each character is named once, at its first place.
func leavingOutHiddenMarks(of text: String, file: String) -> Diagnosed<SourceText> {
    var source = SourceText(file: file, text: "")
    guard text.unicodeScalars.contains(where: { $0.isLeftover || $0.isRefused }) else {
        source.text = text
        return Diagnosed(source)
    }
    var kept = String.UnicodeScalarView()
    var marks: [Unicode.Scalar: (first: SourcePosition, count: Int)] = [:]
    // The place in the file, and the column in the text that is kept.
    var (place, column) = (SourcePosition.start, 1)
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
        // A return ends a line with the line feed after it, or alone.
        if scalar == "\r", scalars.first == "\n" { continue }
        if scalar == "\n" || scalar == "\r" {
            kept.append("\n")
            place = SourcePosition(line: place.line + 1, column: 1)
            column = 1
            continue
        }
        let width = UTF8.width(scalar)
        if scalar.isLeftover || scalar.isRefused {
            marks[scalar, default: (place, 0)].count += 1
            source.columns.add(width, from: column, line: place.line)
        } else {
            kept.append(scalar)
            column += width
        }
        place.column += width
    }
    source.text = String(kept)
    let diagnostics = marks.map { scalar, found in
        let location = SourceLocation(file: file, position: found.first)
        return scalar.isLeftover
            ? Diagnostic.warning(.hiddenLeftover(scalar, count: found.count), at: location)
            : .error(.hiddenMark(scalar, count: found.count), at: location)
    }
    return Diagnosed(source, diagnostics.sortedByPlace())
}

extension StringProtocol {
    /// The first character that nobody sees and content can't have: what an escape of YAML or an entity of Markdown made.
    package var hiddenMark: Unicode.Scalar? { unicodeScalars.first(where: \.isRefused) }
}

extension Unicode.Scalar {
    /// Tabs are blanks of the source, which each reader judges; the return is a line end.
    fileprivate var isRefused: Bool { (isControlMark && self != "\t") || isIsolateMark }
}
