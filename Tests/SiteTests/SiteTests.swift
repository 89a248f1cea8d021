import Content
import Diagnostics
import Gettext
import Site
import Testing

/// From this project, build; this file holds that.
@Suite struct SiteTests {
    @Test func everyRouteHasItsFile() async throws {
        let files = try await SampleSite().files()
        let expected = [
            "404.html", "_headers", "ar/contatti/index.html", "ar/index.html", "ar/sportello/index.html", "index.html",
            "it/contatti/index.html", "it/index.html", "it/sportello/index.html", "robots.txt", "sitemap.xml",
        ]
        #expect(Set(expected).isSubset(of: files.keys))
        #expect(files.count == expected.count + 1, "and one style sheet")
    }

    @Test func linksAreRelativeAndLeadToTheSameLanguage() async throws {
        let files = try await SampleSite().files()
        #expect(files["it/index.html"]?.contains("<p class=\"more\"><a href=\"sportello/index.html#orari\">") == true)
        #expect(files["ar/sportello/index.html"]?.contains("href=\"../../it/sportello/index.html\"") == true)
    }

    @Test func phoneNumbersAreLinksThatNeverMirror() async throws {
        let files = try await SampleSite().files()
        let phone = "<a href=\"tel:112\"><bdi dir=\"ltr\">112</bdi></a>"
        #expect(files["it/index.html"]?.contains("Chiama il \(phone) entro 5 giorni.") == true)
        let number = "<a href=\"tel:+390500000001\" class=\"number\"><bdi dir=\"ltr\">0500 000 001</bdi></a>"
        #expect(files["ar/sportello/index.html"]?.contains(number) == true)
    }

    @Test func whatIsNotTranslatedStaysItalianAndSaysSo() async throws {
        let files = try await SampleSite().files()
        let page = try #require(files["ar/index.html"])
        #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(page.contains("<p lang=\"it\" dir=\"ltr\">Chiama il"))
        #expect(page.contains("<h1 lang=\"it\" dir=\"ltr\">Benvenuti</h1>"))
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(!page.contains("<link rel=\"alternate\""))
    }

    @Test func aTranslationStandsInItsPlaceWithItsFactsAndLinks() async throws {
        var site = SampleSite()
        site.arabic = [
            ("Benvenuti", "أهلا"),
            (
                "Chiama il {service.help} entro {service.days} giorni.",
                "خلال {service.days} أيام اتصلوا بـ {service.help}."
            ),
            ("[Vai allo sportello]({1})", "[إلى المكتب]({1})"),
        ]
        let page = try #require(try await site.files()["ar/index.html"])
        #expect(page.contains("<h1>أهلا</h1>"))
        #expect(page.contains("<p>خلال 5 أيام اتصلوا بـ <a href=\"tel:112\"><bdi dir=\"ltr\">112</bdi></a>.</p>"))
        #expect(page.contains("<p class=\"more\"><a href=\"sportello/index.html#orari\">إلى المكتب</a></p>"))
    }

    @Test(arguments: [
        "[المكتب]({2})", "[المكتب](https://altrove.example)", "المكتب", "[a]({1}) [b]({1})", "<b>[المكتب]({1})</b>",
        "[المكتب]({1}) 118", "[المكتب]({1}) {service.help}", "[المكتب]({1})\u{202E}",
    ])
    func aFaultyTranslationIsNotShown(text: String) async throws {
        var site = SampleSite()
        site.arabic = [("[Vai allo sportello]({1})", text)]
        let page = try #require(try await site.files()["ar/index.html"])
        #expect(page.contains("<a href=\"sportello/index.html#orari\">Vai allo sportello</a>"))
        #expect(!page.contains("altrove.example"))
        let project = try site.project()
        let found = blockingProblems(
            of: CatalogueFile(path: "translations/ar.po", catalogue: try site.catalogue(of: project)),
            units: translationUnits(of: project, form: nil)
        )
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.severity == .error && $0.location.file == "translations/ar.po" })
    }

    @Test func aTranslationIsTextAndNeverABlockOrHTML() async throws {
        var site = SampleSite()
        site.arabic = [("Ogni *giorno*", "- # *يوم* & ليل")]
        let page = try #require(try await site.files()["ar/sportello/index.html"])
        #expect(page.contains("<li>- # <em>يوم</em> &amp; ليل</li>"))
    }

    @Test func aStaleTranslationIsWorseThanItalian() async throws {
        let sample = SampleSite()
        let project = try sample.project()
        var catalogue = try sample.catalogue(of: project)
        let index = try #require(catalogue.entries.firstIndex { $0.id == "Benvenuti" })
        catalogue.entries[index].translations = ["أهلا"]
        catalogue.entries[index].flags.append("fuzzy")
        let arabic = try #require(Language("ar"))
        let site = localized(project, form: nil, to: arabic, catalogue: catalogue)
        #expect(site.page("index")?.title == Phrase("Benvenuti", in: .italian))
        #expect(site.page("index")?.coverage.fallbacks == site.page("index")?.coverage.messages)
    }

    /// A notice speaks of what is shown: a stale part is there in Italian, and says nothing of the rest.
    @Test func aNoticeIsTrueOfWhatIsShown() async throws {
        let sample = SampleSite()
        let project = try sample.project()
        let day = try #require(ISODate("2026-11-21"))
        var catalogue = try sample.catalogue(of: project)
        let page = try #require(project.pages.first { $0.slug == "sportello" })
        let own = Set(page.messages.map(\.text))
        for index in catalogue.entries.indices where own.contains(catalogue.entries[index].id) {
            catalogue.entries[index].translations = ["كلمة *هنا*"]
            if !catalogue.entries[index].id.contains("*") { catalogue.entries[index].translations = ["كلمة"] }
            catalogue.entries[index] = try #require(catalogue.entries[index].attested(on: day, by: "A.B."))
        }
        let stale = try #require(catalogue.entries.firstIndex { $0.id == "Mai la domenica" })
        let notices = ["غير مراجعة", "تمت المراجعة", "جزء"]
        for (text, notice) in zip(
            [Furniture.draftNotice, .reviewedNotice, .untranslatedNotice].map(\.source.one),
            notices
        ) {
            let index = try #require(catalogue.entries.firstIndex { $0.id == text })
            let forms = catalogue.entries[index].translations.count
            catalogue.entries[index].translations = Array(repeating: notice, count: forms)
        }
        func shown() async throws -> [Bool] {
            let arabic = try #require(Language("ar"))
            let files = try await sample.files(of: project, catalogues: [arabic: catalogue])
            let page = try #require(files["ar/sportello/index.html"])
            return notices.map(page.contains)
        }
        #expect(try await shown() == [false, true, false])
        catalogue.entries[stale].flags.append("fuzzy")
        #expect(try await shown() == [false, true, true])
        catalogue.entries[stale].flags.removeAll { $0 == "fuzzy" }
        catalogue.entries[stale].translations = ["أبدا"]
        #expect(try await shown() == [true, false, false])
    }

    @Test func countsMissingPartsInTheReadersOwnPlural() async throws {
        let sample = SampleSite()
        let project = try sample.project()
        var catalogue = try sample.catalogue(of: project)
        let index = try #require(catalogue.entries.firstIndex { $0.plural != nil })
        catalogue.entries[index].translations = ["0", "1", "2", "few {count}", "many {count}", "other {count}"]
        let arabic = try #require(Language("ar"))
        let localizer = localized(project, form: nil, to: arabic, catalogue: catalogue).localizer
        let texts = [0, 1, 2, 3, 11, 100].map { localizer.phrase(.untranslatedNotice, count: $0).text }
        #expect(texts == ["0", "1", "2", "few 3", "many 11", "other 100"])
    }

    @Test func datesAndDaysAreTheLanguagesOwnWithWesternDigits() throws {
        let arabic = Formats(try #require(Language("ar")))
        let date = try #require(CalendarDate("2026-11-21"))
        #expect(Formats(.italian).date(date) == "21 novembre 2026")
        #expect(Formats(try #require(Language("en"))).date(date) == "21 November 2026")
        #expect(arabic.date(date).contains("21") && arabic.date(date).contains("2026"))
        #expect(Formats(.italian).list(["lunedì", "martedì"]) == "lunedì e martedì")
        #expect(Formats(.italian).name(of: try #require(Language("zh-Hans"))) == "cinese")
    }

    @Test func anOldAddressLeadsOn() async throws {
        let page = try #require(try await SampleSite().files()["it/contatti/index.html"])
        #expect(page.contains("content=\"0; url=../sportello/index.html\""))
        #expect(page.contains("<link rel=\"canonical\" href=\"https://prova.example/nidi/it/sportello/\">"))
    }

    @Test func aServersErrorPageKnowsThePathOfTheSite() async throws {
        let page = try #require(try await SampleSite().files()["404.html"])
        #expect(page.contains("href=\"/nidi/ar/index.html\""))
        #expect(page.contains("<link rel=\"stylesheet\" href=\"/nidi/assets/site-"))
    }

    @Test func onePolicyHoldsForAllAddresses() async throws {
        let rules = try #require(try await SampleSite().files()["_headers"])
        #expect(rules.hasPrefix("/*\n  Content-Security-Policy: default-src 'none'; "))
        #expect(rules.ranges(of: "Content-Security-Policy").count == 1)
        #expect(!rules.contains("unsafe"))
    }

    @Test func sampleDataIsKeptFromSearchEngines() async throws {
        let files = try await SampleSite().files()
        #expect(files["robots.txt"]?.contains("Disallow: /\n") == true)
        #expect(files["it/index.html"]?.contains("<p class=\"example\"") == true)
    }
}
