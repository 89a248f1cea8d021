import CommonMark
import Diagnostics

/// A text cut at its placeholders, and the places of braces that are no placeholder.
struct PlaceholderSplit {
    var spans: [Span] = []
    var strayBraces: [SourcePosition] = []

    /// The text with literal braces, for code spans, where facts are not filled in.
    var literal: String {
        spans.reduce(into: "") { text, span in
            switch span {
            case .text(let string, _): text += string
            case .insert(let fact, _): text += "{\(fact.name)}"
            default: break
            }
        }
    }
}

/// Cuts `text`, which starts at `position`, at `{name}`; `{{` and `}}` are literal braces, as in Python's format.
///
/// A brace that is neither is kept as text and its place is noted.
func splitPlaceholders(in text: String, at position: SourcePosition) -> PlaceholderSplit {
    var split = PlaceholderSplit()
    var literal = ""
    var literalStart = position
    var rest = Substring(text)
    func place() -> SourcePosition {
        let offset = text.utf8.distance(from: text.startIndex, to: rest.startIndex)
        return SourcePosition(line: position.line, column: position.column + offset)
    }
    func flush() {
        if !literal.isEmpty { split.spans.append(.text(literal, at: literalStart)) }
        literal = ""
    }
    while let character = rest.first {
        if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
            literal.append(character)
            rest.removeFirst(2)
        } else if character == "{", let name = placeholderName(atStartOf: rest) {
            flush()
            split.spans.append(.insert(FactReference(name), at: place()))
            rest.removeFirst(name.count + 2)
            literalStart = place()
        } else {
            if character == "{" || character == "}" { split.strayBraces.append(place()) }
            literal.append(character)
            rest.removeFirst()
        }
    }
    flush()
    return split
}

/// The name between the braces at the start of a text: letters, digits, dots, hyphens and underscores.
private func placeholderName(atStartOf text: Substring) -> String? {
    let name = text.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) }
    guard !name.isEmpty, text[name.endIndex...].first == "}" else { return nil }
    return String(name)
}

/// A message's text with underscores for the hyphens in its placeholders' names (see ``FactReference/respelled(_:)``).
package func respellingPlaceholders(_ text: String) -> String {
    guard text.contains("{"), text.contains("-") else { return text }
    let split = splitPlaceholders(in: text, at: .start)
    // What can't be read is left as it is.
    guard split.strayBraces.isEmpty else { return text }
    return split.spans.reduce(into: "") { result, span in
        switch span {
        case .text(let literal, _): result += bracesDoubled(literal)
        case .insert(let fact, _): result += "{\(FactReference.respelled(fact.name))}"
        default: break
        }
    }
}

/// Text with its braces doubled, so that reading it again gives the same text.
func bracesDoubled(_ text: String) -> String {
    guard text.contains(where: { $0 == "{" || $0 == "}" }) else { return text }
    return text.reduce(into: "") { result, character in
        result.append(character)
        if character == "{" || character == "}" { result.append(character) }
    }
}
