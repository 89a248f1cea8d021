import ArgumentParser

struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begins a page, a leaflet or a language.",
        subcommands: [NewPage.self, NewLeaflet.self, NewLanguage.self]
    )
}
