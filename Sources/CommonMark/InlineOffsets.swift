private import CCMark

/// Finds where the inlines of a block begin in the block's text, and keeps each offset with its node.
///
/// What libcmark 0.30.2 says of places is not to be used as it is: columns are counted from the column of the block's
/// first line, also on other lines that are indented otherwise; lines are not counted at backslash breaks, nor inside
/// code spans, raw HTML and link destinations; links have the line of their end, autolinks lack the column of their
/// block, emphasis that took part of a delimiter run has all of it, backticks that open no code span end one byte late. But inlines follow each other without gaps,
/// so each one begins where the one before it ended, and the numbers, wrong as places, do give the length of
/// each inline: within one stretch between two line breaks they are offset by a constant.
struct InlineOffsets {
    /// Just past what has been visited: an offset in the block's text without its leading link reference definitions.
    private(set) var end = 0
    /// What to take away from libcmark's end columns, in this stretch, to get offsets.
    private var shift: Int
    private let contentColumn: Int
    /// Line feeds that libcmark has counted so far.
    private var line: Int
    /// The block's text, without its leading link reference definitions.
    private let text: (Int) -> UInt8?
    private var events: [(node: OpaquePointer, isEntering: Bool)] = []

    /// - Parameters:
    ///   - block: A paragraph or a heading.
    ///   - contentColumn: The bytes that stand before the content on the block's first line.
    ///   - text: The byte at an offset of the block's text, without its leading link reference definitions;
    ///     used to tell backticks that open code spans from others, and for white space at the start of a line.
    init(of block: OpaquePointer, contentColumn: Int, text: @escaping (Int) -> UInt8?) {
        self.text = text
        self.contentColumn = contentColumn
        shift = contentColumn
        line = Int(cmark_node_get_start_line(block))
        let iterator = cmark_iter_new(block)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
            if node != block { events.append((node, event == CMARK_EVENT_ENTER)) }
        }
        for index in events.indices { visit(index) }
    }

    /// The offset found for an inline of the block.
    static func offset(of node: OpaquePointer) -> Int {
        cmark_node_get_user_data(node).map { Int(bitPattern: $0) - 1 } ?? 0
    }

    private mutating func visit(_ index: Int) {
        let (node, isEntering) = events[index]
        switch (cmark_node_get_type(node), isEntering) {
        case (CMARK_NODE_SOFTBREAK, _):
            breakLine()
        case (CMARK_NODE_LINEBREAK, _):
            if isBackslashBreak(index) { end += 2 } else { breakLine() }
        case (CMARK_NODE_TEXT, _):
            let start = startOffset(of: node)
            keep(start < end ? start + delimitersClosed(before: node) : end, for: node)
            end = endOffset(of: node)
            if endsWithLooseBackticks(node) { end -= 1 }
        case (CMARK_NODE_CODE, _):
            let ticks = backticks(before: startOffset(of: node))
            keep(startOffset(of: node) - ticks, for: node)
            end = endOffset(of: node) + ticks
        case (CMARK_NODE_EMPH, true), (CMARK_NODE_STRONG, true):
            // Where some delimiters of the run are left, or closed something else, the run is behind us already.
            if startOffset(of: node) >= end { end = startOffset(of: node) + delimitersOpened(by: node) }
        case (CMARK_NODE_LINK, true), (CMARK_NODE_IMAGE, true):
            keep(end, for: node)
            end += cmark_node_get_type(node) == CMARK_NODE_IMAGE ? 2 : 1
        case (CMARK_NODE_LINK, false) where isAutolink(node):
            end += 1
        default:
            // Raw HTML; and the end of emphasis, links and images.
            if isEntering { keep(end, for: node) }
            end = endOffset(of: node)
        }
    }

    private func keep(_ offset: Int, for node: OpaquePointer) {
        cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: offset + 1))
    }

    private func startOffset(of node: OpaquePointer) -> Int {
        Int(cmark_node_get_start_column(node)) - 1 - shift
    }

    private func endOffset(of node: OpaquePointer) -> Int {
        Int(cmark_node_get_end_column(node)) - shift
    }

    /// Whether a link is an autolink, which has one text for content, and a column that is not shifted.
    ///
    /// So the unshifted column is nearer to where it begins. Where nothing is shifted they can't be told from other links, and need not be.
    private func isAutolink(_ link: OpaquePointer) -> Bool {
        guard let content = cmark_node_first_child(link), cmark_node_next(content) == nil,
            cmark_node_get_type(content) == CMARK_NODE_TEXT
        else { return false }
        let offset = Self.offset(of: link)
        return abs(startOffset(of: link) + shift - offset) < abs(startOffset(of: link) - offset)
    }

    /// Whether a text ends with backticks that open no code span: then libcmark's end is one byte late.
    ///
    /// If it is right, an escaped backtick, an entity or white space, cut off the text, comes before it.
    private func endsWithLooseBackticks(_ node: OpaquePointer) -> Bool {
        guard string(cmark_node_get_literal(node)).utf8.last == .backtick else { return false }
        guard let byte = text(end - 1) else { return true }
        return byte != .backtick && byte != UInt8(ascii: ";") && !byte.isWhitespace
    }

    /// How many backticks open the code span whose content starts at an offset.
    private func backticks(before start: Int) -> Int {
        var count = 0
        while start - count > end, text(start - count - 1) == .backtick { count += 1 }
        return count
    }

    /// Steps over a line end that libcmark counts; from here on its columns have the block's first column for origin.
    private mutating func breakLine() {
        end += 1
        line += 1
        shift = contentColumn - end
        while text(end)?.isSpaceOrTab == true { end += 1 }
    }

    /// Whether a hard line break is a backslash, whose line end libcmark does not count, rather than spaces.
    ///
    /// Spaces are part of a text, so a break that follows no text is a backslash. After a text, the line that libcmark
    /// gives to the next inline tells: between the two only soft breaks, counted, and other backslashes can stand.
    private func isBackslashBreak(_ index: Int) -> Bool {
        guard index > 0, cmark_node_get_type(events[index - 1].node) == CMARK_NODE_TEXT else { return true }
        var expected = line
        for (node, isEntering) in events[(index + 1)...] {
            switch (cmark_node_get_type(node), isEntering) {
            case (CMARK_NODE_SOFTBREAK, _):
                expected += 1
            case (CMARK_NODE_TEXT, _), (CMARK_NODE_CODE, _), (CMARK_NODE_HTML_INLINE, _),
                (CMARK_NODE_LINK, false), (CMARK_NODE_IMAGE, false):
                return Int(cmark_node_get_start_line(node)) == expected
            default:
                continue
            }
        }
        return true
    }
}

/// How many delimiters emphasis takes from the run in which it begins, together with the emphasis right inside it.
private func delimitersOpened(by emphasis: OpaquePointer) -> Int {
    let column = cmark_node_get_start_column(emphasis)
    return delimiters(of: emphasis, then: cmark_node_first_child) { cmark_node_get_start_column($0) == column }
}

/// How many delimiters of the run in which a text begins were taken by the emphasis before it.
private func delimitersClosed(before text: OpaquePointer) -> Int {
    guard let emphasis = cmark_node_previous(text) else { return 0 }
    let column = cmark_node_get_end_column(emphasis)
    return delimiters(of: emphasis, then: cmark_node_last_child) { cmark_node_get_end_column($0) == column }
}

private func delimiters(
    of emphasis: OpaquePointer,
    then next: (OpaquePointer) -> OpaquePointer?,
    while isInSameRun: (OpaquePointer) -> Bool
) -> Int {
    var count = 0
    var current: OpaquePointer? = emphasis
    while let node = current, isInSameRun(node) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_EMPH: count += 1
        case CMARK_NODE_STRONG: count += 2
        default: return count
        }
        current = next(node)
    }
    return count
}
