import ArgumentParser
import Content
import Diagnostics
import Foundation
import Site

struct LeafletsStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says which sheets say the same as their last edition, and what has changed in the others.",
        discussion: """
            Changes are numbers (phones), addresses (streets, mail, links, names of centres), hours, rules (numbers and days
            of the service) and wording. What was released before these were told apart can't be compared, and is said so:
            'millegiorni leaflets release --unchanged' keeps it.

              millegiorni leaflets status
              millegiorni leaflets status --language ar --by sheet
              millegiorni leaflets status --format json
            """
    )

    enum Division: String, ExpressibleByArgument, CaseIterable { case sheet }

    @OptionGroup var options: ProjectOptions
    @OptionGroup var chosen: SheetOptions

    @Option(name: .customLong("by"), help: "A line for each sheet, and not for each leaflet and language.")
    var division: Division?

    func run() async throws {
        let report = options.report
        try await reportingOutsideErrors(report) {
            let loaded = try options.load()
            report.print(loaded.diagnostics)
            guard let value = loaded.value, !loaded.diagnostics.hasErrors else { throw ExitCode.contentProblems }
            let site = await value.siteWithPaper()
            let sheets = try chosen.sheets(of: site).map { (sheet: $0, state: site.releaseState(of: $0)) }
            switch report.format {
            case .text: report.show((division == .sheet ? sheetTable(sheets) : table(sheets)).text)
            case .json: report.show(try json(sheets))
            }
        }
    }

    private func table(_ sheets: [(sheet: LeafletSheet, state: ReleaseState)]) -> TextTable {
        var table = TextTable(header: ["leaflet", "language", "sheets", "released", "draft", "changed"])
        table.rightAligned = [2, 3, 4]
        var rest = sheets[...]
        while let first = rest.first {
            let group = rest.prefix {
                $0.sheet.leaflet.code == first.sheet.leaflet.code && $0.sheet.language == first.sheet.language
            }
            rest = rest.dropFirst(group.count)
            let drafts = group.count { $0.sheet.edition.isDraft }
            let changes = EditionChange.allCases.filter { change in group.contains { $0.state.changes.contains(change) }
            }
            let isNew = group.contains { $0.state == .neverReleased }
            let isFormer = group.contains { if case .unknown = $0.state { true } else { false } }
            let words =
                changes.map(\.rawValue) + (isFormer ? ["can't be compared"] : []) + (isNew ? ["never released"] : [])
            let language = first.sheet.language
            table.rows.append([
                first.sheet.leaflet.code, "\(language.code)  \(language.italianName)", String(group.count),
                String(group.count - drafts), drafts == 0 ? "-" : String(drafts), words.joined(separator: ", "),
            ])
        }
        return table
    }

    private func sheetTable(_ sheets: [(sheet: LeafletSheet, state: ReleaseState)]) -> TextTable {
        var table = TextTable(header: ["sheet", "edition", "state"])
        table.rows = sheets.map { sheet, state in
            let words =
                switch state {
                case .released: "released"
                case .changed(let changes, let since):
                    "changed since \(since): \(changes.map(\.rawValue).joined(separator: ", "))"
                case .unknown(let since): "released \(since), before hours were told apart"
                case .neverReleased: "never released"
                }
            return [sheet.name, sheet.edition.name, words]
        }
        return table
    }

    private func json(_ sheets: [(sheet: LeafletSheet, state: ReleaseState)]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = ["sheets": sheets.map { SheetStatus($0.sheet, $0.state) }]
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }
}

/// What `--format json` prints; tools read it, so keys are only ever added.
private struct SheetStatus: Encodable {
    let sheet: String
    let leaflet: String
    let language: String
    let layout: String
    let centre: String?
    let edition: String
    let released: String?
    let changes: [String]

    init(_ sheet: LeafletSheet, _ state: ReleaseState) {
        self.sheet = sheet.name
        leaflet = sheet.leaflet.code
        language = sheet.language.code
        layout = sheet.layout.rawValue
        centre = sheet.centre?.id
        edition = sheet.edition.name
        released = sheet.edition.released?.description
        changes = state.changes.map(\.rawValue)
    }
}

extension ReleaseState {
    fileprivate var changes: [EditionChange] {
        if case .changed(let changes, _) = self { changes } else { [] }
    }
}
