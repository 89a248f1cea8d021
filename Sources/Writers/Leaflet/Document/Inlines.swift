import CommonMark
import Content
import Referral
import Site

/// Words of a message as the template's inlines.
func inlines(of spans: [Inline<ShownFact>]) -> [JSONValue] { spans.compactMap(inline) }

private func inline(_ span: Inline<ShownFact>) -> JSONValue? {
    switch span {
    case .text(let text, _): inlineText(text)
    case .softBreak: inlineText(" ")
    case .lineBreak: .object(["t": "br"])
    case .code(let code, _): .object(["t": "code", "v": .string(code)])
    // Content and translations with HTML have been refused.
    case .html: nil
    case .emphasis(let children): .object(["t": "emph", "c": .array(inlines(of: children))])
    case .strong(let children): .object(["t": "strong", "c": .array(inlines(of: children))])
    case .link(let link):
        .object(["t": "link", "href": .string(link.destination), "c": .array(inlines(of: link.children))])
    // A picture within a text has been reported by the block it stands in.
    case .image(let image): inlineText(plainWords(of: image.alternative))
    case .insert(let fact, _): inline(fact)
    }
}

private func inline(_ fact: ShownFact) -> JSONValue {
    switch fact {
    case .foreign(let text, let language): inlineSpan([inlineText(text)], language)
    case .isolated(let text): isolated(text)
    case .phone(let number): phoneNumber(number)
    case .email(let address): isolated(address, href: "mailto:" + address)
    case .url(let address): isolated(address, href: address)
    }
}

func inlineText(_ text: String) -> JSONValue { .object(["t": "text", "v": .string(text)]) }

/// Left to right whatever stands around it: a mirrored phone number is a wrong one.
func isolated(_ text: String, href: String? = nil) -> JSONValue {
    var object: JSONObject = ["t": "isolated", "v": .string(text)]
    object["href"] = href.map { .string($0) }
    return .object(object)
}

func phoneNumber(_ number: String) -> JSONValue { isolated(number, href: "tel:" + dialled(number)) }

func inlineSpan(_ content: [JSONValue], _ language: Language) -> JSONValue {
    .object([
        "t": "span", "lang": .string(language.code), "dir": .string(language.direction.rawValue), "c": .array(content),
    ])
}

extension LeafletDocument {
    /// Words within text of the leaflet's language, or of `host`.
    func words(of phrase: Phrase, in host: Language? = nil) -> [JSONValue] {
        let text = [inlineText(phrase.text)]
        return phrase.language == host ?? language ? text : [inlineSpan(text, phrase.language)]
    }

    /// Furniture with inlines in the places of its parameters.
    func words(of furniture: Furniture, filling parameters: [String: [JSONValue]]) -> [JSONValue] {
        let pattern = localizer.pattern(furniture)
        let isForeign = pattern.language != language
        let inlines = pattern.pieces.flatMap { piece -> [JSONValue] in
            switch piece {
            case .words(let text): return [inlineText(text)]
            case .parameter(let name):
                // What fills an Italian pattern is still in the leaflet's language.
                let value = parameters[name] ?? []
                return isForeign ? [inlineSpan(value, language)] : value
            }
        }
        return isForeign ? [inlineSpan(inlines, pattern.language)] : inlines
    }

    /// Names on doors and street signs stay in Italian.
    func italian(_ text: String) -> [JSONValue] { words(of: Phrase(text, in: site.source)) }
}
