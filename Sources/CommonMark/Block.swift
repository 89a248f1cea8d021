package import Diagnostics

/// The blocks of a document: all of CommonMark's, plus whatever `Insert` adds to them.
///
/// `Leaf` is what a paragraph or a heading holds: inlines when it comes from the parser, a message once `Content`
/// has taken the words out, a passage in some language once `Site` has put them back.
package indirect enum Block<Leaf: Hashable & Sendable, Insert: Hashable & Sendable>: Hashable, Sendable {
    case paragraph(Leaf, at: SourceRange)
    /// A heading of level 1 to 6.
    case heading(level: Int, Leaf, at: SourceRange)
    case thematicBreak(at: SourceRange)
    case blockQuote([Block], at: SourceRange)
    case list(List<Leaf, Insert>)
    case codeBlock(CodeBlock)
    /// Raw HTML, as written. Kept so that it can be refused with its place; no writer ever writes it.
    case html(String, at: SourceRange)
    case insert(Insert, at: SourceRange)
}

package enum ListKind: Hashable, Sendable {
    case bullet
    /// Numbered from `start`, which CommonMark holds to at most nine digits.
    case ordered(start: Int)
}

package struct List<Leaf: Hashable & Sendable, Insert: Hashable & Sendable>: Hashable, Sendable {
    package var kind: ListKind
    /// In a tight list paragraphs are written without paragraph marks of their own.
    package var isTight: Bool
    package var items: [[Block<Leaf, Insert>]]
    package var range: SourceRange

    package init(kind: ListKind, isTight: Bool, items: [[Block<Leaf, Insert>]], range: SourceRange) {
        self.kind = kind
        self.isTight = isTight
        self.items = items
        self.range = range
    }
}

package struct CodeBlock: Hashable, Sendable {
    /// The info string of a fenced block, whole; empty for an indented one.
    package var info: String
    /// The text, with its final line end.
    package var literal: String
    package var range: SourceRange

    package init(info: String, literal: String, range: SourceRange) {
        self.info = info
        self.literal = literal
        self.range = range
    }
}

/// A document as the parser gives it.
package typealias MarkdownBlock = Block<[Inline<Never>], Never>
