import ArgumentParser
import Content
import Diagnostics
import Gettext
import Site

struct Translations: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keeps the catalogues in step with the content, and says how far they are.",
        discussion: """
            translations/README.md tells mediators how a message goes from missing to reviewed.

              millegiorni translations status
              millegiorni translations check ar
              millegiorni translations approve ar --page visite-a-casa --by "mediatrice A.B."
            """,
        subcommands: [Status.self, Update.self, Check.self, Keep.self, Approve.self]
    )
}

/// The content that a translation command works on, without a single error in it: a page left out because of a mistake
/// would pass for one whose translations are not needed any more.
struct TranslationProject {
    let folder: ProjectFolder
    let texts: LoadedTexts
    let report: Report

    init(_ options: ProjectOptions) throws {
        folder = options.folder
        report = options.report
        let loaded = try folder.loadTexts()
        guard let texts = loaded.value, !loaded.diagnostics.hasErrors else {
            report.print(loaded.diagnostics)
            throw ExitCode.contentProblems
        }
        self.texts = texts
    }

    /// The languages that content is translated into.
    var languages: [Language] { texts.project.settings.translatedLanguages }

    /// The languages of these codes in the order of `site.yml`, all of them for none.
    func languages(_ codes: [String]) throws -> [Language] {
        let chosen = try codes.map(language)
        return chosen.isEmpty ? languages : languages.filter { chosen.contains($0) }
    }

    func language(_ code: String) throws -> Language {
        if let language = languages.first(where: { $0.code == code }) { return language }
        if code == texts.project.settings.sourceLanguage.code {
            throw Refusal.argument(.sourceIsNotTranslated(code))
        }
        if let known = Language(code) {
            throw Refusal.argument(.languageNotOfSite(known.code))
        }
        let hint = didYouMean(code, among: languages.map(\.code))
        throw Refusal.argument(.unknownArgument(code, kind: .noLanguageKnown, hint: hint))
    }

    /// The catalogue of a language, to be changed and written back: one with errors ends the command, since what could
    /// not be read would be lost.
    func soundCatalogue(of language: Language) throws -> CatalogueFile {
        let read = try folder.existingCatalogue(of: language)
        guard let file = read.value, !read.diagnostics.hasErrors else {
            report.print(read.diagnostics)
            throw ExitCode.contentProblems
        }
        report.print(read.diagnostics)
        return file
    }

    func glossary() throws -> Glossary {
        let read = try folder.glossary()
        report.print(read.diagnostics)
        if read.diagnostics.hasErrors { throw ExitCode.contentProblems }
        return read.value
    }

    func guide(for language: Language, glossary: Glossary) -> StyleGuide {
        StyleGuide(language: language, glossary: glossary, project: texts.project)
    }
}

/// Who answers for a decision, and when.
struct DecisionOptions: ParsableArguments {
    @Option(
        name: .customLong("by"),
        help: ArgumentHelp("Who decides: initials, maybe with a role in front, no full name.", valueName: "who")
    )
    var reviewer: String

    @Option(help: ArgumentHelp("The day, as 2026-11-21; today unless named.", valueName: "day"))
    var date: String?

    func validate() throws {
        if reviewer.allSatisfy(\.isWhitespace) { throw ValidationError(.noReviewer) }
        if !isRoleWithInitials(reviewer) { throw ValidationError(.noInitials(reviewer)) }
        if let date, ISODate(date) == nil {
            throw ValidationError(.badDayArgument(date))
        }
    }

    func day(_ options: ProjectOptions) throws -> ISODate {
        guard let day = ISODate(try date ?? options.today().description) else { throw Refusal(.noClock) }
        return day
    }
}
