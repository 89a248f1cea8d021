package import Content
package import Diagnostics
import Foundation

/// The words that every translation uses alike: for each language, what an Italian term is called.
package struct Glossary: Sendable {
    /// One line of `translations/glossary.csv`.
    package struct Row: Hashable, Sendable {
        /// As written: `famiglia|famiglie`.
        package let term: String
        package let language: Language
        /// As written: `home visits|home visiting`.
        package let rendering: String
        /// The words to look for: each alternative, without what stands in round brackets.
        package let renderings: [String]
        package let note: String
        package let location: SourceLocation
        /// Advice for people, which no translation is held against.
        package let isAdvice: Bool
        /// Each way to write the term, as words in small letters; `*` at the end of a word stands for any ending.
        fileprivate let patterns: [[String]]
    }

    package let rows: [Row]
    private let checked: [Language: [Row]]

    package init(rows: [Row] = []) {
        self.rows = rows
        checked = Dictionary(grouping: rows.filter { !$0.isAdvice }, by: \.language)
    }

    /// The terms of an Italian text whose rendering its translation has not.
    ///
    /// Terms are whole words, whatever their letter case. A rendering is looked for from the start of a word, with any
    /// ending; anywhere where words have prefixes (Arabic script) or no spaces (Chinese).
    func missingTerms(
        in translation: String,
        of text: String,
        language: Language
    ) -> [Row] {
        guard let rows = checked[language] else { return [] }
        let words = glossaryWords(of: text)
        let isAnywhere = language.script == "Arab" || language.script.hasPrefix("Han")
        let border = isAnywhere ? "" : " "
        let folded = border + searchForm(of: translation, language: language, spacing: border)
        var found: Set<Int> = []
        var hits: [(row: Row, ranges: [Range<Int>])] = []
        for row in rows {
            let ranges = row.patterns.flatMap { occurrences(of: $0, in: words) }
            if !ranges.isEmpty { hits.append((row, ranges)) }
        }
        // "visite a casa" is a term of its own, and "casa" inside of it is not the other term.
        hits.sort { longest($0.ranges) > longest($1.ranges) }
        var missing: [Row] = []
        for (row, ranges) in hits {
            let own = ranges.filter { found.isDisjoint(with: $0) }
            guard !own.isEmpty else { continue }
            for range in own { found.formUnion(range) }
            let isThere = row.renderings.contains {
                let form = border + searchForm(of: $0, language: language, spacing: border)
                // By bytes: the stem of a word in an Indic script may end in the middle of what is one character.
                return folded.utf8.firstRange(of: form.utf8) != nil
            }
            if !isThere { missing.append(row) }
        }
        return missing
    }
}

private func longest(_ ranges: [Range<Int>]) -> Int { ranges.map(\.count).max() ?? 0 }

private func occurrences(of pattern: [String], in words: [String]) -> [Range<Int>] {
    guard !pattern.isEmpty, pattern.count <= words.count else { return [] }
    return (0...(words.count - pattern.count)).compactMap { start in
        let isHere = zip(pattern, words[start...]).allSatisfy { wanted, word in
            wanted.hasSuffix("*") ? word.hasPrefix(wanted.dropLast()) : word == wanted
        }
        return isHere ? start..<(start + pattern.count) : nil
    }
}

/// Small letters, apostrophes as word borders: `l’ostetrica` is `l` and `ostetrica`.
private func glossaryWords(of text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "*") }.map(String.init)
}

/// The text in small letters, with one kind of apostrophe and single spaces, and what Arabic writes or leaves out as it
/// likes made alike: vowel signs, stretching, the article, and the feminine ending before a suffix.
///
/// With `spacing`, punctuation too becomes space, so that every word begins after one.
private func searchForm(of text: String, language: Language, spacing: String) -> String {
    let isArabic = language.script == "Arab"
    let letters = text.precomposedStringWithCanonicalMapping.lowercased()
    let scalars = letters.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
        switch scalar {
        case "’": "'"
        case "\u{640}", "\u{64B}"..."\u{652}", "\u{670}": nil
        case "\u{629}" where isArabic: "\u{62A}"
        default: scalar.properties.isWhitespace || isMark(scalar) && !spacing.isEmpty ? " " : scalar
        }
    }
    let words = String(String.UnicodeScalarView(scalars)).split(separator: " ")
    return words.map { isArabic && $0.count > 3 && $0.hasPrefix("\u{627}\u{644}") ? $0.dropFirst(2) : $0 }
        .joined(separator: " ")
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .dashPunctuation,
        .otherPunctuation, .mathSymbol:
        scalar != "'"
    default: false
    }
}

extension Glossary.Row {
    init(term: String, language: Language, rendering: String, note: String, at location: SourceLocation) {
        self.term = term
        self.language = language
        self.rendering = rendering
        renderings = alternatives(in: rendering)
        self.note = note
        self.location = location
        isAdvice = note.hasPrefix(Self.adviceMark)
        patterns = alternatives(in: term).map(glossaryWords)
    }

    /// What the note of a row begins with that is for people only.
    static let adviceMark = "(advice)"
}

/// What stands between `|`, without round brackets and what is in them.
func alternatives(in text: String) -> [String] {
    text.split(separator: "|").compactMap { part in
        var depth = 0
        let words = part.filter { character in
            if "(（".contains(character) { depth += 1 }
            defer { if ")）".contains(character) { depth = max(0, depth - 1) } }
            return depth == 0
        }
        let folded = foldingSpaces(String(words))
        return folded.isEmpty ? nil : folded
    }
}

func foldingSpaces(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
