/// A place in a text: line and column, both counted from 1; columns count UTF-8 bytes, as libcmark and GCC do.
package struct SourcePosition: Hashable, Comparable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The first byte of a text.
    package static let start = SourcePosition(line: 1, column: 1)

    package static func < (a: Self, b: Self) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}

/// A stretch of a text, both ends included.
package struct SourceRange: Hashable, Sendable {
    package var first: SourcePosition
    package var last: SourcePosition

    package init(_ first: SourcePosition, _ last: SourcePosition) {
        self.first = first
        self.last = last
    }
}

/// A file and, where one can be named, the place in it.
package struct SourceLocation: Hashable, Sendable {
    /// Path as the person gave it, relative to the project: `content/pages/index.md`.
    package var file: String
    package var position: SourcePosition?

    package init(file: String, position: SourcePosition? = nil) {
        self.file = file
        self.position = position
    }
}

/// A text together with the path it was read from; the core never reads files itself.
package struct SourceText: Hashable, Sendable {
    package var file: String
    package var text: String
    /// Whether the bytes of the file make no text, which has been reported: nothing is to be said of what lacks for that.
    package var isUnread: Bool
    /// Where columns of the text are not those of the file.
    package var columns: ColumnShifts

    package init(file: String, text: String, isUnread: Bool = false, columns: ColumnShifts = ColumnShifts()) {
        self.file = file
        self.text = text
        self.isUnread = isUnread
        self.columns = columns
    }

    /// The place in the file of a column of this text, on a line of the file.
    package func position(line: Int, column: Int) -> SourcePosition {
        SourcePosition(line: line, column: columns.fileColumn(of: column, line: line))
    }

    /// The column of this text at a place in the file.
    package func textColumn(of position: SourcePosition) -> Int {
        columns.textColumn(of: position.column, line: position.line)
    }
}
