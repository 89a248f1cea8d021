import CommonMark
import Content
import Diagnostics

extension Site {
    /// What a leaflet prints: alone or beside the Italian, for all centres or for one.
    func document(
        of leaflet: LocalizedLeaflet,
        in edition: LocalizedSite,
        _ layout: Leaflet.Layout,
        for centre: Centre?
    ) -> Diagnosed<PaperDocument> {
        func writing(_ leaflet: LocalizedLeaflet, _ localizer: Localizer) -> LeafletDocument {
            LeafletDocument(site: self, layout: layout, centre: centre, leaflet: leaflet, localizer: localizer)
        }
        var writer = writing(leaflet, edition.localizer)
        guard layout == .bilingual,
            let original = original.leaflets.first(where: { $0.leaflet.code == leaflet.leaflet.code })
        else {
            return Diagnosed(writer.document(), writer.diagnostics)
        }
        var italian = writing(original, self.original.localizer)
        let document = writer.document(beside: &italian)
        return Diagnosed(document, writer.diagnostics + italian.diagnostics)
    }
}

/// Writes one sheet in one language.
struct LeafletDocument {
    let site: Site
    let layout: Leaflet.Layout
    /// Nil for the whole territory.
    let centre: Centre?
    let leaflet: LocalizedLeaflet
    let localizer: Localizer
    var diagnostics: [Diagnostic] = []

    var language: Language { leaflet.language }

    /// The centres that the sheet speaks of.
    var centres: [Centre] { centre.map { [$0] } ?? site.project.centres }

    /// In its own format, panel by panel.
    fileprivate mutating func document() -> PaperDocument {
        var panels = leaflet.paperPanels
        var meta = self.meta
        meta.illustration = takeIllustration(from: &panels)
        var sides: [[PaperBlock]] = []
        for panel in panels { sides.append(blocks(panel)) }
        return PaperDocument(meta: meta, body: .panels(sides))
    }

    /// On A4, each row the Italian and then the same in this language.
    fileprivate mutating func document(beside italian: inout LeafletDocument) -> PaperDocument {
        var (panels, originals) = (leaflet.paperPanels, italian.leaflet.paperPanels)
        var meta = self.meta
        meta.format = .a4
        meta.layout = layout.rawValue
        meta.mostSides = leaflet.leaflet.mostBilingualSides
        meta.illustration = takeIllustration(from: &panels)
        _ = italian.takeIllustration(from: &originals)
        // A translation changes words and never blocks, so both have the same ones in the same places.
        let rows = zip(originals.joined(), panels.joined()).flatMap { self.rows(of: $1, beside: $0, by: &italian) }
        return PaperDocument(meta: meta, body: .rows(rows))
    }

    private var meta: PaperMeta {
        let settings = site.project.settings
        // A bilingual sheet has it in any case, as the head of its Italian column.
        let hasItalianTitle = leaflet.title.language != site.source || layout == .bilingual
        return PaperMeta(
            format: leaflet.leaflet.format,
            code: leaflet.leaflet.code,
            title: title(leaflet.leaflet.title, by: localizer),
            language: language,
            publisher: settings.publisher.name,
            accent: settings.theme.accent,
            italianTitle: hasItalianTitle ? title(leaflet.leaflet.title, by: site.original.localizer) : nil,
            sample: site.project.isExample ? words(of: localizer.phrase(.paperSample)) : nil,
            draft: draftStamp,
            linkWords: linkWords,
            // The edition by the name that the leaflet's page shows, so that the two can be compared.
            edition: described(.leafletEdition, [.editionName]) + [.text(" · ")]
                + words(of: .lastChecked, checked: leaflet.leaflet.review.reviewed),
            review: words(of: localizer.phrase(leaflet.coverage.standing.paperNote)),
            page: localizer.phrase(.paperPage, ["page": "{page}", "pages": "{pages}"]).text
        )
    }

    private var linkWords: PaperLinkWords? {
        let (phone, email) = (localizer.phrase(.phone), localizer.phrase(.email))
        guard phone.language == language, email.language == language else { return nil }
        return PaperLinkWords(phone: phone.text, email: email.text)
    }

    /// In the reader's language and in Italian, since either may be the one to put it back into the drawer.
    private var draftStamp: [PaperInline] {
        let stamp = localizer.phrase(.paperUnreleased)
        guard stamp.language != site.source else { return words(of: stamp) }
        return words(of: stamp) + [.text(" · ")] + words(of: site.original.localizer.phrase(.paperUnreleased))
    }

    /// Takes out the first picture before the first heading, which stands beside the title.
    private mutating func takeIllustration(from panels: inout [[LocalizedBlock]]) -> PaperPicture? {
        guard var first = panels.first else { return nil }
        let lead = first.prefix { block in
            if case .heading = block { false } else { true }
        }
        for (index, block) in lead.enumerated() {
            guard case .paragraph(let passage, let range) = block, let image = passage.onlyPicture else { continue }
            first.remove(at: index)
            panels[0] = first
            return picture(image, at: range)
        }
        return nil
    }

    mutating func report(_ problem: Problem, at range: SourceRange) {
        let place = SourceLocation(file: leaflet.leaflet.path, position: range.first)
        diagnostics.append(.error(problem, at: place))
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

extension TranslationStanding {
    /// The words at the foot of a sheet.
    var paperNote: Furniture {
        switch self {
        case .source: .paperSource
        case .draft: .paperDraft
        case .reviewed: .paperReviewed
        }
    }
}
