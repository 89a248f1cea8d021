import Content
package import Diagnostics

/// Reads `translations/glossary.csv`: `term,language,rendering,note`, one rendering of one term a line.
///
/// A row in which something is wrong is left out and every other row is kept.
package func readGlossary(_ source: SourceText) -> Diagnosed<Glossary> {
    let parsed = parseCSV(source)
    var reader = GlossaryReader(file: source.file, diagnostics: parsed.diagnostics)
    guard let header = parsed.value.first, header.map(\.text) == columns else {
        let problem = "the first line does not name the columns"
        let hint = "it must be: \(columns.joined(separator: ","))"
        let place = SourceLocation(file: source.file, position: .start)
        return Diagnosed(Glossary(), parsed.diagnostics + [.error("glossary-columns", problem, hint: hint, at: place)])
    }
    let rows = parsed.value.dropFirst().compactMap { reader.row($0) }
    return Diagnosed(Glossary(rows: rows), reader.diagnostics.sortedByPlace())
}

private let columns = ["term", "language", "rendering", "note"]

private struct GlossaryReader {
    let file: String
    var diagnostics: [Diagnostic]
    private var firstPlaces: [String: SourcePosition] = [:]

    init(file: String, diagnostics: [Diagnostic]) {
        self.file = file
        self.diagnostics = diagnostics
    }

    mutating func row(_ fields: [CSVField]) -> Glossary.Row? {
        let start = location(fields[0])
        guard fields.count == columns.count else {
            let hint = "a text with a comma goes between quotes: \"mamma, papà\""
            report(
                "glossary-columns",
                "the row has \(fields.count) columns, and must have \(columns.count)",
                hint,
                start
            )
            return nil
        }
        guard let language = Language(fields[1].text) else {
            let hint = didYouMean(fields[1].text, among: Language.known.map(\.code))
            report("unknown-language", "no language is known as '\(fields[1].text)'", hint, location(fields[1]))
            return nil
        }
        for (field, name) in [(fields[0], "term"), (fields[2], "rendering")] where alternatives(in: field.text).isEmpty
        {
            let hint = "what stands in round brackets is not looked for"
            report("glossary-empty", "the \(name) has no words", hint, location(field))
            return nil
        }
        let key = "\(language.code) \(foldingSpaces(fields[0].text).lowercased())"
        if let first = firstPlaces.updateValue(fields[0].place, forKey: key) {
            firstPlaces[key] = first
            let hint = "put both renderings on one line, with '|' between them"
            report("duplicate-term", "the term is already at line \(first.line) for '\(language.code)'", hint, start)
            return nil
        }
        return Glossary.Row(
            term: fields[0].text,
            language: language,
            rendering: fields[2].text,
            note: fields[3].text,
            at: start
        )
    }

    private func location(_ field: CSVField) -> SourceLocation { SourceLocation(file: file, position: field.place) }

    private mutating func report(
        _ identifier: String,
        _ message: String,
        _ hint: String?,
        _ location: SourceLocation
    ) {
        diagnostics.append(.error(identifier, message, hint: hint, at: location))
    }
}
