package import CommonMark
package import Diagnostics

/// A text with its facts still to be filled in.
package typealias Span = Inline<FactReference>

/// One unit of translation: a paragraph, a heading, a title, an alternative text.
///
/// `text` is the msgid of the catalogues. Link and image addresses are not in it, only their numbers; `targets` has the
/// addresses of this occurrence, so that the same words with other addresses are the same message.
package struct Message: Hashable, Sendable {
    package enum Syntax: Hashable, Sendable {
        /// Inline Markdown with facts in braces.
        case markdown
        /// Plain text with facts in braces: titles, labels.
        case plain
        /// Plain text with facts in braces, the alternative text of an image that stands alone; `{1}` is the image.
        case alternativeText
    }

    /// What the text is, for the translator's eyes; it does not tell messages apart.
    package enum Role: Hashable, Sendable {
        case title
        case description
        case menuLabel
        case heading(level: Int)
        case paragraph
        case listItem
        case quotation
        case columnHeading
        /// A cell of a table, below the heading of its column.
        case cell(column: String)
        case alternativeText(of: String)
        case fact(String)
        case centreText(String)
    }

    package let text: String
    package let syntax: Syntax
    package let role: Role
    /// What `{1}`, `{2}` … stand for, in order.
    package let targets: [Target]
    /// The `id` of a heading, made from the source text and the same in every language.
    package let anchor: String?
    package let location: SourceLocation

    package init(
        text: String,
        syntax: Syntax,
        role: Role,
        targets: [Target] = [],
        anchor: String? = nil,
        at location: SourceLocation
    ) {
        self.text = text
        self.syntax = syntax
        self.role = role
        self.targets = targets
        self.anchor = anchor
        self.location = location
    }

    /// A message without markup, white space folded.
    package init(plain text: String, role: Role, at location: SourceLocation) {
        let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.init(text: folded, syntax: .plain, role: role, at: location)
    }

    /// The text as inlines, facts as inserts and link addresses as their numbers.
    package var spans: [Span] { parseSpans(text, syntax: syntax) }
}

/// Where a link leads or where an image lies, in terms of the project rather than of any page's address.
package enum Target: Hashable, Sendable {
    case page(slug: String, anchor: String?)
    case leaflet(code: String)
    /// A heading of the same document.
    case anchor(String)
    case media(path: String)
    case file(LinkedFile)
    /// `https:`, `mailto:` or `tel:`, facts filled in.
    case external(String)
}

/// Reads the text of a message, or of its translation, as inlines and never as blocks.
package func parseSpans(_ text: String, syntax: Message.Syntax) -> [Span] {
    switch syntax {
    case .plain: splitPlaceholders(in: text, at: .start).spans
    case .alternativeText:
        [.image(.init(source: "{1}", title: "", alternative: parseSpans(text, syntax: .plain), position: .start))]
    case .markdown: parseInlines(text, reportingAt: SourceLocation(file: "")).value.flatMap { spans(of: $0) }
    }
}

/// The braces of a message, or of its translation, that belong to no placeholder and are not doubled.
///
/// Places are in the text itself, from line 1.
package func strayBraces(in text: String, syntax: Message.Syntax) -> [SourcePosition] {
    guard syntax == .markdown else { return splitPlaceholders(in: text, at: .start).strayBraces }
    var places: [SourcePosition] = []
    for inline in parseInlines(text, reportingAt: SourceLocation(file: "")).value {
        _ = inline.mapped(
            text: { text, place -> [Span] in
                places += splitPlaceholders(in: text, at: place).strayBraces
                return []
            },
            code: { text, place -> [Span] in
                places += splitPlaceholders(in: text, at: place).strayBraces
                return []
            }
        )
    }
    return places
}

private func spans(of inline: Inline<Never>) -> [Span] {
    inline.mapped(
        text: { splitPlaceholders(in: $0, at: $1).spans },
        code: { [.code(splitPlaceholders(in: $0, at: $1).literal, at: $1)] }
    )
}
