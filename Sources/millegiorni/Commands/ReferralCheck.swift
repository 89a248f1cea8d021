import ArgumentParser
import Content
import Diagnostics
import Foundation
import Referral

struct ReferralCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what is wrong with referrals, by the schema and by the rules.",
        discussion: """
            Each problem stands with the JSON pointer of its value. Nothing is kept, and nothing leaves this machine.

              millegiorni referral check invio.json
              cat invio.json | millegiorni referral check -
              millegiorni referral check --format json *.json

            Exit codes: 0 every referral is valid, 1 some are not, 64 wrong usage, 70 our fault.
            """
    )

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Check as a receiver: take properties and codes that a later version may add.")
    var reader = false

    @Argument(help: ArgumentHelp("Referrals in JSON; '-' is the standard input.", valueName: "file"))
    var files: [String]

    func run() async throws {
        let report = options.report
        try await reportingOutsideErrors(report) {
            let loaded = try options.folder.loadTexts()
            guard let texts = loaded.value, !loaded.diagnostics.hasErrors else {
                report.print(loaded.diagnostics)
                throw ExitCode.contentProblems
            }
            let validator = ReferralValidator(form: texts.form, variant: reader ? .reader : .sender)
            let centres = texts.project.centres.map { centre in
                CentreTerritory(
                    id: centre.id,
                    municipalities: Set(centre.municipalities.map(\.istat)),
                    patronSaint: centre.patronSaint
                )
            }
            var areValid = true
            for name in files {
                let source = ReferralSource(name: name)
                let verdict = judge(source, validator: validator, centres: centres)
                areValid = areValid && verdict.isValid
                show(verdict, of: source, in: report.language)
            }
            if !areValid { throw ExitCode.contentProblems }
        }
    }

    private func judge(
        _ source: ReferralSource,
        validator: ReferralValidator,
        centres: [CentreTerritory]
    ) -> ReferralVerdict {
        do {
            return verdict(on: try source.bytes(), file: source.shownName, validator: validator, centres: centres)
        } catch {
            let problem = Problem.unreadableFile(reason: error.localizedDescription)
            return ReferralVerdict(unreadable: .error(problem, at: SourceLocation(file: source.shownName)))
        }
    }

    /// The verdict is what was asked for, so it goes to the standard output.
    private func show(_ verdict: ReferralVerdict, of source: ReferralSource, in language: DiagnosticLanguage) {
        switch options.format {
        case .json: print(verdict.document(file: source.name, in: language).compactText)
        case .text: for line in verdict.lines(file: source.shownName, in: language) { print(line) }
        }
    }
}
