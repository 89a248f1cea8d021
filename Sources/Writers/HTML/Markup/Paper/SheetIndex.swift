import Content
import Site

/// Every sheet of the site, worked out once for all pages: an edition is a hash of all that a leaflet prints.
struct SheetIndex: Sendable {
    private let sheets: [EditionLedger.Key: LeafletSheet]

    init(_ sheets: [LeafletSheet]) {
        self.sheets = Dictionary(sheets.map { ($0.key, $0) }) { first, _ in first }
    }

    subscript(key: EditionLedger.Key) -> LeafletSheet? { sheets[key] }

    /// All of a leaflet in one language.
    func all(of leaflet: LocalizedLeaflet) -> [LeafletSheet] {
        sheets.values.filter { $0.leaflet.code == leaflet.leaflet.code && $0.language == leaflet.language }
    }

    /// A leaflet in one language, alone and then beside the Italian: a centre's own sheets, or those for the whole
    /// territory where it has none.
    func sheets(of leaflet: LocalizedLeaflet, for centre: Centre?) -> [LeafletSheet] {
        let own = sheets(of: leaflet, centre: centre?.id)
        return own.isEmpty && centre != nil ? sheets(of: leaflet, centre: nil) : own
    }

    private func sheets(of leaflet: LocalizedLeaflet, centre: String?) -> [LeafletSheet] {
        Leaflet.Layout.allCases.compactMap { layout in
            let (code, language) = (leaflet.leaflet.code, leaflet.language.code)
            return sheets[EditionLedger.Key(leaflet: code, language: language, layout: layout, centre: centre)]
        }
    }
}
