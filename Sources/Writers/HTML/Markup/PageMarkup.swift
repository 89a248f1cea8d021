import CommonMark
import Content
import Site

/// Markup for one page: what it knows is the language it is in and where it stands, which every link depends on.
struct PageMarkup {
    let site: Site
    let edition: LocalizedSite
    let route: Route
    /// The one whose paper the page is about; nil for the whole territory.
    var centre: Centre?

    var language: Language { edition.language }
    var localizer: Localizer { edition.localizer }

    // MARK: Words

    /// Words in the page's language as they are; others with a language and a direction of their own.
    func html(_ phrase: Phrase) -> HTML {
        let text = HTML(escaping: phrase.text)
        return phrase.language == language ? text : .element("span", attributes(of: phrase.language), text)
    }

    func html(_ furniture: Furniture, _ parameters: [String: String] = [:]) -> HTML {
        html(localizer.phrase(furniture, parameters))
    }

    /// Furniture with markup in the places of its parameters.
    func html(_ furniture: Furniture, filling parameters: [String: HTML]) -> HTML {
        let pattern = localizer.pattern(furniture)
        let isForeign = pattern.language != language
        let own = [HTMLAttribute("lang", language.code), HTMLAttribute("dir", language.direction.rawValue)]
        var html = HTML()
        for piece in pattern.pieces {
            switch piece {
            case .words(let text): html.append(escaping: text)
            case .parameter(let name):
                // What fills an Italian pattern is still in the page's language.
                let value = parameters[name] ?? HTML()
                html.append(isForeign ? .element("span", own, value) : value)
            }
        }
        return isForeign ? .element("span", attributes(of: pattern.language), html) : html
    }

    /// Furniture for an attribute, where no other language can be marked.
    func words(_ furniture: Furniture) -> String { localizer.phrase(furniture).text }

    /// `lang` and `dir`, where they differ from the page's.
    func attributes(of other: Language) -> [HTMLAttribute] {
        guard other != language else { return [] }
        return [HTMLAttribute("lang", other.code), HTMLAttribute("dir", other.direction.rawValue)]
    }

    // MARK: Text

    func html(of blocks: [LocalizedBlock], levels: HeadingLevels? = nil) -> HTML {
        var levels = levels ?? HeadingLevels(blocks)
        // The first picture is often on the first screen; the others wait until they are near it.
        var isFirst = true
        let inlines = inlineWriter { image in
            defer { isFirst = false }
            return target(of: image, isLazy: !isFirst)
        }
        let writer = MarkupWriter<Passage, Directive<Passage>>(
            leaf: { passage in .init(attributes: attributes(of: passage), content: inlines.html(of: passage.spans)) },
            insert: { html(of: $0, level: levels.next()) }
        )
        return writer.html(of: blocks)
    }

    private func attributes(of passage: Passage) -> [HTMLAttribute] {
        var attributes = attributes(of: passage.language)
        if let anchor = passage.anchor { attributes.append(HTMLAttribute("id", anchor)) }
        if case .link? = passage.spans.first, passage.spans.count == 1 {
            attributes.append(HTMLAttribute("class", "more"))
        }
        return attributes
    }

    private func inlineWriter(
        image: @escaping (Image<ShownFact>) -> InlineWriter<ShownFact>.Target
    ) -> InlineWriter<ShownFact> {
        InlineWriter(insert: { html(of: $0) }, words: \.words, image: image)
    }

    private func html(of fact: ShownFact) -> HTML {
        switch fact {
        case .foreign(let text, let language):
            .element("span", attributes(of: language), HTML(escaping: text))
        case .rule(let text): HTML(escaping: text)
        case .withinLink(.email(let address)), .withinLink(.url(let address)): self.address(address)
        case .withinLink(let fact): isolated(fact.words)
        case .phone(let number): phone(number)
        case .email(let address): link(to: "mailto:" + address, self.address(address))
        case .url(let address): link(to: address, self.address(address))
        }
    }

    /// Left to right whatever stands around it: a mirrored phone number is a wrong one.
    func isolated(_ text: String) -> HTML {
        .element("bdi", [HTMLAttribute("dir", "ltr")], HTML(escaping: text))
    }

    /// An e-mail or web address, or the name of an edition: it may break where its parts meet, with nothing to copy there.
    func address(_ text: String) -> HTML {
        var html = HTML()
        for part in addressParts(text) {
            if !html.isEmpty { html.append(markup: "<wbr>") }
            html.append(escaping: part)
        }
        return .element("bdi", [HTMLAttribute("class", "address"), HTMLAttribute("dir", "ltr")], html)
    }

    func phone(_ number: PhoneNumber, class name: String? = nil) -> HTML {
        self.number(number, link: number.link, class: name)
    }

    /// A number that opens a conversation, begun in the reader's language.
    func whatsApp(_ number: PhoneNumber, class name: String? = nil) -> HTML {
        self.number(number, link: localizer.whatsAppLink(of: number), class: name)
    }

    private func number(_ number: PhoneNumber, link: String, class name: String?) -> HTML {
        var attributes = [HTMLAttribute("href", link)]
        if let name { attributes.append(HTMLAttribute("class", name)) }
        return .element("a", attributes, isolated(number.shown))
    }

    func link(to address: String, _ content: HTML) -> HTML {
        .element("a", [HTMLAttribute("href", address)], content)
    }

    // MARK: Directives

    private func html(of directive: Directive<Passage>, level: Int) -> HTML {
        switch directive {
        case .note(let blocks): box(.noteLabel, class: "box", html(of: blocks))
        case .important(let blocks): box(.importantLabel, class: "box important", html(of: blocks))
        case .table(let table): html(of: table)
        case .centres: centres(level: level)
        case .contact: contact
        case .leaflets: leaflets(level: level)
        case .editions: editions(level: level)
        case .referralForm: form(level: level)
        case .qr: HTML()
        }
    }

    /// A table, which narrow screens show as a block for each row, with the column's heading before each cell.
    private func html(of table: Table<Passage>) -> HTML {
        func cell(_ tag: StaticString, _ passage: Passage, _ more: [HTMLAttribute]) -> HTML {
            .element(
                tag,
                more + attributes(of: passage.language),
                inlineWriter { .init($0.source) }.html(of: passage.spans)
            )
        }
        let labels = table.head.map { plainWords(of: $0.leaf.spans) }
        let head = table.head.map { cell("th", $0.leaf, [HTMLAttribute("scope", "col")]) }
        let rows = table.rows.map { cells in
            let row = zip(cells, labels).enumerated().map { column, pair in
                let label = HTMLAttribute("data-label", pair.1)
                return column == 0
                    ? cell("th", pair.0.leaf, [HTMLAttribute("scope", "row"), label])
                    : cell("td", pair.0.leaf, [label])
            }
            return HTML.element("tr", .joined(row))
        }
        return .element(
            "table",
            [HTMLAttribute("class", "grid")],
            .joined([.element("thead", .element("tr", .joined(head))), .element("tbody", .joined(rows))])
        )
    }

    func box(_ label: Furniture, class name: String, _ content: HTML) -> HTML {
        let heading = HTML.element("p", [HTMLAttribute("class", "label")], html(label))
        return .element(
            "div",
            [HTMLAttribute("class", name), HTMLAttribute("role", "note"), HTMLAttribute("aria-label", words(label))],
            HTML.joined([heading, content])
        )
    }
}

/// An address cut after each `@`, slash and hyphen, and before each dot, so that no line ends with what looks like a full stop.
func addressParts(_ text: String) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    for index in text.indices.dropFirst() {
        let previous = text[text.index(before: index)]
        let isAfter = previous == "@" || previous == "-" || previous == "/" && text[index] != "/"
        guard isAfter || text[index] == "." else { continue }
        parts.append(text[start..<index])
        start = index
    }
    return parts + [text[start...]]
}

/// The level of the headings that each directive may bring: one below the heading it stands under.
struct HeadingLevels {
    private var levels: ArraySlice<Int>

    init(_ blocks: [LocalizedBlock]) {
        var levels: [Int] = []
        var current = 1
        for block in blocks {
            block.forEach { inner in
                switch inner {
                case .heading(let level, _, _): current = level
                case .insert: levels.append(min(6, current + 1))
                case .paragraph, .thematicBreak, .blockQuote, .list, .codeBlock, .html: break
                }
            }
        }
        self.levels = levels[...]
    }

    mutating func next() -> Int { levels.popFirst() ?? 2 }
}
