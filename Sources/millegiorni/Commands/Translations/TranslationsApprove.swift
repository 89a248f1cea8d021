import ArgumentParser
import Content
import Diagnostics
import Gettext
import Site

extension Translations {
    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records that someone has read translations and answers for them.",
            discussion: """
                Drafts without errors are approved; their warnings are listed. What was approved before keeps its name
                and day. An approval stops holding by itself when the Italian or the translation changes. Exit code 1
                says that errors left something out; the rest is approved all the same.

                  millegiorni translations approve ar --page visite-a-casa --by "mediatrice A.B."
                  millegiorni translations approve ar --all --by "mediatrice A.B." --date 2026-11-21
                """
        )

        @OptionGroup var options: ProjectOptions
        @OptionGroup var decision: DecisionOptions

        @Argument(help: "The language.")
        var code: String

        @Option(
            name: .customLong("page"),
            help: ArgumentHelp(
                "A page, a leaflet or another part, as 'translations status --by page' names it; may be given again.",
                valueName: "slug"
            )
        )
        var pages: [String] = []

        @Flag(help: "Every message of the language.")
        var all = false

        func validate() throws {
            if pages.isEmpty, !all { throw ValidationError(.nothingChosen) }
            if !pages.isEmpty, all { throw ValidationError(.pageAndAll) }
        }

        func run() async throws {
            let report = options.report
            try await reportingOutsideErrors(report) {
                let project = try TranslationProject(options)
                let language = try project.language(code)
                let units = try chosen(project.texts.units)
                var file = try project.soundCatalogue(of: language)
                let glossary = try project.glossary()
                let day = try decision.day(options)
                guard let approval = Approval(of: file.catalogue, units: units, on: day, by: decision.reviewer) else {
                    throw Refusal.argument(.noReviewer)
                }
                let problems = blockingProblems(of: file, units: units)
                report.print(
                    problems
                        + styleProblems(of: file, units: units, guide: project.guide(for: language, glossary: glossary))
                )
                file.catalogue = approval.catalogue
                try project.folder.write(writeCatalogue(file.catalogue), to: file.path)
                report.say(approval.sentence(language: language))
                if !problems.isEmpty { throw ExitCode.contentProblems }
            }
        }

        private func chosen(_ units: [TranslationUnit]) throws -> [TranslationUnit] {
            guard !all else { return units }
            let names = Set(units.flatMap(\.sections).map(\.name))
            for page in pages where !names.contains(page) {
                throw Refusal.argument(.unknownArgument(page, kind: .noPart, hint: didYouMean(page, among: names)))
            }
            return units.filter { unit in unit.sections.contains { pages.contains($0.name) } }
        }
    }
}

extension Approval {
    /// How many are approved, and why the others are not.
    fileprivate func sentence(language: Language) -> Wording {
        .approved(
            approved,
            of: counts.values.reduce(0, +),
            language: language.code,
            before: counts[.reviewed] ?? 0,
            missing: counts[.missing] ?? 0,
            stale: counts[.stale] ?? 0,
            faulty: counts[.faulty] ?? 0
        )
    }
}
