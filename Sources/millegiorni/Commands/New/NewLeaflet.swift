import ArgumentParser
import Content
import Diagnostics

struct NewLeaflet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leaflet",
        abstract: "Makes a leaflet with all the panels of its format, ready to be written.",
        discussion: """
            The code is printed at the foot of each copy and stands in the address that its QR code opens, for ever.

              millegiorni new leaflet MG-05 --paper trifold --title "Giocare insieme"
            """
    )

    @OptionGroup var options: ProjectOptions

    @Argument(help: "The code, in capitals, as MG-05.")
    var code: String

    @Option(help: "The format: a4, a5-booklet or trifold.")
    var paper: Format

    @Option(help: "The title, in Italian.")
    var title: String

    func run() async throws {
        let report = options.report
        try await reportingOutsideErrors(report) {
            let path = "content/leaflets/\(code).md"
            let today = try options.today()
            guard let later = today.adding(months: 6) else { throw Refusal(.noClock) }
            let text = skeletonLeaflet(
                code: code,
                title: title,
                format: paper.value,
                reviewed: today,
                reviewBy: later
            )
            try NewText(path: path, text: text).write(to: options.folder, report: report)
            report.say(.begunLeaflet(path))
        }
    }

    /// ``Leaflet/Format`` as the command line takes it.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case a4
        case a5Booklet = "a5-booklet"
        case trifold

        var value: Leaflet.Format {
            switch self {
            case .a4: .a4
            case .a5Booklet: .a5Booklet
            case .trifold: .trifold
            }
        }
    }
}
