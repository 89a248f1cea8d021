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
            throw ValidationError("'\(date)' is not a day of the calendar; days are written 2026-11-21")
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
            throw ValidationError("the clock of this machine gives no usable day; name one with --date")
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
                progress: .init(options.format)
            )
            diagnostics += printed.diagnostics
        }
        report.print(diagnostics)
        if diagnostics.hasErrors { throw ExitCode.contentProblems }
        guard !ready.isEmpty else {
            report.say("nothing to release: every sheet that is translated says what its last edition says")
            return
        }
        try options.folder.write(site.ledger(releasing: ready, on: day).text, to: EditionLedger.path)
        let names = ready.count == 1 ? "1 sheet is" : "\(ready.count) sheets are"
        report.say("\(names) released with the day \(day): commit \(EditionLedger.path), and build the site")
    }

    /// One warning for each leaflet and language that is partly in Italian.
    private func unready(_ drafts: [LeafletSheet], in site: Site) -> [Diagnostic] {
        drafts.filter { $0.layout == .single && $0.centre == nil }.compactMap { sheet in
            let count = site.untranslatedParts(of: sheet)
            guard count > 0 else { return nil }
            let parts = count == 1 ? "1 part" : "\(count) parts"
            let problem = "\(sheet.leaflet.code) in \(sheet.language.code) has \(parts) in Italian, and is not released"
            let hint = "translate them in \(ProjectFolder.cataloguePath(of: sheet.language)), then release again"
            return .warning("untranslated-leaflet", problem, hint: hint, at: SourceLocation(file: sheet.leaflet.path))
        }
    }

    /// Editions of a sheet follow one another in time.
    private func tooEarly(_ sheets: [LeafletSheet], on day: CalendarDate, in site: Site) -> [Diagnostic] {
        let last = sheets.compactMap { site.project.ledger.current($0.key)?.released }.max()
        guard let last, day < last else { return [] }
        let problem = "the day \(day) is before that of an edition in force, \(last)"
        let hint = "name a later day with --date, or set the clock of this machine"
        return [.error("release-order", problem, hint: hint, at: SourceLocation(file: EditionLedger.path))]
    }
}
