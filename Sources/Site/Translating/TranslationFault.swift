/// What is wrong with a translation.
package enum TranslationFault: Hashable, Sendable {
    // Readers get the Italian instead.
    case links(expected: [String], found: [String])
    case markup(MarkupKind, expected: Int, found: Int)
    case emptyWords(of: String)
    case placeholders(missing: [String], added: [String])
    case strayBrace
    case missingCount
    case numbers(expected: [String], found: [String])
    case digits(found: String, western: String)
    case rawHTML
    case controlCharacter(Unicode.Scalar)
    case unbalancedIsolates

    // Readers get the translation, and someone should look at it.
    case ending(expected: SentenceEnd, found: SentenceEnd)
    case outerSpace
    case lineBreak
    case sameAsSource
    case length(Int, limit: Int)
    case term(String, rendering: String)

    package enum MarkupKind: String, Hashable, Sendable, CaseIterable {
        case emphasis = "pairs of * for emphasis"
        case strong = "pairs of ** for strong emphasis"
        case code = "code spans"
        case lineBreak = "line breaks"
    }
}

/// A fault, and the byte of the translation where it can be pointed at.
package struct FoundFault: Hashable, Sendable {
    package let fault: TranslationFault
    package let byte: Int?

    init(_ fault: TranslationFault, at byte: Int? = nil) {
        self.fault = fault
        self.byte = byte
    }
}

extension TranslationFault {
    /// Whether the translation may not be shown: it would lose or bring in a link, a fact or a number, or show marks
    /// that are not words.
    package var isBlocking: Bool {
        switch self {
        case .links, .markup, .emptyWords, .placeholders, .strayBrace, .missingCount, .numbers, .digits, .rawHTML,
            .controlCharacter, .unbalancedIsolates:
            true
        case .ending, .outerSpace, .lineBreak, .sameAsSource, .length, .term: false
        }
    }

    package var identifier: String {
        switch self {
        case .links: "translation-links"
        case .markup: "translation-markup"
        case .emptyWords: "translation-empty-words"
        case .placeholders: "translation-placeholders"
        case .strayBrace: "translation-brace"
        case .missingCount: "translation-count"
        case .numbers: "translation-numbers"
        case .digits: "translation-digits"
        case .rawHTML: "translation-html"
        case .controlCharacter: "translation-control-character"
        case .unbalancedIsolates: "translation-isolates"
        case .ending: "translation-ending"
        case .outerSpace: "translation-space"
        case .lineBreak: "translation-line-break"
        case .sameAsSource: "translation-same"
        case .length: "translation-length"
        case .term: "glossary-term"
        }
    }

    package var message: String {
        func listed(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: ", ") }
        return switch self {
        case .links(let expected, let found):
            "the text has these links and images: \(listed(expected)); the translation: \(listed(found))"
        case .markup(let kind, let expected, let found):
            "the text has \(expected) \(kind.rawValue); the translation: \(found)"
        case .emptyWords(let target): "the \(target) has no words in the translation"
        case .placeholders(let missing, let added):
            "the translation leaves out \(listed(missing)) and brings in \(listed(added))"
        case .strayBrace: "a single brace begins or ends no placeholder"
        case .missingCount: "this form serves several numbers, and leaves out {count}"
        case .numbers(let expected, let found):
            "the text has these numbers: \(listed(expected)); the translation: \(listed(found))"
        case .digits(let found, let western): "the number \(found) is not written \(western)"
        case .rawHTML: "the translation holds HTML"
        case .controlCharacter(let scalar):
            "the translation holds the control character U+\(hexadecimal(scalar))"
        case .unbalancedIsolates: "the translation opens and closes directional isolates unevenly"
        case .ending(let expected, let found):
            "the text ends with \(expected.rawValue); the translation: \(found.rawValue)"
        case .outerSpace: "the translation begins or ends with white space"
        case .lineBreak: "the translation has a line end where the text has none"
        case .sameAsSource: "the translation says the same as the Italian"
        case .length(let length, let limit):
            "the translation has \(length) characters, and should have \(limit) at most"
        case .term(let term, _): "the glossary's word for '\(term)' is not in the translation"
        }
    }

    package var hint: String {
        switch self {
        case .links: "keep each ({1}) of the text, once, after its square brackets"
        case .markup:
            "put the same marks around the words that they belong to, touching the words and apart from the letters beside them"
        case .emptyWords: "write words between the square brackets"
        case .placeholders: "copy the names in braces from the text as they are"
        case .strayBrace: "write '{{' or '}}' for a brace that is to be seen"
        case .missingCount: "write {count} where the number belongs"
        case .numbers: "write the same numbers as digits, or as words only where the text does"
        case .digits: "write numbers with the digits 0 to 9, like the phone numbers beside them"
        case .rawHTML: "write * or ** for emphasis"
        case .controlCharacter: "delete it; direction marks are not needed, the page sees to them"
        case .unbalancedIsolates: "delete the invisible characters U+2066 to U+2069"
        case .ending: "end like the Italian, with your own script's mark"
        case .outerSpace: "delete the white space"
        case .lineBreak: "write it on one line"
        case .sameAsSource: "if it is meant, write the comment '# same as source' above the message"
        case .length: "say it in fewer words, or ask whether the Italian says enough"
        case .term(_, let rendering):
            "the glossary says: \(rendering); if it must be otherwise here, add that after a '|'"
        }
    }

    private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
