import Content
import Foundation
import HTMLWriter
import Site
import Testing

/// What a pattern finds in some markup; its first group, where it has one.
func all(_ pattern: String, in markup: String) throws -> [String] {
    let expression = try NSRegularExpression(pattern: pattern, options: .dotMatchesLineSeparators)
    let range = NSRange(markup.startIndex..., in: markup)
    return expression.matches(in: markup, range: range).compactMap { match in
        Range(match.range(at: expression.numberOfCaptureGroups > 0 ? 1 : 0), in: markup).map { String(markup[$0]) }
    }
}

private let bozza = "BOZZA: non consegnare"

@Suite struct CatalogueTests {
    private func section(_ language: String, of page: String?) throws -> String {
        try #require(all("<section class=\"leaflets\" id=\"\(language)\">(.*?)</section>", in: page ?? "").first)
    }

    /// What the Italian catalogue has of a leaflet in Arabic.
    private func card(_ code: String, of sample: PaperSite) async throws -> String {
        let page = try await sample.files()["it/materiali/index.html"]
        return try #require(all("<li><img[^>]*\(code).*?</ul></div>", in: section("ar", of: page)).first)
    }

    @Test func beginsWithThePagesLanguageAndNamesEachByItself() async throws {
        let files = try await PaperSite().files()
        let (italian, arabic) = (files["it/materiali/index.html"] ?? "", files["ar/materiali/index.html"] ?? "")
        #expect(try all("<section class=\"leaflets\" id=\"(.*?)\"", in: italian) == ["it", "ar"])
        #expect(try all("<section class=\"leaflets\" id=\"(.*?)\"", in: arabic) == ["ar", "it"])
        let own = "<h2><span lang=\"ar\" dir=\"rtl\">العربية</span> <small>arabo</small></h2>"
        #expect(try section("ar", of: italian).contains(own))
        let other = "<h2><span>العربية</span> <small lang=\"it\" dir=\"ltr\">arabo</small></h2>"
        #expect(try section("ar", of: arabic).contains(other))
        #expect(try section("it", of: arabic).contains("<h2><span lang=\"it\" dir=\"ltr\">Italiano</span></h2>"))
    }

    @Test func offersToPrintWhatFoldsAndTheItalianBesideOtherLanguages() async throws {
        let page = try await PaperSite().files()["it/materiali/index.html"]
        let links = "href=\"../../leaflets/(.*?)\""
        #expect(
            try all(links, in: section("it", of: page)) == [
                "MG-01-it.pdf", "MG-02-it-print.pdf", "MG-02-it.pdf", "MG-03-it-print.pdf", "MG-03-it.pdf",
            ]
        )
        #expect(
            try all(links, in: section("ar", of: page)) == [
                "MG-01-ar.pdf", "MG-01-ar-it.pdf", "MG-02-ar-print.pdf", "MG-02-ar.pdf", "MG-02-ar-it.pdf",
                "MG-03-ar-print.pdf", "MG-03-ar.pdf", "MG-03-ar-it.pdf",
            ]
        )
    }

    @Test func saysHowEachPaperGoesThroughThePrinter() async throws {
        let page = try await PaperSite().files()["it/materiali/index.html"]
        let (flat, booklet, trifold) = (
            "Fronte e retro, gira sul lato lungo. Dimensioni effettive.",
            "Fronte e retro, gira sul lato corto. Dimensioni effettive. Poi piega a metà e metti i punti.",
            "Fronte e retro, gira sul lato corto. Dimensioni effettive. Poi piega in tre."
        )
        let hints = "<small>(Fronte.*?)</small>"
        #expect(try all(hints, in: section("it", of: page)) == [flat, booklet, trifold])
        // With the Italian beside it every leaflet is A4; the sheet says so once.
        #expect(try all(hints, in: section("ar", of: page)) == [flat, booklet, flat, trifold, flat])
    }

    @Test func showsPicturesInTheShapeOfEachFormat() async throws {
        let page = try await PaperSite().files()["it/materiali/index.html"]
        let sizes = try all("<img src=\"../../leaflets/(MG-.*?)\" loading", in: section("it", of: page))
        #expect(
            sizes == [
                "MG-01-it.png\" alt=\"\" width=\"210\" height=\"297",
                "MG-02-it.png\" alt=\"\" width=\"148\" height=\"210",
                "MG-03-it.png\" alt=\"\" width=\"100\" height=\"210",
            ]
        )
    }

    @Test func namesTheLeafletInItsLanguageAndInItalian() async throws {
        let page = try await PaperSite().files()["it/materiali/index.html"]
        let title = "<h3><a href=\"../../ar/l/MG-01/index.html\"><span lang=\"ar\" dir=\"rtl\">ورقة</span></a></h3>"
        let arabic = try section("ar", of: page)
        #expect(arabic.contains(title + "\n<p class=\"italian\">Un foglio</p>"))
        // What is not translated is Italian already.
        #expect(try all("class=\"italian\"", in: arabic).count == 1)
    }

    @Test func marksWhatMustNotBeHandedOut() async throws {
        let site = try await PaperSite().site()
        let drafts = try await PaperSite().files()["it/materiali/index.html"]
        #expect(try all(bozza, in: section("ar", of: drafts)).count == 3)

        let sheet = try #require(site.sheets.first { $0.name == "MG-02-ar" })
        let both = try #require(site.sheets.first { $0.name == "MG-02-ar-it" })
        var sample = PaperSite()
        sample.ledger = [sample.line(sheet, released: "2026-11-22")]
        var card = try await card("MG-02", of: sample)
        #expect(card.contains(">2026-<wbr>11-<wbr>22-<wbr>\(sheet.edition.digits)</bdi>"))
        #expect(try all(bozza, in: card).count == 1)
        #expect(try all("<li>(?:(?!<li>).)*\(bozza)", in: card).last?.contains("MG-02-ar-it.pdf") == true)

        sample.ledger.append(sample.line(both, released: "2026-11-22"))
        card = try await self.card("MG-02", of: sample)
        #expect(!card.contains(bozza))
    }

    @Test func linksNoPaperThatIsNotMade() async throws {
        var sample = PaperSite()
        sample.hasPaper = false
        for (path, text) in try await sample.files() where path.hasSuffix(".html") {
            #expect(!text.contains("leaflets/MG"), "\(path)")
        }
    }

    @Test func givesEachCentreAPageWithItsSheets() async throws {
        let files = try await PaperSite().files()
        let page = try #require(files["ar/materiali/sud/index.html"])
        let links = try all("href=\"../../../leaflets/(.*?)\"", in: section("ar", of: page))
        // The first leaflet is the same for all.
        #expect(links.prefix(3) == ["MG-01-ar.pdf", "MG-01-ar-it.pdf", "MG-02-ar-sud-print.pdf"])
        #expect(!links.contains { $0.contains("nord") })
        #expect(page.contains("<span lang=\"it\" dir=\"ltr\">Comune sud</span>"))
        #expect(page.contains("<a href=\"tel:+390500000001\" class=\"number\"><bdi dir=\"ltr\">0500 000 001</bdi></a>"))
        #expect(page.contains("<a href=\"../index.html\"><span lang=\"it\" dir=\"ltr\">Tutti i Centri</span></a>"))
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(try #require(files["ar/materiali/index.html"]).contains("<a href=\"sud/index.html\">"))
    }

    @Test func hasNoPagesOfCentresWhereThereIsOne() async throws {
        var sample = PaperSite()
        sample.centres = ["nord"]
        let files = try await sample.files()
        #expect(files["it/materiali/nord/index.html"] == nil)
        #expect(try !#require(files["it/materiali/index.html"]).contains("data-filter=\"centre\""))
    }
}
