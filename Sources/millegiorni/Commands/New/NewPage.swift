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
            let today = try options.today()
            guard let later = today.adding(months: 6) else { throw Refusal(.noClock) }
            let text = skeletonPage(
                title: title,
                audience: audience.value,
                parent: parent,
                reviewed: today,
                reviewBy: later
            )
            try NewText(path: path, text: text).write(to: options.folder, report: report)
            report.say(.begunPage(path))
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
