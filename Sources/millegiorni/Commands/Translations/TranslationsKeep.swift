import ArgumentParser
import Diagnostics
import Gettext
import Site

extension Translations {
    struct Keep: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says that a translation still holds although its Italian text has changed.",
            discussion: """
                For a comma or a typing mistake. The message is found by its first words, in Italian, as they are now;
                it becomes a draft, with a comment that says who decided.

                  millegiorni translations keep ar 'Una persona viene a casa' --by "redazione M.G."
                """
        )

        @OptionGroup var options: ProjectOptions
        @OptionGroup var decision: DecisionOptions

        @Argument(help: "The language.")
        var code: String

        @Argument(help: ArgumentHelp("How the Italian message begins.", valueName: "words"))
        var words: String

        @Option(help: "The msgctxt of the message, for words that stand in the catalogue more than once.")
        var context: String?

        func run() async throws {
            let report = options.report
            try await reportingOutsideErrors(report) {
                let project = try TranslationProject(options)
                let file = try project.soundCatalogue(of: project.language(code))
                let keeping = file.keeping(
                    messageBeginningWith: words,
                    context: context,
                    units: project.texts.units,
                    on: try decision.day(options),
                    by: decision.reviewer
                )
                switch keeping {
                case .kept(let catalogue, let entry):
                    try project.folder.write(writeCatalogue(catalogue), to: file.path)
                    report.say(.kept(beginning(of: entry.id), language: code))
                case .unfit(let problems):
                    report.print(problems)
                    report.say(.translationDoesNotFit)
                    throw ExitCode.contentProblems
                case .ambiguous(let entries):
                    throw Refusal.argument(.ambiguousWords(listed(entries)))
                case .notStale(let entries):
                    throw Refusal.argument(.nothingToDecide(listed(entries)))
                case .unknown(let nearest):
                    throw Refusal.argument(.unknownWords(nearest: nearest.map { beginning(of: $0.id) }))
                case nil:
                    throw Refusal.argument(.noReviewer)
                }
            }
        }

        private func listed(_ entries: [Entry]) -> String {
            let limit = 10
            let lines = entries.prefix(limit).map { entry in
                "  \(entry.state.rawValue): \(entry.id)" + (entry.context.map { " (--context \($0))" } ?? "")
            }
            let rest = entries.count > limit ? ["  and \(entries.count - limit) more"] : []
            return (lines + rest).joined(separator: "\n")
        }
    }
}
