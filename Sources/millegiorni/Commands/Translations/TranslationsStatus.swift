import ArgumentParser
import Content
import Diagnostics
import Foundation
import Gettext
import Site

extension Translations {
    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says how far each language is, in words of the Italian text.",
            discussion: """
                Reviewed and draft are what readers get; stale (the Italian has changed since), missing and faulty is
                what they get in Italian. A message that stands on several pages counts on each, and once in the total.

                  millegiorni translations status
                  millegiorni translations status ar --by page
                  millegiorni translations status --format json
                """
        )

        enum Division: String, ExpressibleByArgument, CaseIterable { case page }

        @OptionGroup var options: ProjectOptions

        @Argument(help: ArgumentHelp("Languages; all unless named.", valueName: "code"))
        var codes: [String] = []

        @Option(name: .customLong("by"), help: "Also for each page, leaflet and other part.")
        var division: Division?

        func run() async throws {
            let report = options.report
            try await reportingOutsideErrors(report) {
                let project = try TranslationProject(options)
                var diagnostics: [Diagnostic] = []
                var statuses: [(Language, TranslationStatus)] = []
                for language in try project.languages(codes) {
                    let read = try project.folder.existingCatalogue(of: language)
                    diagnostics += read.diagnostics
                    // What could not be read would be counted as missing.
                    guard let file = read.value, !read.diagnostics.hasErrors else { continue }
                    statuses.append((language, TranslationStatus(of: file.catalogue, units: project.texts.units)))
                }
                report.print(diagnostics)
                switch report.format {
                case .text: report.show(table(statuses))
                case .json: report.show(try json(statuses))
                }
                if diagnostics.hasErrors { throw ExitCode.contentProblems }
            }
        }

        private func table(_ statuses: [(Language, TranslationStatus)]) -> String {
            let totals = StatusTable(
                title: "language",
                rows: statuses.map { ("\($0.code)  \($0.italianName)", $1.total) }
            )
            guard division == .page else { return totals.text }
            return statuses.map { language, status in
                StatusTable(
                    title: "\(language.code)  \(language.italianName)",
                    rows: status.sections.map { ($0.section.name, $0.tally) },
                    total: status.total
                ).text
            }.joined(separator: "\n")
        }

        private func json(_ statuses: [(Language, TranslationStatus)]) throws -> String {
            let document = StatusDocument(statuses, withParts: division == .page)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
        }
    }
}

/// What `--format json` prints; tools read it, so keys are only ever added.
private struct StatusDocument: Encodable {
    struct Count: Encodable {
        let messages: Int
        let words: Int

        init(_ count: TextCount) {
            messages = count.messages
            words = count.words
        }
    }

    struct Part: Encodable {
        let part: String
        let total: Count
        let states: [String: Count]
    }

    struct LanguageStatus: Encodable {
        let language: String
        let total: Count
        let states: [String: Count]
        let parts: [Part]?
    }

    let languages: [LanguageStatus]

    init(_ statuses: [(Language, TranslationStatus)], withParts: Bool) {
        func states(_ tally: TranslationTally) -> [String: Count] {
            TranslationTally.states.reduce(into: [:]) { $0[$1.name] = Count(tally[$1]) }
        }
        languages = statuses.map { language, status in
            LanguageStatus(
                language: language.code,
                total: Count(status.total.total),
                states: states(status.total),
                parts: withParts
                    ? status.sections.map {
                        Part(part: $0.section.name, total: Count($0.tally.total), states: states($0.tally))
                    } : nil
            )
        }
    }
}
