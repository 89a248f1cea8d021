import Content
import Site

extension Site {
    /// The centres that have paper of their own, and with it pages of their own.
    var centresWithSheets: [Centre] { project.leaflets.contains(where: hasOwnSheets) ? paperCentres : [] }

    /// A leaflet in one language, alone and then beside the Italian: a centre's own sheets, or those for the whole
    /// territory where it has none.
    func sheets(of leaflet: LocalizedLeaflet, for centre: Centre?) -> [LeafletSheet] {
        let all = sheets(of: leaflet)
        let own = all.filter { $0.centre?.id == centre?.id }
        return own.isEmpty ? all.filter { $0.centre == nil } : own
    }
}

extension PageMarkup {
    func filters(_ filters: [HTML]) -> HTML {
        let content = HTML.joined(filters)
        return content.isEmpty ? HTML() : .element("div", [HTMLAttribute("class", "filters")], content)
    }

    /// Links to this page for each centre, found by its municipalities; the script makes a list to choose from of them.
    var centreFilter: HTML {
        let centres = site.centresWithSheets
        guard let slug = route.slug, !centres.isEmpty else { return HTML() }
        func link(to target: Route, _ content: HTML) -> HTML {
            var attributes = [HTMLAttribute("href", route.link(to: target.file))]
            if target == route { attributes.append(HTMLAttribute("aria-current", "page")) }
            return .element("a", attributes, content)
        }
        let all = link(to: .page(slug: slug, language: language), html(.catalogueAllCentres))
        let items = centres.map { centre -> HTML in
            let target = Route.centrePage(slug: slug, centre: centre.id, language: language)
            let towns = centre.municipalities.map { HTML.element("li", italian($0.name)) }
            let list = HTML.element("ul", [HTMLAttribute("class", "inline facts")], .joined(towns))
            return .element("li", .joined([link(to: target, name(of: centre)), list]))
        }
        let attributes = [HTMLAttribute("data-filter", "centre"), HTMLAttribute("data-show", words(.catalogueShow))]
        return .element(
            "details",
            attributes,
            .joined([
                .element("summary", html(.catalogueTown)),
                .element("ul", .joined([.element("li", all)] + items)),
            ])
        )
    }

    /// Which centre a page is about: name, municipalities, phone, and the way back to all of them.
    var centreBox: HTML {
        guard let centre, let slug = route.slug else { return HTML() }
        let towns = centre.municipalities.map(\.name).joined(separator: ", ")
        let facts = HTML.joined([
            .described(html(.municipalities), [italian(towns)]),
            .described(html(.phone), calls(to: centre)),
        ])
        let all = route.link(to: Route.page(slug: slug, language: language).file)
        return .element(
            "div",
            [HTMLAttribute("class", "box")],
            .joined([
                .element("p", [HTMLAttribute("class", "label")], name(of: centre)),
                .element("dl", facts),
                .element("p", link(to: all, html(.catalogueAllCentres))),
            ])
        )
    }
}
