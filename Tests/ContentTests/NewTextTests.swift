import Content
import Diagnostics
import MarkedText
import Testing

@Suite struct NewTextTests {
    private func settings(_ languages: String) -> SourceText {
        let text = """
            # Il sito.
            name: Prova
            base-url: https://prova.example
            source-language: it
            \(languages)
            # Chi pubblica.
            publisher: {name: Ente di prova}
            accessibility-statement: index
            theme: {accent: "#0b5d5e", accent-dark: "#7fd1d2"}

            """
        return SourceText(file: "content/site.yml", text: text)
    }

    @Test(arguments: [
        ("languages: [it, en]", "languages: [it, en, ur]"),
        ("languages: [ it , en ] # due", "languages: [ it , en, ur ] # due"),
        ("languages: [it, zh-Hans]", "languages: [it, zh-Hans, ur]"),
        ("languages:\n  - it\n  - en # inglese\n", "languages:\n  - it\n  - en # inglese\n  - ur\n"),
        ("languages:\n- it\n-   en", "languages:\n- it\n-   en\n-   ur"),
        ("languages: [it,\n  en]", "languages: [it,\n  en, ur]"),
    ])
    func aLanguageIsAddedAndNothingElseMoves(before: String, after: String) throws {
        let urdu = try #require(Language("ur"))
        #expect(addingLanguage(urdu, to: settings(before)) == settings(after))
    }

    /// Quoted, on a line with its neighbours' end, or not readable at all: a person does it.
    @Test(arguments: [
        "languages: [it, ur]", "languages: [it, \"en\"]extra", "languages: it", "languages: []", "languages: [it, xx]",
        "languages: [\"it\", \"en\"\n", "lingue: [it]",
    ])
    func whatCantBeChangedSafelyIsLeftAlone(languages: String) throws {
        let urdu = try #require(Language("ur"))
        #expect(addingLanguage(urdu, to: settings(languages)) == nil)
    }

    @Test func quotedItemsAreItemsToo() throws {
        let urdu = try #require(Language("ur"))
        let changed = try #require(addingLanguage(urdu, to: settings("languages: [\"it\", 'en']")))
        #expect(changed == settings("languages: [\"it\", 'en', ur]"))
    }

    @Test(arguments: ["Giocare insieme", "Che cosa: \"questo\" \\ e # altro", "- a\n\tb", "{x", "è  così "])
    func aNewPageReadsAsItWasAskedFor(title: String) throws {
        let (day, later) = (try #require(CalendarDate("2026-11-21")), try #require(CalendarDate("2027-05-21")))
        let text = skeletonPage(title: title, audience: .families, parent: "index", reviewed: day, reviewBy: later)
        let read = SampleProject().with("content/pages/gioco.md", text).read()
        let page = try #require(read.value?.pages.first { $0.slug == "gioco" })
        #expect(page.title.text == title.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        #expect((page.audience, page.parent, page.review.reviewBy) == (.families, "index", later))
        // A brace in a title is the editor's own mistake, and is told as one.
        let expected = (title.contains("{") ? ["stray-brace"] : []) + ["unwritten-text"]
        #expect(read.diagnostics.identifiers.sorted() == expected)
    }

    @Test(arguments: Leaflet.Format.allCases)
    func aNewLeafletHasThePanelsOfItsFormat(format: Leaflet.Format) throws {
        let (day, later) = (try #require(CalendarDate("2026-11-21")), try #require(CalendarDate("2027-05-21")))
        let text = skeletonLeaflet(code: "MG-07", title: "A \"b\"", format: format, reviewed: day, reviewBy: later)
        let read = SampleProject().with("content/leaflets/MG-07.md", text).read()
        #expect(read.diagnostics.identifiers == ["unwritten-text"])
        #expect(read.value?.leaflets.first?.title.text == "A \"b\"")
    }

    /// One warning a file, which is an error for what is released, until all is written.
    @Test func whatIsStillToBeWrittenIsNamed() throws {
        let (day, later) = (try #require(CalendarDate("2026-11-21")), try #require(CalendarDate("2027-05-21")))
        var text = skeletonPage(title: "Gioco", audience: .families, parent: nil, reviewed: day, reviewBy: later)
        func found() -> [Diagnostic] { SampleProject().with("content/pages/gioco.md", text).read().diagnostics }
        #expect(found().map(\.severity) == [.warning])
        #expect(
            found().first?.message.english.hasPrefix("4 texts are still to be written: 'una frase che dice") == true
        )
        #expect(found().forRelease().map(\.severity) == [.error])
        #expect(found().forRelease { $0 == "content/pages/altro.md" }.map(\.severity) == [.warning])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        text = lines.map { $0.replacing("DA SCRIVERE: ", with: "") }.dropLast(2).joined(separator: "\n")
        #expect(found() == [])
        text += "\n\nDA SCRIVERE: gli orari.\n"
        #expect(found().map(\.message.english) == ["1 text is still to be written: 'gli orari.'"])
    }
}
