import Content
import Foundation
import HTMLWriter
import Site
import Testing

@Suite struct DrawerListTests {
    private func table(_ code: String, of page: String?) throws -> String {
        try #require(all("<table class=\"drawer\">.*?</table>", in: page ?? "").first { $0.contains("id=\"\(code)\"") })
    }

    @Test func listsEveryEditionWithARowForEachLanguage() async throws {
        let site = try await PaperSite().site()
        var sample = PaperSite()
        let released = ["MG-02-ar", "MG-02-ar-sud", "MG-02-ar-it-sud"]
        sample.ledger = site.sheets.filter { released.contains($0.name) }.map {
            sample.line($0, released: "2026-11-22")
        }
        let page = try await sample.files()["it/edizioni/index.html"]
        let table = try table("MG-02", of: page)
        #expect(
            try all("<th scope=\"col\">(.*?)</th>", in: table) == ["Lingua", "Edizione", "Con l’italiano a fianco"]
        )
        #expect(try all("<th scope=\"rowgroup\" colspan=\"3\">(.*?)</th>", in: table) == ["Centro nord", "Centro sud"])
        #expect(try all("<th scope=\"row\">", in: table).count == 6)
        // Editions lead to their paper; what is not released says so.
        #expect(try all("<a href=\"../../leaflets/(.*?).pdf\">", in: table) == released)
        let sheet = try #require(site.sheets.first { $0.name == "MG-02-ar-sud" })
        #expect(table.contains("<bdi dir=\"ltr\">2026-11-22-<wbr><b>\(sheet.edition.digits)</b></bdi>"))
        #expect(try all("BOZZA", in: table).count == 9 - released.count)
        #expect(try !self.table("MG-01", of: page).contains("rowgroup"))
    }

    @Test func leavesManyCentresToTheirOwnPages() async throws {
        var sample = PaperSite()
        sample.centres = ["a", "b", "c", "d", "e"]
        let files = try await sample.files()
        let page = try #require(files["it/edizioni/index.html"])
        #expect(!page.contains("rowgroup"))
        #expect(page.contains("I fogli di un solo Centro hanno un elenco a parte: scegli il comune."))
        #expect(files["it/edizioni/e/index.html"] != nil)
    }
}

@Suite struct CopyEditionsTests {
    private func answers(
        _ files: [String: String],
        _ path: String = "ar/l/MG-02/editions.js"
    ) throws -> [String: [String]] {
        let script = try #require(files[path])
        let json = try #require(script.wholeMatch(of: /const editions=(.*)\n/)?.1)
        return try JSONDecoder().decode([String: [String]].self, from: Data(json.utf8))
    }

    @Test func tellsCurrentNewerAndDraftCopiesApart() async throws {
        let sheets = try await PaperSite().site().sheets
        let sheet = try #require(sheets.first { $0.name == "MG-02-ar-sud" })
        var sample = PaperSite()
        sample.ledger = [
            sample.line(sheet, released: "2026-01-01", digits: "aaaaaaa1", unlike: [.numbers, .rules, .wording]),
            sample.line(sheet, released: "2026-02-01", digits: "aaaaaaa2", unlike: [.wording]),
            sample.line(sheet, released: "2026-03-01", digits: "aaaaaaa3", unlike: [.rules]),
            sample.line(sheet, released: "2026-04-01"),
        ]
        let answers = try answers(await sample.files())
        #expect(answers["aaaaaaa1"] == ["MG-02-ar-sud", "newer", "numbers", "rules", "wording"])
        #expect(answers["aaaaaaa2"] == ["MG-02-ar-sud", "newer", "wording"])
        #expect(answers["aaaaaaa3"] == ["MG-02-ar-sud", "newer", "rules"])
        #expect(answers[sheet.edition.digits] == ["MG-02-ar-sud", "current"])
        let draft = try #require(sheets.first { $0.name == "MG-02-ar-it" })
        #expect(answers[draft.edition.digits] == ["MG-02-ar-it", "draft"])
        #expect(answers.count == 3 + 6)
    }

    @Test func takesWordsThatWentBackForCurrent() async throws {
        let sheet = try #require(await PaperSite().site().sheets.first { $0.name == "MG-02-ar" })
        var sample = PaperSite()
        sample.ledger = [
            sample.line(sheet, released: "2026-01-01"),
            sample.line(sheet, released: "2026-02-01", digits: "aaaaaaa1", unlike: [.wording]),
            sample.line(sheet, released: "2026-03-01"),
        ]
        let answers = try answers(await sample.files())
        #expect(answers[sheet.edition.digits] == ["MG-02-ar", "current"])
        #expect(answers["aaaaaaa1"] == ["MG-02-ar", "newer", "wording"])
    }

    @Test func warnsOfNumbersThatAreWrongBeforeANewEditionIsOut() async throws {
        let sheet = try #require(await PaperSite().site().sheets.first { $0.name == "MG-02-ar-sud" })
        var sample = PaperSite()
        sample.ledger = [sample.line(sheet, released: "2026-01-01")]
        sample.changes = [("0500 000 001", "0500 000 009"), ("days: 5", "days: 6")]
        let answers = try answers(await sample.files())
        #expect(answers[sheet.edition.digits] == ["MG-02-ar-sud", "current", "numbers"])
    }

    @Test func tellsOfAnHourAndOfNothingElse() async throws {
        let sheet = try #require(await PaperSite().site().sheets.first { $0.name == "MG-02-ar-sud" })
        var sample = PaperSite()
        sample.ledger = [sample.line(sheet, released: "2026-01-01")]
        sample.changes = [("13:00", "12:30")]
        let files = try await sample.files()
        #expect(try answers(files)[sheet.edition.digits] == ["MG-02-ar-sud", "current", "hours"])
        let page = try #require(files["it/l/MG-02/index.html"])
        #expect(page.contains("<template data-answer=\"hours\"><p>Sono cambiati gli orari. Quelli nuovi:</p>"))
        #expect(try all("<ul class=\"when\"><li>lunedì <span class=\"hours\">(.*?)</span>", in: page).count == 2)
    }

    @Test func saysWithoutAScriptWhatChangedSinceAnEdition() async throws {
        let sheet = try #require(await PaperSite().site().sheets.first { $0.name == "MG-02-it-sud" })
        var sample = PaperSite()
        sample.ledger = [
            sample.line(sheet, released: "2026-01-01", digits: "aaaaaaa1", unlike: [.hours, .wording]),
            sample.line(sheet, released: "2026-02-01"),
        ]
        let files = try await sample.files()
        let said =
            "<bdi class=\"address\" dir=\"ltr\">2026-<wbr>01-<wbr>01-<wbr>aaaaaaa1</bdi> "
            + "<small>Cambiato da allora: orari e parole</small>"
        let page = try #require(files["it/l/MG-02/index.html"]).replacing(/\s+/, with: " ")
        #expect(try all("<li>(<bdi class=\"address\" dir=\"ltr\">2026-<wbr>01.*?)</li>", in: page) == [said])
        let list = try #require(files["it/edizioni/sud/index.html"])
        #expect(
            list.contains(
                "<p class=\"before\">Edizione di prima: <bdi dir=\"ltr\">2026-01-01-<wbr><b>aaaaaaa1</b></bdi>"
            )
        )
        #expect(list.contains("<small>Cambiato da allora: orari e parole</small>"))
    }

    @Test func saysOfAFormerEditionNoMoreThanIsKnown() async throws {
        let sheet = try #require(await PaperSite().site().sheets.first { $0.name == "MG-02-ar-sud" })
        func former(_ day: String, _ digits: String, contacts: String) -> String {
            ["MG-02", "ar", "single", "sud", day, digits, contacts, "00000002", "00000003"].joined(separator: "\t")
        }
        var sample = PaperSite()
        sample.ledger = [
            former("2026-01-01", "aaaaaaa1", contacts: "00000001"),
            former("2026-02-01", "aaaaaaa2", contacts: "00000000"),
        ]
        let unreleased = try answers(await sample.files())
        #expect(unreleased["aaaaaaa1"] == ["MG-02-ar-sud", "newer", "contacts"])
        #expect(unreleased["aaaaaaa2"] == ["MG-02-ar-sud", "current", "contacts"])
        #expect(unreleased[sheet.edition.digits] == ["MG-02-ar-sud", "draft"])
        sample.ledger.append(sample.line(sheet, released: "2026-03-01"))
        let released = try answers(await sample.files())
        #expect(released["aaaaaaa2"] == ["MG-02-ar-sud", "newer", "contacts"])
        #expect(released[sheet.edition.digits] == ["MG-02-ar-sud", "current"])
    }

    @Test func givesCopiesOfClosedCentresTheSheetForAll() async throws {
        let sheet = try #require(await PaperSite().site().sheets.first { $0.name == "MG-02-ar-sud" })
        var sample = PaperSite()
        sample.ledger = [sample.line(sheet, released: "2026-01-01")]
        sample.centres = ["nord", "est"]
        sample.formerCentres = ["sud"]
        let answers = try answers(await sample.files())
        #expect(answers[sheet.edition.digits] == ["MG-02-ar", "newer", "contacts"])
    }

    @Test func namesTheEditionInForceOnTheLeafletsPage() async throws {
        let sheet = try #require(await PaperSite().site().sheets.first { $0.name == "MG-02-ar" })
        var sample = PaperSite()
        #expect(
            try #require(await sample.files()["it/l/MG-02/index.html"]).contains(
                "Non c’è ancora un’edizione in vigore."
            )
        )
        sample.ledger = [sample.line(sheet, released: "2026-11-22", digits: "aaaaaaa1", unlike: [.rules])]
        let page = try #require(await sample.files()["ar/l/MG-02/index.html"])
        #expect(page.contains(">2026-<wbr>11-<wbr>22-<wbr>aaaaaaa1</bdi></p>"))
        // The paper that the site has is another one by now.
        #expect(try all("<p><strong class=\"draft\">[^\n]*\n<ul class=\"files\">", in: page).count == 1 + 2)
        #expect(try all("<li><p class=\"whose\"><strong>(.*?)</strong>", in: page).count == 2)
        #expect(
            page.contains(
                "<div class=\"copy\" role=\"status\" data-editions=\"editions.js\" data-sheet=\"MG-02-ar\"></div>"
            )
        )
    }
}
