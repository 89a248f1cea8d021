import CommonMark
import Content
import Diagnostics
import MarkedText
import Testing

/// The table of two or three columns: what an editor writes, what is translated, and what is wrong with one.
@Suite struct TableTests {
    private static let table = """
        ```{table}
        | Quando | Dove | Che cosa portare |
        | --- | --- | --- |
        | **Prima** visita | [A casa tua](index.md) | niente |
        | Fra {service.days} giorni | `qui \\| là` | un libro \\| due |
        ```
        """

    private func read(_ body: String) -> (page: Page?, diagnostics: [Diagnostic]) {
        let read = SampleProject().with("content/pages/index.md", SampleProject.page(body)).read()
        return (read.value?.pages.first, read.diagnostics)
    }

    private func tables(in page: Page?) -> [Table<Message>] {
        (page?.blocks ?? []).compactMap { block in
            if case .insert(.table(let table), _) = block { table } else { nil }
        }
    }

    @Test func eachCellIsAMessage() throws {
        let (page, diagnostics) = read(Self.table)
        #expect(diagnostics == [])
        let table = try #require(tables(in: page).first)
        #expect(table.head.map(\.leaf.text) == ["Quando", "Dove", "Che cosa portare"])
        #expect(table.head.map(\.leaf.role) == [.columnHeading, .columnHeading, .columnHeading])
        let first = ["**Prima** visita", "[A casa tua]({1})", "niente"]
        #expect(
            table.rows.map { $0.map(\.leaf.text) } == [
                first, ["Fra {service.days} giorni", "`qui \\| là`", "un libro | due"],
            ]
        )
        #expect(table.rows[0][1].leaf.role == .cell(column: "Dove"))
        #expect(table.rows[0][1].leaf.targets == [.page(slug: "index", anchor: nil)])
        #expect(
            page?.messages.suffix(9).map(\.text) == table.head.map(\.leaf.text) + table.rows.joined().map(\.leaf.text)
        )
    }

    /// Bars at the ends, the line of hyphens and blanks are as people like; nothing of it is in the messages.
    @Test(arguments: [
        "| A | B |\n| C | D |", "A | B\nC | D", "A|B\n---|---\nC|D", "|A|B|\n|:-:|--:|\n\n|C|D|",
        "  | A | B |\n\t|C|D|  ",
    ])
    func theWritingIsFree(rows: String) throws {
        let (page, diagnostics) = read("```{table}\n\(rows)\n```")
        #expect(diagnostics == [])
        let table = try #require(tables(in: page).first)
        #expect((table.head + table.rows.joined()).map(\.leaf.text) == ["A", "B", "C", "D"])
    }

    @Test(arguments: [
        "```{table}\n▸| Uno |\n| due |\n```",
        "```{table}\n▸| A | B | C | D |\n| a | b | c | d |\n```",
        "```{table}\n▸| A | B |\n| --- | --- |\n```",
        "```{table}\n| A | B |\n▸| a | b | c |\n```",
        "```{table}\n| A | B |\n| a | b |\n▸| a |\n```",
        "```{table}\n| A | ▸ |\n| a | b |\n```".replacing("▸ ", with: "▸"),
        "```{table}\n| A | B |\n| a |▸ |\n```".replacing("▸ ", with: "▸"),
        "```{table}\n| A | B |\n| a | ▸![Casa](../media/casa.svg) |\n```",
    ])
    func aWrongShapeIsOneError(body: String) {
        let (found, places) = problems(with: "content/pages/index.md", marked: SampleProject.page(body))
        #expect(found.identifiers == ["table-shape"], "\(found)")
        #expect(found.places.map(\.line) == places.map(\.line), "\(found)")
        #expect(found.allSatisfy { $0.hint != nil })
    }

    @Test func aTableWithoutTextIsEmpty() {
        let (found, places) = problems(with: "content/pages/index.md", marked: SampleProject.page("▸```{table}\n```"))
        #expect(found.identifiers == ["empty-directive"])
        #expect(found.places == places)
    }

    /// What is wrong inside of a cell is pointed at in the cell, also where the block stands in a list.
    @Test(arguments: [
        "```{table}\n| A | B |\n| a | Il {service.days} e ▸{service.dayz} |\n```",
        "```{table}\n| A | B |\n| a à | Vai ▸[qui](altra.md) |\n```",
        "- Uno\n\n  ```{table}\n  | A | B |\n  | a | Costa ▸~~dieci~~ |\n  ```",
        "> ```{table}\n> | A | B |\n> | a | Un ▸<b>b</b> |\n> ```",
        "```{table}\n| A | B |\n| a | Chiama ▸0522 411237 |\n```",
    ])
    func aProblemOfACellHasItsPlace(body: String) {
        let (found, places) = problems(with: "content/pages/index.md", marked: SampleProject.page(body))
        #expect(found.places.first == places.first, "\(found)")
        #expect(Set(found.identifiers).count == 1)
    }

    /// Any grid of words, written as a table, is read as that grid.
    @Test func aWrittenTableIsReadBack() throws {
        var random = SeededGenerator(seed: 11)
        let words = [
            "uno", "*due*", "tre|tre", "{service.days}", "**q** u", "è — più", "a\\*b", "[x](index.md)", "`y z`",
        ]
        for _ in 0..<200 {
            let columns = Int.random(in: 2...3, using: &random)
            let cells = (0..<columns * Int.random(in: 2...5, using: &random)).map { _ in
                (0..<Int.random(in: 1...3, using: &random)).map { _ in words.randomElement(using: &random)! }
                    .joined(separator: " ")
            }
            let lines = stride(from: 0, to: cells.count, by: columns).map { start in
                "|" + cells[start..<start + columns].map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")
                    + "|"
            }
            let (page, diagnostics) = read("```{table}\n" + lines.joined(separator: "\n") + "\n```")
            #expect(diagnostics == [], "\(lines)")
            let table = try #require(tables(in: page).first)
            #expect(table.columns == columns)
            let expected = read(cells.joined(separator: "\n\n")).page?.messages.dropFirst(2).map(\.text)
            #expect((table.head + table.rows.joined()).map(\.leaf.text) == expected, "\(lines)")
        }
    }
}
