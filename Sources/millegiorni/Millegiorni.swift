internal import ArgumentParser

@main
struct Millegiorni: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "From one set of Italian texts: a website in every language, leaflets to print, the referral contract.",
        discussion: """
            Run it in the project's folder, where content/ and translations/ are.

              millegiorni build                  everything, into output/
              millegiorni build --language ar    one language while you work on it
              millegiorni check                  all problems, nothing changed
              millegiorni translations status    how far each language is
              millegiorni leaflets status        what has to be released before it is handed out
              millegiorni new page gioco         a page to begin with

            Exit codes: 0 fine, 1 problems in the content, 64 wrong usage, 70 our fault.
            """,
        version: "0.1.0",
        subcommands: [
            Build.self, Serve.self, Check.self, Translations.self, Leaflets.self, ReferralCommand.self, New.self,
        ]
    )
}
