import ArgumentParser
import Content
import Diagnostics
import Gettext
import Site

struct Translations: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keeps the catalogues in step with the content.",
        subcommands: [Update.self]
    )

    struct Update: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the template anew and merges it into every catalogue.",
            discussion: """
                A text that changed keeps its translation, marked as fuzzy and with the former text above it; a new text
                is left empty. Running it again changes nothing.
                """
        )

        @OptionGroup var options: ProjectOptions

        func run() async throws {
            let report = options.report
            try await reportingOutsideErrors(report) {
                let folder = options.folder
                var diagnostics: [Diagnostic] = []
                let files = try folder.contentFiles().value(reportingTo: &diagnostics)
                let project = readProject(files).value(reportingTo: &diagnostics)
                let form = folder.form(in: files).value(reportingTo: &diagnostics)
                guard let project, let form, !diagnostics.hasErrors else {
                    report.print(diagnostics)
                    throw ExitCode.contentProblems
                }
                let template = messageTemplate(of: project, form: form)
                var catalogues: [(path: String, text: String)] = [
                    (ProjectFolder.templatePath, writeCatalogue(template))
                ]
                for language in project.settings.languages where language != project.settings.sourceLanguage {
                    let path = ProjectFolder.cataloguePath(of: language)
                    let old = try folder.catalogue(of: language)?.value(reportingTo: &diagnostics)
                    let catalogue = old ?? .empty(language: language.code, project: project.settings.name)
                    let renames = catalogue.likelyRenames(to: template)
                    catalogues.append((path, writeCatalogue(catalogue.merged(with: template, renamed: renames))))
                }
                report.print(diagnostics)
                if diagnostics.hasErrors { throw ExitCode.contentProblems }
                for (path, text) in catalogues where try folder.write(text, to: path) { report.say("wrote \(path)") }
            }
        }
    }
}
