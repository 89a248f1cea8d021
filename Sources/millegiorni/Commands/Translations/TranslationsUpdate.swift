import ArgumentParser
import Content
import Diagnostics
import Gettext
import Site

extension Translations {
    struct Update: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the template anew and merges it into every catalogue.",
            discussion: """
                A text that changed keeps its translation, marked as fuzzy and with the former text above it; a new text
                is left empty. Running it again changes nothing. When a catalogue has errors, none is written.
                """
        )

        @OptionGroup var options: ProjectOptions

        func run() async throws {
            let report = options.report
            try await reportingOutsideErrors(report) {
                let project = try TranslationProject(options)
                let (folder, template) = (project.folder, project.texts.template)
                var diagnostics: [Diagnostic] = []
                var catalogues: [(path: String, text: String)] = [
                    (ProjectFolder.templatePath, writeCatalogue(template))
                ]
                for language in project.languages {
                    let old = try folder.catalogue(of: language)?.value(reportingTo: &diagnostics).catalogue
                    let updated = upToDate(old, language: language, template: template, project: project.texts.project)
                    catalogues.append((ProjectFolder.cataloguePath(of: language), writeCatalogue(updated)))
                }
                report.print(diagnostics)
                if diagnostics.hasErrors { throw ExitCode.contentProblems }
                for (path, text) in catalogues where try folder.write(text, to: path) { report.say(.wrote(path)) }
            }
        }
    }
}
