import Content
package import Diagnostics

/// Reads `translations/glossary.csv`: `term,language,rendering,note`, one rendering of one term a line.
///
/// A row in which something is wrong is left out and every other row is kept.
package func readGlossary(_ source: SourceText) -> Diagnosed<Glossary> {
    let parsed = parseCSV(source)
    var reader = GlossaryReader(source: source, diagnostics: parsed.diagnostics)
    guard let header = parsed.value.first, header.map(\.text) == columns else {
        let problem = Problem.glossaryHeader(columns.joined(separator: ","))
        let place = SourceLocation(file: source.file, position: .start)
        return Diagnosed(Glossary(), parsed.diagnostics + [.error(problem, at: place)])
    }
    let rows = parsed.value.dropFirst().compactMap { reader.row($0) }
    return Diagnosed(Glossary(rows: rows), reader.diagnostics.sortedByPlace())
}

private let columns = ["term", "language", "rendering", "note"]

private struct GlossaryReader {
    let source: SourceText
    var diagnostics: [Diagnostic]
    private var firstPlaces: [String: SourcePosition] = [:]

    init(source: SourceText, diagnostics: [Diagnostic]) {
        self.source = source
        self.diagnostics = diagnostics
    }

    mutating func row(_ fields: [CSVField]) -> Glossary.Row? {
        let start = location(fields[0])
        guard fields.count == columns.count else {
            report(.glossaryColumns(fields.count, expected: columns.count), start)
            return nil
        }
        guard let language = Language(fields[1].text) else {
            let hint = didYouMean(fields[1].text, among: Language.known.map(\.code))
            report(.unknownLanguage(fields[1].text, hint: hint), location(fields[1]))
            return nil
        }
        for (field, problem) in [(fields[0], Problem.glossaryEmptyTerm), (fields[2], .glossaryEmptyRendering)]
        where alternatives(in: field.text).isEmpty {
            report(problem, location(field))
            return nil
        }
        let key = "\(language.code) \(foldingSpaces(fields[0].text).lowercased())"
        if let first = firstPlaces.updateValue(fields[0].place, forKey: key) {
            firstPlaces[key] = first
            report(.duplicateTerm(line: first.line, language: language.code), start)
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

    private func location(_ field: CSVField) -> SourceLocation {
        let place = field.place
        return SourceLocation(file: source.file, position: source.position(line: place.line, column: place.column))
    }

    private mutating func report(_ problem: Problem, _ location: SourceLocation) {
        diagnostics.append(.error(problem, at: location))
    }
}
