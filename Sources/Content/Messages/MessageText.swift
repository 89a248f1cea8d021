import CommonMark
import Diagnostics

/// Writes inlines as the text of a message: version 1 of a form that must never change by itself, since it keys every
/// catalogue.
///
/// - Emphasis is `*…*`, strong is `**…**`, code takes the fewest backticks, a hard break is a backslash and a line end.
/// - White space and soft breaks are one space; facts are `{name}`; literal braces are doubled.
/// - Addresses are numbers in order of appearance: `[words]({1})`, `![words]({2} "title")`.
/// - Only what would otherwise be read as markup is escaped, so that a translator sees ordinary text.
func messageText(of spans: [Span]) -> (text: String, destinations: [NumberedDestination]) {
    var writer = MessageTextWriter()
    writer.write(spans)
    let lines = writer.text.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.map(foldingSpaces).joined(separator: "\n"), writer.destinations)
}

func foldingSpaces(_ text: some StringProtocol) -> String {
    text.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
}

/// An address as it stood in the source, before it is looked up.
struct NumberedDestination: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case link, image }

    var kind: Kind
    var address: String
    var position: SourcePosition
}

private struct MessageTextWriter {
    var text = ""
    var destinations: [NumberedDestination] = []

    mutating func write(_ spans: [Span]) {
        for (index, span) in spans.enumerated() {
            switch span {
            case .text(let string, _):
                let next = spans.indices.contains(index + 1) ? firstCharacter(of: spans[index + 1]) : nil
                text += escaped(bracesDoubled(string), after: text.last, before: next)
            case .softBreak: text += " "
            case .lineBreak: text += "\\\n"
            case .code(let string, _): text += codeSpan(bracesDoubled(string))
            case .html(let string, _): text += string
            case .emphasis(let children): surround(children, with: "*")
            case .strong(let children): surround(children, with: "**")
            case .insert(let fact, _): text += "{\(fact.name)}"
            case .link(let link):
                text += "["
                write(link.children)
                close(.init(kind: .link, address: link.destination, position: link.position), title: link.title)
            case .image(let image):
                text += "!["
                write(image.alternative)
                close(.init(kind: .image, address: image.source, position: image.position), title: image.title)
            }
        }
    }

    private mutating func surround(_ children: [Span], with mark: String) {
        text += mark
        write(children)
        text += mark
    }

    private mutating func close(_ destination: NumberedDestination, title: String) {
        destinations.append(destination)
        text += "]({\(destinations.count)}"
        if !title.isEmpty {
            let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            text += " \"\(bracesDoubled(quoted))\""
        }
        text += ")"
    }
}

private func firstCharacter(of span: Span) -> Character? {
    switch span {
    case .text(let string, _): string.first
    case .insert: "{"
    case .link: "["
    case .image: "!"
    case .emphasis, .strong: "*"
    case .code: "`"
    case .softBreak: " "
    case .lineBreak: "\\"
    case .html: "<"
    }
}

/// Backslashes before what libcmark would read as markup in this place.
private func escaped(_ string: String, after previous: Character?, before next: Character?) -> String {
    let characters = Array(string)
    var result = ""
    for (index, character) in characters.enumerated() {
        let left = index > 0 ? characters[index - 1] : previous
        let right = index + 1 < characters.count ? characters[index + 1] : next
        let needsEscape: Bool =
            switch character {
            case "*", "`", "[", "]", "<": true
            case "_": !(isWordCharacter(left) && isWordCharacter(right))
            case "\\": right.map { $0.isASCII && ($0.isPunctuation || $0.isSymbol) } ?? false
            case "&": right.map { $0 == "#" || $0.isLetter } ?? false
            case "!": right == "["
            default: false
            }
        if needsEscape { result.append("\\") }
        result.append(character)
    }
    return result
}

private func isWordCharacter(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber } ?? false
}

/// A code span with one backtick more than the longest run inside it (CommonMark 0.30, section 6.1).
private func codeSpan(_ literal: String) -> String {
    var (longest, run) = (0, 0)
    for character in literal {
        run = character == "`" ? run + 1 : 0
        longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let needsPadding = literal.hasPrefix("`") || literal.hasSuffix("`")
    return needsPadding ? "\(fence) \(literal) \(fence)" : fence + literal + fence
}

extension Sequence<Span> {
    /// Whether two runs of inlines say the same with the same markup, wherever they stand and whatever their addresses.
    func isSameMarkup(as other: some Sequence<Span>) -> Bool {
        let (a, b) = (withoutPlaces(Array(self)), withoutPlaces(Array(other)))
        return a == b
    }
}

/// Inlines with positions and addresses blanked, soft breaks folded to spaces and neighbouring texts joined.
private func withoutPlaces(_ spans: [Span]) -> [Span] {
    var joined: [Span] = []
    for span in spans.flatMap({ $0.blanked }) {
        if case .text(let string, _) = span, case .text(let before, _)? = joined.last {
            joined[joined.count - 1] = .text(before + string, at: .start)
        } else {
            joined.append(span)
        }
    }
    return joined.map { span in
        guard case .text(let string, let position) = span else { return span }
        // Outer spaces matter to markup, their number does not.
        let folded = foldingSpaces("|\(string)|")
        return .text(folded, at: position)
    }
}

extension Inline where Insert == FactReference {
    fileprivate var blanked: [Span] {
        switch self {
        case .text(let string, _): [.text(string, at: .start)]
        case .softBreak: [.text(" ", at: .start)]
        case .code(let string, _): [.code(foldingSpaces(string), at: .start)]
        case .html(let string, _): [.html(string, at: .start)]
        case .insert(let fact, _): [.insert(fact, at: .start)]
        case .lineBreak: [.lineBreak]
        case .emphasis(let children): [.emphasis(withoutPlaces(children))]
        case .strong(let children): [.strong(withoutPlaces(children))]
        case .link(let link):
            [.link(.init(destination: "", title: link.title, children: withoutPlaces(link.children), position: .start))]
        case .image(let image):
            [
                .image(
                    .init(
                        source: "",
                        title: image.title,
                        alternative: withoutPlaces(image.alternative),
                        position: .start
                    )
                )
            ]
        }
    }
}
