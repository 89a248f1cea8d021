package import Diagnostics

/// What stands inside a paragraph or a heading: all of CommonMark's inlines, plus whatever `Insert` adds to them.
///
/// The parser gives `Inline<Never>`: CommonMark and nothing else. `Content` splits text into text and facts,
/// and so makes trees with an `Insert` of its own, which the same writer can write.
///
/// Places are those of the first byte in the source: the backtick of code, the bracket of a link, the backslash or the
/// ampersand of a text that begins with an escape or an entity.
package indirect enum Inline<Insert: Hashable & Sendable>: Hashable, Sendable {
    case text(String, at: SourcePosition)
    case softBreak
    case lineBreak
    case code(String, at: SourcePosition)
    /// Raw HTML, as written. Kept so that it can be refused with its place; no writer ever writes it.
    case html(String, at: SourcePosition)
    case emphasis([Inline])
    case strong([Inline])
    case link(Link<Insert>)
    case image(Image<Insert>)
    case insert(Insert, at: SourcePosition)
}

package struct Link<Insert: Hashable & Sendable>: Hashable, Sendable {
    /// The address as written in the source, entities and escapes resolved, not percent-encoded.
    package var destination: String
    package var title: String
    package var children: [Inline<Insert>]
    package var position: SourcePosition

    package init(destination: String, title: String, children: [Inline<Insert>], position: SourcePosition) {
        self.destination = destination
        self.title = title
        self.children = children
        self.position = position
    }
}

package struct Image<Insert: Hashable & Sendable>: Hashable, Sendable {
    package var source: String
    package var title: String
    /// The alternative text, as inlines; readers get its plain text.
    package var alternative: [Inline<Insert>]
    package var position: SourcePosition

    package init(source: String, title: String, alternative: [Inline<Insert>], position: SourcePosition) {
        self.source = source
        self.title = title
        self.alternative = alternative
        self.position = position
    }
}
