import CommonMark
import Content
import Diagnostics
import Referral
import Site

/// A sheet as the document that `leaflet.typ` lays out; the README describes the format.
///
/// Nil where the site does not have the sheet's language.
func leafletDocument(of sheet: LeafletSheet, site: Site) -> Diagnosed<JSONValue?> {
    guard let edition = site.editions.first(where: { $0.language == sheet.language }),
        let leaflet = edition.leaflets.first(where: { $0.leaflet.code == sheet.leaflet.code })
    else { return Diagnosed(nil) }
    var writer = LeafletDocument(site: site, sheet: sheet, leaflet: leaflet, localizer: edition.localizer)
    guard sheet.layout == .bilingual,
        let original = site.original.leaflets.first(where: { $0.leaflet.code == sheet.leaflet.code })
    else {
        return Diagnosed(writer.document(), writer.diagnostics)
    }
    var italian = LeafletDocument(site: site, sheet: sheet, leaflet: original, localizer: site.original.localizer)
    let document = writer.document(beside: &italian)
    return Diagnosed(document, writer.diagnostics + italian.diagnostics)
}

/// Writes one sheet in one language.
struct LeafletDocument {
    let site: Site
    let sheet: LeafletSheet
    let leaflet: LocalizedLeaflet
    let localizer: Localizer
    var diagnostics: [Diagnostic] = []

    var language: Language { leaflet.language }

    /// The centres that the sheet speaks of.
    var centres: [Centre] { sheet.centre.map { [$0] } ?? site.project.centres }

    /// In its own format, panel by panel.
    fileprivate mutating func document() -> JSONValue {
        var panels = leaflet.paperPanels
        var meta = self.meta
        meta["format"] = .string(leaflet.leaflet.format.rawValue)
        meta["illustration"] = takeIllustration(from: &panels)
        var sides: [JSONValue] = []
        for panel in panels { sides.append(.array(blocks(panel))) }
        return .object(["meta": .object(meta), "panels": .array(sides)])
    }

    /// On A4, each row the Italian and then the same in this language.
    fileprivate mutating func document(beside italian: inout LeafletDocument) -> JSONValue {
        var (panels, originals) = (leaflet.paperPanels, italian.leaflet.paperPanels)
        var meta = self.meta
        meta["format"] = "a4"
        meta["layout"] = .string(Leaflet.Layout.bilingual.rawValue)
        meta["max-sides"] = .integer(leaflet.leaflet.mostBilingualSides)
        meta["illustration"] = takeIllustration(from: &panels)
        _ = italian.takeIllustration(from: &originals)
        // A translation changes words and never blocks, so both have the same ones in the same places.
        let rows = zip(originals.joined(), panels.joined()).flatMap { self.rows(of: $1, beside: $0, by: &italian) }
        return .object(["meta": .object(meta), "rows": .array(rows)])
    }

    private var meta: JSONObject {
        let settings = site.project.settings
        var meta: JSONObject = [
            "code": .string(leaflet.leaflet.code),
            "title": .string(leaflet.title.text),
            "lang": .string(language.code),
            "dir": .string(language.direction.rawValue),
            "language": .string(language.ownName),
            "publisher": .string(settings.publisher.name),
            "accent": .string(settings.theme.accent),
        ]
        // A bilingual sheet has it in any case, as the head of its Italian column.
        if leaflet.title.language != site.source || sheet.layout == .bilingual {
            meta["italian-title"] = .string(site.original.localizer.phrase(leaflet.leaflet.title).text)
        }
        if site.project.isExample { meta["sample"] = .array(words(of: localizer.phrase(.paperSample))) }
        if sheet.edition.isDraft { meta["draft"] = .array(draftStamp) }
        meta["footer"] = .object([
            "edition": .array(printedEdition),
            "review": .array(words(of: localizer.phrase(reviewNote))),
            "page": .string(localizer.phrase(.paperPage, ["page": "{page}", "pages": "{pages}"]).text),
        ])
        return meta
    }

    /// In the reader's language and in Italian, since either may be the one to put it back into the drawer.
    private var draftStamp: [JSONValue] {
        let stamp = localizer.phrase(.paperUnreleased)
        guard stamp.language != site.source else { return words(of: stamp) }
        return words(of: stamp) + [inlineText(" · ")] + words(of: site.original.localizer.phrase(.paperUnreleased))
    }

    /// The edition by the name that the leaflet's page shows, so that the two can be compared, and its day in words.
    private var printedEdition: [JSONValue] {
        described(.leafletEdition, [isolated(sheet.edition.name)]) + [inlineText(" · ")]
            + words(of: localizer.phrase(.lastChecked, date: leaflet.leaflet.review.reviewed))
    }

    private var reviewNote: Furniture {
        if language == site.source { return .paperSource }
        return leaflet.coverage.isFullyReviewed ? .paperReviewed : .paperDraft
    }

    /// Takes out the first picture before the first heading, which stands beside the title.
    private mutating func takeIllustration(from panels: inout [[LocalizedBlock]]) -> JSONValue? {
        guard var first = panels.first else { return nil }
        let lead = first.prefix { block in
            if case .heading = block { false } else { true }
        }
        for (index, block) in lead.enumerated() {
            guard case .paragraph(let passage, let range) = block, let image = passage.onlyPicture else { continue }
            first.remove(at: index)
            panels[0] = first
            return picture(image, at: range).map { .object($0) }
        }
        return nil
    }

    mutating func report(_ identifier: String, _ message: String, hint: String, at range: SourceRange) {
        let place = SourceLocation(file: leaflet.leaflet.path, position: range.first)
        diagnostics.append(.error(identifier, message, hint: hint, at: place))
    }
}

extension Leaflet {
    /// Two columns take about twice the paper: up to three sheets of A4 for one, and for a booklet two for one.
    fileprivate var mostBilingualSides: Int {
        switch format {
        case .a4, .trifold: 6
        case .a5Booklet: max(6, panels.count)
        }
    }
}
