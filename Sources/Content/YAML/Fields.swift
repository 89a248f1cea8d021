package import Diagnostics

/// Reads the keys of one YAML mapping, and remembers which it was asked for: what is left over is unknown.
///
/// Each reader gives nil where the key is missing or its value is of the wrong kind, and notes why, so that one pass
/// over a file reports all of its problems. Call `finish()` last.
package struct Fields {
    /// How messages name the mapping, as the subject of a sentence.
    package let name: Wording
    package let location: SourceLocation
    package private(set) var diagnostics: [Diagnostic] = []
    private var pairs: [String: YAMLNode.Pair] = [:]
    private var order: [String] = []
    private var known: Set<String> = []
    private var missing: [String] = []
    /// Whether there is no value where the mapping should be, as happens when its lines are not indented.
    private let isEmptyValue: Bool
    /// What was read of mappings without a value.
    private var emptyValues: [Fields] = []

    /// An absent node reads as an empty mapping at `location`; anything but a mapping is an error.
    package init(_ node: YAMLNode?, name: Wording, location: SourceLocation) {
        self.name = name
        self.location = node?.location ?? location
        isEmptyValue = node?.value == .scalar("", isPlain: true)
        guard let node, !isEmptyValue else { return }
        guard case .mapping(let found) = node.value else {
            report(.error(.wrongKind(name, is: node.kind, wanted: .keysWithValues), at: node.location))
            return
        }
        for pair in found {
            pairs[pair.key] = pair
            order.append(pair.key)
        }
    }

    package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The keys that stand in the mapping, in their order.
    package var keys: [String] { order }

    package func has(_ key: String) -> Bool { pairs[key] != nil }

    package func place(of key: String) -> SourceLocation { pairs[key]?.value.location ?? location }

    package func keyPlace(of key: String) -> SourceLocation { pairs[key]?.keyLocation ?? location }

    package mutating func optionalNode(_ key: String) -> YAMLNode? {
        known.insert(key)
        return pairs[key]?.value
    }

    package mutating func node(_ key: String) -> YAMLNode? {
        guard let node = optionalNode(key) else {
            missing.append(key)
            return nil
        }
        return node
    }

    /// What `read` gives; nil where it finds an error, or where the key is there misspelt.
    package mutating func unlessFaulty<Value>(_ key: String, _ read: (inout Fields) -> Value) -> Value? {
        let before = diagnostics.count
        let value = read(&self)
        if diagnostics[before...].hasErrors { return nil }
        return hasSlip(of: key) ? nil : value
    }

    /// Whether a key is not there, but one that is near to it.
    package func hasSlip(of key: String) -> Bool {
        !has(key) && order.contains { nearest(to: $0, among: [key]) != nil }
    }

    /// Non-empty text.
    package mutating func text(_ key: String) -> String? { node(key).flatMap { text(of: $0, key) } }

    package mutating func optionalText(_ key: String) -> String? { optionalNode(key).flatMap { text(of: $0, key) } }

    package mutating func integer(_ key: String) -> Int? { node(key).flatMap { integer(of: $0, key) } }

    package mutating func optionalInteger(_ key: String) -> Int? {
        optionalNode(key).flatMap { integer(of: $0, key) }
    }

    /// True or false; `fallback` where the key is absent.
    package mutating func flag(_ key: String, unless fallback: Bool = false) -> Bool {
        guard let node = optionalNode(key) else { return fallback }
        switch node.value {
        case .scalar("true", isPlain: true): return true
        case .scalar("false", isPlain: true): return false
        default:
            report(.error(.notFlag(key), at: node.location))
            return false
        }
    }

    package mutating func date(_ key: String) -> CalendarDate? { node(key).flatMap { date(of: $0, key) } }

    package mutating func optionalDate(_ key: String) -> CalendarDate? {
        optionalNode(key).flatMap { date(of: $0, key) }
    }

    /// One of a closed set of words.
    package mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String,
        of type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        node(key).flatMap { choice(of: $0, key, type) }
    }

    /// The same for a value already taken from a list.
    package mutating func choice<Choice: RawRepresentable & CaseIterable>(
        of node: YAMLNode,
        _ key: String,
        _ type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let text = text(of: node, key) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let hint = didYouMean(text, among: Choice.allCases.map(\.rawValue))
        report(.error(.unknownValue(text, of: key, hint: hint), at: node.location))
        return nil
    }

    /// The items of a list; none where the key is absent.
    package mutating func list(_ key: String) -> [YAMLNode] {
        guard let node = optionalNode(key) else { return [] }
        guard case .sequence(let items) = node.value else {
            report(.error(.wrongKind(.key(key), is: node.kind, wanted: .list), at: node.location))
            return []
        }
        return items
    }

    package mutating func texts(_ key: String) -> [String] {
        list(key).compactMap { text(of: $0, key) }
    }

    /// The keys of a mapping below this one.
    ///
    /// Merge its problems back with `absorb`.
    package mutating func fields(_ key: String, name: Wording) -> Fields? {
        node(key).map { Fields($0, name: name, location: $0.location) }
    }

    package mutating func optionalFields(_ key: String, name: Wording) -> Fields? {
        optionalNode(key).map { Fields($0, name: name, location: $0.location) }
    }

    /// Ends the reading of `inner` and takes over what it found.
    package mutating func absorb(_ inner: Fields) {
        var inner = inner
        if inner.isEmptyValue {
            emptyValues.append(inner)
        } else {
            inner.finish()
            diagnostics += inner.diagnostics
        }
    }

    /// Reports every key that nobody asked for, and every one that is missing.
    ///
    /// A key that is not indented, or has a slip in it, is not missing too.
    package mutating func finish() {
        for value in emptyValues {
            let strays = order.filter { !known.contains($0) && value.known.contains($0) }
            known.formUnion(strays)
            if let first = strays.first {
                report(.error(.notIndented(first, under: value.name), at: keyPlace(of: first)))
            } else {
                report(.error(.noKeys(value.name), at: value.location))
            }
        }
        let unknown = order.filter { !known.contains($0) }
        let free = known.subtracting(pairs.keys)
        if unknown.count == 1, missing.count == 1 {
            missing = []
        } else {
            let meant = unknown.compactMap { nearest(to: $0, among: free) }
            missing.removeAll { meant.contains($0) }
        }
        for key in unknown {
            report(.error(.unknownKey(key, of: name, hint: didYouMean(key, among: free)), at: keyPlace(of: key)))
        }
        if isEmptyValue {
            report(.error(.noKeys(name), at: location))
        } else {
            for key in missing { report(.error(.missingKey(key, of: name), at: location)) }
        }
        (emptyValues, missing) = ([], [])
        known.formUnion(order)
    }

    package mutating func text(of node: YAMLNode, _ key: String) -> String? {
        guard case .scalar(let text, _) = node.value else {
            report(.error(.wrongKind(.key(key), is: node.kind, wanted: .text), at: node.location))
            return nil
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            report(.error(.emptyValue(key), at: node.location))
            return nil
        }
        if let mark = text.hiddenMark {
            report(.error(.hiddenMark(mark, count: 1), at: node.location))
            return nil
        }
        return text
    }

    private mutating func integer(of node: YAMLNode, _ key: String) -> Int? {
        guard case .scalar(let text, isPlain: true) = node.value, let number = Int(text) else {
            report(.error(.notWholeNumber(key), at: node.location))
            return nil
        }
        return number
    }

    private mutating func date(of node: YAMLNode, _ key: String) -> CalendarDate? {
        guard let text = text(of: node, key) else { return nil }
        if let date = CalendarDate(text) { return date }
        report(.error(.badDate(text), at: node.location))
        return nil
    }
}
