private import CCMark
internal import Diagnostics

/// Makes Swift values of libcmark's nodes.
struct TreeReader {
    let lines: SourceLines
    let file: String
    /// Where to report, if not at the place of the problem.
    var location: SourceLocation?
    private(set) var diagnostics: [Diagnostic] = []
    private var containers: [Container] = []
    private var depth = 0

    init(lines: SourceLines, file: String, location: SourceLocation? = nil) {
        self.lines = lines
        self.file = file
        self.location = location
    }

    mutating func blocks(of parent: OpaquePointer) -> [MarkdownBlock] {
        children(of: parent) { reader, node in reader.block(node) }
    }

    /// The inlines of a paragraph or heading, whose text comes from the lines in `text`.
    mutating func inlines(of block: OpaquePointer, text: LeafText, contentColumn: Int) -> [Inline<Never>] {
        let base = base(of: block, in: text, contentColumn: contentColumn)
        let places = InlinePlaces(text: text, base: base)
        return children(of: block) { reader, node in reader.inline(node, places) }
    }

    /// Finds where the inlines of a block stand in its text, and where the first one begins.
    ///
    /// libcmark takes link reference definitions off the start of a paragraph and does not say how many lines that
    /// was; the length of what is left tells. That length can look some bytes too long as long as the place of the text
    /// is not known, so more than one line may have to be tried. A definition has six bytes at least.
    private func base(of block: OpaquePointer, in text: LeafText, contentColumn: Int) -> Int {
        func length(from base: Int) -> Int {
            InlineOffsets(of: block, contentColumn: contentColumn, text: { text[base + $0] }).end
        }
        guard text[0] == UInt8(ascii: "[") else {
            _ = length(from: 0)
            return 0
        }
        let longest = InlineOffsets(of: block, contentColumn: contentColumn, text: { _ in .backtick }).end
        let first = text.starts.lowerBound(of: text.trimmedCount - longest)
        let bases = text.starts.dropFirst(first).prefix(10)
        if let base = bases.first(where: { length(from: $0) == text.trimmedCount - $0 }) { return base }
        let nearest = bases.first ?? 0
        _ = length(from: nearest)
        return nearest
    }

    /// Reads the children of a node, in order.
    private mutating func children<Child>(
        of parent: OpaquePointer,
        read: (inout TreeReader, OpaquePointer) -> Child?
    ) -> [Child] {
        var children: [Child] = []
        var next = cmark_node_first_child(parent)
        while let node = next {
            if let child = read(&self, node) { children.append(child) }
            next = cmark_node_next(node)
        }
        return children
    }

    /// Reads what is inside a quote, an item, emphasis or a link; nothing, and an error, if that stands too deep.
    private mutating func nested<Child>(
        at position: SourcePosition,
        read: (inout TreeReader) -> [Child]
    ) -> [Child] {
        guard depth < maximumNesting else {
            diagnostics.append(
                location.map { .nestingTooDeep(in: $0.file, at: $0.position) }
                    ?? .nestingTooDeep(in: file, at: position)
            )
            return []
        }
        depth += 1
        defer { depth -= 1 }
        return read(&self)
    }
}

// MARK: Blocks

extension TreeReader {
    private mutating func block(_ node: OpaquePointer) -> MarkdownBlock? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH:
            let last = Int(cmark_node_get_end_line(node))
            let text = paragraphText(of: node, through: last)
            return .paragraph(
                inlines(of: node, text: text, contentColumn: startColumn(of: node)),
                at: range(of: node, through: last)
            )
        case CMARK_NODE_HEADING:
            return heading(node)
        case CMARK_NODE_THEMATIC_BREAK:
            return .thematicBreak(at: range(of: node, through: startLine(of: node)))
        case CMARK_NODE_BLOCK_QUOTE:
            return .blockQuote(content(of: node, in: .blockQuote), at: range(of: node))
        case CMARK_NODE_LIST:
            return .list(list(node))
        case CMARK_NODE_CODE_BLOCK:
            return .codeBlock(
                CodeBlock(
                    info: string(cmark_node_get_fence_info(node)),
                    literal: string(cmark_node_get_literal(node)),
                    range: range(of: node)
                )
            )
        case CMARK_NODE_HTML_BLOCK:
            let html = string(cmark_node_get_literal(node))
            // libcmark ends a block that is closed on its own last line one line too early.
            let count = html.utf8.count { $0 == .lineFeed }
            return .html(html, at: range(of: node, through: startLine(of: node) + max(1, count) - 1))
        default:
            return nil
        }
    }

    private mutating func content(of node: OpaquePointer, in container: Container) -> [MarkdownBlock] {
        containers.append(container)
        defer { containers.removeLast() }
        return nested(at: start(of: node)) { $0.blocks(of: node) }
    }

    private mutating func list(_ node: OpaquePointer) -> List<[Inline<Never>], Never> {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        return List(
            kind: isOrdered ? .ordered(start: Int(cmark_node_get_list_start(node))) : .bullet,
            isTight: cmark_node_get_list_tight(node) != 0,
            items: children(of: node) { reader, item in
                let line = reader.lines.line(reader.startLine(of: item))
                return reader.content(of: item, in: .item(on: line, in: reader.containers))
            },
            range: range(of: node)
        )
    }

    private mutating func heading(_ node: OpaquePointer) -> MarkdownBlock {
        let level = Int(cmark_node_get_heading_level(node))
        let first = startLine(of: node)
        let line = lines.line(first)
        if let content = line.atxHeadingContent(at: startColumn(of: node)) {
            var text = LeafText()
            text.append(line, number: first, from: ContainerPrefix(contentStart: content))
            return .heading(
                level: level,
                inlines(of: node, text: text, contentColumn: content),
                at: range(of: node, through: first)
            )
        }
        let underline = underline(of: node)
        let text = paragraphText(of: node, through: underline - 1)
        return .heading(
            level: level,
            inlines(of: node, text: text, contentColumn: startColumn(of: node)),
            at: range(of: node, through: underline)
        )
    }

    /// The line of `===` or `---` below a heading: libcmark names the line after it, unless there is none.
    private func underline(of heading: OpaquePointer) -> Int {
        let last = Int(cmark_node_get_end_line(heading))
        guard last - 1 > startLine(of: heading) else { return last }
        let line = lines.line(last - 1)
        let prefix = ContainerPrefix(of: line, in: containers)
        return !prefix.isLazy && line.isUnderline(from: prefix.contentStart) ? last - 1 : last
    }

    private func paragraphText(of node: OpaquePointer, through last: Int) -> LeafText {
        var text = LeafText()
        let first = startLine(of: node)
        text.append(lines.line(first), number: first, from: ContainerPrefix(contentStart: startColumn(of: node)))
        for number in first + 1..<max(last, first) + 1 {
            let line = lines.line(number)
            text.append(line, number: number, from: ContainerPrefix(of: line, in: containers))
        }
        return text
    }
}

// MARK: Inlines

/// Where the inlines of one block stand in the file.
private struct InlinePlaces {
    var text: LeafText
    /// Where in the text the first inline begins.
    var base: Int

    func source(of node: OpaquePointer) -> (line: Int, offset: Int) {
        text.source(of: base + InlineOffsets.offset(of: node))
    }
}

extension TreeReader {
    private mutating func inline(_ node: OpaquePointer, _ places: InlinePlaces) -> Inline<Never>? {
        let (line, offset) = places.source(of: node)
        let position = lines.position(line: line, offset: offset)
        func children(_ reader: inout TreeReader) -> [Inline<Never>] {
            reader.nested(at: position) { reader in
                reader.children(of: node) { reader, child in reader.inline(child, places) }
            }
        }
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT:
            // libcmark leaves a text of nothing where it took away the spaces before a line break.
            let text = string(cmark_node_get_literal(node))
            return text.isEmpty ? nil : .text(text, at: position)
        case CMARK_NODE_SOFTBREAK:
            return .softBreak
        case CMARK_NODE_LINEBREAK:
            return .lineBreak
        case CMARK_NODE_CODE:
            return .code(string(cmark_node_get_literal(node)), at: position)
        case CMARK_NODE_HTML_INLINE:
            return .html(string(cmark_node_get_literal(node)), at: position)
        case CMARK_NODE_EMPH:
            return .emphasis(children(&self))
        case CMARK_NODE_STRONG:
            return .strong(children(&self))
        case CMARK_NODE_LINK:
            return .link(
                Link(
                    destination: string(cmark_node_get_url(node)),
                    title: string(cmark_node_get_title(node)),
                    children: children(&self),
                    position: position
                )
            )
        case CMARK_NODE_IMAGE:
            return .image(
                Image(
                    source: string(cmark_node_get_url(node)),
                    title: string(cmark_node_get_title(node)),
                    alternative: children(&self),
                    position: position
                )
            )
        default:
            return nil
        }
    }
}

// MARK: Places

extension TreeReader {
    private func startLine(of node: OpaquePointer) -> Int { Int(cmark_node_get_start_line(node)) }
    /// The offset, from 0, of the first byte of a block on its line.
    private func startColumn(of node: OpaquePointer) -> Int { Int(cmark_node_get_start_column(node)) - 1 }

    private func start(of node: OpaquePointer) -> SourcePosition {
        lines.position(line: startLine(of: node), offset: startColumn(of: node))
    }

    /// The range of a block from where libcmark says it begins, through a line, without blank lines at its end.
    private func range(of node: OpaquePointer, through end: Int? = nil) -> SourceRange {
        let first = startLine(of: node)
        var last = max(first, end ?? lastLine(of: node))
        while last > first, lines.line(last).isBlank { last -= 1 }
        let firstPosition = start(of: node)
        let lastPosition = lines.position(line: last, offset: lines.line(last).trimmedCount - 1)
        return SourceRange(firstPosition, max(firstPosition, lastPosition))
    }

    /// libcmark ends a fenced code block one line too late where its container ends; a container it ends rightly.
    private func lastLine(of node: OpaquePointer) -> Int {
        let last = Int(cmark_node_get_end_line(node))
        guard let parent = cmark_node_parent(node) else { return last }
        return min(last, Int(cmark_node_get_end_line(parent)))
    }
}

extension SourceLine {
    /// Where the content of a heading of the `#` kind begins; nil if there is no such heading at the offset.
    fileprivate func atxHeadingContent(at start: Int) -> Int? {
        var offset = start
        while self[offset] == UInt8(ascii: "#") { offset += 1 }
        guard (1...6).contains(offset - start), self[offset]?.isSpaceOrTab != false else { return nil }
        while self[offset]?.isSpaceOrTab == true { offset += 1 }
        return offset
    }

    /// Whether all from an offset on is `===` or `---`, but for white space at the end.
    fileprivate func isUnderline(from start: Int) -> Bool {
        guard let mark = self[start], mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
        return (start..<trimmedCount).allSatisfy { self[$0] == mark }
    }
}

func string(_ characters: UnsafePointer<CChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
}
