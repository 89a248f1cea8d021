import Content
import Referral
import Site

/// What stands on every page: head, languages, menu, footer.
///
/// The middle is for the kinds of page to say.
struct PageView {
    let markup: PageMarkup
    let assets: Assets
    var kind: String
    var title: Phrase
    var description: Phrase
    var review: Review
    var coverage: Coverage
    var alternates: [Language]
    /// The same page in another language.
    var counterpart: (Language) -> Route
    /// The address that search engines are to know the page by; its own where nil.
    var canonical: Route?
    var ancestors: [Page] = []
    var children: [Page] = []
    var hasForm = false
    /// What the page loads besides the style sheet of all pages, scripts in the order in which they run.
    var styleSheets: [Asset] = []
    var scripts: [Asset] = []
    /// Whether search engines are to pass it by, however well it is translated.
    var isUnlisted = false
    /// Whether the text is kept for those who hold it, and checked no more.
    var isWithdrawn = false
    /// Above the title: what the reader came to know.
    var banner = HTML()
    var body: HTML
    /// The service in the words of schema.org, on the page that has it.
    var structuredData: JSONValue?

    private var site: Site { markup.site }
    private var settings: SiteSettings { site.project.settings }
    private var route: Route { markup.route }
    private var localizer: Localizer { markup.localizer }

    var view: View {
        var view: View = [
            "language": .text(markup.language.code),
            "direction": .text(markup.language.direction.rawValue),
            "headTitle": .text(headTitle),
            "description": .text(description.text),
            "accent": .text(settings.theme.accent),
            "isUnlisted": .flag(isUnlisted || !coverage.isReallyTranslated),
            "canonical": .text(site.absolute(canonical ?? route)),
            "alternates": .list(alternateViews),
            "styleSheets": .textList(([assets.styleSheet] + styleSheets).map { route.link(to: $0.file) }),
            "hasForm": .flag(hasForm),
            "scripts": .textList(scripts.map { route.link(to: $0.file) }),
            "kind": .text(kind),
            "mark": .html(siteMark),
            "siteName": .text(settings.name),
            "home": .text(route.link(to: Route.page(slug: "index", language: markup.language).file)),
            "chooseLanguage": .text(markup.words(.chooseLanguage)),
            "languages": .list(languageViews),
            "mainMenu": .text(markup.words(.mainMenu)),
            "menu": .list(menuViews),
            "skip": .html(markup.html(.skipToContent)),
            "title": .text(title.text),
            "titleAttributes": .html(titleAttributes),
            "banner": .html(banner),
            "body": .html(body),
        ]
        if site.project.isExample { view.values["exampleNotice"] = .html(markup.html(.exampleNotice)) }
        if let structuredData { view.values["structuredData"] = .html(HTML(dataBlock: structuredData)) }
        addPlace(to: &view)
        addNotices(to: &view)
        addFooter(to: &view)
        return view
    }

    /// Tells the page from all others, in a list of tabs or of search results.
    private var headTitle: String {
        switch route {
        case .page("index", _): "\(settings.name) – \(title.text)"
        case .leaflet(let code, _): "\(title.text) (\(code)) – \(settings.name)"
        case .centrePage:
            ([title.text] + [markup.centre?.name].compactMap { $0 } + [settings.name]).joined(separator: " – ")
        default: "\(title.text) – \(settings.name)"
        }
    }

    private var titleAttributes: HTML {
        var html = HTML()
        html.append(markup.attributes(of: title.language))
        return html
    }

    private var alternateViews: [View] {
        guard alternates.count > 1 else { return [] }
        let views = alternates.map { language -> View in
            ["language": .text(language.code), "address": .text(site.absolute(counterpart(language)))]
        }
        return views + [["language": .text("x-default"), "address": .text(site.absolute(.chooser))]]
    }

    private var languageViews: [View] {
        site.languages.map { language in
            [
                "language": .text(language.code),
                "direction": .text(language.direction.rawValue),
                "name": .text(language.ownName),
                "address": .text(route.link(to: counterpart(language).file)),
                "isCurrent": .flag(language == markup.language),
            ]
        }
    }

    private var menuViews: [View] {
        let pages = markup.edition.pages.filter { $0.page.menu != nil }
            .sorted { ($0.page.menu?.order ?? 0, $0.slug) < ($1.page.menu?.order ?? 0, $1.slug) }
        return pages.map { page in
            let isHere = page.route == route
            let isAbove = ancestors.contains { $0.slug == page.slug }
            return [
                "address": .text(route.link(to: page.route.file)),
                "label": .html(markup.html(page.menuLabel ?? page.title)),
                "isCurrent": .flag(isHere || isAbove),
                "current": .text(isHere ? "page" : "true"),
            ]
        }
    }

    private func addPlace(to view: inout View) {
        view.values["hasAncestors"] = .flag(!ancestors.isEmpty)
        view.values["breadcrumbs"] = .text(markup.words(.breadcrumbs))
        view.values["ancestors"] = .list(links(to: ancestors))
        view.values["hasChildren"] = .flag(!children.isEmpty)
        view.values["inThisSection"] = .text(markup.words(.inThisSection))
        view.values["children"] = .list(links(to: children))
    }

    private func links(to pages: [Page]) -> [View] {
        pages.compactMap { markup.edition.page($0.slug) }.map { page in
            [
                "address": .text(route.link(to: page.route.file)),
                "label": .html(markup.html(page.menuLabel ?? page.title)),
            ]
        }
    }

    private var isOverdue: Bool { review.isOverdue(on: site.today) }

    /// What the reader should know of the translation and of the last check, in their own language and outside of the
    /// text.
    private func addNotices(to view: inout View) {
        var notices: [HTML] = []
        if coverage.fallbacks > 0 {
            notices.append(markup.html(localizer.phrase(.untranslatedNotice, count: coverage.fallbacks)))
        }
        if coverage.standing == .draft { notices.append(markup.html(.draftNotice)) }
        if isOverdue, !isWithdrawn {
            notices.append(markup.html(localizer.phrase(.overdueNotice, date: review.reviewed)))
        }
        view.values["hasNotices"] = .flag(!notices.isEmpty)
        view.values["notices"] = .markupList(notices)
    }

    private func addFooter(to view: inout View) {
        view.values["lastChecked"] = .html(markup.html(localizer.phrase(.lastChecked, date: review.reviewed)))
        view.values["hasNextCheck"] = .flag(!isOverdue)
        view.values["nextCheck"] = .html(markup.html(localizer.phrase(.nextCheck, date: review.reviewBy)))
        let standing: Furniture =
            switch coverage.standing {
            case .source: .sourceNotice
            case .draft: .draftNotice
            case .reviewed: .reviewedNotice
            }
        view.values["review"] = .html(markup.html(standing))
        view.values["hasSources"] = .flag(!review.sources.isEmpty)
        view.values["sourcesLabel"] = .html(markup.html(.sources))
        var sourceAttributes = HTML()
        sourceAttributes.append(markup.attributes(of: site.source))
        view.values["sourceAttributes"] = .html(sourceAttributes)
        view.values["sources"] = .textList(review.sources)
        view.values["sections"] = .list([
            section(.forFamilies, of: .families), section(.forReferrers, of: .referrers),
            section(.aboutSite, of: .about),
        ])
        view.values["publishedBy"] = .html(markup.html(.publishedBy, ["publisher": settings.publisher.name]))
        view.values["licence"] = .html(markup.html(.textLicence))
    }

    /// The pages of an audience that stand right under the home page.
    private func section(_ heading: Furniture, of audience: Page.Audience) -> View {
        let pages = site.project.pages.filter { page in
            page.audience == audience && page.slug != "index"
                && site.project.pages.first { $0.slug == page.parent }?.audience != .families
        }.sorted { ($0.menu?.order ?? .max, $0.path) < ($1.menu?.order ?? .max, $1.path) }
        return [
            "name": .text(markup.words(heading)),
            "heading": .html(markup.html(heading)),
            "links": .list(links(to: pages)),
        ]
    }
}

/// A small sun over a horizon: the first of a thousand days.
let siteMark = HTML(
    markup: """
        <svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="16"/><path d="M6 21h20M10 21a6 6 0 0 1 12 0M16 8v3M7.5 12.5l2 2M24.5 12.5l-2 2" fill="none" stroke="var(--mark)" stroke-width="2" stroke-linecap="round"/></svg>
        """
)
