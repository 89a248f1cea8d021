package import Content

/// One PDF of a leaflet: a language, alone or beside the Italian, for the whole territory or for one centre.
package struct LeafletSheet: Hashable, Sendable {
    package let leaflet: Leaflet
    package let language: Language
    package let layout: Leaflet.Layout
    /// Nil for the whole territory.
    package let centre: Centre?
    package let edition: Edition

    package var key: EditionLedger.Key {
        EditionLedger.Key(leaflet: leaflet.code, language: language.code, layout: layout, centre: centre?.id)
    }

    /// What its files are called: `MG-01-ar-it-esempio-nord`.
    package var name: String { ([text] + (centre.map { [$0.id] } ?? [])).joined(separator: "-") }

    /// The name of what it has in common with the sheets of other centres: `MG-01-ar-it`.
    var text: String {
        ([leaflet.code, language.code] + (layout == .bilingual ? [Language.italian.code] : [])).joined(separator: "-")
    }

    /// The PDF to read, from the root of the site.
    package var file: String { "leaflets/\(name).pdf" }

    /// The PDF for the printer, its panels where the folds want them; nil where nothing is folded.
    package var printFile: String? { layout == .single && leaflet.format.folds ? "leaflets/\(name)-print.pdf" : nil }

    /// The picture of its first side: one for each leaflet and language.
    package var preview: String? {
        layout == .single && centre == nil ? leaflet.preview(in: language) : nil
    }
}

/// How much a contact box says of a centre.
package enum ContactDetail: Hashable, Sendable {
    /// Name, address, hours, and the number with who answers it.
    case alone
    /// Name and number, for one of several: the sheet of the centre has the rest.
    case brief
    /// Nothing but where the list of all centres is.
    case listElsewhere

    /// Of each of so many centres.
    package init(centres: Int) {
        self =
            switch centres {
            case ...1: .alone
            case ...Site.contactLimit: .brief
            default: .listElsewhere
            }
    }
}

/// The sheets of a site, worked out once: pages of all languages speak of all of them.
struct SheetList: Sendable {
    private struct Key: Hashable {
        let leaflet: String
        let language: Language
    }

    private var byLeaflet: [Key: [LeafletSheet]] = [:]

    init(project: Project, editions: [LocalizedSite], source: LocalizedSite, centres: [Centre]) {
        for edition in editions {
            for leaflet in edition.leaflets {
                let writer = SheetWriter(project: project, leaflet: leaflet, edition: edition, source: source)
                let key = Key(leaflet: leaflet.leaflet.code, language: leaflet.language)
                byLeaflet[key] = writer.sheets(for: leaflet.leaflet.hasOwnSheets(in: project) ? centres : [])
            }
        }
    }

    func sheets(of leaflet: LocalizedLeaflet) -> [LeafletSheet] {
        byLeaflet[Key(leaflet: leaflet.leaflet.code, language: leaflet.language)] ?? []
    }
}

extension Leaflet {
    /// Whether each centre has a sheet of its own; where there is one centre, the sheet for all is its own.
    fileprivate func hasOwnSheets(in project: Project) -> Bool { isPerCentre && project.centres.count > 1 }
}

extension Site {
    /// Everything that is printed, leaflet by leaflet in each language.
    package var sheets: [LeafletSheet] { editions.flatMap { $0.leaflets.flatMap(sheets) } }

    /// Whether each centre has a sheet of its own.
    package func hasOwnSheets(_ leaflet: Leaflet) -> Bool { leaflet.hasOwnSheets(in: project) }
}

private struct SheetWriter {
    let project: Project
    let leaflet: LocalizedLeaflet
    let edition: LocalizedSite
    let source: LocalizedSite

    func sheets(for centres: [Centre]) -> [LeafletSheet] {
        let layouts: [Leaflet.Layout] = leaflet.language == source.language ? [.single] : [.single, .bilingual]
        return ([nil] + centres.map { $0 }).flatMap { centre in layouts.map { sheet($0, for: centre) } }
    }

    private func sheet(_ layout: Leaflet.Layout, for centre: Centre?) -> LeafletSheet {
        let key = EditionLedger.Key(
            leaflet: leaflet.leaflet.code,
            language: leaflet.language.code,
            layout: layout,
            centre: centre?.id
        )
        var (contacts, rules, wording) = parts(of: leaflet.printed, centre, localizer: edition.localizer)
        let original = source.leaflets.first { $0.leaflet.code == leaflet.leaflet.code }
        if layout == .bilingual, let original {
            let other = parts(of: original.printed, centre, localizer: source.localizer)
            contacts += other.contacts
            rules += other.rules
            wording += other.wording
        } else if let original, leaflet.language != source.language {
            wording.append(original.title.text)
        }
        let print = EditionLedger.Fingerprint(key: key, contacts: contacts, rules: rules, wording: wording)
        let last = project.ledger.current(key)
        return LeafletSheet(
            leaflet: leaflet.leaflet,
            language: leaflet.language,
            layout: layout,
            centre: centre,
            edition: Edition(print: print, released: last?.print.whole == print.whole ? last?.released : nil)
        )
    }

    private func parts(
        of text: PrintedText,
        _ centre: Centre?,
        localizer: Localizer
    ) -> (contacts: [String], rules: [String], wording: [String]) {
        let centres = centre.map { [$0] } ?? project.centres
        var contacts = text.contacts
        if text.printsCentres {
            contacts += centres.flatMap { wholeContact(of: $0, localizer: localizer) }
        }
        if text.printsContact {
            let detail = ContactDetail(centres: centres.count)
            contacts += centres.flatMap { contact(of: $0, detail, localizer: localizer) }
        }
        return (contacts, text.rules, text.wording)
    }
}

/// What the contact box prints of a centre.
private func contact(of centre: Centre, _ detail: ContactDetail, localizer: Localizer) -> [String] {
    let phone = centre.phones.first { !$0.takesWhatsApp }
    let number = [centre.name, phone?.number ?? ""]
    let place = [centre.address.street, centre.address.postalCode, centre.address.city]
    let hours = centre.hours.map { "\($0.days.map(\.rawValue)) \($0.opens) \($0.closes)" }
    return switch detail {
    case .listElsewhere: []
    case .brief: number
    case .alone: number + place + hours + [phone?.label.map(localizer.wording) ?? ""]
    }
}

/// What the list of centres prints of one.
private func wholeContact(of centre: Centre, localizer: Localizer) -> [String] {
    contact(of: centre, .alone, localizer: localizer)
        + centre.municipalities.map(\.name)
        + [centre.address.notes, centre.locationNotes].map { $0.map(localizer.wording) ?? "" }
        + centre.phones.flatMap { [$0.number, $0.label.map(localizer.wording) ?? "", "\($0.takesWhatsApp)"] }
        + [centre.email ?? "", "\(centre.languages.map(\.code))", "\(centre.mediators.map(\.code))"]
}
