import CommonMark
import Content
import Site

/// A page of the content.
func view(of page: LocalizedPage, in edition: LocalizedSite, of site: Site, assets: Assets) -> View {
    let markup = PageMarkup(site: site, edition: edition, route: page.route)
    return PageView(
        markup: markup,
        assets: assets,
        kind: page.page.audience.rawValue,
        title: page.title,
        description: page.description,
        review: page.page.review,
        coverage: page.coverage,
        alternates: site.alternates(ofPage: page.slug),
        counterpart: { .page(slug: page.slug, language: $0) },
        ancestors: site.ancestors(of: page.page),
        children: site.unlinkedChildren(of: page.page),
        hasForm: site.form != nil && page.hasForm,
        body: markup.html(of: page.blocks),
        structuredData: site.structuredData(for: page, in: edition)
    ).view
}

/// The permanent page of a leaflet: which edition is current, the paper, and the same words to read here.
func view(of leaflet: LocalizedLeaflet, in edition: LocalizedSite, of site: Site, assets: Assets) -> View {
    let markup = PageMarkup(site: site, edition: edition, route: leaflet.route)
    let code = leaflet.leaflet.code
    let intro = HTML.joined([
        .element("p", markup.html(.leafletPageIntro, ["code": code])),
        markup.facts(of: leaflet),
        .element("p", markup.html(.leafletCheckCopy)),
        markup.button(for: leaflet),
        markup.otherLanguages(of: leaflet) { $0.route.file },
        HTML(markup: "<hr>"),
    ])
    return PageView(
        markup: markup,
        assets: assets,
        kind: "leaflet",
        title: leaflet.title,
        description: leaflet.description,
        review: leaflet.leaflet.review,
        coverage: leaflet.coverage,
        alternates: site.alternates(ofLeaflet: code),
        counterpart: { .leaflet(code: code, language: $0) },
        body: .joined([intro, markup.html(of: leaflet.pageBlocks)])
    ).view
}

extension LocalizedPage {
    /// Whether the referral form stands on the page.
    fileprivate var hasForm: Bool {
        var found = false
        for block in blocks {
            block.forEach { inner in
                if case .insert(.referralForm, _) = inner { found = true }
            }
        }
        return found
    }
}
