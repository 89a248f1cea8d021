import CommonMark
import Diagnostics

/// Takes the words out of a document: each paragraph, heading and alternative text becomes a message, with its links
/// looked up in `index`.
func takingMessages(
    from document: RawDocument,
    file: String,
    facts: Facts,
    index: TargetIndex
) -> Diagnosed<[ContentBlock]> {
    var reader = MessageReader(file: file, facts: facts, index: index, anchors: document.anchors[...])
    let blocks = document.blocks.map { block in
        block.mapped(
            leaf: { reader.message(of: $0, context: .init($1)) },
            insert: { directive in
                directive.mapped(
                    leaf: { reader.message(of: $0, context: .init($1)) },
                    cell: { reader.message(ofCell: $0, $1) }
                )
            }
        )
    }
    return Diagnosed(blocks, reader.diagnostics)
}

private struct MessageReader {
    let file: String
    let facts: Facts
    let index: TargetIndex
    var anchors: ArraySlice<String>
    var diagnostics: [Diagnostic] = []
    /// Those of the table at hand.
    private var columnHeadings: [String] = []

    init(file: String, facts: Facts, index: TargetIndex, anchors: ArraySlice<String>) {
        self.file = file
        self.facts = facts
        self.index = index
        self.anchors = anchors
    }

    enum Context {
        case heading(level: Int), paragraph, listItem, quotation, columnHeading, cell(column: String)

        init<Leaf, Insert>(_ context: Block<Leaf, Insert>.Context) {
            self =
                switch context {
                case .body: .paragraph
                case .heading(let level): .heading(level: level)
                case .listItem: .listItem
                case .quotation: .quotation
                }
        }
    }

    mutating func message(of inlines: [Inline<Never>], context: Context) -> Message {
        if inlines.count == 1, case .image(let image) = inlines[0] { return alternativeText(of: image) }
        let spans = inlines.flatMap { self.spans(of: $0) }
        let (text, destinations) = messageText(of: spans)
        let place = position(of: inlines) ?? .start
        if !parseSpans(text, syntax: .markdown).isSameMarkup(as: spans) {
            report(.ambiguousMarkup, at: place)
        }
        let targets = destinations.map { index.target(of: $0, in: file, facts: facts, diagnostics: &diagnostics) }
        let role: Message.Role =
            switch context {
            case .heading(let level): .heading(level: level)
            case .paragraph: .paragraph
            case .listItem: .listItem
            case .quotation: .quotation
            case .columnHeading: .columnHeading
            case .cell(let column): .cell(column: column)
            }
        var anchor: String?
        if case .heading = context { anchor = anchors.popFirst() }
        return Message(
            text: text,
            syntax: .markdown,
            role: role,
            targets: targets,
            anchor: anchor,
            at: SourceLocation(file: file, position: place)
        )
    }

    mutating func message(ofCell inlines: [Inline<Never>], _ cell: CellContext) -> Message {
        switch cell {
        case .columnHeading(let column):
            if column == 0 { columnHeadings = [] }
            columnHeadings.append(plainText(of: inlines))
            return message(of: inlines, context: .columnHeading)
        case .cell(let column):
            let heading = columnHeadings.indices.contains(column) ? columnHeadings[column] : ""
            return message(of: inlines, context: .cell(column: heading))
        }
    }

    /// An image that stands alone: the words to translate are its alternative text.
    private mutating func alternativeText(of image: Image<Never>) -> Message {
        _ = self.spans(of: Inline<Never>.image(image))
        let destination = NumberedDestination(kind: .image, address: image.source, position: image.position)
        return Message(
            text: foldingSpaces(plainText(of: image.alternative)),
            syntax: .alternativeText,
            role: .alternativeText(of: image.source),
            targets: [index.target(of: destination, in: file, facts: facts, diagnostics: &diagnostics)],
            at: SourceLocation(file: file, position: image.position)
        )
    }

    /// Facts taken out of the text; unknown ones, stray braces, raw HTML and images without words are errors.
    private mutating func spans(of inline: Inline<Never>) -> [Span] {
        check(inline)
        var found: [Diagnostic] = []
        let result: [Span] = inline.mapped(
            text: { text, position in
                let split = splitPlaceholders(in: text, at: position)
                found += split.strayBraces.map { strayBrace(at: $0) }
                for case .insert(let fact, let position) in split.spans {
                    if let problem = problem(with: fact, at: position) { found.append(problem) }
                }
                return split.spans
            },
            code: { text, position in
                let split = splitPlaceholders(in: text, at: position)
                // The place is that of the opening backticks, since those may be more than one.
                if !split.strayBraces.isEmpty { found.append(strayBrace(at: position)) }
                return [.code(split.literal, at: position)]
            }
        )
        diagnostics += found
        return result
    }

    private mutating func check(_ inline: Inline<Never>) {
        switch inline {
        case .html(_, let position):
            report(.rawHTML, at: position)
        case .emphasis(let children), .strong(let children):
            children.forEach { check($0) }
        case .link(let link):
            if plainText(of: link.children).allSatisfy(\.isWhitespace) {
                report(.emptyLink, at: link.position)
            }
            link.children.forEach { check($0) }
        case .image(let image):
            if plainText(of: image.alternative).allSatisfy(\.isWhitespace) {
                report(.imageWithoutAlt(image.source), at: image.position)
            }
            image.alternative.forEach { check($0) }
        case .text, .softBreak, .lineBreak, .code: break
        case .insert(let never, _): switch never {}
        }
    }

    private func strayBrace(at position: SourcePosition) -> Diagnostic {
        .error(.strayBrace, at: SourceLocation(file: file, position: position))
    }

    private func problem(with fact: FactReference, at position: SourcePosition) -> Diagnostic? {
        factProblem(fact, facts: facts, at: SourceLocation(file: file, position: position))
    }

    private mutating func report(_ problem: Problem, at place: SourcePosition) {
        diagnostics.append(.error(problem, at: SourceLocation(file: file, position: place)))
    }

    private func position(of inlines: [Inline<Never>]) -> SourcePosition? {
        for inline in inlines {
            switch inline {
            case .text(_, let position), .code(_, let position), .html(_, let position): return position
            case .link(let link): return link.position
            case .image(let image): return image.position
            case .emphasis(let children), .strong(let children):
                if let position = position(of: children) { return position }
            case .softBreak, .lineBreak: continue
            case .insert(let never, _): switch never {}
            }
        }
        return nil
    }
}

/// What is wrong with a placeholder: unknown, or known but nothing that a text can show.
func factProblem(_ fact: FactReference, facts: Facts, at location: SourceLocation) -> Diagnostic? {
    switch facts[fact] {
    case .code: return .error(.codeInText(fact.name), at: location)
    case .some: return nil
    case nil where facts.mayHold(fact): return nil
    case nil:
        let respelled = FactReference.respelled(fact.name)
        let hint: Wording? =
            facts[FactReference(respelled)] == nil
            ? didYouMean(fact.name, among: facts.referenceNames) : .respelledName(respelled)
        return .error(.unknownPlaceholder(fact.name, hint: hint), at: location)
    }
}
