package import Diagnostics

/// A name in braces in a text: `{service.minimum_months}`, `{centre.phone}`.
package struct FactReference: Hashable, Sendable {
    /// The whole name, as written between the braces.
    package let name: String

    package init(_ name: String) { self.name = name }

    /// Names are identifiers parted by dots, as Python's format strings have them: what checks a translation for other
    /// programs (msgfmt, Weblate) takes no hyphen.
    package static func isIdentifier(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }

    /// A name with underscores where it had hyphens, as names did before version 0.2.
    package static func respelled(_ name: String) -> String { name.replacing("-", with: "_") }
}

/// What a fact is, so that each language and each medium can show it in its own way.
package enum Fact: Hashable, Sendable {
    case number(Int)
    case phone(PhoneNumber)
    case email(String)
    case url(String)
    case date(CalendarDate)
    /// Words, which are translated.
    case text(Message)
    /// A code for other tools (`weekly`); it can't stand in a text.
    case code(String)
}

/// The facts of `service.yml`, which texts name instead of repeating.
package struct Facts: Hashable, Sendable {
    /// In the order of the file.
    package private(set) var entries: [Entry] = []
    private var indices: [String: Int] = [:]
    /// The keys whose values can't be read; nil where nothing of the file can.
    package private(set) var unread: Set<String>? = []

    package struct Entry: Hashable, Sendable {
        package let key: String
        package let fact: Fact
        package let location: SourceLocation
    }

    package init() {}

    package mutating func add(_ entry: Entry) {
        indices[entry.key] = entries.count
        entries.append(entry)
    }

    /// Facts of a file that can't be read.
    static var unread: Facts {
        var facts = Facts()
        facts.unread = nil
        return facts
    }

    mutating func leaveOut(_ key: String) { unread?.insert(key) }

    /// Whether a fact is there, for all that can be read of it.
    func mayHold(_ reference: FactReference) -> Bool {
        guard reference.name.hasPrefix(Self.prefix) else { return false }
        return unread?.contains(String(reference.name.dropFirst(Self.prefix.count))) ?? true
    }

    package subscript(key: String) -> Fact? {
        indices[key].map { entries[$0].fact }
    }

    /// The fact that a placeholder names: `service.` and a key.
    package subscript(reference: FactReference) -> Fact? {
        guard reference.name.hasPrefix(Self.prefix) else { return nil }
        return self[String(reference.name.dropFirst(Self.prefix.count))]
    }

    /// The facts that are words.
    package var messages: [Message] {
        entries.compactMap { if case .text(let message) = $0.fact { message } else { nil } }
    }

    package var referenceNames: [String] { entries.map { Self.prefix + $0.key } }

    private static let prefix = "service."
}
