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

            Editions from before numbers, addresses and hours were told apart can't be compared with what is printed now. With
            --unchanged you say that they still print the same: they keep their day and their digits, and no copy of theirs
            grows old. Say it after the version that released them has found no draft.

              millegiorni leaflets release
              millegiorni leaflets release --leaflet MG-01 --language ar
              millegiorni leaflets release --unchanged
            """
    )

    @OptionGroup var options: ProjectOptions
    @OptionGroup var chosen: SheetOptions
    @OptionGroup var paper: PaperOptions

    @Option(help: ArgumentHelp("The day of the release, as 2026-11-21; today unless named.", valueName: "day"))
    var date: String?

    @Flag(help: "Keep the editions that can't be compared: their sheets print what they printed.")
    var unchanged = false

    func validate() throws {
        if unchanged, date != nil {
            throw ValidationError("--unchanged keeps the days of the editions: leave --date out")
        }
        if let date, CalendarDate(date) == nil {
            throw ValidationError(.badDayArgument(date))
        }
    }

    func run() async throws {
        try await printing(options.report, unharmed: EditionLedger.path) { try await release() }
    }

    private func release() async throws {
        let report = options.report
        let pictures = PictureMaker(options: paper.python, project: options.folder)
        let loaded = try await options.loadWithPictures(by: pictures)
        guard let value = loaded.value, !loaded.diagnostics.hasErrors else {
            report.print(loaded.diagnostics)
            throw ExitCode.contentProblems
        }
        let day = try date.flatMap { CalendarDate($0) } ?? options.today()
        var diagnostics = loaded.diagnostics
        let site = await value.siteWithPaper()
        if unchanged {
            report.print(diagnostics)
            return try confirm(try chosen.sheets(of: site), of: site)
        }
        let drafts = try chosen.sheets(of: site).filter(\.edition.isDraft)
        let ready = drafts.filter { site.untranslatedParts(of: $0) == 0 }
        let files = Set(ready.map(\.leaflet.path))
        diagnostics = diagnostics.forRelease { files.contains($0) }
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

    /// Keeps the editions from before hours were told apart.
    private func confirm(_ sheets: [LeafletSheet], of site: Site) throws {
        let former = sheets.filter { if case .unknown = site.releaseState(of: $0) { true } else { false } }
        guard !former.isEmpty else {
            options.report.say("nothing to keep: every edition can be compared with what is printed now")
            return
        }
        try options.folder.write(site.ledger(confirming: former).text, to: EditionLedger.path)
        let names = former.count == 1 ? "1 edition is" : "\(former.count) editions are"
        options.report.say("\(names) kept, with day and digits: commit \(EditionLedger.path)")
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
        let last = sheets.compactMap { site.inForce($0)?.released }.max()
        guard let last, day < last else { return [] }
        let problem = Problem.releaseOrder(day: day.description, last: last.description)
        return [.error(problem, at: SourceLocation(file: EditionLedger.path))]
    }
}
