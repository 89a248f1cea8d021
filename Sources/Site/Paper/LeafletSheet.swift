package import Content
import Diagnostics

/// One PDF of a leaflet: a language, alone or beside the Italian, for the whole territory or for one centre.
package struct LeafletSheet: Hashable, Sendable {
    package let leaflet: Leaflet
    package let language: Language
    package let layout: Leaflet.Layout
    /// Nil for the whole territory.
    package let centre: Centre?
    package let edition: Edition

    package var key: EditionLedger.Key { keys[0] }

    /// Its key, and those that it had under former codes of the leaflet.
    package var keys: [EditionLedger.Key] { leaflet.keys(language, layout, centre) }

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

    init() {}

    init(of site: Site) {
        for edition in site.editions {
            for leaflet in edition.leaflets {
                let key = Key(leaflet: leaflet.leaflet.code, language: leaflet.language)
                byLeaflet[key] = site.newSheets(of: leaflet, in: edition)
            }
        }
    }

    func sheets(of leaflet: LocalizedLeaflet) -> [LeafletSheet] {
        byLeaflet[Key(leaflet: leaflet.leaflet.code, language: leaflet.language)] ?? []
    }
}

extension Leaflet {
    func keys(_ language: Language, _ layout: Layout, _ centre: Centre?) -> [EditionLedger.Key] {
        codes.map { EditionLedger.Key(leaflet: $0, language: language.code, layout: layout, centre: centre?.id) }
    }

    /// Whether each centre has a sheet of its own; where there is one centre, the sheet for all is its own.
    fileprivate func hasOwnSheets(in project: Project) -> Bool {
        isPerCentre && !isWithdrawn && project.centres.count > 1
    }
}

extension Site {
    /// Everything that is printed, leaflet by leaflet in each language.
    package var sheets: [LeafletSheet] { editions.flatMap { $0.leaflets.flatMap(sheets) } }

    /// Whether each centre has a sheet of its own.
    package func hasOwnSheets(_ leaflet: Leaflet) -> Bool { leaflet.hasOwnSheets(in: project) }
}

extension Site {
    fileprivate func newSheets(of leaflet: LocalizedLeaflet, in edition: LocalizedSite) -> [LeafletSheet] {
        guard !leaflet.leaflet.isWithdrawn else { return [] }
        let layouts: [Leaflet.Layout] = leaflet.language == source ? [.single] : [.single, .bilingual]
        let centres = hasOwnSheets(leaflet.leaflet) ? paperCentres : []
        return ([nil] + centres).flatMap { centre in
            layouts.map { layout in
                let document = document(of: leaflet, in: edition, layout, for: centre).value
                let keys = leaflet.leaflet.keys(leaflet.language, layout, centre)
                let print = EditionLedger.Fingerprint(of: document.encoded, key: keys[0])
                return LeafletSheet(
                    leaflet: leaflet.leaflet,
                    language: leaflet.language,
                    layout: layout,
                    centre: centre,
                    edition: Edition(print: print, inForce: project.ledger.history(keys).last)
                )
            }
        }
    }
}
