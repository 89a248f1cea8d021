import Diagnostics

/// What can change in an edition; who holds an old copy is told which of them did.
package enum EditionPart: String, CaseIterable, Hashable, Sendable {
    /// Of telephones.
    case numbers
    /// Of streets, mail and the web; and the names of centres and towns.
    case addresses
    case hours
    /// Numbers and days of the service.
    case rules
    /// Words and pictures.
    case wording
}

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
        /// The 8 digits that its copies bear, in letters and in their QR code.
        package let digits: String
        package fileprivate(set) var print: Fingerprint

        package init(key: Key, released: CalendarDate, digits: String, print: Fingerprint) {
            self.key = key
            self.released = released
            self.digits = digits
            self.print = print
        }
    }

    /// Hashes of what is printed, 8 hexadecimal digits each: of everything, and of each part that can change.
    package struct Fingerprint: Hashable, Sendable {
        package let whole: String
        private let parts: [EditionPart: String]
        /// Whether it is from before numbers, addresses and hours were told apart: these three have one hash, and none
        /// can be compared with those of today.
        package let isFormer: Bool

        package init(whole: String, parts: [EditionPart: String], isFormer: Bool = false) {
            self.whole = whole
            self.parts = parts
            self.isFormer = isFormer
        }

        package subscript(part: EditionPart) -> String { parts[part] ?? "" }
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

    /// Says anew what an edition has printed.
    package mutating func setPrint(_ print: Fingerprint, of entry: Entry) {
        if let index = entries.lastIndex(of: entry) { entries[index].print = print }
    }

    /// All editions of a sheet that was released under these keys, oldest first; the last one is in force.
    package func history(_ keys: [Key]) -> [Entry] { keys.flatMap { byKey[$0] ?? [] }.sorted().map { entries[$0] } }

    // MARK: As text

    package static let columns =
        ["leaflet", "language", "layout", "centre", "released", "edition", "print"]
        + EditionPart.allCases.map(\.rawValue)

    /// Those of files from before numbers, addresses and hours were told apart.
    package static let formerColumns = [
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
            key.leaflet, key.language, key.layout.rawValue, key.centre ?? "-", released.description, digits,
            print.isFormer ? "-" : print.whole,
        ] + EditionPart.allCases.map { print[$0] }
    }

    /// Nil where a column is not what it should be; `complain` is told its number, from 0, and what it has to be.
    fileprivate init?(cells: [String], complain: (Int, Wording) -> Void) {
        let isShort = cells.count == EditionLedger.formerColumns.count
        let isFormer = isShort || cells[6] == "-"
        let layout = Leaflet.Layout(rawValue: cells[2])
        if layout == nil { complain(2, .layoutCell) }
        let released = CalendarDate(cells[4])
        if released == nil { complain(4, .dayCell) }
        var areHashes = true
        for index in 5..<cells.count where !isHash(cells[index]) {
            if isFormer, !isShort, index == 6 { continue }
            complain(index, .hashCell)
            areHashes = false
        }
        guard let layout, let released, areHashes else { return nil }
        let hashes = isShort ? [cells[6], cells[6], cells[6], cells[7], cells[8]] : Array(cells[7...])
        self.init(
            key: EditionLedger.Key(
                leaflet: cells[0],
                language: cells[1],
                layout: layout,
                centre: cells[3] == "-" ? nil : cells[3]
            ),
            released: released,
            digits: cells[5],
            print: EditionLedger.Fingerprint(
                whole: isFormer ? cells[5] : cells[6],
                parts: Dictionary(zip(EditionPart.allCases, hashes)) { first, _ in first },
                isFormer: isFormer
            )
        )
    }
}

private func isHash(_ text: String) -> Bool { text.utf8.count == 8 && text.allSatisfy(\.isHexDigit) }

/// Reads `editions.tsv`; lines that can't be read are reported and left out.
///
/// A sheet that no longer exists keeps its lines: somebody may still hold it. Lines may have the former columns.
func readEditionLedger(_ source: SourceText) -> Diagnosed<EditionLedger> {
    var ledger = EditionLedger()
    var diagnostics: [Diagnostic] = []
    func report(_ problem: Problem, line: Int, column: Int = 1) {
        let place = SourceLocation(file: source.file, position: SourcePosition(line: line, column: column))
        diagnostics.append(.error(problem, at: place))
    }
    let heads = [EditionLedger.columns, EditionLedger.formerColumns]
    // Swift takes CR LF for one character that is a new line.
    let lines = source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        if index == 0 {
            if !heads.contains(cells) { report(.ledgerHead, line: 1) }
            continue
        }
        guard let head = heads.first(where: { $0.count == cells.count }) else {
            report(.ledgerColumns(cells.count, expected: EditionLedger.columns.count), line: index + 1)
            continue
        }
        let entry = EditionLedger.Entry(cells: cells) { column, expected in
            let before = cells[..<column].reduce(0) { $0 + $1.utf8.count + 1 }
            report(.ledgerCell(head[column], expected: expected), line: index + 1, column: before + 1)
        }
        guard let entry else { continue }
        if let last = ledger.history([entry.key]).last, entry.released < last.released {
            report(.ledgerOrder, line: index + 1)
        }
        ledger.add(entry)
    }
    return Diagnosed(ledger, diagnostics)
}
