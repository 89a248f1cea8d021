import Content
import Diagnostics
import MarkedText
import Testing

/// What a person can get wrong, one at a time: each is named, and pointed at where it stands.
@Suite struct ProjectProblemTests {
    @Test func soundProjectHasNoProblems() {
        let read = SampleProject().read()
        #expect(read.diagnostics == [])
        #expect(read.value?.pages.count == 1)
    }

    @Test(arguments: [
        ("unknown-placeholder", "Fra {service.days} o ▸{service.dayz} giorni."),
        ("unknown-placeholder", "Chiama il ▸[numero](tel:{service.phone})."),
        ("stray-brace", "Una ▸{ sola."),
        ("stray-brace", "Il codice ▸`a {b`."),
        ("code-in-text", "Di solito ▸{service.cadence}."),
        ("raw-html", "Un ▸<b>testo</b>."),
        ("raw-html", "▸<div>\nciao\n</div>"),
        ("dead-link", "Vai ▸[qui](altra.md)."),
        ("dead-link", "Vai ▸[qui](https2)."),
        ("dead-anchor", "Vai ▸[qui](#manca)."),
        ("dead-anchor", "Vai ▸[qui](index.md#manca)."),
        ("link-scheme", "Vai ▸[qui](http://prova.example)."),
        ("link-scheme", "Vai ▸[qui](javascript:alert)."),
        ("link-scheme", "Vai ▸[qui](//prova.example/x)."),
        ("empty-link", "Vai ▸[](index.md)."),
        ("missing-image", "▸![Una casa](../media/case.svg)"),
        ("missing-image", "▸![Una casa](https://altrove.example/casa.svg)"),
        ("image-without-alt", "▸![](../media/casa.svg)"),
        ("heading-order", "▸# Titolo"),
        ("heading-order", "## Uno\n\n▸#### Due"),
        ("unknown-directive", "▸```{contatti}\n```"),
        ("directive-text", "▸```{contact}\nciao\n```"),
        ("empty-directive", "▸```{note}\n```"),
        ("directive-place", "▸```{qr}\n```"),
        ("unknown-placeholder", "```{note}\nFra ▸{service.anni} anni.\n```"),
    ])
    func pointsAtAProblemOfAPage(identifier: String, body: String) throws {
        let (found, places) = problems(with: "content/pages/index.md", marked: SampleProject.page(body))
        let identifiers = Set(found.identifiers)
        #expect(identifiers == [identifier], "\(found)")
        let first = try #require(found.first)
        #expect(first.location.file == "content/pages/index.md")
        #expect(found.places.first == places.first, "\(found)")
    }

    /// Every key that is no text is named; several of them once trapped.
    @Test(arguments: ["content/site.yml", "content/service.yml"])
    func keysThatAreNoTextAreNamed(file: String) throws {
        let sample = SampleProject()
        let text = try #require(sample.texts[file]) + "\n"
        let found = sample.with(file, text + "? [a]\n: 1\n? {b: 2}\n: 1\n").read().diagnostics
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(found.map(\.identifier) == ["yaml-key", "yaml-key"], "\(found)")
        #expect(found.map(\.location.position?.line) == [lines, lines + 2])
    }

    /// Weblate takes a hyphen in a placeholder for a mistake, and would undo the translation.
    @Test func aNameWithHyphensIsToldAsTheOneWithoutThem() throws {
        let sample = SampleProject()
        let facts = try #require(sample.texts["content/service.yml"])
        let found = sample.with("content/service.yml", facts + "\nemergency-phone: {phone: \"112\"}\n")
            .with("content/pages/index.md", SampleProject.page("{service.emergency-phone} {service.emergency_phone}"))
            .read().diagnostics
        #expect(found.map(\.identifier) == ["unknown-placeholder", "bad-fact-name"], "\(found)")
        #expect(
            found.compactMap(\.hint?.english) == [
                "names have underscores and no hyphens: write 'service.emergency_phone'",
                "names have underscores and no hyphens: write 'emergency_phone'",
            ]
        )
    }

    @Test(arguments: ["2nd", "città", "a b", "a.b", "-"])
    func aNameThatIsNoIdentifierIsRefused(name: String) throws {
        let sample = SampleProject()
        let facts = try #require(sample.texts["content/service.yml"])
        let found = sample.with("content/service.yml", facts + "\n\"\(name)\": 3\n").read().diagnostics
        #expect(found.map(\.identifier) == ["bad-fact-name"], "\(found)")
    }

    @Test func suggestsWhatWasMeant() {
        let body = "[a](casa.md) {service.dais} ![x](../media/cas.svg)\n\n```{notte}\n```\n"
        let hints = SampleProject()
            .with("content/pages/families/casa.md", SampleProject.page("Casa."))
            .with("content/pages/index.md", SampleProject.page(body))
            .read().diagnostics.compactMap(\.hint?.english)
        #expect(hints.contains("did you mean 'families/casa.md'?"))
        #expect(hints.contains("did you mean 'service.days'?"))
        #expect(hints.contains("did you mean '../media/casa.svg'?"))
        #expect(hints.contains("did you mean 'note'?"))
    }

    @Test(arguments: [
        (
            "unknown-key",
            "---\ntitle: A\ndescription: B\naudience: families\nreviewed: 2026-11-21\nreview-by: 2027-01-01\n▸tilte: C\n---\n"
        ),
        (
            "bad-date",
            "---\ntitle: A\ndescription: B\naudience: families\nreviewed: ▸2026-02-30\nreview-by: 2027-01-01\n---\n"
        ),
        (
            "unknown-value",
            "---\ntitle: A\ndescription: B\naudience: ▸family\nreviewed: 2026-11-21\nreview-by: 2027-01-01\n---\n"
        ),
        ("missing-key", "---\n▸title: A\naudience: families\nreviewed: 2026-11-21\nreview-by: 2027-01-01\n---\n"),
        (
            "empty-value",
            "---\ntitle: ▸''\ndescription: B\naudience: families\nreviewed: 2026-11-21\nreview-by: 2027-01-01\n---\n"
        ),
        (
            "review-order",
            "---\ntitle: A\ndescription: B\naudience: families\nreviewed: 2026-11-21\nreview-by: ▸2026-11-21\n---\n"
        ),
        (
            "duplicate-key",
            "---\ntitle: A\n▸title: C\ndescription: B\naudience: families\nreviewed: 2026-11-21\nreview-by: 2027-01-01\n---\n"
        ),
        (
            "unknown-parent",
            "---\ntitle: A\ndescription: B\naudience: families\nparent: ▸nessuna\nreviewed: 2026-11-21\nreview-by: 2027-01-01\n---\n"
        ),
        ("no-front-matter", "▸Ciao.\n"),
        ("open-front-matter", "▸---\ntitle: A\n"),
    ])
    func pointsAtAProblemOfTheFrontMatter(identifier: String, text: String) {
        let (found, places) = problems(with: "content/pages/index.md", marked: text)
        let problem = found.first { $0.identifier == identifier }
        #expect(problem?.location.position == places.first, "\(found)")
    }

    @Test(arguments: [
        ("bad-phone", "number: \"0500 000 001\"", "number: ▸\"0500 int. 4\""),
        ("unquoted-phone", "number: \"0500 000 001\"", "number: ▸0500000001"),
        ("bad-istat-code", "istat: \"999001\"", "istat: ▸\"99901\""),
        ("bad-postal-code", "postal-code: \"00001\"", "postal-code: ▸\"1\""),
        ("bad-time", "opens: \"09:00\"", "opens: ▸\"9\""),
        ("bad-hours", "closes: \"13:00\"", "closes: ▸\"08:00\""),
        ("unknown-value", "days: [monday]", "days: [▸lunedi]"),
        ("unknown-language", "languages: [it]", "languages: [▸xx]"),
        ("bad-date", "patron-saint: \"06-24\"", "patron-saint: ▸\"02-30\""),
        ("wrong-kind", "example: true", "example: ▸forse"),
        ("unknown-key", "id: uno", "id: uno\n▸telefono: x"),
    ])
    func pointsAtAProblemOfACentre(identifier: String, original: String, marked: String) throws {
        let path = "content/centres/uno.yml"
        let text = try #require(SampleProject().texts[path])
        let (found, places) = problems(with: path, marked: text.replacing(original, with: marked))
        let problem = found.first { $0.identifier == identifier }
        #expect(problem?.location.position == places.first, "\(found)")
    }

    @Test func reportsAllProblemsInOneRun() {
        let project = SampleProject()
            .with("content/pages/index.md", SampleProject.page("{x} [a](b.md)"))
            .with("content/service.yml", "days: cinque")
            .with("content/centres/uno.yml", "id: uno")
            .with("content/site.yml", nil)
            .with("content/strano.yml", "a: 1")
        let files = Set(project.read().diagnostics.map(\.location.file))
        #expect(
            files == [
                "content/pages/index.md", "content/service.yml", "content/centres/uno.yml", "content/site.yml",
                "content/strano.yml",
            ]
        )
    }

    @Test func oneAddressBelongsToOnePage() {
        let found = SampleProject()
            .with("content/pages/a/casa.md", SampleProject.page("A."))
            .with("content/pages/b/casa.md", SampleProject.page("B."))
            .read().diagnostics
        #expect(found.identifiers == ["duplicate-slug"])
    }

    @Test func pagesDoNotStandBelowEachOtherInARing() {
        func page(_ parent: String) -> String { SampleProject.page("Testo.", keys: "parent: \(parent)") }
        let own = SampleProject().with("content/pages/a.md", page("a")).read().diagnostics
        #expect(own.identifiers == ["parent-ring"])
        #expect(own.places == [SourcePosition(line: 7, column: 9)])
        let found = SampleProject().with("content/pages/a.md", page("b")).with("content/pages/b.md", page("c"))
            .with("content/pages/c.md", page("a")).with("content/pages/d.md", page("a"))
            .with("content/pages/e.md", page("index")).with("content/pages/x.md", page("y"))
            .with("content/pages/y.md", page("x")).read().diagnostics
        #expect(found.identifiers == ["parent-ring", "parent-ring"])
        #expect(found.map { $0.message.english.split(separator: ": ").last } == ["a → b → c → a", "x → y → x"])
    }

    @Test(arguments: [
        ("Dodici parole in un menu?", 1), ("Ventiquattro caratteri ok", 1), ("Ventiquattro caratteri!!", 0),
    ])
    func aLongMenuLabelIsAWarning(label: String, count: Int) {
        let text = SampleProject.page("Ciao.", keys: "menu: {order: 10, label: \"\(label)\"}")
        let found = SampleProject().with("content/pages/index.md", text).read().diagnostics
        #expect(found.map(\.identifier) == Array(repeating: "long-menu-label", count: count))
        #expect(found.allSatisfy { $0.severity == .warning && $0.location.position?.line == 7 })
    }

    @Test func aPublishedAddressNeverDies() {
        let routes = "# elenco\nindex\nvecchia\n"
        let dead = SampleProject().with("content/routes.txt", routes).read().diagnostics
        #expect(dead.identifiers == ["dead-route"])
        #expect(dead.places == [SourcePosition(line: 3, column: 1)])
        let alive = SampleProject().with("content/routes.txt", routes)
            .with("content/pages/index.md", SampleProject.page("Ciao.", keys: "aliases: [vecchia]"))
        #expect(alive.read().diagnostics == [])
    }

    @Test func hostileYAMLIsAProblemAndNoTrap() {
        let deep = "a: " + String(repeating: "[", count: 100_000)
        let wide =
            "a: &x [1, 1]\n"
            + (0..<30).map { "b\($0): &x\($0 + 1) [*x\($0 == 0 ? "" : String($0)), *x\($0 == 0 ? "" : String($0))]" }
            .joined(separator: "\n")
        #expect(
            SampleProject().with("content/service.yml", deep).read().diagnostics.identifiers.contains("yaml-too-deep")
        )
        #expect(
            SampleProject().with("content/service.yml", wide).read().diagnostics.identifiers.contains("yaml-too-large")
        )
        #expect(
            SampleProject().with("content/service.yml", "a: [").read().diagnostics.identifiers.contains("yaml-syntax")
        )
    }
}
