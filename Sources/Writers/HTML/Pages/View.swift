internal import Mustache

/// What a template is filled with: a closed set of values, looked up by name without reflection.
struct View: MustacheParent {
    enum Value {
        /// Text; the template escapes it.
        case text(String)
        /// Markup; the template takes it as it is, between three braces.
        case html(HTML)
        case flag(Bool)
        case list([View])
        case markupList([HTML])
        case textList([String])
    }

    var values: [String: Value]

    func child(named name: String) -> Any? {
        switch values[name] {
        case .text(let text): text
        case .html(let html): html.isEmpty ? nil : html.text
        case .flag(let flag): flag
        case .list(let views): views
        case .markupList(let list): list.map(\.text)
        case .textList(let list): list
        case nil: nil
        }
    }
}

extension View: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, Value)...) {
        values = Dictionary(elements) { _, last in last }
    }
}
