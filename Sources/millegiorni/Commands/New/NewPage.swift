import ArgumentParser
import Content
import Diagnostics

struct NewPage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page",
        abstract: "Makes a page with its front matter, ready to be written.",
        discussion: """
            The slug is the last part of the address, the same in every language and for ever: small letters without
            accents, digits, hyphens.

              millegiorni new page gioco --audience families --title "Giocare insieme"
            """
    )

    @OptionGroup var options: ProjectOptions

    @Argument(help: "The name of the file and the last part of the address.")
    var slug: String

    @Option(help: "Who reads it: families, referrers or about.")
    var audience: Audience

    @Option(help: "The title, in Italian.")
    var title: String

    @Option(help: ArgumentHelp("The page above this one.", valueName: "slug"))
    var parent: String?

    func run() async throws {
        let report = options.report
        try await reportingOutsideErrors(report) {
            let path = "content/pages/\(audience.rawValue)/\(slug).md"
            guard let today = CalendarDate.today, let later = CalendarDate.today(plusMonths: 6) else {
                throw ValidationError("the clock of this machine gives no usable day")
            }
            let folder = options.folder
            if try folder.text(at: path) != nil { throw ValidationError("'\(path)' is there already") }
            let page = SourceText(
                file: path,
                text: skeletonPage(
                    title: title,
                    audience: audience.value,
                    parent: parent,
                    reviewed: today,
                    reviewBy: later
                )
            )
            // Read with the rest before it is written: a bad slug or a parent that is not there writes nothing.
            let files = try folder.contentFiles()
            let before = Set(readProject(files.value).diagnostics)
            var changed = files.value
            changed.texts.append(page)
            let problems = readProject(changed).diagnostics.filter { !before.contains($0) }
            if problems.hasErrors {
                report.print(problems)
                throw ExitCode.contentProblems
            }
            try folder.write(page.text, to: path)
            report.say("wrote \(path): write its description and its text, then run 'millegiorni translations update'")
        }
    }

    /// ``Page/Audience`` as the command line takes it.
    enum Audience: String, ExpressibleByArgument, CaseIterable {
        case families, referrers, about

        var value: Page.Audience {
            switch self {
            case .families: .families
            case .referrers: .referrers
            case .about: .about
            }
        }
    }
}
