import ArgumentParser
import Content
import Diagnostics
import Site

struct Leaflets: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keeps the ledger of what was released on paper.",
        discussion: """
            A sheet is one PDF: a leaflet in a language, alone or beside the Italian, for all centres or for one. What it
            says has to be released before it is handed out; until then it is stamped as a draft.

              millegiorni leaflets status
              millegiorni leaflets release --leaflet MG-01 --language ar
            """,
        subcommands: [LeafletsStatus.self, LeafletsRelease.self]
    )
}

/// Which sheets a command is about; all of them unless named.
struct SheetOptions: ParsableArguments {
    @Option(
        name: .customLong("leaflet"),
        help: ArgumentHelp("Only this leaflet; may be given again.", valueName: "code")
    )
    var leaflets: [String] = []

    @Option(
        name: .customLong("language"),
        help: ArgumentHelp("Only this language; may be given again.", valueName: "code")
    )
    var languages: [String] = []

    @Option(
        name: .customLong("centre"),
        help: ArgumentHelp("Only the sheets of this centre; may be given again.", valueName: "id")
    )
    var centres: [String] = []

    /// The sheets of a site that are meant, in its order; a name that it does not have is a wrong usage.
    func sheets(of site: Site) throws -> [LeafletSheet] {
        try check(leaflets, among: site.project.leaflets.map(\.code), .noLeafletCode)
        try check(languages, among: site.languages.map(\.code), .noLanguageOfSite)
        try check(centres, among: site.project.centres.map(\.id), .noCentre)
        return site.sheets.filter { sheet in
            (leaflets.isEmpty || leaflets.contains(sheet.leaflet.code))
                && (languages.isEmpty || languages.contains(sheet.language.code))
                && (centres.isEmpty || centres.contains { $0 == sheet.centre?.id })
        }
    }

    private func check(_ names: [String], among known: [String], _ kind: Wording) throws {
        for name in names where !known.contains(name) {
            let hint = didYouMean(name, among: known) ?? .amongThese(known)
            throw Refusal.argument(.unknownArgument(name, kind: kind, hint: hint))
        }
    }
}

extension LoadedProject {
    /// The site with all of its paper.
    func siteWithPaper() async -> Site {
        await resolve(
            project,
            form: form,
            languages: project.settings.languages,
            catalogues: catalogues,
            hasPaper: true,
            today: today
        )
    }
}
