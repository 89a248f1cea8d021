internal import ArgumentParser

@main
struct Millegiorni: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One set of Italian texts: website, leaflets, referral contract.")
}
