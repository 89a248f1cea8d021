import Content
import Site

extension PageMarkup {
    /// The catalogue: every leaflet in the page's language, with its page, its paper and the other languages.
    func leaflets(level: Int) -> HTML {
        guard !edition.leaflets.isEmpty else { return .element("p", html(.leafletNone)) }
        let items = edition.leaflets.map { HTML.element("li", card(of: $0, level: level)) }
        return .element("ul", [HTMLAttribute("class", "leaflets")], .joined(items))
    }

    private func card(of leaflet: LocalizedLeaflet, level: Int) -> HTML {
        let title = link(to: route.link(to: leaflet.route.file), html(leaflet.title))
        let text = HTML.joined([
            .heading(level, [], title),
            .element("p", html(leaflet.description)),
            facts(of: leaflet),
            button(for: leaflet),
            otherLanguages(of: leaflet) { "leaflets/\($0.leaflet.code)-\($0.language.code).pdf" },
        ])
        return .joined([preview(of: leaflet), .element("div", text)])
    }

    /// Code and edition, as they are printed at the foot of the paper.
    func facts(of leaflet: LocalizedLeaflet) -> HTML {
        func labelled(_ label: Furniture, _ value: String) -> HTML {
            html(.labelledValue, filling: ["label": html(label), "value": isolated(value)])
        }
        var line = labelled(.leafletCode, leaflet.leaflet.code)
        line.append(markup: " · ")
        if let sheet = site.sheets(of: leaflet).first {
            line.append(labelled(.leafletEdition, sheet.edition.name))
        }
        return .element("p", [HTMLAttribute("class", "facts")], line)
    }

    func button(for leaflet: LocalizedLeaflet) -> HTML {
        guard site.hasPaper else { return HTML() }
        let attributes = [
            HTMLAttribute("class", "button"), HTMLAttribute("href", route.link(to: "leaflets/\(leaflet.leaflet.code)-\(leaflet.language.code).pdf")),
            HTMLAttribute("type", "application/pdf"),
        ]
        return .element("p", .element("a", attributes, html(.leafletRead)))
    }

    /// Links to the leaflet in the other languages, each by its own name and, for those who hand it over, in Italian.
    func otherLanguages(of leaflet: LocalizedLeaflet, file: (LocalizedLeaflet) -> String) -> HTML {
        let others = site.editions.filter { $0.language != language && site.hasPaper }
            .compactMap { edition in edition.leaflets.first { $0.leaflet.code == leaflet.leaflet.code } }
        guard !others.isEmpty else { return HTML() }
        let links = others.map { other -> HTML in
            let attributes = [
                HTMLAttribute("href", route.link(to: file(other))), HTMLAttribute("hreflang", other.language.code),
            ]
            var item = HTML.element(
                "a",
                attributes,
                HTML.element("span", self.attributes(of: other.language), HTML(escaping: other.language.ownName))
            )
            if other.language != site.source {
                item.append(markup: " ")
                let name = "(\(other.language.italianName))"
                item.append(.element("small", self.attributes(of: site.source), HTML(escaping: name)))
            }
            return .element("li", item)
        }
        return .joined([
            .element("p", [HTMLAttribute("class", "facts")], html(.leafletLanguages)),
            .element("ul", [HTMLAttribute("class", "inline")], .joined(links)),
        ])
    }

    /// A picture of the first side; the words beside it say all that it shows.
    private func preview(of leaflet: LocalizedLeaflet) -> HTML {
        guard site.hasPaper else { return HTML() }
        // A4 in portrait, at the width at which the style sheet shows it.
        let attributes = [
            HTMLAttribute("src", route.link(to: leaflet.leaflet.preview(in: language))), HTMLAttribute("alt", ""),
            HTMLAttribute("width", "210"), HTMLAttribute("height", "297"), HTMLAttribute("loading", "lazy"),
        ]
        return .void("img", attributes)
    }
}
