import Diagnostics
internal import Yams

/// Says in our words what Yams found, with the mend that is most likely.
func diagnostic(for error: any Error, places: YAMLPlaces) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
        .composer(let context, let problem, let mark, _):
        return syntaxFault(problem, at: mark, context: context?.mark, places: places)
    case .duplicatedKeysInMapping(let keys, let context):
        return duplicateFault(keys.sorted(), mapping: context.mark, places: places)
    case .reader(let problem, _, _, _):
        return .error(.otherYAMLSyntax(problem), at: places.firstControlCharacter)
    default:
        return .error(.otherYAMLSyntax("\(error)"), at: places.location(line: 1, scalarColumn: 1))
    }
}

/// `context` is where the thing begins that `problem` ends.
private func syntaxFault(_ problem: String, at mark: Mark, context: Mark?, places: YAMLPlaces) -> Diagnostic {
    func fault(_ problem: Problem, line: Int, column: Int) -> Diagnostic {
        .error(problem, at: places.location(line: line, scalarColumn: column))
    }
    let lines = places.lines.map { YAMLLine($0) }
    let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : YAMLLine("")
    if let tab = line.indentation.firstIndex(of: "\t") {
        let column = line.text.distance(from: line.text.startIndex, to: tab) + 1
        return fault(.tabInIndentation, line: mark.line, column: column)
    }
    if let context, problem.contains("expected ',' or") {
        let bracket: Character = problem.contains("']'") ? "[" : "{"
        return mark.line == context.line
            ? fault(.missingComma(bracket), line: mark.line, column: mark.column)
            : fault(
                .unclosedBracket(bracket, line: places.line(context.line)),
                line: context.line,
                column: context.column
            )
    }
    if let open = lines.prefix(mark.line).firstIndex(where: \.hasOpenQuote), let quote = lines[open].quote {
        let problem = Problem.unclosedQuote(quote, line: places.line(open + 1))
        return fault(problem, line: open + 1, column: lines[open].valueColumn)
    }
    if line.goesOnAfterQuote, let quote = line.quote {
        return fault(
            .textAfterQuote(quote, mended: line.quotedValue),
            line: mark.line,
            column: line.valueColumn
        )
    }
    switch problem {
    case "mapping values are not allowed in this context":
        return misplacedMapping(at: mark, lines: lines, fault: fault)
    case "found unknown escape character", "did not find expected hexdecimal number":
        return fault(.badBackslash, line: mark.line, column: mark.column)
    case "found unexpected end of stream":
        let place = context ?? mark
        let quote: Character = places.character(at: place) == "'" ? "'" : "\""
        return fault(.unclosedQuote(quote, line: places.line(place.line)), line: place.line, column: place.column)
    case "could not find expected ':'":
        let place = context ?? mark
        return fault(.missingColon, line: place.line, column: place.column)
    case "block sequence entries are not allowed in this context":
        return fault(.listBesideKey, line: mark.line, column: mark.column)
    case "did not find expected '-' indicator", "did not find expected key":
        return fault(.unevenIndentation, line: mark.line, column: mark.column)
    default:
        if let first = line.value.first, "@`%&*!|>".contains(first) {
            return fault(.reservedStart(first, mended: line.quotedValue), line: mark.line, column: line.valueColumn)
        }
        return fault(.otherYAMLSyntax(problem), line: mark.line, column: mark.column)
    }
}

/// A key that stands in a block for the second time, at times because it is not indented.
private func duplicateFault(_ keys: [String], mapping: Mark, places: YAMLPlaces) -> Diagnostic {
    let lines = places.lines.map { YAMLLine($0) }
    let again = lines.indices.dropFirst(mapping.line).first {
        keys.contains(lines[$0].key) && lines[$0].indentation.count == mapping.column - 1
    }
    let problem = Problem.duplicateKey(keys.joined(separator: "', '"))
    guard let again else { return .error(problem, at: places.location(of: mapping)) }
    let place = places.location(line: again + 1, scalarColumn: mapping.column)
    let above = lines[..<again].last { !$0.isBlank }
    guard let above, above.isKey, above.value.isEmpty, above.indentation == lines[again].indentation else {
        return .error(problem, at: place)
    }
    return .error(.notIndented(lines[again].key, under: .key(above.key)), at: place)
}

/// A line without a colon above, a value with one in it, or a key that stands further in or further out than it should.
private func misplacedMapping(
    at mark: Mark,
    lines: [YAMLLine],
    fault: (Problem, _ line: Int, _ column: Int) -> Diagnostic
) -> Diagnostic {
    let line = lines[mark.line - 1]
    let above = lines.prefix(mark.line - 1).enumerated().filter { !$1.isBlank }.suffix(2)
    if let (index, last) = above.last, line.isKey, !last.isKey, line.indentation == last.indentation,
        !line.value.contains(": ")
    {
        return fault(.missingColon, index + 1, last.indentation.count + 1)
    }
    guard let (index, last) = above.last, line.indentation.count > last.indentation.count, !last.value.isEmpty,
        line.isKey
    else {
        return fault(.colonInValue(mended: line.quotedValue), mark.line, line.valueColumn)
    }
    if above.count == 2, let parent = above.first?.element, parent.value.isEmpty, parent.isKey,
        parent.indentation == last.indentation
    {
        return fault(.notIndented(last.key, under: .key(parent.key)), index + 1, last.indentation.count + 1)
    }
    return fault(.tooFarIndented(line.key), mark.line, line.indentation.count + 1)
}

/// One line, taken apart as a person sees it: spaces, hyphens of a list, a key and its value.
private struct YAMLLine {
    let text: Substring
    let indentation: Substring
    let key: String
    let value: Substring

    init(_ text: Substring) {
        self.text = text
        indentation = text.prefix { $0 == " " || $0 == "\t" }
        var rest = text[indentation.endIndex...]
        while rest.hasPrefix("- ") { rest = rest.dropFirst(2).drop { $0 == " " } }
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        let after = rest[word.endIndex...]
        let isKey = !word.isEmpty && (after == ":" || after.hasPrefix(": "))
        key = isKey ? String(word) : ""
        var value = isKey ? after.dropFirst().drop { $0 == " " } : rest
        while value.last?.isWhitespace == true { value = value.dropLast() }
        self.value = value
    }

    var isKey: Bool { !key.isEmpty }
    var isBlank: Bool { text.allSatisfy(\.isWhitespace) || text[indentation.endIndex...].hasPrefix("#") }
    /// Counted in Unicode scalars, as Yams does.
    var valueColumn: Int { text[..<value.startIndex].unicodeScalars.count + 1 }
    var quote: Character? { value.first.flatMap { "\"'".contains($0) ? $0 : nil } }

    /// A value that begins with a quote which is not closed on its line.
    var hasOpenQuote: Bool { quote != nil && closingQuote == nil }

    var goesOnAfterQuote: Bool {
        guard let closingQuote else { return false }
        let rest = value[closingQuote...].dropFirst()
        return !rest.allSatisfy(\.isWhitespace) && !rest.hasPrefix(" #") && !rest.hasPrefix(":")
    }

    private var closingQuote: Substring.Index? {
        guard let quote else { return nil }
        var isEscaped = false
        for index in value.indices.dropFirst() {
            if isEscaped {
                isEscaped = false
            } else if quote == "\"", value[index] == "\\" {
                isEscaped = true
            } else if value[index] == quote {
                return index
            }
        }
        return nil
    }

    /// The value between quotes that do not stand in it.
    var quotedValue: String {
        var words = value
        if let quote, words.last == quote, words.count > 1 { words = words.dropFirst().dropLast() }
        if !words.contains("\""), !words.contains("\\") { return "\"\(words)\"" }
        return "'\(words.replacing("'", with: "''"))'"
    }
}
