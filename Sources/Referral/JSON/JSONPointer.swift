/// The way to one value inside a document (RFC 6901): `/family/children/0/birthMonth`.
struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    var steps: [String]

    /// The whole document.
    static let root = JSONPointer(steps: [])

    init(steps: [String]) { self.steps = steps }

    /// Nil for a text that is no pointer; the empty text is the whole document.
    init?(_ text: String) {
        guard text.isEmpty || text.hasPrefix("/") else { return nil }
        guard text.firstMatch(of: /~([^01]|$)/) == nil else { return nil }
        steps = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { step in
            String(step).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }
}

extension JSONPointer {
    func appending(_ step: String) -> JSONPointer { JSONPointer(steps: steps + [step]) }

    func appending(_ index: Int) -> JSONPointer { appending(String(index)) }

    var description: String {
        steps.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
    }
}

extension JSONValue {
    /// The document with the value at a pointer replaced or added, or with nil taken away; `-` is the end of a list.
    ///
    /// Nil where the pointer leads nowhere: a parent that is not there, an index past the end, nothing to take away.
    func replacing(_ pointer: JSONPointer, with value: JSONValue?) -> JSONValue? {
        replacing(pointer.steps[...], with: value)
    }

    private func replacing(_ steps: ArraySlice<String>, with value: JSONValue?) -> JSONValue? {
        guard let step = steps.first else { return value }
        let rest = steps.dropFirst()
        switch self {
        case .object(var object):
            if rest.isEmpty {
                guard value != nil || object[step] != nil else { return nil }
                object[step] = value
            } else {
                guard let changed = object[step]?.replacing(rest, with: value) else { return nil }
                object[step] = changed
            }
            return .object(object)
        case .array(var items):
            let index = step == "-" ? items.count : Int(step).flatMap { String($0) == step ? $0 : nil }
            guard let index, (0...items.count).contains(index) else { return nil }
            if index == items.count {
                guard rest.isEmpty, let value else { return nil }
                items.append(value)
            } else if rest.isEmpty {
                if let value { items[index] = value } else { items.remove(at: index) }
            } else {
                guard let changed = items[index].replacing(rest, with: value) else { return nil }
                items[index] = changed
            }
            return .array(items)
        case .null, .bool, .integer, .decimal, .string:
            return nil
        }
    }
}
