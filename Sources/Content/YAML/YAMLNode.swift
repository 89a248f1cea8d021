package import Diagnostics
internal import Yams

/// A YAML value with its place: what Yams composes, held in a closed enum so that every reader of it is exhaustive.
package struct YAMLNode: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        /// A scalar as text. `isPlain` is false for quoted and block scalars, which are text and nothing else.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Pair])
    }

    package struct Pair: Hashable, Sendable {
        package var key: String
        package var keyLocation: SourceLocation
        package var value: YAMLNode
    }

    package var value: Value
    package var location: SourceLocation

    /// How a message names this kind of value.
    package var kind: Wording {
        switch value {
        case .scalar: .singleValue
        case .sequence: .list
        case .mapping: .mapping
        }
    }
}

/// Deeper nesting than any file of ours needs; past it Yams' recursive composer would exhaust the stack.
private let depthLimit = 100
/// More nodes than any file of ours needs; past it aliases are being used to multiply content.
private let nodeLimit = 200_000

/// Reads one YAML document.
///
/// `firstLine` is the line at which `source.text` starts in its file.
///
/// The value is nil when the text can't be read, which is an error of its own: nothing more is to be said about it. An
/// empty text is a mapping without keys.
package func parseYAML(_ source: SourceText, firstLine: Int = 1) -> Diagnosed<YAMLNode?> {
    guard !source.isUnread else { return Diagnosed(nil) }
    let places = YAMLPlaces(source: source, firstLine: firstLine)
    if let place = placeOfExcessiveDepth(in: source.text) {
        let location = places.location(line: place.line, scalarColumn: place.column)
        return Diagnosed(nil, [.error(.yamlTooDeep(limit: depthLimit), at: location)])
    }
    do {
        guard let root = try Yams.compose(yaml: source.text) else {
            return Diagnosed(YAMLNode(value: .mapping([]), location: places.location(line: 1, scalarColumn: 1)))
        }
        var conversion = Conversion(places: places)
        guard let node = conversion.converted(root) else {
            let location = places.location(line: 1, scalarColumn: 1)
            return Diagnosed(nil, [.error(.yamlTooLarge(limit: nodeLimit), at: location)])
        }
        return Diagnosed(node, conversion.diagnostics)
    } catch {
        return Diagnosed(nil, [diagnostic(for: error, places: places)])
    }
}

/// Turns what Yams composes into our values, and says what can't be one.
private struct Conversion {
    let places: YAMLPlaces
    var budget = nodeLimit
    /// In the order of the file.
    var diagnostics: [Diagnostic] = []

    /// Nil past the limit of nodes.
    mutating func converted(_ node: Yams.Node) -> YAMLNode? {
        budget -= 1
        guard budget > 0 else { return nil }
        let location = places.location(of: node.mark)
        switch node {
        case .scalar(let scalar):
            return YAMLNode(value: .scalar(scalar.string, isPlain: scalar.style == .plain), location: location)
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            for item in sequence {
                guard let item = converted(item) else { return nil }
                items.append(item)
            }
            return YAMLNode(value: .sequence(items), location: location)
        case .mapping(let mapping):
            var pairs: [YAMLNode.Pair] = []
            for (key, value) in mapping {
                guard let value = converted(value) else { return nil }
                let keyLocation = places.location(of: key.mark)
                guard let key = key.scalar?.string else {
                    diagnostics.append(.error(.compoundKey, at: keyLocation))
                    continue
                }
                pairs.append(.init(key: key, keyLocation: keyLocation, value: value))
            }
            return YAMLNode(value: .mapping(pairs), location: location)
        case .alias:
            return YAMLNode(value: .scalar("", isPlain: true), location: location)
        }
    }
}

/// Where a text nests deeper than the limit, judged by brackets, indentation and runs of `- ` without reading it fully.
private func placeOfExcessiveDepth(in text: String) -> (line: Int, column: Int)? {
    var brackets = 0
    var (line, column) = (1, 1)
    var leading = 0
    var isLeading = true
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\n"):
            (line, column) = (line + 1, 0)
            (leading, isLeading) = (0, true)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            brackets += 1
            isLeading = false
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            brackets = max(0, brackets - 1)
            isLeading = false
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"):
            if isLeading { leading += 1 }
        default:
            isLeading = false
        }
        // A line's end leaves `leading` at what opened it; rules and blank lines of any length are no nesting.
        if brackets > depthLimit || (!isLeading && leading > 4 * depthLimit) { return (line, max(1, column)) }
        column += 1
    }
    return nil
}

/// Turns Yams' marks (columns in Unicode scalars) into our places (columns in UTF-8 bytes, lines of the whole file).
struct YAMLPlaces {
    var source: SourceText
    var firstLine: Int
    let lines: [Substring]

    init(source: SourceText, firstLine: Int) {
        self.source = source
        self.firstLine = firstLine
        lines = source.text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    /// The number that a line of the text has in its file.
    func line(_ line: Int) -> Int { max(1, line) + firstLine - 1 }

    /// Of the characters that no YAML may hold.
    var firstControlCharacter: SourceLocation {
        for (index, line) in lines.enumerated() {
            let column = line.unicodeScalars.enumerated().first {
                $1.properties.generalCategory == .control && $1 != "\t"
            }
            if let column { return location(line: index + 1, scalarColumn: column.offset + 1) }
        }
        return location(line: 1, scalarColumn: 1)
    }

    func character(at mark: Mark) -> Unicode.Scalar? {
        guard lines.indices.contains(mark.line - 1) else { return nil }
        return lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).first
    }

    func location(of mark: Mark?) -> SourceLocation {
        location(line: mark?.line ?? 1, scalarColumn: mark?.column ?? 1)
    }

    func location(line: Int, scalarColumn: Int) -> SourceLocation {
        var column = scalarColumn
        if lines.indices.contains(line - 1) {
            let before = lines[line - 1].unicodeScalars.prefix(max(0, scalarColumn - 1))
            column += before.reduce(0) { $0 + UTF8.width($1) - 1 }
        }
        return SourceLocation(
            file: source.file,
            position: source.position(line: self.line(line), column: max(1, column))
        )
    }
}
