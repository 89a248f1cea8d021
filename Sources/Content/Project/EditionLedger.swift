import Diagnostics

/// What has been released on paper: `content/leaflets/editions.tsv`, a line for each edition of each sheet, oldest first.
///
/// Lines are only ever added. The last one of a sheet is its edition in force; the earlier ones tell the holder of an
/// old copy what has changed since.
package struct EditionLedger: Hashable, Sendable {
    /// Which sheet: a leaflet in a language and a layout, for one centre or for the whole territory.
    package struct Key: Hashable, Sendable {
        package let leaflet: String
        package let language: String
        package let layout: Leaflet.Layout
        /// The centre's id; nil for the whole territory.
        package let centre: String?

        package init(leaflet: String, language: String, layout: Leaflet.Layout, centre: String?) {
            self.leaflet = leaflet
            self.language = language
            self.layout = layout
            self.centre = centre
        }
    }

    package struct Entry: Hashable, Sendable {
        package let key: Key
        package let released: CalendarDate
        package let print: Fingerprint

        package init(key: Key, released: CalendarDate, print: Fingerprint) {
            self.key = key
            self.released = released
            self.print = print
        }
    }

    /// Hashes of what is printed, 8 hexadecimal digits each: of everything, and of the three things that can change.
    package struct Fingerprint: Hashable, Sendable {
        package let whole: String
        /// Phones, addresses, hours, links.
        package let contacts: String
        /// Numbers and terms of the service.
        package let rules: String
        /// Words and pictures.
        package let wording: String

        package init(whole: String, contacts: String, rules: String, wording: String) {
            self.whole = whole
            self.contacts = contacts
            self.rules = rules
            self.wording = wording
        }
    }

    package static let path = "content/leaflets/editions.tsv"

    /// In the order of the file.
    package private(set) var entries: [Entry] = []
    private var byKey: [Key: [Int]] = [:]

    package init() {}

    package mutating func add(_ entry: Entry) {
        byKey[entry.key, default: []].append(entries.count)
        entries.append(entry)
    }

    /// The edition of a sheet that was released last.
    package func current(_ key: Key) -> Entry? { byKey[key]?.last.map { entries[$0] } }

    /// All editions of a sheet, oldest first.
    package func history(_ key: Key) -> [Entry] { (byKey[key] ?? []).map { entries[$0] } }

    // MARK: As text

    package static let columns = [
        "leaflet", "language", "layout", "centre", "released", "edition", "contacts", "rules", "wording",
    ]

    /// The file, its head included.
    package var text: String {
        ([Self.columns] + entries.map(\.columns)).map { $0.joined(separator: "\t") + "\n" }.joined()
    }
}

extension EditionLedger.Entry {
    fileprivate var columns: [String] {
        [
            key.leaflet, key.language, key.layout.rawValue, key.centre ?? "-", released.description, print.whole,
            print.contacts, print.rules, print.wording,
        ]
    }

    /// Nil where a column is not what it should be; `complain` is told its number, from 0, and what it has to be.
    fileprivate init?(columns: [String], complain: (Int, String) -> Void) {
        let layout = Leaflet.Layout(rawValue: columns[2])
        if layout == nil { complain(2, "'single' or 'bilingual'") }
        let released = CalendarDate(columns[4])
        if released == nil { complain(4, "a day, as in 2026-11-21") }
        var areHashes = true
        for index in 5..<9 where columns[index].utf8.count != 8 || !columns[index].allSatisfy(\.isHexDigit) {
            complain(index, "8 hexadecimal digits")
            areHashes = false
        }
        guard let layout, let released, areHashes else { return nil }
        let key = EditionLedger.Key(
            leaflet: columns[0],
            language: columns[1],
            layout: layout,
            centre: columns[3] == "-" ? nil : columns[3]
        )
        let print = EditionLedger.Fingerprint(
            whole: columns[5],
            contacts: columns[6],
            rules: columns[7],
            wording: columns[8]
        )
        self.init(key: key, released: released, print: print)
    }
}

/// Reads `editions.tsv`; lines that can't be read are reported and left out.
///
/// A sheet that no longer exists keeps its lines: somebody may still hold it.
func readEditionLedger(_ source: SourceText) -> Diagnosed<EditionLedger> {
    var ledger = EditionLedger()
    var diagnostics: [Diagnostic] = []
    let hint = "'millegiorni leaflets release' writes this file; undo what was changed by hand"
    func report(_ problem: String, line: Int, column: Int = 1) {
        let place = SourceLocation(file: source.file, position: SourcePosition(line: line, column: column))
        diagnostics.append(.error("edition-ledger", problem, hint: hint, at: place))
    }
    // Swift takes CR LF for one character that is a new line.
    let lines = source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        if index == 0 {
            if cells != EditionLedger.columns { report("the first line does not name the columns", line: 1) }
            continue
        }
        guard cells.count == EditionLedger.columns.count else {
            let problem = "the line has \(cells.count) columns, and must have \(EditionLedger.columns.count)"
            report(problem, line: index + 1)
            continue
        }
        let entry = EditionLedger.Entry(columns: cells) { column, expected in
            let before = cells[..<column].reduce(0) { $0 + $1.utf8.count + 1 }
            let problem = "the column '\(EditionLedger.columns[column])' must hold \(expected)"
            report(problem, line: index + 1, column: before + 1)
        }
        guard let entry else { continue }
        if let last = ledger.current(entry.key), entry.released < last.released {
            report("this edition is older than one of the same sheet above it", line: index + 1)
        }
        ledger.add(entry)
    }
    return Diagnosed(ledger, diagnostics)
}
