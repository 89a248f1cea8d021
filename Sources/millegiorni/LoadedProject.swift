import Content
import DataWriter
import Diagnostics
import Gettext
import Referral
import Site

/// All that people wrote, read and checked; what every command starts from.
struct LoadedProject {
    let project: Project
    let form: FormDefinition
    let vectors: [VectorSuite]
    let catalogues: [Language: Catalogue]
}

extension ProjectFolder {
    /// Reads content, form, vectors and catalogues.
    ///
    /// The value is nil when something is too broken to go on with; everything that is wrong is reported in either
    /// case.
    func load() throws -> Diagnosed<LoadedProject?> {
        var diagnostics: [Diagnostic] = []
        let files = try contentFiles().value(reportingTo: &diagnostics)
        let project = readProject(files).value(reportingTo: &diagnostics)
        let form = form(in: files).value(reportingTo: &diagnostics)
        let vectors = vectors(in: files).value(reportingTo: &diagnostics)
        guard let project else { return Diagnosed(nil, diagnostics) }
        var catalogues: [Language: Catalogue] = [:]
        for language in project.settings.languages where language != project.settings.sourceLanguage {
            let path = Self.cataloguePath(of: language)
            guard let catalogue = try catalogue(of: language) else {
                let hint = "run 'millegiorni translations update' to make it"
                let problem = "there is no catalogue for '\(language.code)'"
                diagnostics.append(.error("missing-catalogue", problem, hint: hint, at: SourceLocation(file: path)))
                continue
            }
            catalogues[language] = catalogue.value(reportingTo: &diagnostics)
            diagnostics += problems(of: catalogue.value, file: path, project: project, form: form)
        }
        guard let form else { return Diagnosed(nil, diagnostics) }
        return Diagnosed(
            LoadedProject(project: project, form: form, vectors: vectors, catalogues: catalogues),
            diagnostics
        )
    }

    func form(in files: ContentFiles) -> Diagnosed<FormDefinition?> {
        let path = "content/referral/form.yml"
        guard let source = files.texts.first(where: { $0.file == path }) else {
            return Diagnosed(
                nil,
                [.error("missing-file", "there is no file '\(path)'", at: SourceLocation(file: path))]
            )
        }
        return readForm(source)
    }

    private func vectors(in files: ContentFiles) -> Diagnosed<[VectorSuite]> {
        let (basisPath, folder) = ("content/referral/documents.yml", "content/referral/vectors/")
        guard let basisSource = files.texts.first(where: { $0.file == basisPath }) else {
            let problem = "there is no file '\(basisPath)'"
            return Diagnosed([], [.error("missing-file", problem, at: SourceLocation(file: basisPath))])
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

extension LoadedProject {
    /// What a site for families must not hold: sample centres, reserved addresses, pages whose address nobody promises.
    var releaseProblems: [Diagnostic] {
        sampleProblems + unlistedPages
    }

    private var unlistedPages: [Diagnostic] {
        project.pages.filter { !project.publishedRoutes.contains($0.slug) }.map { page in
            .error(
                "unlisted-route",
                "the address '\(page.slug)' is not in content/routes.txt, and may be lost one day",
                hint: "add a line '\(page.slug)' there",
                at: SourceLocation(file: page.path, position: .start)
            )
        }
    }

    private var sampleProblems: [Diagnostic] {
        let centres = project.centres.filter(\.isExample).map { centre in
            Diagnostic.error(
                "sample-data",
                "the centre '\(centre.id)' is an example, and can't be released",
                hint: "put the real centre in its place, without 'example: true'",
                at: centre.location
            )
        }
        guard project.settings.isExample else { return centres }
        let place = project.settings.locations["base-url"] ?? SourceLocation(file: "content/site.yml")
        let problem = "'\(project.settings.baseURL)' is an address reserved for examples"
        return centres + [.error("sample-data", problem, hint: "write the address of the real site", at: place)]
    }
}
