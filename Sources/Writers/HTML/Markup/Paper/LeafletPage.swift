import Content
import Site

extension PageMarkup {
    /// What the script says to who has come here by the QR code of a copy: an empty place, and all that may be said.
    func copyAnswers(for leaflet: LocalizedLeaflet) -> HTML {
        let region = HTML.element(
            "div",
            [
                HTMLAttribute("class", "copy"), HTMLAttribute("role", "status"),
                HTMLAttribute("data-editions", route.link(to: leaflet.editionsFile)),
                HTMLAttribute("data-sheet", site.sheets(of: leaflet, for: nil).first?.name ?? ""),
            ],
            HTML()
        )
        return .joined(
            [region] + CopyAnswer.allCases.map { template($0.rawValue, .element("strong", html($0.words))) }
                + EditionChange.allCases.map { template($0.rawValue, words(for: $0)) }
        )
    }

    private func template(_ name: String, _ content: HTML) -> HTML {
        .element("template", [HTMLAttribute("data-answer", name)], .element("p", content))
    }

    private func words(for change: EditionChange) -> HTML {
        switch change {
        case .contacts:
            guard let page = edition.pageOfCentres else { return html(.copyContacts) }
            return .joined([html(.copyContacts), link(to: route.link(to: page.route.file), html(page.title))])
        case .numbers: return html(.copyNumbers)
        case .addresses: return html(.copyAddresses)
        case .hours: return html(.copyHours)
        case .rules: return html(.copyRules)
        case .wording: return html(.copyWording)
        }
    }

    /// The head of a leaflet's page: the edition in force in large type, its paper, and that of the centres.
    func leafletHead(of leaflet: LocalizedLeaflet) -> HTML {
        let own = site.sheets(of: leaflet, for: nil)
        return .joined([
            .element("p", html(.leafletPageIntro, ["code": leaflet.leaflet.code])),
            .element(
                "div",
                [HTMLAttribute("class", "box edition")],
                .joined([
                    own.first.map(editionInForce) ?? HTML(),
                    .element("p", [HTMLAttribute("class", "facts")], html(.leafletCheckCopy)),
                    files(of: own, note: .edition),
                    sheetsOfCentres(of: leaflet),
                ])
            ),
            otherLanguages(of: leaflet),
            HTML(markup: "<hr>"),
        ])
    }

    private func editionInForce(of sheet: LeafletSheet) -> HTML {
        guard let entry = site.project.ledger.current(sheet.key) else {
            return .element("p", [HTMLAttribute("class", "label")], html(.leafletNotReleased))
        }
        let label = html(localizer.phrase(.leafletInForce, date: entry.released))
        return .joined([
            .element("p", [HTMLAttribute("class", "label")], label),
            .element("p", [HTMLAttribute("class", "name")], isolated(entry.name)),
        ])
    }

    private func sheetsOfCentres(of leaflet: LocalizedLeaflet) -> HTML {
        guard site.hasOwnSheets(leaflet.leaflet), !site.paperCentres.isEmpty else { return HTML() }
        let items = site.paperCentres.map { centre -> HTML in
            let phone = centre.phones.first { !$0.takesWhatsApp }.map { self.phone($0.number, class: "number") }
            let whose = HTML.joined([.element("strong", name(of: centre)), phone ?? HTML()])
            let files = files(of: site.sheets(of: leaflet, for: centre), note: .edition)
            return .element("li", .joined([.element("p", [HTMLAttribute("class", "whose")], whose), files]))
        }
        let list = HTML.element("ul", [HTMLAttribute("class", "centres")], .joined(items))
        return .element("details", .joined([.element("summary", html(.leafletOfCentres)), list]))
    }

    /// Links to the leaflet's pages in the other languages.
    private func otherLanguages(of leaflet: LocalizedLeaflet) -> HTML {
        let others = editionsOwnFirst.dropFirst()
            .compactMap { edition in edition.leaflets.first { $0.leaflet.code == leaflet.leaflet.code } }
        guard !others.isEmpty else { return HTML() }
        let links = others.map { other -> HTML in
            let attributes = [
                HTMLAttribute("href", route.link(to: other.route.file)),
                HTMLAttribute("hreflang", other.language.code),
            ]
            return .element("li", .element("a", attributes, name(of: other.language)))
        }
        return .joined([
            .element("p", [HTMLAttribute("class", "facts")], html(.leafletLanguages)),
            .element("ul", [HTMLAttribute("class", "inline")], .joined(links)),
        ])
    }
}
