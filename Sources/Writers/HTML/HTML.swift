/// Markup, as opposed to text: the only ways to make it from text escape the text.
package struct HTML: Hashable, Sendable {
    private(set) var bytes: [UInt8] = []

    package init() {}

    /// Markup for a text, which may stand between tags or inside of a quoted attribute.
    package init(escaping text: String) { append(escaping: text) }

    /// Markup written by us; never from content or translations.
    package init(markup: StaticString) { append(markup: markup) }

    /// Markup as a string, to be written out or put into a template.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package var isEmpty: Bool { bytes.isEmpty }

    /// `&`, `<`, `>` and `"` become entities, as libcmark writes them; `'` stays, since attributes are in double quotes.
    package mutating func append(escaping text: some StringProtocol) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            default: bytes.append(byte)
            }
        }
    }

    package mutating func append(markup: StaticString) {
        markup.withUTF8Buffer { bytes += $0 }
    }

    package mutating func append(_ other: HTML) { bytes += other.bytes }

    package mutating func append(_ number: Int) { bytes += String(number).utf8 }

    package mutating func append(_ attributes: [HTMLAttribute]) {
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            append(attribute.name)
            append(markup: "=\"")
            append(escaping: attribute.value)
            append(markup: "\"")
        }
    }

    /// Begins a new line, unless one has just begun.
    mutating func startLine() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    /// An address as the value of an attribute: what RFC 3986 does not allow is percent-encoded.
    ///
    /// The same bytes stay as in libcmark: RFC 3986's reserved and unreserved characters and `%`, without the brackets.
    mutating func append(address: String) {
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append(markup: "&amp;")
            case UInt8(ascii: "'"): append(markup: "&#x27;")
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                bytes.append(byte)
            case _ where "-._~:/?#@!$()*+,;=%".utf8.contains(byte):
                bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(hexadecimal[Int(byte >> 4)])
                bytes.append(hexadecimal[Int(byte & 15)])
            }
        }
    }

    private mutating func append(_ name: StaticString) { append(markup: name) }
}

/// An attribute of an element, whose name is ours and whose value can come from anywhere.
package struct HTMLAttribute: Sendable {
    package var name: StaticString
    package var value: String

    package init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }
}

private let hexadecimal = Array("0123456789ABCDEF".utf8)

extension HTML {
    /// Text of ours that is markup or style already; never content or translations.
    init(trusted text: String) { bytes = Array(text.utf8) }
}
