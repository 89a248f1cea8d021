import ArgumentParser

struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begins a page or a language.",
        subcommands: [NewPage.self, NewLanguage.self]
    )
}
