import Diagnostics
import Testing

@testable import Content

@Suite("The ledger of editions")
struct EditionLedgerTests {
    private static let head = EditionLedger.columns.joined(separator: "\t") + "\n"
    private static let good =
        "MG-01\tar\tbilingual\tnord\t2026-11-21\t01234567\t76543210\t89abcdef\t00000000\taaaaaaaa\tbbbbbbbb\tffffffff\n"
    private static let formerHead = EditionLedger.formerColumns.joined(separator: "\t") + "\n"
    private static let former = "MG-01\tar\tbilingual\tnord\t2026-11-21\t01234567\t89abcdef\t00000000\tffffffff\n"

    private func read(_ text: String) -> Diagnosed<EditionLedger> {
        readEditionLedger(SourceText(file: EditionLedger.path, text: text))
    }

    @Test("What was written is read back, and written the same again")
    func roundTrip() {
        let text =
            Self.head + Self.good + Self.good.replacing("nord", with: "-").replacing("01234567", with: "76543219")
        let ledger = read(text)
        #expect(ledger.diagnostics == [])
        #expect(ledger.value.text == text)
        let key = EditionLedger.Key(leaflet: "MG-01", language: "ar", layout: .bilingual, centre: nil)
        #expect(ledger.value.history([key]).last?.digits == "76543219")
        #expect(ledger.value.history([key]).count == 1)
    }

    @Test("The last line of a sheet is in force, the ones above tell of old copies")
    func order() {
        let newer = Self.good.replacing("2026-11-21", with: "2027-01-02").replacing("01234567", with: "11111111")
        let ledger = read(Self.head + Self.good + newer).value
        let key = EditionLedger.Key(leaflet: "MG-01", language: "ar", layout: .bilingual, centre: "nord")
        #expect(ledger.history([key]).last?.released == CalendarDate("2027-01-02"))
        #expect(ledger.history([key]).map(\.digits) == ["01234567", "11111111"])
    }

    @Test("Lines from before hours were told apart are read, and written with one hash for all three")
    func formerColumns() throws {
        let ledger = read(Self.formerHead + Self.former)
        #expect(ledger.diagnostics == [])
        let print = try #require(ledger.value.entries.first).print
        #expect(print.isFormer)
        #expect(EditionPart.allCases.map { print[$0] } == ["89abcdef", "89abcdef", "89abcdef", "00000000", "ffffffff"])
        let again = read(ledger.value.text)
        #expect(again.diagnostics == [])
        #expect(again.value == ledger.value)
        // As git puts two branches together.
        #expect(read(Self.formerHead + Self.former + Self.good).value.entries.count == 2)
    }

    @Test(
        "What a hand has spoilt is an error at its place, and the other lines are read",
        arguments: [
            ("leaflet\tlanguage\n" + good, 1, 1, "columns", 1),
            (head + "MG-01\tar\n" + good, 2, 1, "2 columns", 1),
            (head + good.replacing("bilingual", with: "both") + good, 2, 10, "'layout'", 1),
            (head + good.replacing("2026-11-21", with: "21.11.2026") + good, 2, 25, "'released'", 1),
            (head + good.replacing("89abcdef", with: "89abcdeg") + good, 2, 54, "'numbers'", 1),
            (formerHead + former.replacing("89abcdef", with: "89abcdeg") + former, 2, 45, "'contacts'", 1),
            (head + good + good.replacing("2026-11-21", with: "2026-11-20"), 3, 1, "older", 2),
        ]
    )
    func problems(text: String, line: Int, column: Int, words: String, entries: Int) throws {
        let ledger = read(text)
        let problem = try #require(ledger.diagnostics.first)
        #expect(ledger.diagnostics.count == 1)
        #expect(problem.identifier == "edition-ledger")
        #expect(problem.location.position == SourcePosition(line: line, column: column))
        #expect(problem.message.english.contains(words))
        #expect(ledger.value.entries.count == entries)
    }
}
