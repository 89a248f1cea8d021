import CommonMark
package import Content
package import Gettext
package import Referral

/// The whole site in one language: every word in place, every link a path from the root of the site.
package struct LocalizedSite: Sendable {
    package let localizer: Localizer
    package let pages: [LocalizedPage]
    package let leaflets: [LocalizedLeaflet]

    package var language: Language { localizer.language }

    /// The leaflets that are printed.
    package var currentLeaflets: [LocalizedLeaflet] { leaflets.filter { !$0.leaflet.isWithdrawn } }

    /// The page that lists the leaflets.
    package var pageOfLeaflets: LocalizedPage? {
        firstPage { if case .leaflets = $0 { true } else { false } }
    }

    /// The page that lists the centres.
    package var pageOfCentres: LocalizedPage? {
        firstPage { if case .centres = $0 { true } else { false } }
    }

    /// The page that the referral form is on.
    package var pageOfForm: LocalizedPage? {
        firstPage { if case .referralForm = $0 { true } else { false } }
    }

    private func firstPage(with isWanted: (Directive<Passage>) -> Bool) -> LocalizedPage? {
        pages.first { page in
            page.blocks.contains { block in
                if case .insert(let directive, _) = block { isWanted(directive) } else { false }
            }
        }
    }

    package func page(_ slug: String) -> LocalizedPage? { pages.first { $0.slug == slug } }
}

package struct LocalizedPage: Sendable {
    package let page: Page
    package let language: Language
    package let title: Phrase
    package let description: Phrase
    package let menuLabel: Phrase?
    package let blocks: [LocalizedBlock]
    package let coverage: Coverage

    package var slug: String { page.slug }
    package var route: Route { .page(slug: page.slug, language: language) }
}

package struct LocalizedLeaflet: Sendable {
    package let leaflet: Leaflet
    package let language: Language
    package let title: Phrase
    package let description: Phrase
    /// Links in here are whole addresses, since paper and PDF have no neighbours.
    package let paperPanels: [[LocalizedBlock]]
    /// The same for the leaflet's page.
    package let pageBlocks: [LocalizedBlock]
    package let coverage: Coverage

    package var route: Route { .leaflet(code: leaflet.code, language: language) }
}

/// Puts a project into one language; `catalogue` is nil for the source language.
package func localized(
    _ project: Project,
    form: FormDefinition?,
    to language: Language,
    catalogue: Catalogue?
) -> LocalizedSite {
    let settings = project.settings
    let localizer = Localizer(
        language: language,
        source: settings.sourceLanguage,
        facts: project.facts,
        catalogue: language == settings.sourceLanguage ? nil : catalogue ?? Catalogue()
    )
    let pages = project.pages.map { localizedPage($0, localizer: localizer, project: project, form: form) }
    let leaflets = project.leaflets.map { localizedLeaflet($0, localizer: localizer, project: project) }
    return LocalizedSite(localizer: localizer, pages: pages, leaflets: leaflets)
}

private func localizedPage(
    _ page: Page,
    localizer: Localizer,
    project: Project,
    form: FormDefinition?
) -> LocalizedPage {
    let route = Route.page(slug: page.slug, language: localizer.language)
    var coverage = Coverage()
    for message in page.messages { coverage.count(message, as: localizer.state(of: message)) }
    return LocalizedPage(
        page: page,
        language: localizer.language,
        title: localizer.phrase(page.title),
        description: localizer.phrase(page.description),
        menuLabel: page.menu.map { localizer.phrase($0.label) },
        blocks: localizedBlocks(page.blocks, localizer: localizer, describingFiles: true) { target in
            webAddress(of: target, from: route, in: localizer.language, project: project)
        },
        coverage: coverage
    )
}

func localizedLeaflet(_ leaflet: Leaflet, localizer: Localizer, project: Project) -> LocalizedLeaflet {
    let language = localizer.language
    let route = Route.leaflet(code: leaflet.code, language: language)
    var coverage = Coverage()
    for message in leaflet.messages { coverage.count(message, as: localizer.state(of: message)) }
    let paperPanels = leaflet.panels.map { panel in
        localizedBlocks(panel, localizer: localizer, describingFiles: false) {
            paperAddress(of: $0, from: route, in: language, project: project)
        }
    }
    let pageBlocks = leaflet.panels.flatMap { panel in
        localizedBlocks(panel, localizer: localizer, describingFiles: true) {
            webAddress(of: $0, from: route, in: language, project: project)
        }
    }
    return LocalizedLeaflet(
        leaflet: leaflet,
        language: language,
        title: localizer.phrase(leaflet.title),
        description: localizer.phrase(leaflet.description),
        paperPanels: paperPanels,
        pageBlocks: pageBlocks,
        coverage: coverage
    )
}

/// The blocks in the localizer's language, links and pictures as `address` gives them.
private func localizedBlocks(
    _ blocks: [ContentBlock],
    localizer: Localizer,
    describingFiles: Bool,
    address: (Target) -> String
) -> [LocalizedBlock] {
    func passage(_ message: Message) -> Passage {
        localizer.passage(message, describingFiles: describingFiles, address: address)
    }
    return blocks.map { block in
        block.mapped(
            leaf: { message, _ in passage(message) },
            insert: { directive in
                directive.mapped(
                    leaf: { message, _ in passage(message) },
                    cell: { message, _ in passage(message) }
                )
            }
        )
    }
}

/// A link as a page of the site needs it: relative, so that any folder or `file:` works.
private func webAddress(of target: Target, from route: Route, in language: Language, project: Project) -> String {
    switch target {
    case .page(let slug, let anchor):
        route.link(to: Route.page(slug: slug, language: language).file) + fragment(anchor)
    case .leaflet(let code): route.link(to: Route.leaflet(code: code, language: language).file)
    case .anchor(let anchor): fragment(anchor)
    case .media(let path): project.media[path].map { route.link(to: $0.publishedFile) } ?? ""
    case .file(let file): route.link(to: file.publishedAddress)
    case .external(let address): address
    }
}

/// A link as paper needs it: whole.
///
/// Pictures keep their path in the project, under which the paper's writer finds them.
private func paperAddress(of target: Target, from route: Route, in language: Language, project: Project) -> String {
    let base = project.settings.baseURL + "/"
    return switch target {
    case .page(let slug, let anchor): base + Route.page(slug: slug, language: language).address + fragment(anchor)
    case .leaflet(let code): base + Route.leaflet(code: code, language: language).address
    case .anchor(let anchor): base + route.address + fragment(anchor)
    case .media(let path): path
    case .file(let file): base + file.publishedAddress
    case .external(let address): address
    }
}

private func fragment(_ anchor: String?) -> String { anchor.map { "#" + $0 } ?? "" }
