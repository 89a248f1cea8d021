import Content
import Site

extension PageMarkup {
    /// Every edition in force, to go through a drawer with: on the screen, or on paper with a box to tick off for each.
    func editions(level: Int) -> HTML {
        guard !edition.leaflets.isEmpty else { return .element("p", html(.leafletNone)) }
        let hint: Furniture? = centre != nil ? .leafletCheckCopy : listsCentres ? nil : .editionsOfCentres
        return .joined(
            [hint.map { .element("p", html($0)) } ?? HTML(), filters([centreFilter])]
                + edition.leaflets.map { table(of: $0, level: level) }
        )
    }

    /// Whether one page can list the sheets of all centres; else each centre's page lists its own.
    var listsCentres: Bool { centre == nil && site.centresWithSheets.count <= Site.contactLimit }

    private func table(of leaflet: LocalizedLeaflet, level: Int) -> HTML {
        var title = HTML(escaping: leaflet.leaflet.code + " · ")
        title.append(html(leaflet.title))
        let italian = italianTitle(of: leaflet)
        let caption = HTML.joined([
            .heading(level, [HTMLAttribute("id", leaflet.leaflet.code)], title),
            italian.isEmpty ? HTML() : .element("p", [HTMLAttribute("class", "italian")], italian),
        ])
        if let withdrawal = leaflet.leaflet.withdrawal {
            // A copy of it may be in the drawer for a long time.
            let words = html(localizer.phrase(.editionsWithdrawn, date: withdrawal.day))
            return .joined([caption, .element("p", .element("strong", [HTMLAttribute("class", "draft")], words))])
        }
        let columns = [Furniture.editionsLanguage, .leafletEdition, .leafletBilingual].map { column in
            HTML.element("th", [HTMLAttribute("scope", "col")], html(column))
        }
        let translations = editionsOwnFirst.compactMap { other in
            other.leaflets.first { $0.leaflet.code == leaflet.leaflet.code }
        }
        func body(for centre: Centre?, under heading: HTML) -> HTML {
            .element("tbody", .joined([heading] + translations.map { row(of: $0, for: centre) }))
        }
        var bodies = [body(for: centre, under: HTML())]
        if listsCentres, site.hasOwnSheets(leaflet.leaflet) {
            bodies += site.paperCentres.map { centre in
                let attributes = [HTMLAttribute("scope", "rowgroup"), HTMLAttribute("colspan", "3")]
                return body(for: centre, under: .element("tr", .element("th", attributes, name(of: centre))))
            }
        }
        return .element(
            "table",
            [HTMLAttribute("class", "drawer")],
            .joined(
                [
                    .element("caption", caption),
                    .element("thead", .element("tr", .joined(columns))),
                ] + bodies
            )
        )
    }

    private func row(of leaflet: LocalizedLeaflet, for centre: Centre?) -> HTML {
        let sheets = site.sheets(of: leaflet, for: centre)
        let cells = Leaflet.Layout.allCases.map { layout in
            HTML.element("td", sheets.first { $0.layout == layout }.map(edition) ?? HTML())
        }
        let language = HTML.element("th", [HTMLAttribute("scope", "row")], name(of: leaflet.language))
        return .element("tr", .joined([language] + cells))
    }

    /// The edition of a sheet that is in force, with a way to it where that is what the site offers.
    private func edition(of sheet: LeafletSheet) -> HTML {
        let copies = site.copies(of: sheet)
        guard let inForce = copies.last else { return draftMark }
        let name = editionName(inForce.edition)
        let before = copies.last { $0.answer == .newer }
        return .joined([
            site.hasPaper && !sheet.edition.isDraft ? link(to: route.link(to: sheet.file), name) : name,
            changes(of: inForce), before.map(earlier) ?? HTML(),
        ])
    }

    /// The edition before, which may still be in the drawer, and what its copies say differently.
    private func earlier(_ copy: CopyStatus) -> HTML {
        let name = html(.editionBefore, filling: ["edition": editionName(copy.edition)])
        return .element("p", [HTMLAttribute("class", "before")], .joined([name, changes(of: copy)]))
    }

    /// An edition's name in a narrow place: it may break after the day.
    private func editionName(_ entry: EditionLedger.Entry) -> HTML {
        var name = HTML(escaping: "\(entry.released)-")
        name.append(markup: "<wbr>")
        name.append(.element("b", HTML(escaping: entry.digits)))
        return .element("bdi", [HTMLAttribute("dir", "ltr")], name)
    }
}
