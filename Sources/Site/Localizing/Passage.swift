package import CommonMark
package import Content

/// A message as one reader gets it: in their language, or in Italian where there is no translation to trust.
package struct Passage: Hashable, Sendable {
    package let spans: [Inline<ShownFact>]
    package let language: Language
    package let state: PassageState
    package let anchor: String?
}

/// A fact as a reader sees it.
package indirect enum ShownFact: Hashable, Sendable {
    /// Words that stayed in Italian inside a translated sentence.
    case foreign(String, Language)
    /// A number or a day of the service.
    case rule(String)
    case phone(PhoneNumber)
    /// A phone number or an address inside of a link, which is not a link of its own.
    case withinLink(ShownFact)
    case email(String)
    case url(String)
}

/// Where a message stands in one language.
package enum PassageState: Hashable, Sendable {
    /// The reader's language is the one it was written in.
    case source
    case missing
    /// The Italian text has changed since it was translated.
    case stale
    /// The translation fails a check, and so is not shown.
    case faulty
    case draft
    case reviewed

    /// Whether the reader gets their own language.
    package var isShown: Bool { self == .source || self == .draft || self == .reviewed }
}

/// Plain words in some language: furniture, titles, labels.
package struct Phrase: Hashable, Sendable {
    package let text: String
    package let language: Language

    package init(_ text: String, in language: Language) {
        self.text = text
        self.language = language
    }
}

/// Words with places in them: `{opens}–{closes}`.
package struct Pattern: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        case words(String)
        case parameter(String)
    }

    package let pieces: [Piece]
    package let language: Language
}

/// The blocks of a page as one reader gets them.
package typealias LocalizedBlock = Block<Passage, Directive<Passage>>

/// Whether somebody who answers for it has read a translation.
package enum TranslationStanding: Hashable, Sendable {
    /// Nothing is translated: all that is there is Italian.
    case source
    case draft
    case reviewed
}

/// How much of a page or leaflet is in the reader's language.
package struct Coverage: Hashable, Sendable {
    /// Words of the Italian text.
    package private(set) var words = 0
    package private(set) var translatedWords = 0
    package private(set) var messages = 0
    package private(set) var shown = 0
    private var drafts = 0
    private var reviewed = 0

    package init() {}

    package mutating func count(_ message: Message, as state: PassageState) { count(message.text, as: state) }

    package mutating func count(_ text: String, as state: PassageState) {
        let length = text.split(whereSeparator: \.isWhitespace).count
        words += length
        messages += 1
        if state.isShown {
            translatedWords += length
            shown += 1
        }
        switch state {
        case .draft: drafts += 1
        case .reviewed: reviewed += 1
        case .source, .missing, .stale, .faulty: break
        }
    }

    /// Messages that the reader gets in Italian.
    package var fallbacks: Int { messages - shown }

    /// What can be said of the translation that the reader gets; what they get in Italian does not count.
    package var standing: TranslationStanding {
        if drafts > 0 { return .draft }
        return reviewed > 0 ? .reviewed : .source
    }

    /// Whether search engines may send readers of this language here: at least 80 % of the words are translated.
    package var isReallyTranslated: Bool { translatedWords * 100 >= words * 80 }
}
