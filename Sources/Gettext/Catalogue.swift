/// A PO file: the messages of one language in the order of the file, or the template that all languages start from.
///
/// Two entries never share a key: the parser reports the second one and leaves it out.
package struct Catalogue: Equatable, Sendable {
    /// The entry with the empty msgid, whose translation holds the header fields.
    package var header: Entry?
    package var entries: [Entry]
    /// `#~` entries: translations of messages that left the content, kept in case they come back.
    package var obsolete: [Entry]

    package init(header: Entry? = nil, entries: [Entry] = [], obsolete: [Entry] = []) {
        self.header = header
        self.entries = entries
        self.obsolete = obsolete
    }
}

/// One line of the header: `Language: ar`.
package struct HeaderField: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension Catalogue {
    /// The header's fields in the order of the file; lines without a colon are left out.
    package var headerFields: [HeaderField] {
        (header?.translations.first ?? "").split(separator: "\n").compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return HeaderField(trimmed(line[..<colon]), trimmed(line[line.index(after: colon)...]))
        }
    }

    /// The value of the first field of that name; names are compared as they are written.
    package subscript(header name: String) -> String? {
        headerFields.first { $0.name == name }?.value
    }

    /// How many forms this language has and which number takes which; nil when the header does not say so, or says it wrongly.
    package var pluralRule: PluralRule? {
        self[header: "Plural-Forms"].flatMap { try? PluralRule(parsing: $0) }
    }

    package func lookup() -> Lookup { Lookup(self) }
}

/// Entries by key, each found in constant time; obsolete entries are not among them.
package struct Lookup: Sendable {
    private let entries: [Entry]
    private let indices: [MessageKey: Int]

    package init(_ catalogue: Catalogue) {
        entries = catalogue.entries
        indices = Dictionary(
            zip(catalogue.entries.map(\.key), catalogue.entries.indices),
            uniquingKeysWith: { first, _ in first }
        )
    }

    package subscript(key: MessageKey) -> Entry? {
        indices[key].map { entries[$0] }
    }

    package subscript(id: String, context context: String? = nil) -> Entry? {
        self[MessageKey(id, context: context)]
    }
}

/// The text without the spaces and tabs around it.
func trimmed(_ text: Substring) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
    let utf8 = text.utf8
    guard let first = utf8.firstIndex(where: { !isSpace($0) }), let last = utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[first...last])
}
