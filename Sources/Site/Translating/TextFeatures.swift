import CommonMark
import Content
import Diagnostics

/// What of a text its translation must have too, with the byte at which each begins.
struct TextFeatures {
    struct Target {
        /// `link {1}`, `image {2}`.
        var name: String
        var hasWords: Bool
        var byte: Int?
    }

    var targets: [Target] = []
    var facts: [(name: String, byte: Int?)] = []
    var counts: [TranslationFault.MarkupKind: Int] = [:]
    /// The first piece of HTML.
    var html: Int?
    var hasSoftBreak = false
    /// What a reader sees, facts as their names in braces.
    var words = ""

    private let text: String
    private let syntax: Message.Syntax

    init(of text: String, syntax: Message.Syntax) {
        self.text = text
        self.syntax = syntax
        visit(parseSpans(text, syntax: syntax))
    }

    private mutating func visit(_ spans: [Span]) {
        for span in spans {
            switch span {
            case .text(let string, _): words += string
            case .code(let string, _):
                counts[.code, default: 0] += 1
                words += string
            case .softBreak:
                hasSoftBreak = true
                words += " "
            case .lineBreak:
                counts[.lineBreak, default: 0] += 1
                words += " "
            case .html(_, let place): html = html ?? byte(of: place)
            case .emphasis(let children):
                counts[.emphasis, default: 0] += 1
                visit(children)
            case .strong(let children):
                counts[.strong, default: 0] += 1
                visit(children)
            case .insert(let fact, let place):
                let name = "{\(fact.name)}"
                facts.append((name, byte(of: place)))
                words += name
            case .link(let link): visit(link.children, of: "link \(link.destination)", at: link.position)
            case .image(let image): visit(image.alternative, of: "image \(image.source)", at: image.position)
            }
        }
    }

    private mutating func visit(_ children: [Span], of name: String, at place: SourcePosition) {
        let index = targets.count
        targets.append(Target(name: name, hasWords: true, byte: byte(of: place)))
        let before = words.utf8.count
        visit(children)
        let inner = words.utf8.dropFirst(before)
        targets[index].hasWords = !Substring(inner).allSatisfy(\.isWhitespace) || containsImage(children)
    }

    private func containsImage(_ spans: [Span]) -> Bool {
        spans.contains { if case .image = $0 { true } else { false } }
    }

    private func byte(of place: SourcePosition) -> Int? { byteOffset(of: place, in: text, syntax: syntax) }
}

/// The byte of a text at a place in it, counted from 0.
///
/// Markdown has lines; plain text is one line, whatever is in it.
func byteOffset(of place: SourcePosition, in text: String, syntax: Message.Syntax) -> Int? {
    guard syntax == .markdown else { return place.column - 1 }
    var line = 1
    var start = 0
    for (offset, byte) in text.utf8.enumerated() where line < place.line && byte == UInt8(ascii: "\n") {
        line += 1
        start = offset + 1
    }
    return line == place.line ? start + place.column - 1 : nil
}
