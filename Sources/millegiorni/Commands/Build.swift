import ArgumentParser
import Content
import Diagnostics
import Foundation
import HTMLWriter
import LeafletWriter
import Site

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes website, leaflets and referral contract.",
        discussion: """
            The site grows beside the output folder and takes its place when it is whole; after an error the folder is
            as it was.

              millegiorni build
              millegiorni build --language it --language ar --no-leaflets
              millegiorni build --release --output /srv/www/millegiorni
            """
    )

    @OptionGroup var options: ProjectOptions
    @OptionGroup var paper: PaperOptions

    @Option(
        help: ArgumentHelp("The web root to make; 'output' in the project's folder unless named.", valueName: "dir")
    )
    var output: String?

    @Option(
        name: .customLong("language"),
        help: ArgumentHelp("Only this language; may be given again.", valueName: "code")
    )
    var languages: [String] = []

    @Flag(help: "Refuse sample data: for the site that families read.")
    var release = false

    @Flag(help: "Leave the paper out, and the links to it.")
    var noLeaflets = false

    func run() async throws {
        let report = options.report
        try await reportingOutsideErrors(report) {
            let start = ContinuousClock.now
            let loaded = try options.folder.load()
            guard let value = loaded.value else {
                report.print(loaded.diagnostics)
                throw ExitCode.contentProblems
            }
            var diagnostics = loaded.diagnostics
            if release { diagnostics += value.releaseProblems }
            if diagnostics.hasErrors {
                report.print(diagnostics)
                throw ExitCode.contentProblems
            }
            let site = await resolve(
                value.project,
                form: value.form,
                languages: try chosenLanguages(value.project.settings),
                catalogues: value.catalogues,
                hasPaper: !noLeaflets
            )
            let count = try await publish(site, of: value, diagnostics: &diagnostics)
            report.print(diagnostics)
            let elapsed = ContinuousClock.now - start
            report.say(
                "\(count) files in \(outputPath) in \(elapsed.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 2))))"
            )
        }
    }

    private var outputPath: String { output ?? options.folder.url.appending(path: "output").relativePath }

    private func chosenLanguages(_ settings: SiteSettings) throws -> [Language] {
        guard !languages.isEmpty else { return settings.languages }
        let codes = settings.languages.map(\.code)
        for code in languages where !codes.contains(code) {
            throw ValidationError("'\(code)' is not among the languages of site.yml: \(codes.joined(separator: ", "))")
        }
        return settings.languages.filter { languages.contains($0.code) }
    }

    /// Stages all files and lets them take the place of the old ones; gives back how many there are.
    private func publish(_ site: Site, of loaded: LoadedProject, diagnostics: inout [Diagnostic]) async throws -> Int {
        let folder = try OutputFolder(path: outputPath)
        defer { folder.discard() }
        let files = try await webFiles(of: site) + loaded.dataFiles(of: site)
        try folder.stage(files)
        var papers = 0
        if !noLeaflets {
            let jobs = site.sheets.compactMap { leafletJob(for: $0, of: site).value(reportingTo: &diagnostics) }
            if !diagnostics.hasErrors {
                diagnostics += try await Printer(options: paper, project: options.folder).print(jobs, into: folder)
            }
            papers = 2 * jobs.count
        }
        if diagnostics.hasErrors {
            options.report.print(diagnostics)
            throw ExitCode.contentProblems
        }
        try folder.publish()
        return files.count + papers
    }
}
