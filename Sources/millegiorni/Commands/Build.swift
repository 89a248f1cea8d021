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
            The site grows beside the output folder and takes its place when it is whole; after an error, or when you stop
            it with Ctrl-C, the folder is as it was. A folder that no build has made is left alone, and so is one with files
            of yours among its own, unless you say --clean. Printed leaflets are kept, and printed again only when they change.

              millegiorni build
              millegiorni build --language it --language ar --no-leaflets
              millegiorni build --centre esempio-nord
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

    @Option(
        name: .customLong("centre"),
        help: ArgumentHelp(
            "Of the leaflets for one centre, only those of this one; may be given again.",
            valueName: "id"
        )
    )
    var centres: [String] = []

    @Flag(help: "Refuse sample data and texts still to be written: for the site that families read.")
    var release = false

    @Flag(help: "Leave the paper out, and the links to it.")
    var noLeaflets = false

    @Flag(help: "Remove files from the output folder that no build has made.")
    var clean = false

    func run() async throws {
        try await printing(options.report, unharmed: outputPath) { try await build() }
    }

    private func build() async throws {
        let report = options.report
        let start = ContinuousClock.now
        let folder = try OutputFolder(path: outputPath, project: options.folder.url)
        let pictures = PictureMaker(options: paper.python, project: options.folder)
        let loaded = try await options.loadWithPictures(by: pictures)
        guard let value = loaded.value else {
            report.print(loaded.diagnostics)
            throw ExitCode.contentProblems
        }
        var diagnostics = loaded.diagnostics
        if release { diagnostics = diagnostics.forRelease() + value.releaseProblems + value.overdueReviews }
        if diagnostics.hasErrors {
            report.print(diagnostics)
            throw ExitCode.contentProblems
        }
        let site = await resolve(
            value.project,
            form: value.form,
            languages: try chosenLanguages(value.project.settings),
            catalogues: value.catalogues,
            hasPaper: !noLeaflets,
            paperCentres: try chosenCentres(value.project),
            today: value.today
        )
        if release, !noLeaflets { diagnostics += site.draftSheets }
        let count = try await publish(site, of: value, into: folder, diagnostics: &diagnostics)
        if isFull { pictures.cache.removeUnused() }
        report.print(diagnostics)
        let elapsed = ContinuousClock.now - start
        let seconds = (elapsed / .seconds(1)).formatted(
            .number.precision(.fractionLength(2)).locale(.init(identifier: "en"))
        )
        report.say(.built(files: count, folder: outputPath, seconds: seconds))
    }

    private var outputPath: String { output ?? options.folder.url.appending(path: "output").relativePath }

    /// Whether nothing is left out, so that what this build does not use, none does.
    private var isFull: Bool { languages.isEmpty && centres.isEmpty && !noLeaflets }

    private func chosenLanguages(_ settings: SiteSettings) throws -> [Language] {
        guard !languages.isEmpty else { return settings.languages }
        let codes = settings.languages.map(\.code)
        for code in languages where !codes.contains(code) {
            let hint = didYouMean(code, among: codes) ?? .amongThese(codes)
            throw Refusal.argument(.unknownArgument(code, kind: .noLanguageOfSite, hint: hint))
        }
        return settings.languages.filter { languages.contains($0.code) }
    }

    /// Nil where none was named, which means all.
    private func chosenCentres(_ project: Project) throws -> [Centre]? {
        guard !centres.isEmpty else { return nil }
        let known = project.centres.map(\.id)
        for id in centres where !known.contains(id) {
            throw Refusal.argument(.unknownArgument(id, kind: .noCentre, hint: didYouMean(id, among: known)))
        }
        return project.centres.filter { centres.contains($0.id) }
    }

    /// Stages all files and lets them take the place of the old ones; gives back how many there are.
    private func publish(
        _ site: Site,
        of loaded: LoadedProject,
        into folder: OutputFolder,
        diagnostics: inout [Diagnostic]
    ) async throws -> Int {
        let dataFiles = loaded.dataFiles(of: site)
        let made = try await webFiles(of: site) + dataFiles
        let collisions = publicCollisions(of: loaded.publicFiles, on: site, paths: made.map(\.path))
        guard collisions.isEmpty else {
            options.report.print(diagnostics + collisions)
            throw ExitCode.contentProblems
        }
        let files = made + loaded.publicFiles
        if !clean { try folder.refuseStrays(beside: files.map(\.path)) }
        let staged = try folder.stagedSite()
        try staged.stage(files)
        let printer = noLeaflets ? nil : try Printer(options: paper, project: options.folder)
        let printed = try await printer?.print(
            site.printables,
            of: site,
            into: staged,
            progress: PrintProgress(options.report)
        )
        diagnostics += printed?.diagnostics ?? []
        if diagnostics.hasErrors {
            options.report.print(diagnostics)
            throw ExitCode.contentProblems
        }
        try staged.publish(tracked: dataFiles.map(\.path), cleaning: clean)
        if isFull { printer?.cache.removeUnused() }
        return files.count + (printed?.files ?? 0)
    }
}
