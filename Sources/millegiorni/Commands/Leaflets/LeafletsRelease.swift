import ArgumentParser
import Content
import Diagnostics
import LeafletWriter
import Site

struct LeafletsRelease: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Makes what the leaflets say now their edition in force.",
        discussion: """
            Adds a line to content/leaflets/editions.tsv for each sheet that says something new; commit it, then build.
            From then on the stamp of a draft is gone, and the page of the leaflet tells holders of older copies what has
            changed. A sheet with parts that are still in Italian is left out.

              millegiorni leaflets release
              millegiorni leaflets release --leaflet MG-01 --language ar
            """
    )

    @OptionGroup var options: ProjectOptions
    @OptionGroup var chosen: SheetOptions
    @OptionGroup var paper: PaperOptions

    @Option(help: ArgumentHelp("The day of the release, as 2026-11-21; today unless named.", valueName: "day"))
    var date: String?

    func validate() throws {
        if let date, CalendarDate(date) == nil {
            throw ValidationError(.badDayArgument(date))
        }
    }

    func run() async throws {
        try await printing(options.report, unharmed: EditionLedger.path) { try await release() }
    }

    private func release() async throws {
        let report = options.report
        let loaded = try options.folder.load()
        guard let value = loaded.value, !loaded.diagnostics.hasErrors else {
            report.print(loaded.diagnostics)
            throw ExitCode.contentProblems
        }
        guard let day = date.flatMap({ CalendarDate($0) }) ?? .today else {
            throw Refusal(.noClock)
        }
        var diagnostics = loaded.diagnostics
        let site = await value.siteWithPaper()
        let drafts = try chosen.sheets(of: site).filter(\.edition.isDraft)
        let ready = drafts.filter { site.untranslatedParts(of: $0) == 0 }
        diagnostics += unready(drafts, in: site) + tooEarly(ready, on: day, in: site)
        if !ready.isEmpty, !diagnostics.hasErrors {
            // Nothing is released that can't be printed.
            let printer = try Printer(options: paper, project: options.folder)
            let printed = try await printer.print(
                ready.map { .leaflet($0) },
                of: site,
                into: nil,
                progress: PrintProgress(options.report)
            )
            diagnostics += printed.diagnostics
        }
        report.print(diagnostics)
        if diagnostics.hasErrors { throw ExitCode.contentProblems }
        guard !ready.isEmpty else {
            report.say(.nothingToRelease)
            return
        }
        try options.folder.write(site.ledger(releasing: ready, on: day).text, to: EditionLedger.path)
        report.say(.released(sheets: ready.count, day: day.description, ledger: EditionLedger.path))
    }

    /// One warning for each leaflet and language that is partly in Italian.
    private func unready(_ drafts: [LeafletSheet], in site: Site) -> [Diagnostic] {
        drafts.filter { $0.layout == .single && $0.centre == nil }.compactMap { sheet in
            let count = site.untranslatedParts(of: sheet)
            guard count > 0 else { return nil }
            let problem = Problem.untranslatedLeaflet(
                sheet.leaflet.code,
                language: sheet.language.code,
                parts: count,
                catalogue: ProjectFolder.cataloguePath(of: sheet.language)
            )
            return .warning(problem, at: SourceLocation(file: sheet.leaflet.path))
        }
    }

    /// Editions of a sheet follow one another in time.
    private func tooEarly(_ sheets: [LeafletSheet], on day: CalendarDate, in site: Site) -> [Diagnostic] {
        let last = sheets.compactMap { site.project.ledger.current($0.key)?.released }.max()
        guard let last, day < last else { return [] }
        let problem = Problem.releaseOrder(day: day.description, last: last.description)
        return [.error(problem, at: SourceLocation(file: EditionLedger.path))]
    }
}
