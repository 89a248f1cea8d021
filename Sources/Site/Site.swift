package import Content
package import Gettext
package import Referral

/// The resolved graph: every language, every page, and how they hang together.
///
/// Writers need nothing else.
package struct Site: Sendable {
    package let project: Project
    package let form: FormDefinition?
    /// In the order of `site.yml`.
    package let editions: [LocalizedSite]
    /// Whether leaflets are printed in this build; pages link to no paper that is not there.
    package let hasPaper: Bool
    /// The day of the build, from which is judged what has passed.
    package let today: CalendarDate
    /// The centres that have leaflets of their own in this build.
    package let paperCentres: [Centre]
    /// The leaflets as they were written, whether Italian is among the editions or not: they stand beside the others.
    package let original: LocalizedSite
    private var sheetList = SheetList()

    package var languages: [Language] { editions.map(\.language) }
    package var source: Language { project.settings.sourceLanguage }

    package init(
        project: Project,
        form: FormDefinition?,
        editions: [LocalizedSite],
        hasPaper: Bool,
        paperCentres: [Centre],
        today: CalendarDate
    ) {
        self.project = project
        self.form = form
        self.editions = editions
        self.hasPaper = hasPaper
        self.paperCentres = paperCentres
        self.today = today
        let source = project.settings.sourceLanguage
        let localizer = Localizer(language: source, source: source, facts: project.facts, catalogue: nil)
        original = LocalizedSite(
            localizer: localizer,
            pages: [],
            leaflets: project.leaflets.map { localizedLeaflet($0, localizer: localizer, project: project) }
        )
        sheetList = SheetList(of: self)
    }

    /// All sheets of a leaflet in its language: for the whole territory first, then for each centre.
    package func sheets(of leaflet: LocalizedLeaflet) -> [LeafletSheet] { sheetList.sheets(of: leaflet) }

    /// The languages in which a page is really translated, and may be found by search engines.
    package func alternates(ofPage slug: String) -> [Language] {
        editions.filter { $0.page(slug)?.coverage.isReallyTranslated ?? false }.map(\.language)
    }

    package func alternates(ofLeaflet code: String) -> [Language] {
        editions.filter { edition in
            edition.currentLeaflets.contains { $0.leaflet.code == code && $0.coverage.isReallyTranslated }
        }.map(\.language)
    }

    /// From the home page down to the page above this one.
    package func ancestors(of page: Page) -> [Page] {
        var chain: [Page] = []
        var slug = page.parent
        while let current = slug, let parent = project.pages.first(where: { $0.slug == current }),
            !chain.contains(parent)
        {
            chain.insert(parent, at: 0)
            slug = parent.parent
        }
        return chain
    }

    /// The pages right below this one, in the order of their files, but for those that its text leads to anyway.
    package func unlinkedChildren(of page: Page) -> [Page] {
        let targets = page.messages.flatMap(\.targets)
        return project.pages.filter { child in
            child.parent == page.slug
                && !targets.contains { target in
                    if case .page(child.slug, _) = target { true } else { false }
                }
        }
    }

    /// More centres than these make a contact box too long to be one; it then leads to the list instead.
    package static let contactLimit = 4

    package func absolute(_ route: Route) -> String { project.settings.baseURL + "/" + route.address }
}

/// Puts a project into all of `languages`; each language's work is independent of the others'.
///
/// `paperCentres` are those that get leaflets of their own, where not all do.
package func resolve(
    _ project: Project,
    form: FormDefinition?,
    languages: [Language],
    catalogues: [Language: Catalogue],
    hasPaper: Bool,
    paperCentres: [Centre]? = nil,
    today: CalendarDate
) async -> Site {
    let editions = await withTaskGroup(of: (Int, LocalizedSite).self) { group in
        for (index, language) in languages.enumerated() {
            group.addTask {
                (index, localized(project, form: form, to: language, catalogue: catalogues[language]))
            }
        }
        return await group.reduce(into: [Int: LocalizedSite]()) { $0[$1.0] = $1.1 }
    }
    return Site(
        project: project,
        form: form,
        editions: languages.indices.compactMap { editions[$0] },
        hasPaper: hasPaper,
        paperCentres: paperCentres ?? project.centres,
        today: today
    )
}
