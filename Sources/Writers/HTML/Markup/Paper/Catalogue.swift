import Content
import Site

extension PageMarkup {
    /// The catalogue: language by language, since a referrer knows the family's language before anything else.
    func leaflets(level: Int) -> HTML {
        guard !edition.currentLeaflets.isEmpty else { return .element("p", html(.leafletNone)) }
        return .joined(
            [filters([languageFilter, centreFilter])] + editionsOwnFirst.map { section(of: $0, level: level) }
        )
    }

    private func section(of other: LocalizedSite, level: Int) -> HTML {
        let cards = other.currentLeaflets.map { HTML.element("li", card(of: $0, level: level + 1)) }
        let pieces = [
            HTML.heading(level, [], name(of: other.language)),
            centre.map { .element("p", [HTMLAttribute("class", "facts")], name(of: $0)) } ?? HTML(),
            .element("ul", [HTMLAttribute("class", "cards")], .joined(cards)),
        ]
        let attributes = [HTMLAttribute("class", "leaflets"), HTMLAttribute("id", other.language.code)]
        return .element("section", attributes, .joined(pieces))
    }

    private func card(of leaflet: LocalizedLeaflet, level: Int) -> HTML {
        let sheets = site.sheets(of: leaflet, for: centre)
        let italian = italianTitle(of: leaflet)
        let text = HTML.joined([
            .heading(level, [], link(to: route.link(to: leaflet.route.file), html(leaflet.title))),
            italian.isEmpty ? HTML() : .element("p", [HTMLAttribute("class", "italian")], italian),
            leaflet.language == language ? .element("p", html(leaflet.description)) : HTML(),
            sheets.first.map(facts) ?? HTML(),
            files(of: sheets, note: .hint),
        ])
        return .joined([preview(of: leaflet), .element("div", text)])
    }

    /// A picture of the first side; the words beside it say all that it shows.
    private func preview(of leaflet: LocalizedLeaflet) -> HTML {
        guard site.hasPaper else { return HTML() }
        let (width, height) = leaflet.leaflet.format.coverSize
        let attributes = [
            HTMLAttribute("src", route.link(to: leaflet.leaflet.preview(in: leaflet.language))),
            HTMLAttribute("alt", ""), HTMLAttribute("width", String(width)), HTMLAttribute("height", String(height)),
            HTMLAttribute("loading", "lazy"),
        ]
        return .void("img", attributes)
    }

    /// Links to the sections; the script makes a list to choose from out of them.
    private var languageFilter: HTML {
        let links = editionsOwnFirst.map { other in
            HTML.element("li", link(to: "#" + other.language.code, name(of: other.language)))
        }
        let attributes = [
            HTMLAttribute("data-filter", "language"), HTMLAttribute("data-all", words(.catalogueAllLanguages)),
        ]
        let label = HTML.element("p", [HTMLAttribute("class", "label")], html(.catalogueLanguage))
        let list = HTML.element("ul", [HTMLAttribute("class", "inline")], .joined(links))
        return .element("div", attributes, .joined([label, list]))
    }
}

extension Leaflet.Format {
    /// Millimetres of the first side, as its picture shows it.
    fileprivate var coverSize: (width: Int, height: Int) {
        switch self {
        case .a4: (210, 297)
        case .a5Booklet: (148, 210)
        case .trifold: (100, 210)
        }
    }
}
