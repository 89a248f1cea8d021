import ArgumentParser
import Content
import Diagnostics
import Foundation
import Gettext
import Site

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks for everything that build looks for, and more; writes nothing.",
        discussion: "More: how hard the Italian is to read, texts past their date, a template behind the content."
    )

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        let report = options.report
        try await reportingOutsideErrors(report) {
            let loaded = try options.folder.load()
            var diagnostics = loaded.diagnostics
            if let value = loaded.value {
                let source = localized(
                    value.project,
                    form: value.form,
                    to: value.project.settings.sourceLanguage,
                    catalogue: nil
                )
                diagnostics += readabilityProblems(of: source)
                diagnostics += try templateProblems(value)
                diagnostics += overdueReviews(of: value.project, today: .today)
            }
            report.print(diagnostics)
            if diagnostics.hasErrors { throw ExitCode.contentProblems }
            report.say("no errors")
        }
    }

    private func templateProblems(_ loaded: LoadedProject) throws -> [Diagnostic] {
        let template = writeCatalogue(messageTemplate(of: loaded.project, form: loaded.form))
        guard try options.folder.text(at: ProjectFolder.templatePath) != template else { return [] }
        return [
            .error(
                "template-behind",
                "the template is not what the content says now",
                hint: "run 'millegiorni translations update' and commit what it changes",
                at: SourceLocation(file: ProjectFolder.templatePath)
            )
        ]
    }

    /// Warnings, since a day that comes is nobody's edit.
    private func overdueReviews(of project: Project, today: CalendarDate?) -> [Diagnostic] {
        guard let today else { return [] }
        let reviews = project.pages.map { ($0.path, $0.review) } + project.leaflets.map { ($0.path, $0.review) }
        return reviews.filter { $0.1.reviewBy < today }.map { path, review in
            .warning(
                "review-overdue",
                "the text was to be checked again by \(review.reviewBy)",
                hint: "read it, mend it, and write new dates under 'reviewed' and 'review-by'",
                at: SourceLocation(file: path, position: .start)
            )
        }
    }
}

extension CalendarDate {
    /// The day in the service's own time zone; nil when the clock is outside of the calendar's years.
    fileprivate static var today: CalendarDate? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Rome") ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: .now)
        return CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    }
}
