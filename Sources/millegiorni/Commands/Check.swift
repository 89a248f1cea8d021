import ArgumentParser
import Content
import Diagnostics
import Gettext
import HTMLWriter
import Site

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks for everything that build looks for, and more; changes nothing.",
        discussion: """
            More: how hard the Italian is to read, texts past their date, catalogues behind the content, the style of
            translations and the words of the glossary. Whether the leaflets fit their paper is tried in the cache.

              millegiorni check
              millegiorni check --no-leaflets
            """
    )

    @OptionGroup var options: ProjectOptions
    @OptionGroup var paper: PaperOptions

    @Flag(help: "Don't try whether the leaflets fit their paper.")
    var noLeaflets = false

    func run() async throws {
        try await printing(options.report, unharmed: "content") { try await check() }
    }

    private func check() async throws {
        let report = options.report
        let pictures = PictureMaker(options: paper.python, project: options.folder)
        let loaded = try await options.loadWithPictures(by: pictures)
        var diagnostics = loaded.diagnostics
        if let value = loaded.value {
            let source = localized(
                value.project,
                form: value.form,
                to: value.project.settings.sourceLanguage,
                catalogue: nil
            )
            diagnostics += readabilityProblems(of: source)
            diagnostics += translationProblems(value)
            diagnostics += value.overdueReviews
            diagnostics += value.project.unshownMediaProblems + value.project.unlinkedAttachmentProblems
            diagnostics += leavings(value)
            diagnostics += try await publicProblems(value)
            // What is built from broken content says nothing about the paper.
            if !noLeaflets, !loaded.diagnostics.hasErrors { diagnostics += try await paperProblems(value) }
        }
        report.print(diagnostics)
        if diagnostics.hasErrors { throw ExitCode.contentProblems }
        report.say(.noErrors)
    }

    /// What can't be printed; the rest is printed into the cache, and so a build finds it there.
    private func paperProblems(_ loaded: LoadedProject) async throws -> [Diagnostic] {
        let site = await loaded.siteWithPaper()
        guard !site.printables.isEmpty else { return [] }
        let printer = try Printer(options: paper, project: options.folder)
        return try await printer.print(site.printables, of: site, into: nil, progress: PrintProgress(options.report))
            .diagnostics
    }

    private func publicProblems(_ loaded: LoadedProject) async throws -> [Diagnostic] {
        guard !loaded.publicFiles.isEmpty else { return [] }
        let site = await loaded.siteWithPaper()
        let paths = try await (webFiles(of: site) + loaded.dataFiles(of: site)).map(\.path)
        return publicCollisions(of: loaded.publicFiles, on: site, paths: paths)
    }

    private func leavings(_ loaded: LoadedProject) -> [Diagnostic] {
        loaded.leavings.isEmpty ? [] : [.warning(.leavings(loaded.leavings), at: SourceLocation(file: "content"))]
    }

    /// What `translations check` looks for beside the errors, and what the catalogues lack of the content.
    private func translationProblems(_ loaded: LoadedProject) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (language, file) in loaded.catalogueFiles {
            let guide = StyleGuide(language: language, glossary: loaded.glossary, project: loaded.project)
            diagnostics += styleProblems(of: file, units: loaded.texts.units, guide: guide)
        }
        // Where something could not be read, its messages would pass for some that are no more.
        guard loaded.project.isWhole, loaded.areCataloguesWhole else { return diagnostics }
        let template = loaded.texts.template
        let path = ProjectFolder.templatePath
        let catalogues = loaded.catalogueFiles.map(\.file.catalogue)
        if let behind = staleCatalogueProblem(of: catalogues, template: template, path: path) {
            diagnostics.append(behind)
        } else if !options.folder.holds(writeCatalogue(template), at: path) {
            diagnostics.append(.warning(.templateBehind, at: SourceLocation(file: path)))
        }
        return diagnostics
    }
}
