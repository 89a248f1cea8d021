import CommonMark
import Content
import Site

/// A page of the content.
func view(of page: LocalizedPage, markup: PageMarkup, assets: Assets) -> View {
    let site = markup.site
    var view = PageView(
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
        body: markup.html(of: page.blocks),
        structuredData: site.structuredData(for: page, in: markup.edition)
    )
    if site.form != nil, page.holds(.referralForm) {
        view.hasForm = true
        view.styleSheets.append(assets.formStyleSheet)
        view.scripts += [assets.formWords[markup.language], assets.formScript].compactMap { $0 }
    }
    if page.showsPaper {
        view.styleSheets.append(assets.paperStyleSheet)
        view.scripts.append(assets.catalogueScript)
    }
    return view.view
}

/// What a page shows of the paper, for one centre: its sheets without the text around them, which is for all centres.
func view(of page: LocalizedPage, forCentreOf markup: PageMarkup, assets: Assets) -> View {
    // All that is left of the page's own words is its title.
    var coverage = Coverage()
    coverage.count(page.page.title, as: markup.localizer.state(of: page.page.title))
    let paper = HTML.joined([
        page.holds(.leaflets) ? markup.leaflets(level: 2) : HTML(),
        page.holds(.editions) ? markup.editions(level: 2) : HTML(),
    ])
    return PageView(
        markup: markup,
        assets: assets,
        kind: page.page.audience.rawValue,
        title: page.title,
        description: page.description,
        review: page.page.review,
        coverage: coverage,
        alternates: [],
        counterpart: { .centrePage(slug: page.slug, centre: markup.centre?.id ?? "", language: $0) },
        ancestors: markup.site.ancestors(of: page.page) + [page.page],
        styleSheets: [assets.paperStyleSheet],
        scripts: [assets.catalogueScript],
        isUnlisted: true,
        body: .joined([markup.centreBox, paper])
    ).view
}

/// The permanent page of a leaflet: which edition is in force, the paper, and the same words to read here.
///
/// Of one that is withdrawn: that it is, where to go instead, and whom to call.
func view(of leaflet: LocalizedLeaflet, markup: PageMarkup, assets: Assets) -> View {
    let code = leaflet.leaflet.code
    var view = PageView(
        markup: markup,
        assets: assets,
        kind: "leaflet",
        title: leaflet.title,
        description: leaflet.description,
        review: leaflet.leaflet.review,
        coverage: leaflet.coverage,
        alternates: markup.site.alternates(ofLeaflet: code),
        counterpart: { .leaflet(code: code, language: $0) },
        styleSheets: [assets.paperStyleSheet],
        body: HTML()
    )
    view.canonical = leaflet.route
    view.isUnlisted = leaflet.leaflet.isWithdrawn || markup.route != leaflet.route
    if let withdrawal = leaflet.leaflet.withdrawal {
        view.isWithdrawn = true
        view.banner = markup.withdrawalNotice(withdrawal)
        view.body = .joined([markup.contact, markup.otherLanguages(of: leaflet)])
    } else {
        view.scripts = [assets.copyScript]
        view.banner = markup.copyAnswers(for: leaflet)
        view.body = .joined([markup.leafletHead(of: leaflet), markup.html(of: leaflet.pageBlocks)])
    }
    return view.view
}

extension LocalizedPage {
    /// Whether the page is about the paper, and so has another face for each centre.
    var showsPaper: Bool { holds(.leaflets) || holds(.editions) }

    fileprivate func holds(_ directive: Directive<Passage>) -> Bool {
        var found = false
        for block in blocks {
            block.forEach { inner in
                if case .insert(directive, _) = inner { found = true }
            }
        }
        return found
    }
}
