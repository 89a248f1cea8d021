import Content
import Site

/// What stands beside the link to a file.
enum FileNote {
    /// How to print it.
    case hint
    /// Which edition is in force.
    case edition
}

extension PageMarkup {
    /// Code and edition, as they are printed at the foot of the paper.
    func facts(of sheet: LeafletSheet) -> HTML {
        func labelled(_ label: Furniture, _ value: String) -> HTML {
            html(.labelledValue, filling: ["label": html(label), "value": address(value)])
        }
        var line = labelled(.leafletCode, sheet.leaflet.code)
        line.append(markup: " · ")
        line.append(labelled(.leafletEdition, sheet.edition.name))
        return .element("p", [HTMLAttribute("class", "facts")], line)
    }

    /// The files of a leaflet in one language: to print where it is folded, to read, and with the Italian beside it.
    ///
    /// Referrers, whom hints are for, come to print; families, who compare editions, to read.
    func files(of sheets: [LeafletSheet], note: FileNote) -> HTML {
        guard site.hasPaper else { return HTML() }
        // One mark stands for all where none is released.
        let areAllDrafts = sheets.allSatisfy(\.edition.isDraft)
        var lastHint: Furniture?
        var items: [HTML] = []
        func add(_ label: Furniture, _ file: String, of sheet: LeafletSheet, hint: Furniture?) {
            let isFirst = items.isEmpty
            var notes: [HTML] = []
            switch note {
            case .hint:
                if let hint, hint != lastHint { notes.append(small(html(hint))) }
                lastHint = hint ?? lastHint
            case .edition:
                // That of the whole territory stands above, in large type.
                let isNamed = hint == nil || sheet.centre == nil && sheet.layout == .single
                if !isNamed, let entry = site.inForce(sheet) {
                    notes.append(small(address(entry.name)))
                }
            }
            if sheet.edition.isDraft, !areAllDrafts { notes.append(draftMark) }
            items.append(.element("li", .joined([link(to: file, label, of: sheet, isMain: isFirst)] + notes)))
        }
        for sheet in sheets {
            let printed = hint(for: sheet)
            switch (sheet.layout, sheet.printFile, note) {
            case (.bilingual, _, _): add(.leafletBilingual, sheet.file, of: sheet, hint: printed)
            case (.single, nil, _): add(.leafletRead, sheet.file, of: sheet, hint: printed)
            case (.single, let file?, .hint):
                add(.leafletPrint, file, of: sheet, hint: printed)
                add(.leafletRead, sheet.file, of: sheet, hint: nil)
            case (.single, let file?, .edition):
                add(.leafletRead, sheet.file, of: sheet, hint: printed)
                add(.leafletPrint, file, of: sheet, hint: nil)
            }
        }
        return .joined([
            areAllDrafts ? .element("p", draftMark) : HTML(),
            .element("ul", [HTMLAttribute("class", "files")], .joined(items)),
        ])
    }

    private func link(to file: String, _ label: Furniture, of sheet: LeafletSheet, isMain: Bool) -> HTML {
        let attributes = [
            HTMLAttribute("class", isMain ? "button" : "button other"), HTMLAttribute("href", route.link(to: file)),
            HTMLAttribute("hreflang", sheet.language.code), HTMLAttribute("type", "application/pdf"),
        ]
        var words = html(label)
        words.append(markup: " <small>PDF</small>")
        return .element("a", attributes, words)
    }

    /// How the paper of a sheet goes through the printer; beside the Italian it is A4 whatever the leaflet's format.
    private func hint(for sheet: LeafletSheet) -> Furniture {
        guard sheet.layout == .single else { return .leafletHintFlat }
        return switch sheet.leaflet.format {
        case .a4: .leafletHintFlat
        case .a5Booklet: .leafletHintBooklet
        case .trifold: .leafletHintTrifold
        }
    }

    private func small(_ content: HTML) -> HTML { .element("small", content) }

    /// On paper that must not be handed out.
    var draftMark: HTML { .element("strong", [HTMLAttribute("class", "draft")], html(.paperUnreleased)) }

    /// A language by its own name and, for those who hand a leaflet over, in Italian.
    func name(of other: Language) -> HTML {
        var name = HTML.element("span", attributes(of: other), HTML(escaping: other.ownName))
        if other != site.source {
            name.append(markup: " ")
            name.append(.element("small", attributes(of: site.source), HTML(escaping: other.italianName)))
        }
        return name
    }

    /// The title that Italian referrers know a leaflet by; nothing where it is the title already.
    func italianTitle(of leaflet: LocalizedLeaflet) -> HTML {
        guard leaflet.title.language != site.source else { return HTML() }
        return html(Phrase(leaflet.leaflet.title.text, in: site.source))
    }

    /// The page's own language first, then the others in the order of the site.
    var editionsOwnFirst: [LocalizedSite] { [edition] + site.editions.filter { $0.language != language } }
}
