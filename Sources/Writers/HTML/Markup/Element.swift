extension HTML {
    /// An element of ours around markup.
    static func element(_ name: StaticString, _ attributes: [HTMLAttribute], _ content: HTML) -> HTML {
        var html = HTML()
        html.append(markup: "<")
        html.append(markup: name)
        html.append(attributes)
        html.append(markup: ">")
        html.append(content)
        html.append(markup: "</")
        html.append(markup: name)
        html.append(markup: ">")
        return html
    }

    static func element(_ name: StaticString, _ content: HTML) -> HTML { element(name, [], content) }

    /// An element without content.
    static func void(_ name: StaticString, _ attributes: [HTMLAttribute]) -> HTML {
        var html = HTML()
        html.append(markup: "<")
        html.append(markup: name)
        html.append(attributes)
        html.append(markup: ">")
        return html
    }

    /// A heading of level 2 to 6.
    static func heading(_ level: Int, _ attributes: [HTMLAttribute], _ content: HTML) -> HTML {
        switch level {
        case ...2: element("h2", attributes, content)
        case 3: element("h3", attributes, content)
        case 4: element("h4", attributes, content)
        case 5: element("h5", attributes, content)
        default: element("h6", attributes, content)
        }
    }

    /// Pieces one after the other, each on a line of its own.
    static func joined(_ pieces: [HTML]) -> HTML {
        var html = HTML()
        for piece in pieces where !piece.isEmpty {
            if !html.isEmpty { html.append(markup: "\n") }
            html.append(piece)
        }
        return html
    }

    /// A label and what it says, for a description list.
    static func described(_ label: HTML, _ values: [HTML]) -> HTML {
        guard !values.isEmpty else { return HTML() }
        return joined([element("dt", label)] + values.map { element("dd", $0) })
    }
}
