import Content
import DataWriter
import Diagnostics
import Gettext
import HTMLWriter
import Referral
import Site

/// What is translated.
struct LoadedTexts {
    var project: Project
    let form: FormDefinition
    let units: [TranslationUnit]

    var template: Catalogue { messageTemplate(of: project, form: form) }
}

/// All that people wrote, read and checked; what every command starts from.
struct LoadedProject {
    var texts: LoadedTexts
    let vectors: [VectorSuite]
    /// In the order of `site.yml`, without the source language and those that have none.
    let catalogueFiles: [(language: Language, file: CatalogueFile)]
    /// Whether every catalogue is there and could be read.
    let areCataloguesWhole: Bool
    let glossary: Glossary
    /// What goes out as it is.
    let publicFiles: [OutputFile]
    /// What other programs left in `content/`.
    let leavings: [String]
    let contract: ContractHistory
    /// The day that all is judged from.
    let today: CalendarDate

    var project: Project { texts.project }
    var form: FormDefinition { texts.form }

    var catalogues: [Language: Catalogue] {
        Dictionary(catalogueFiles.map { ($0.language, $0.file.catalogue) }) { first, _ in first }
    }
}

extension ProjectFolder {
    /// Reads content, form, vectors, catalogues, and what of the contract was released.
    ///
    /// The value is nil when something is too broken to go on with; everything that is wrong is reported in either
    /// case.
    func load(today: CalendarDate) throws -> Diagnosed<LoadedProject?> {
        var diagnostics: [Diagnostic] = []
        let files = try contentFiles().value(reportingTo: &diagnostics)
        let vectors = vectors(in: files).value(reportingTo: &diagnostics)
        let project = readProject(files).value(reportingTo: &diagnostics)
        let form = form(in: files).value(reportingTo: &diagnostics)
        guard let project else { return Diagnosed(nil, diagnostics) }
        let units = translationUnits(of: project, form: form)
        var catalogues: [(language: Language, file: CatalogueFile)] = []
        let before = diagnostics.count
        for language in project.settings.translatedLanguages {
            guard let file = try existingCatalogue(of: language).value(reportingTo: &diagnostics) else { continue }
            catalogues.append((language, file))
        }
        let areCataloguesWhole = !diagnostics[before...].hasErrors
        for (_, file) in catalogues { diagnostics += blockingProblems(of: file, units: units) }
        let glossary = try glossary().value(reportingTo: &diagnostics)
        let contract = try contractHistory().value(reportingTo: &diagnostics)
        diagnostics += brokenPromises(in: project.facts)
        diagnostics += colourProblems(of: project.settings)
        diagnostics += laterReviews(of: project, than: today)
        guard let form else { return Diagnosed(nil, diagnostics) }
        diagnostics += compatibilityProblems(of: form, with: contract.releases)
        let texts = LoadedTexts(project: project, form: form, units: units)
        let loaded = LoadedProject(
            texts: texts,
            vectors: vectors,
            catalogueFiles: catalogues,
            areCataloguesWhole: areCataloguesWhole,
            glossary: glossary,
            publicFiles: publicFiles().value(reportingTo: &diagnostics),
            leavings: files.leavings,
            contract: contract,
            today: today
        )
        return Diagnosed(loaded, diagnostics)
    }

    /// Reads content and form.
    func loadTexts() throws -> Diagnosed<LoadedTexts?> {
        var diagnostics: [Diagnostic] = []
        let files = try contentFiles().value(reportingTo: &diagnostics)
        let project = readProject(files).value(reportingTo: &diagnostics)
        let form = form(in: files).value(reportingTo: &diagnostics)
        guard let project, let form else { return Diagnosed(nil, diagnostics) }
        let units = translationUnits(of: project, form: form)
        return Diagnosed(LoadedTexts(project: project, form: form, units: units), diagnostics)
    }

    func form(in files: ContentFiles) -> Diagnosed<FormDefinition?> {
        let path = "content/referral/form.yml"
        guard let source = files.texts.first(where: { $0.file == path }) else {
            return Diagnosed(
                nil,
                [.error(.missingFile(path), at: SourceLocation(file: path))]
            )
        }
        return readForm(source)
    }

    private func vectors(in files: ContentFiles) -> Diagnosed<[VectorSuite]> {
        let (basisPath, folder) = ("content/referral/documents.yml", "content/referral/vectors/")
        guard let basisSource = files.texts.first(where: { $0.file == basisPath }) else {
            return Diagnosed([], [.error(.missingFile(basisPath), at: SourceLocation(file: basisPath))])
        }
        var diagnostics: [Diagnostic] = []
        let basis = readVectorBasis(basisSource).value(reportingTo: &diagnostics)
        let suites = files.texts.filter { $0.file.hasPrefix(folder) }.map { source in
            let name = source.file.dropFirst(folder.count).prefix { $0 != "." }
            return readVectorSuite(source, name: String(name), basis: basis).value(reportingTo: &diagnostics)
        }
        return Diagnosed(suites, diagnostics)
    }
}

extension Site {
    /// What is better released before families see it: a warning for each leaflet that has drafts among its sheets.
    var draftSheets: [Diagnostic] {
        project.leaflets.compactMap { leaflet in
            let sheets = sheets.filter { $0.leaflet == leaflet }
            let drafts = sheets.filter(\.edition.isDraft)
            guard !drafts.isEmpty else { return nil }
            let languages = editions.map(\.language).filter { drafts.map(\.language).contains($0) }
            let problem = Problem.draftSheets(
                drafts.count,
                of: sheets.count,
                leaflet: leaflet.code,
                languages: languages.map(\.code)
            )
            return .warning(problem, at: SourceLocation(file: leaflet.path, position: .start))
        }
    }
}

/// Texts that somebody says to have checked on a day that has not come yet.
private func laterReviews(of project: Project, than today: CalendarDate) -> [Diagnostic] {
    project.reviews.filter { $0.reviewed > today }.map { review in
        let problem = Problem.reviewedLater(review.reviewed.description, today: today.description)
        return .error(problem, at: review.reviewedLocation)
    }
}

extension LoadedProject {
    /// Texts whose next check is late: warnings, since a day that comes is nobody's edit.
    var overdueReviews: [Diagnostic] {
        project.reviews.filter { $0.isOverdue(on: today) }.map { review in
            .warning(.reviewOverdue(review.reviewBy.description), at: review.reviewByLocation)
        }
    }

    /// What a site for families must not hold: sample centres, reserved addresses, pages whose address nobody promises,
    /// a contract that may still change.
    var releaseProblems: [Diagnostic] {
        sampleProblems + unlistedPages + unreleasedContract
    }

    private var unreleasedContract: [Diagnostic] {
        guard !contract.releases.contains(where: { $0.version == form.version }) else { return [] }
        return [.error(.unreleasedContract(version: form.version.description), at: form.versionLocation)]
    }

    private var unlistedPages: [Diagnostic] {
        guard project.isWhole else { return [] }
        return project.pages.filter { !project.publishedRoutes.contains($0.slug) }.map { page in
            .error(.unlistedRoute(page.slug), at: SourceLocation(file: page.path, position: .start))
        }
    }

    private var sampleProblems: [Diagnostic] {
        let centres = project.centres.filter(\.isExample).map { centre in
            Diagnostic.error(.sampleCentre(centre.id), at: centre.location)
        }
        guard project.settings.isExample else { return centres }
        let place = project.settings.locations["base-url"] ?? SourceLocation(file: "content/site.yml")
        return centres + [.error(.sampleAddress(project.settings.baseURL), at: place)]
    }
}
