package import Diagnostics

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
    case typedContact(String, inPlaceOf: [String])

    // Readers get the translation, and someone should look at it.
    case ending(expected: SentenceEnd, found: SentenceEnd)
    case outerSpace
    case lineBreak
    case sameAsSource
    case length(Int, limit: Int)
    case term(String, rendering: String)
    /// A mark that is printed as it stands.
    case unreadMark(Problem)

    package enum MarkupKind: Hashable, Sendable, CaseIterable {
        case emphasis
        case strong
        case code
        case lineBreak
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
            .controlCharacter, .unbalancedIsolates, .typedContact:
            true
        case .ending, .outerSpace, .lineBreak, .sameAsSource, .length, .term, .unreadMark: false
        }
    }

    package var problem: Problem {
        switch self {
        case .links(let expected, let found): .translationLinks(expected: expected, found: found)
        case .markup(let kind, let expected, let found):
            .translationMarkup(kind.words, expected: expected, found: found)
        case .emptyWords(let target): .translationEmptyWords(of: target)
        case .placeholders(let missing, let added): .translationPlaceholders(missing: missing, added: added)
        case .strayBrace: .translationBrace
        case .missingCount: .translationCount
        case .numbers(let expected, let found): .translationNumbers(expected: expected, found: found)
        case .digits(let found, let western): .translationDigits(found, western: western)
        case .rawHTML: .translationHTML
        case .controlCharacter(let scalar): .translationControlCharacter(scalar)
        case .unbalancedIsolates: .translationIsolates
        case .typedContact(let text, let names): .translationContact(text, inPlaceOf: names)
        case .unreadMark(let problem): problem
        case .ending(let expected, let found): .translationEnding(expected: expected.words, found: found.words)
        case .outerSpace: .translationSpace
        case .lineBreak: .translationLineBreak
        case .sameAsSource: .translationSame
        case .length(let length, let limit): .translationLength(length, limit: limit)
        case .term(let term, let rendering): .glossaryTerm(term, rendering: rendering)
        }
    }
}

extension TranslationFault.MarkupKind {
    fileprivate var words: Wording {
        switch self {
        case .emphasis: .emphasisMarks
        case .strong: .strongMarks
        case .code: .codeSpans
        case .lineBreak: .lineBreaks
        }
    }
}
