/// A block that takes a prefix off each of its lines.
enum Container {
    case blockQuote
    /// A list item, whose content stands this many columns right of its parent's content.
    case item(contentIndent: Int)
}

/// Where on a line of a paragraph the text begins, inside of some containers.
///
/// libcmark gives the place of a block's first line only; the places of its other lines follow from the
/// specification's rules for container blocks (CommonMark 0.30, sections 2.2, 5.1, 5.2 and 5.3).
struct ContainerPrefix {
    /// The first byte of the text; white space before it is taken away, but not from a lazy continuation.
    var contentStart: Int
    /// Spaces in front of the text that stand for the rest of a tab, the byte before `contentStart`.
    var padding = 0
    /// Whether a container did not get its prefix, so that the line continues a paragraph lazily.
    var isLazy: Bool

    /// The prefix of a line that continues a paragraph.
    init(of line: SourceLine, in containers: [Container]) {
        var cursor = LineCursor(line)
        isLazy = containers.contains { !cursor.enter($0) }
        contentStart = isLazy ? cursor.offset : cursor.firstNonspace.offset
        if isLazy, cursor.isInsideTab {
            contentStart += 1
            padding = cursor.columnsToTabStop
        }
    }

    /// The first line of a paragraph, which libcmark has found.
    init(contentStart: Int) {
        self.contentStart = contentStart
        isLazy = false
    }
}

extension Container {
    /// The item that begins on a line, inside of containers that all reach that line.
    ///
    /// Its content begins after the marker and up to four columns of white space, or after one column where there
    /// are more (the item begins with indented code) or the rest of the line is blank.
    static func item(on line: SourceLine, in containers: [Container]) -> Container {
        var cursor = LineCursor(line)
        for container in containers { cursor.skip(container) }
        let markerOffset = cursor.indent
        cursor.advance(columns: markerOffset)
        var width = 1
        if line[cursor.offset]?.isDigit == true {
            while line[cursor.offset + width]?.isDigit == true { width += 1 }
            width += 1
        }
        cursor.advance(columns: width)
        let (nonspace, space) = (cursor.firstNonspace.offset, cursor.indent)
        let padding = space >= 5 || space < 1 || nonspace >= line.count ? 1 : space
        return .item(contentIndent: markerOffset + width + padding)
    }
}

/// A place on a line, in bytes and in columns; a tab reaches to the next multiple of four columns, and can be taken
/// in parts.
private struct LineCursor {
    let line: SourceLine
    private(set) var offset = 0
    private var column = 0
    /// Whether a part of the tab at this place has been taken.
    private(set) var isInsideTab = false

    init(_ line: SourceLine) {
        self.line = line
    }

    var firstNonspace: (offset: Int, column: Int) {
        var (offset, column) = (offset, column)
        while let byte = line[offset], byte.isSpaceOrTab {
            column += byte == .tab ? 4 - column % 4 : 1
            offset += 1
        }
        return (offset, column)
    }

    var columnsToTabStop: Int { 4 - column % 4 }

    var indent: Int { firstNonspace.column - column }

    mutating func advance(columns: Int) {
        var rest = columns
        while rest > 0, let byte = line[offset] {
            let width = byte == .tab ? columnsToTabStop : 1
            isInsideTab = width > rest
            column += min(width, rest)
            if width <= rest { offset += 1 }
            rest -= min(width, rest)
        }
    }

    /// Takes a container's prefix, if it is there.
    mutating func enter(_ container: Container) -> Bool {
        switch container {
        case .blockQuote:
            guard indent <= 3, line[firstNonspace.offset] == UInt8(ascii: ">") else { return false }
        case .item(let contentIndent):
            guard indent >= contentIndent else { return false }
        }
        skip(container)
        return true
    }

    /// Takes the prefix of a container that is known to be there, its marker included.
    mutating func skip(_ container: Container) {
        switch container {
        case .blockQuote:
            advance(columns: indent + 1)
            if line[offset]?.isSpaceOrTab == true { advance(columns: 1) }
        case .item(let contentIndent):
            advance(columns: contentIndent)
        }
    }
}
