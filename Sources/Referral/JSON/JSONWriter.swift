extension JSONValue {
    /// The document as published: two-space indent, names in their given order, one final newline.
    ///
    /// Letters stay letters, so that labels can be read in the file; what RFC 8259 section 7 requires is escaped, and
    /// so are the line separators and the bidirectional controls, which an editor would obey instead of showing.
    package var prettyText: String {
        var text = ""
        write(to: &text, indent: 0)
        text += "\n"
        return text
    }

    /// The same value on one line, without spaces or a line end: what programs say to each other.
    package var compactText: String {
        var text = ""
        writeCompactly(to: &text)
        return text
    }

    private func writeCompactly(to text: inout String) {
        switch self {
        case .array(let items):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += "," }
                item.writeCompactly(to: &text)
            }
            text += "]"
        case .object(let object):
            text += "{"
            for (index, member) in object.members.enumerated() {
                if index > 0 { text += "," }
                writeString(member.name, to: &text)
                text += ":"
                member.value.writeCompactly(to: &text)
            }
            text += "}"
        case .null, .bool, .integer, .decimal, .string: write(to: &text, indent: 0)
        }
    }

    private func write(to text: inout String, indent: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .decimal(let number): text += number
        case .string(let string): writeString(string, to: &text)
        case .array(let items):
            writeBlock(items, between: ("[", "]"), to: &text, indent: indent) { item, text in
                item.write(to: &text, indent: indent + 1)
            }
        case .object(let object):
            writeBlock(object.members, between: ("{", "}"), to: &text, indent: indent) { member, text in
                writeString(member.name, to: &text)
                text += ": "
                member.value.write(to: &text, indent: indent + 1)
            }
        }
    }
}

private func writeBlock<Item>(
    _ items: [Item],
    between marks: (open: String, close: String),
    to text: inout String,
    indent: Int,
    writeItem: (Item, inout String) -> Void
) {
    text += marks.open
    for (index, item) in items.enumerated() {
        text += (index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: indent + 1)
        writeItem(item, &text)
    }
    if !items.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += marks.close
}

private func writeString(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\t": text += "\\t"
        case "\r": text += "\\r"
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}"..."\u{200F}", "\u{2028}"..."\u{202E}",
            "\u{2066}"..."\u{2069}":
            let digits = String(scalar.value, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
    }
    text += "\""
}
