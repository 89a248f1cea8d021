import CommonMark
import Content
import Diagnostics
import Referral
import Site

/// A leaflet in one language as the document that `leaflet.typ` lays out; the README describes the format.
func leafletDocument(of leaflet: LocalizedLeaflet, in edition: LocalizedSite, site: Site) -> Diagnosed<JSONValue> {
    var writer = LeafletDocument(site: site, edition: edition, leaflet: leaflet)
    let document = writer.document()
    return Diagnosed(document, writer.diagnostics)
}

struct LeafletDocument {
    let site: Site
    let edition: LocalizedSite
    let leaflet: LocalizedLeaflet
    var diagnostics: [Diagnostic] = []

    var language: Language { leaflet.language }
    var localizer: Localizer { edition.localizer }

    fileprivate mutating func document() -> JSONValue {
        var panels = leaflet.paperPanels
        let illustration = takeIllustration(from: &panels)
        var sides: [JSONValue] = []
        for panel in panels { sides.append(.array(blocks(panel))) }
        return .object(["meta": meta(illustration: illustration), "panels": .array(sides)])
    }

    private func meta(illustration: JSONValue?) -> JSONValue {
        let settings = site.project.settings
        var meta: JSONObject = [
            "format": .string(leaflet.leaflet.format.rawValue),
            "code": .string(leaflet.leaflet.code),
            "title": .string(leaflet.title.text),
            "lang": .string(language.code),
            "dir": .string(language.direction.rawValue),
            "language": .string(language.ownName),
            "publisher": .string(settings.publisher.name),
            "accent": .string(settings.theme.accent),
        ]
        if leaflet.title.language != site.source {
            let italian = Localizer(
                language: site.source,
                source: site.source,
                facts: site.project.facts,
                catalogue: nil
            )
            meta["italian-title"] = .string(italian.phrase(leaflet.leaflet.title).text)
        }
        if site.project.isExample { meta["stamp"] = .string(localizer.phrase(.paperSample).text) }
        meta["illustration"] = illustration
        meta["footer"] = .object([
            "edition": .array(printedEdition),
            "review": .array(words(of: localizer.phrase(reviewNote))),
            "page": .string(localizer.phrase(.paperPage, ["page": "{page}", "pages": "{pages}"]).text),
        ])
        return .object(meta)
    }

    /// The edition by the name that the leaflet's page shows, so that the two can be compared, and its day in words.
    private var printedEdition: [JSONValue] {
        described(.leafletEdition, [isolated(leaflet.edition.name)]) + [inlineText(" · ")]
            + words(of: localizer.phrase(.lastChecked, date: leaflet.edition.date))
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
