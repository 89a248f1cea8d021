/// A line of a text as it can be shown below a problem, with a caret under the place, as compilers do it.
///
/// Characters that nobody sees, or that would move the ones beside them, are written out: `⟨U+202E⟩`. Of a long line
/// there is what stands around the place.
package struct QuotedLine: Hashable, Sendable {
    package let text: String
    /// Spaces and a caret, to be put under `text` in a font of fixed width.
    package let caret: String

    /// The most columns that a line takes.
    private static let width = 100

    /// `column` counts the bytes of the line from 1; past its end, the caret stands behind the last character.
    package init(line: some StringProtocol, column: Int) {
        var cells: [(text: String, width: Int)] = []
        var marked: Int?
        var byte = 1
        for scalar in line.unicodeScalars {
            byte += UTF8.width(scalar)
            if marked == nil, byte > column { marked = cells.count }
            let cell = Self.shown(scalar)
            // A mark that belongs to the character before it takes no column.
            if let text = cell.combining, !cells.isEmpty {
                cells[cells.count - 1].text += text
                if marked == cells.count { marked = cells.count - 1 }
            } else {
                cells.append((cell.text, cell.width))
            }
        }
        let place = marked ?? cells.count
        var (first, last) = (0, cells.count)
        if cells.reduce(0, { $0 + $1.width }) > Self.width {
            (first, last) = Self.window(around: place, of: cells.map(\.width))
        }
        let before = first > 0 ? "…" : ""
        text = before + cells[first..<last].map(\.text).joined() + (last < cells.count ? "…" : "")
        let offset = cells[first..<min(place, last)].reduce(before.count) { $0 + $1.width }
        caret = String(repeating: " ", count: offset) + "^"
    }

    /// The cells around one, a third of the width before it.
    private static func window(around place: Int, of widths: [Int]) -> (first: Int, last: Int) {
        var (first, room) = (place, width / 3)
        while first > 0, room >= widths[first - 1] {
            first -= 1
            room -= widths[first]
        }
        var last = first
        room = width
        while last < widths.count, room >= widths[last] {
            room -= widths[last]
            last += 1
        }
        return (first, max(last, min(place + 1, widths.count)))
    }

    private static func shown(_ scalar: Unicode.Scalar) -> (text: String, width: Int, combining: String?) {
        if scalar == "\t" { return (" ", 1, nil) }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
            let name = "⟨" + unicodeName(scalar) + "⟩"
            return (name, name.count, nil)
        case .nonspacingMark, .enclosingMark:
            let text = String(Character(scalar))
            return ("◌" + text, 1, text)
        default:
            return (String(Character(scalar)), isWide(scalar) ? 2 : 1, nil)
        }
    }

    /// Whether a terminal gives the character two columns: the blocks of wide characters of Unicode's
    /// EastAsianWidth.txt, and emoji.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}

/// `U+202E`.
package func unicodeName(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
