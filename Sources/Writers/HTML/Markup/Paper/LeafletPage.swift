import Content
import Site

extension PageMarkup {
    /// What the script says to who has come here by the QR code of a copy: an empty place, and all that may be said.
    func copyAnswers(for leaflet: LocalizedLeaflet) -> HTML {
        let region = HTML.element(
            "div",
            [
                HTMLAttribute("class", "copy"), HTMLAttribute("role", "status"),
                HTMLAttribute("data-editions", route.link(to: route.editionsFile)),
                HTMLAttribute("data-sheet", site.sheets(of: leaflet, for: nil).first?.name ?? ""),
            ],
            HTML()
        )
        return .joined(
            [region] + CopyAnswer.allCases.map { template($0.rawValue, .element("strong", html($0.words))) }
                + EditionChange.allCases.map(template)
        )
    }

    private func template(_ name: String, _ content: HTML) -> HTML {
        .element("template", [HTMLAttribute("data-answer", name)], .element("p", content))
    }

    /// What has changed; for a copy that is of no one centre, what is right now follows under `all`.
    private func template(for change: EditionChange) -> HTML {
        var pieces = [HTML.element("p", html(change.words))]
        if change.isUrgent { pieces.append(contactsOfAll) }
        return .element("template", [HTMLAttribute("data-answer", change.rawValue)], .joined(pieces))
    }

    private var contactsOfAll: HTML {
        guard let page = edition.pageOfCentres else { return HTML() }
        let link = link(to: route.link(to: page.route.file), html(page.title))
        return .element("p", [HTMLAttribute("class", "all")], link)
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
                    earlierEditions(of: leaflet),
                ])
            ),
            otherLanguages(of: leaflet),
            HTML(markup: "<hr>"),
        ])
    }

    /// Above the title of a leaflet that is withdrawn, so that it is what a holder of a copy sees first.
    func withdrawalNotice(_ withdrawal: Leaflet.Withdrawal) -> HTML {
        let successor = edition.leaflets.first { $0.leaflet.code == withdrawal.successor }
        let instead = successor.map { ($0.route, $0.title) } ?? edition.pageOfLeaflets.map { ($0.route, $0.title) }
        var pieces = [
            HTML.element("p", .element("strong", html(localizer.phrase(.leafletWithdrawn, date: withdrawal.day))))
        ]
        if let (target, title) = instead {
            let link = link(to: route.link(to: target.file), html(title))
            pieces.append(.element("p", html(.leafletInstead, filling: ["link": link])))
        }
        let box = HTML.element("div", [HTMLAttribute("class", "box newer")], .joined(pieces))
        return .element("div", [HTMLAttribute("class", "copy")], box)
    }

    private func editionInForce(of sheet: LeafletSheet) -> HTML {
        guard let status = site.copies(of: sheet).last else {
            return .element("p", [HTMLAttribute("class", "label")], html(.leafletNotReleased))
        }
        let label = html(localizer.phrase(.leafletInForce, date: status.edition.released))
        let changes = changes(of: status)
        return .joined([
            .element("p", [HTMLAttribute("class", "label")], label),
            .element("p", [HTMLAttribute("class", "name")], address(status.edition.name)),
            changes.isEmpty ? HTML() : .element("p", changes),
        ])
    }

    /// What the script says of each copy, to be looked up without it.
    private func earlierEditions(of leaflet: LocalizedLeaflet) -> HTML {
        let copies = site.copies(of: leaflet).filter { copy in
            copy.answer == .newer && (listsCentres || copy.edition.key.centre == nil)
        }
        guard !copies.isEmpty else { return HTML() }
        let items = copies.map { copy in
            HTML.element("li", .joined([address(copy.edition.name), HTML(escaping: " "), changes(of: copy)]))
        }
        return .element(
            "details",
            .joined([
                .element("summary", html(.editionsBefore)),
                .element("ul", [HTMLAttribute("class", "before")], .joined(items)),
            ])
        )
    }

    /// What has changed since some copies were printed, in a few words; nothing where nothing has.
    func changes(of status: CopyStatus) -> HTML {
        guard !status.changes.isEmpty else { return HTML() }
        let words = status.changes.map { self.words($0.inShort) }
        return .element("small", html(.changedSince, ["changes": localizer.formats.list(words)]))
    }

    private func sheetsOfCentres(of leaflet: LocalizedLeaflet) -> HTML {
        guard site.hasOwnSheets(leaflet.leaflet), !site.paperCentres.isEmpty else { return HTML() }
        let items = site.paperCentres.map { centre -> HTML in
            let contact = firstContact(of: centre) ?? HTML()
            let whose = HTML.joined([.element("strong", name(of: centre)), contact])
            let hours = openingHours(of: centre).map { HTML.element("li", $0) }
            return .element(
                "li",
                .joined([
                    .element("p", [HTMLAttribute("class", "whose")], whose),
                    .element("p", [HTMLAttribute("class", "where")], address(of: centre)),
                    .element("ul", [HTMLAttribute("class", "when")], .joined(hours)),
                    files(of: site.sheets(of: leaflet, for: centre), note: .edition),
                ])
            )
        }
        let list = HTML.element("ul", [HTMLAttribute("class", "centres")], .joined(items))
        return .element("details", .joined([.element("summary", html(.leafletOfCentres)), list]))
    }

    /// Links to the leaflet's pages in the other languages.
    func otherLanguages(of leaflet: LocalizedLeaflet) -> HTML {
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

extension EditionChange {
    /// To who holds the copy.
    fileprivate var words: Furniture {
        switch self {
        case .contacts: .copyContacts
        case .numbers: .copyNumbers
        case .addresses: .copyAddresses
        case .hours: .copyHours
        case .rules: .copyRules
        case .wording: .copyWording
        }
    }

    /// In a list of what has changed.
    fileprivate var inShort: Furniture {
        switch self {
        case .contacts: .changedContacts
        case .numbers: .changedNumbers
        case .addresses: .changedAddresses
        case .hours: .changedHours
        case .rules: .changedRules
        case .wording: .changedWording
        }
    }
}
