import Content
import Site

/// The page at the root: every language by its own name.
func chooserView(of site: Site, styleSheet: Asset) -> View {
    var view = rootView(of: site, route: .chooser, title: .chooseLanguage) { edition in
        let title = edition.page("index")?.title
        return title?.language == edition.language ? title?.text ?? "" : ""
    }
    view.values["stylesheet"] = .text(styleSheet.file)
    view.values["alternates"] = .list(
        site.alternates(ofPage: "index").map { language in
            [
                "language": .text(language.code),
                "address": .text(site.absolute(.page(slug: "index", language: language))),
            ]
        } + [["language": .text("x-default"), "address": .text(site.absolute(.chooser))]]
    )
    return view
}

/// What a web server shows where there is no page.
///
/// It may be shown at any depth, so its addresses are whole paths. Its style is the sheet of all pages: hosts send the
/// headers of the address that was asked for, and a style inside the page would need a policy of its own at each of them.
func notFoundView(of site: Site, styleSheet: Asset) -> View {
    var view = rootView(of: site, route: .notFound, title: .notFoundTitle) { edition in
        let words = edition.localizer.phrase(.notFoundHome)
        return words.language == edition.language ? words.text : ""
    }
    view.values["stylesheet"] = .text(rootPath(of: site.project.settings) + styleSheet.file)
    view.values["isUnlisted"] = .flag(true)
    view.values["lead"] = site.editions.first { $0.language == site.source }
        .map { .text($0.localizer.phrase(.notFoundText).text) }
    return view
}

/// What stands at the printed address of a leaflet in a language that the site has no more: the others to choose from.
func formerLeafletView(of site: Site, route: Route, styleSheet: Asset) -> View? {
    guard case .leaflet(let code, let language) = route,
        let current = site.project.leaflets.first(where: { $0.codes.contains(code) })
    else { return nil }
    func leaflet(_ edition: LocalizedSite) -> LocalizedLeaflet? {
        edition.leaflets.first { $0.leaflet.code == current.code }
    }
    var view = rootView(
        of: site,
        route: route,
        title: .leafletLanguageGone,
        target: { .leaflet(code: current.code, language: $0) }
    ) { edition in
        let title = leaflet(edition)?.title
        return title?.language == edition.language ? title?.text ?? "" : ""
    }
    view.values["stylesheet"] = .text(route.link(to: styleSheet.file))
    view.values["isUnlisted"] = .flag(true)
    view.values["lead"] = .text(
        site.original.localizer.phrase(
            .leafletLanguageInstead,
            ["leaflet": "\(current.code) (\(language.italianName))"]
        ).text
    )
    return view
}

/// A page with a tile for each language; `words` are what its tile says, in that language or not at all.
private func rootView(
    of site: Site,
    route: Route,
    title: Furniture,
    target: (Language) -> Route = { .page(slug: "index", language: $0) },
    words: (LocalizedSite) -> String
) -> View {
    let settings = site.project.settings
    let source = site.editions.first { $0.language == site.source } ?? site.editions[0]
    let markup = PageMarkup(site: site, edition: source, route: route)
    var view: View = [
        "language": .text(source.language.code),
        "direction": .text(source.language.direction.rawValue),
        "headTitle": .text("\(settings.name) – \(markup.words(title))"),
        "title": .text(markup.words(title)),
        "description": .text(source.page("index")?.description.text ?? settings.name),
        "canonical": .text(site.absolute(route)),
        "skip": .html(markup.html(.skipToContent)),
        "mark": .html(siteMark),
        "siteName": .text(settings.name),
        "chooseLanguage": .text(markup.words(.chooseLanguage)),
        "publishedBy": .html(markup.html(.publishedBy, ["publisher": settings.publisher.name])),
        "languages": .list(
            site.editions.map { edition in
                let file = target(edition.language).file
                return [
                    "language": .text(edition.language.code),
                    "direction": .text(edition.language.direction.rawValue),
                    "name": .text(edition.language.ownName),
                    "words": .text(words(edition)),
                    "address": .text(route == .notFound ? rootPath(of: settings) + file : route.link(to: file)),
                ]
            }
        ),
    ]
    if site.project.isExample { view.values["exampleNotice"] = .html(markup.html(.exampleNotice)) }
    return view
}

/// The path of the base address, with a slash at its end: `/` or `/famiglie/`.
private func rootPath(of settings: SiteSettings) -> String {
    let address = settings.baseURL.dropFirst("https://".count)
    guard let slash = address.firstIndex(of: "/") else { return "/" }
    return address[slash...] + "/"
}

/// An old address: leads on to the page that has taken its place, without a script.
func aliasView(of alias: String, to page: LocalizedPage, site: Site) -> View {
    let route = Route.page(slug: alias, language: page.language)
    return [
        "language": .text(page.title.language.code),
        "direction": .text(page.title.language.direction.rawValue),
        "headTitle": .text(page.title.text),
        "address": .text(route.link(to: page.route.file)),
        "canonical": .text(site.absolute(page.route)),
    ]
}
