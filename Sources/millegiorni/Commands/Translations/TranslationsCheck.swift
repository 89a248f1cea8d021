import ArgumentParser
import Diagnostics
import Gettext
import Site

extension Translations {
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Looks at every translation: markup, facts, numbers, marks, length, glossary.",
            discussion: """
                Errors are what readers may not see: they get the Italian instead, and build refuses. Warnings are shown
                to readers, and someone should look at them.

                  millegiorni translations check
                  millegiorni translations check ar ur --format json
                """
        )

        @OptionGroup var options: ProjectOptions

        @Argument(help: ArgumentHelp("Languages; all unless named.", valueName: "code"))
        var codes: [String] = []

        func run() async throws {
            let report = options.report
            try await reportingOutsideErrors(report) {
                let project = try TranslationProject(options)
                let languages = try project.languages(codes)
                var diagnostics: [Diagnostic] = []
                let glossary = try project.folder.glossary().value(reportingTo: &diagnostics)
                for language in languages {
                    let read = try project.folder.existingCatalogue(of: language)
                    diagnostics += read.diagnostics
                    guard let file = read.value else { continue }
                    diagnostics += blockingProblems(of: file, units: project.texts.units)
                    diagnostics += styleProblems(
                        of: file,
                        units: project.texts.units,
                        guide: project.guide(for: language, glossary: glossary)
                    )
                }
                report.print(diagnostics)
                if diagnostics.hasErrors { throw ExitCode.contentProblems }
                report.say(.noErrors)
            }
        }
    }
}
