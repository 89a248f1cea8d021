import Diagnostics

/// One field of a CSV file and where it begins.
struct CSVField: Hashable {
    var text: String
    var place: SourcePosition
}

/// The records of a CSV file (RFC 4180: commas, fields in double quotes where they need it, quotes doubled inside).
///
/// Lines may end as anywhere; a blank line is no record.
func parseCSV(_ source: SourceText) -> Diagnosed<[[CSVField]]> {
    var parser = CSVParser(source: source)
    for scalar in source.text.unicodeScalars { parser.take(scalar) }
    parser.end()
    return Diagnosed(parser.records, parser.diagnostics)
}

private struct CSVParser {
    private enum State { case start, plain, quoted, quoteInQuoted }

    let source: SourceText
    var records: [[CSVField]] = []
    var diagnostics: [Diagnostic] = []
    private var record: [CSVField] = []
    private var field = CSVField(text: "", place: .start)
    private var state = State.start
    private var place = SourcePosition.start
    private var isAfterReturn = false

    init(source: SourceText) { self.source = source }

    mutating func take(_ scalar: Unicode.Scalar) {
        defer { advance(scalar) }
        switch (state, scalar) {
        case (.quoted, "\""): state = .quoteInQuoted
        case (.quoted, _): field.text.unicodeScalars.append(scalar)
        case (.quoteInQuoted, "\""):
            field.text.unicodeScalars.append("\"")
            state = .quoted
        case (.start, "\""): state = .quoted
        case (_, ","): endField()
        case (.start, "\n") where isAfterReturn: break
        case (_, "\n"), (_, "\r"): endRecord()
        case (.quoteInQuoted, _):
            report(.textAfterQuote)
            state = .plain
            field.text.unicodeScalars.append(scalar)
        case (.plain, "\""):
            report(.quoteInPlainField)
            field.text.unicodeScalars.append(scalar)
        case (.start, _), (.plain, _):
            state = .plain
            field.text.unicodeScalars.append(scalar)
        }
    }

    /// A record that was cut off is left out: what follows from that would only hide it.
    mutating func end() {
        guard state == .quoted else {
            if !record.isEmpty || state != .start { endRecord() }
            return
        }
        diagnostics.append(.error(.openField, at: location(field.place)))
    }

    private mutating func advance(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\n" where isAfterReturn: break
        case "\n", "\r": place = SourcePosition(line: place.line + 1, column: 1)
        default: place.column += UTF8.width(scalar)
        }
        isAfterReturn = scalar == "\r"
    }

    private mutating func endField() {
        record.append(field)
        startField()
    }

    private mutating func endRecord() {
        if record.isEmpty, state == .start {
            startField()
        } else {
            endField()
            records.append(record)
            record = []
        }
        field.place = SourcePosition(line: place.line + 1, column: 1)
    }

    private mutating func startField() {
        field = CSVField(text: "", place: SourcePosition(line: place.line, column: place.column + 1))
        state = .start
    }

    private mutating func report(_ problem: Problem) {
        diagnostics.append(.error(problem, at: location(place)))
    }

    private func location(_ place: SourcePosition) -> SourceLocation {
        SourceLocation(file: source.file, position: source.position(line: place.line, column: place.column))
    }
}
