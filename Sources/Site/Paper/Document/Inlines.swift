import CommonMark
import Content

/// Words of a message as they are printed, facts told apart by what a change of them means.
func inlines(of spans: [Inline<ShownFact>]) -> [PaperInline] { spans.compactMap(inline) }

private func inline(_ span: Inline<ShownFact>) -> PaperInline? {
    switch span {
    case .text(let text, _): .text(text)
    case .softBreak: .text(" ")
    case .lineBreak: .lineBreak
    case .code(let code, _): .code(code)
    // Content and translations with HTML have been refused.
    case .html: nil
    case .emphasis(let children): .emphasis(inlines(of: children))
    case .strong(let children): .strong(inlines(of: children))
    case .link(let link): .link(to: link.destination, inlines(of: link.children))
    // A picture within a text has been reported by the block it stands in.
    case .image(let image): .joined(inlines(of: image.alternative))
    case .insert(let fact, _): inline(fact)
    }
}

private func inline(_ fact: ShownFact) -> PaperInline {
    switch fact {
    case .foreign(let text, let language): .span([.text(text)], language)
    case .rule(let text): .part(.rules, .text(text))
    case .phone(let number): .part(.numbers, phoneNumber(number))
    case .email(let address): .part(.addresses, .isolated(address, href: "mailto:" + address))
    case .url(let address): .part(.addresses, .isolated(address, href: address))
    case .withinLink(let fact): .part(fact.part, .isolated(fact.words))
    }
}

extension ShownFact {
    fileprivate var part: EditionPart {
        switch self {
        case .foreign: .wording
        case .rule: .rules
        case .phone: .numbers
        case .email, .url: .addresses
        case .withinLink(let fact): fact.part
        }
    }
}

func phoneNumber(_ number: PhoneNumber) -> PaperInline { .isolated(number.shown, href: number.link) }

func part(_ part: EditionPart?, _ inlines: [PaperInline]) -> [PaperInline] { inlines.map { .part(part, $0) } }

extension LeafletDocument {
    /// Words within text of the leaflet's language, or of `host`.
    func words(of phrase: Phrase, in host: Language? = nil) -> [PaperInline] {
        phrase.language == host ?? language ? [.text(phrase.text)] : [.span([.text(phrase.text)], phrase.language)]
    }

    /// Furniture with inlines in the places of its parameters.
    func words(of furniture: Furniture, filling parameters: [String: [PaperInline]]) -> [PaperInline] {
        let pattern = localizer.pattern(furniture)
        let isForeign = pattern.language != language
        let inlines = pattern.pieces.flatMap { piece -> [PaperInline] in
            switch piece {
            case .words(let text): return [.text(text)]
            case .parameter(let name):
                // What fills an Italian pattern is still in the leaflet's language.
                let value = parameters[name] ?? []
                return isForeign ? [.span(value, language)] : value
            }
        }
        return isForeign ? [.span(inlines, pattern.language)] : inlines
    }

    /// Words around the day of a check, which is no part of an edition.
    func words(of furniture: Furniture, checked date: CalendarDate) -> [PaperInline] {
        let pattern = localizer.pattern(furniture)
        let day = localizer.formats(in: pattern.language).date(date)
        let text = PaperInline.joined(
            pattern.pieces.map { piece in
                switch piece {
                case .words(let text): .text(text)
                case .parameter: .part(nil, .text(day))
                }
            }
        )
        return pattern.language == language ? [text] : [.span([text], pattern.language)]
    }

    /// A title's words, facts told apart.
    func title(_ message: Message, by localizer: Localizer) -> [PaperInline] {
        inlines(of: localizer.passage(message) { _ in "" }.spans)
    }

    /// Names on doors and street signs stay in Italian.
    func italian(_ text: String) -> [PaperInline] { words(of: Phrase(text, in: site.source)) }
}
