import ArgumentParser
import Content
import Diagnostics
import Foundation
import Gettext
import LeafletWriter
import Site

struct NewLanguage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language",
        abstract: "Adds a language to site.yml and makes its catalogue.",
        discussion: """
            The site is built in the new language at once; what is not translated yet stays Italian, and says so.

              millegiorni new language ur
            """
    )

    @OptionGroup var options: ProjectOptions

    @Argument(help: ArgumentHelp("The language's tag: ur, zh-Hans.", valueName: "code"))
    var code: String

    func run() async throws {
        let report = options.report
        try await reportingOutsideErrors(report) {
            guard let language = Language(code) else {
                let known = Language.known.map(\.code)
                throw Refusal.argument(
                    .unknownArgument(
                        code,
                        kind: .noLanguageKnown,
                        hint: didYouMean(code, among: known) ?? .amongThese(known)
                    )
                )
            }
            let project = try TranslationProject(options)
            if project.texts.project.settings.languages.contains(language) {
                report.say(.languageIsThere(code, file: Self.settingsPath))
                return
            }
            guard let text = try project.folder.text(at: Self.settingsPath),
                let changed = addingLanguage(language, to: SourceText(file: Self.settingsPath, text: text))
            else {
                throw Refusal.argument(.languagesNotChanged(code, file: Self.settingsPath))
            }
            let path = ProjectFolder.cataloguePath(of: language)
            // A catalogue that was made before is kept, and brought up to date.
            let old = try project.folder.catalogue(of: language)
            if let old, old.diagnostics.hasErrors {
                report.print(old.diagnostics)
                throw ExitCode.contentProblems
            }
            let catalogue = upToDate(
                old?.value.catalogue,
                language: language,
                template: project.texts.template,
                project: project.texts.project
            )
            for (file, text) in [(path, writeCatalogue(catalogue)), (Self.settingsPath, changed.text)]
            where try project.folder.write(text, to: file) {
                report.say(.wrote(file))
            }
            report.say(language.summary(catalogue))
        }
    }

    private static let settingsPath = "content/site.yml"
}

extension Language {
    /// What this language asks for, and what is left to do.
    fileprivate func summary(_ catalogue: Catalogue) -> String {
        let way = direction == .rightToLeft ? "right to left" : "left to right"
        let count = catalogue.pluralRule?.formCount ?? 0
        let forms = "\(count) plural form\(count == 1 ? "" : "s")"
        let paper =
            switch leafletFonts {
            case .common: "leaflets: set in Noto Sans"
            case .own(let families): "leaflets: set in Noto Sans and \(families.joined(separator: " and "))"
            case .unknown:
                "leaflets: the template names no font for this script; add one to languages.typ and fonts.txt first"
            }
        return """
            \(code): \(ownName) (\(italianName)), script \(script), written \(way), \(forms)
            \(paper)
            next:
              translate translations/\(code).po in Poedit or Weblate
              add the words of translations/glossary.csv that must always be the same
              millegiorni translations check \(code)
              millegiorni translations status \(code) --by page
            """
    }
}
