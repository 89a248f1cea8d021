package import CommonMark
package import Content
import Diagnostics
package import Gettext

/// Puts messages into one language: the translation where there is one to trust, else the Italian, marked as such.
package struct Localizer: Sendable {
    package let language: Language
    package let source: Language
    package let formats: Formats
    private let sourceFormats: Formats
    private let facts: Facts
    private let catalogue: Lookup?
    private let pluralRule: PluralRule?

    /// `catalogue` is nil for the language that content is written in.
    package init(language: Language, source: Language, facts: Facts, catalogue: Catalogue?) {
        self.language = language
        self.source = source
        self.facts = facts
        self.catalogue = catalogue?.lookup()
        pluralRule = catalogue?.pluralRule
        formats = Formats(language)
        sourceFormats = Formats(source)
    }

    private var isSource: Bool { language == source }

    /// Those of the language that some words are in: this one, or the source.
    func formats(in language: Language) -> Formats { language == source ? sourceFormats : formats }

    // MARK: Messages

    /// Where a message stands in this language.
    package func state(of message: Message) -> PassageState { translation(of: message).state }

    /// The message as the reader gets it, its links turned into addresses by `address`.
    ///
    /// Where files are described, a link to one ends with its kind, size and language.
    package func passage(
        _ message: Message,
        describingFiles: Bool = false,
        address: (Target) -> String
    ) -> Passage {
        let (text, state) = translation(of: message)
        let shown = state.isShown ? language : source
        let spans = parseSpans(text, syntax: message.syntax).flatMap { span in
            span.mapped(
                text: { [.text($0, at: $1)] },
                code: { [.code($0, at: $1)] },
                insert: { [self.shown($0, in: shown, at: $1)] },
                link: { link, children in
                    guard let target = target(numbered: link.destination, in: message) else { return children }
                    var children = children.flatMap(unlinked)
                    if describingFiles, case .file(let file) = target {
                        children += description(of: file, in: shown, at: link.position)
                    }
                    return [
                        .link(
                            .init(
                                destination: address(target),
                                title: link.title,
                                children: children,
                                position: link.position
                            )
                        )
                    ]
                },
                image: { image, alternative in
                    guard let target = target(numbered: image.source, in: message) else { return alternative }
                    return [
                        .image(
                            .init(
                                source: address(target),
                                title: image.title,
                                alternative: alternative,
                                position: image.position
                            )
                        )
                    ]
                }
            )
        }
        return Passage(spans: spans, language: shown, state: state, anchor: message.anchor)
    }

    /// What a link says of a file beside its words: ` (PDF · 340 kB · italiano)`.
    ///
    /// A file is in the language of the site's sources where its name says no other.
    private func description(
        of file: LinkedFile,
        in language: Language,
        at position: SourcePosition
    ) -> [Inline<ShownFact>] {
        let formats = formats(in: language)
        let name = file.languageCode.flatMap(formats.name(ofLanguage:)) ?? formats.name(of: source)
        let size = "\(file.kind) · \(formats.size(ofBytes: file.size))"
        return [
            .text(" (", at: position), .insert(.withinLink(.rule(size)), at: position),
            .text(" · \(name))", at: position),
        ]
    }

    /// Words without markup: titles, descriptions, labels.
    package func phrase(_ message: Message) -> Phrase {
        let passage = passage(message) { _ in "" }
        return Phrase(plainWords(of: passage.spans), in: passage.language)
    }

    private func translation(of message: Message) -> (text: String, state: PassageState) {
        guard !isSource else { return (message.text, .source) }
        guard let entry = catalogue?[message.text, context: nil] else { return (message.text, .missing) }
        switch entry.state {
        case .missing: return (message.text, .missing)
        case .stale: return (message.text, .stale)
        case .draft, .reviewed:
            guard let text = entry.translations.first, blockingFaults(in: text, of: Original(message)).isEmpty else {
                return (message.text, .faulty)
            }
            return (text, entry.state == .reviewed ? .reviewed : .draft)
        }
    }

    /// Where the translation of a message begins in its catalogue.
    func translationPosition(of message: Message) -> SourcePosition? {
        catalogue?[message.text, context: nil]?.place.translations.first
    }

    private func target(numbered destination: String, in message: Message) -> Target? {
        guard destination.hasPrefix("{"), destination.hasSuffix("}"),
            let number = Int(destination.dropFirst().dropLast())
        else { return nil }
        return message.targets.indices.contains(number - 1) ? message.targets[number - 1] : nil
    }

    // MARK: Facts

    private func shown(_ fact: FactReference, in language: Language, at position: SourcePosition) -> Inline<ShownFact> {
        switch facts[fact] {
        case .number(let number): return .insert(.rule(String(number)), at: position)
        case .phone(let number): return .insert(.phone(number), at: position)
        case .email(let address): return .insert(.email(address), at: position)
        case .url(let address): return .insert(.url(address), at: position)
        case .date(let date): return .insert(.rule(formats(in: language).date(date)), at: position)
        case .text(let message):
            guard language != source else { return .text(message.text, at: position) }
            let phrase = phrase(message)
            let isForeign = phrase.language != language
            return isForeign
                ? .insert(.foreign(phrase.text, phrase.language), at: position)
                : .text(phrase.text, at: position)
        case .code, nil: return .text("", at: position)
        }
    }

    // MARK: Furniture

    /// The site's own words, parameters filled in.
    package func phrase(_ furniture: Furniture, _ parameters: [String: String] = [:]) -> Phrase {
        let original = furniture.source.one
        let translation = translation(context: Furniture.context, id: original, plural: nil, form: 0)
        return Phrase(filled(translation ?? original, parameters), in: translation == nil ? source : language)
    }

    /// Where WhatsApp opens a conversation with a number, begun in the reader's language.
    package func whatsAppLink(of number: PhoneNumber) -> String {
        number.whatsAppLink(greeting: phrase(.whatsAppGreeting).text)
    }

    /// The same for words around a day: the day is written in the language that the words are in.
    package func phrase(_ furniture: Furniture, date: CalendarDate) -> Phrase {
        let words = phrase(furniture)
        return Phrase(filled(words.text, ["date": formats(in: words.language).date(date)]), in: words.language)
    }

    /// The same for words that count something; `{count}` is filled in.
    package func phrase(_ furniture: Furniture, count: Int) -> Phrase {
        let (one, many) = furniture.source
        let form = pluralRule?.form(for: UInt(count)) ?? 0
        let translation = translation(context: Furniture.context, id: one, plural: many, form: form)
        let original = count == 1 ? one : many ?? one
        let text = filled(translation ?? original, ["count": String(count)])
        return Phrase(text, in: translation == nil ? source : language)
    }

    /// The words cut at their parameters, for a writer that fills them with more than text.
    package func pattern(_ furniture: Furniture) -> Pattern {
        let words = phrase(furniture)
        let pieces = parseSpans(words.text, syntax: .plain).compactMap { span -> Pattern.Piece? in
            switch span {
            case .text(let text, _): .words(text)
            case .insert(let reference, _): .parameter(reference.name)
            default: nil
            }
        }
        return Pattern(pieces: pieces, language: words.language)
    }

    /// A label of the referral form.
    package func label(context: String, text: String) -> Phrase {
        let translation = translation(context: context, id: text, plural: nil, form: 0)
        return Phrase(translation ?? text, in: translation == nil ? source : language)
    }

    /// Where such a label stands in this language.
    package func state(ofLabel context: String, text: String) -> PassageState {
        guard !isSource else { return .source }
        guard let entry = catalogue?[text, context: context] else { return .missing }
        switch entry.state {
        case .missing: return .missing
        case .stale: return .stale
        case .draft, .reviewed:
            guard translation(context: context, id: text, plural: nil, form: 0) != nil else { return .faulty }
            return entry.state == .reviewed ? .reviewed : .draft
        }
    }

    /// Nil where the reader gets the Italian: no translation, a stale one, or the source language itself.
    private func translation(context: String, id: String, plural: String?, form: Int) -> String? {
        guard let entry = catalogue?[id, context: context], entry.state == .draft || entry.state == .reviewed,
            entry.translations.indices.contains(form)
        else { return isSource ? id : nil }
        let counted = plural.map { PluralForm(plural: $0, index: form, rule: pluralRule) }
        let original = Original(text: id, syntax: .plain, form: counted)
        guard blockingFaults(in: entry.translations[form], of: original).isEmpty else { return nil }
        return entry.translations[form]
    }
}

/// Fills in `{name}`; `{{` and `}}` are literal braces, an unknown name stays as it is.
private func filled(_ text: String, _ parameters: [String: String]) -> String {
    parseSpans(text, syntax: .plain).reduce(into: "") { result, span in
        switch span {
        case .text(let string, _): result += string
        case .insert(let reference, _): result += parameters[reference.name] ?? "{\(reference.name)}"
        default: break
        }
    }
}

/// The inline with facts that would be links turned into plain, isolated words.
private func unlinked(_ inline: Inline<ShownFact>) -> [Inline<ShownFact>] {
    inline.mapped(
        text: { [.text($0, at: $1)] },
        code: { [.code($0, at: $1)] },
        insert: { fact, position in
            switch fact {
            case .phone, .email, .url: [.insert(.withinLink(fact), at: position)]
            case .foreign, .rule, .withinLink: [.insert(fact, at: position)]
            }
        }
    )
}

/// The words of some inlines, markup left out, facts as a person would say them.
package func plainWords(of spans: [Inline<ShownFact>]) -> String {
    spans.reduce(into: "") { text, span in
        switch span {
        case .text(let string, _), .code(let string, _): text += string
        case .softBreak, .lineBreak: text += " "
        case .html: break
        case .emphasis(let children), .strong(let children): text += plainWords(of: children)
        case .link(let link): text += plainWords(of: link.children)
        case .image(let image): text += plainWords(of: image.alternative)
        case .insert(let fact, _): text += fact.words
        }
    }
}

extension ShownFact {
    /// The fact as plain text.
    package var words: String {
        switch self {
        case .foreign(let text, _), .rule(let text), .email(let text), .url(let text): text
        case .phone(let number): number.shown
        case .withinLink(let fact): fact.words
        }
    }
}
