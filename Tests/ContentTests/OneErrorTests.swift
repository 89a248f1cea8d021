import Content
import Diagnostics
import MarkedText
import Testing

/// One mistake, one error: the true one, where it is, with the mend that is likely.
@Suite struct OneErrorTests {
    static let page = "content/pages/families/casa.md"
    static let centre = "content/centres/uno.yml"

    /// The sample, with a page that has an alias, is linked to with an anchor, and is the parent of another.
    static var sample: SampleProject {
        SampleProject()
            .with(page, pageText)
            .with("content/pages/index.md", SampleProject.page("Vai [qui](families/casa.md#dove)."))
            .with("content/pages/altra.md", SampleProject.page("Chiama {service.help}.", keys: "parent: casa"))
            .with("content/routes.txt", "index\ncasa\nvecchia\naltra\n")
            .with(centre, centreText)
            .with("content/site.yml", siteText)
    }

    static let pageText = """
        ---
        title: Casa
        description: Una pagina.
        audience: families
        aliases: [vecchia]
        reviewed: 2026-11-21
        review-by: 2027-05-21
        ---
        ## Dove

        Qui.
        """

    static let centreText = """
        id: uno
        name: Centro di prova
        example: true
        municipalities:
          - {istat: "999001", name: Comune di prova}
          - {istat: "999002", name: Altro comune}
        address:
          street: Via di prova 1
          postal-code: "00001"
          city: Comune di prova
        phones: [{number: "0500 000 001"}]
        hours: [{days: [monday], opens: "09:00", closes: "13:00"}]
        languages: [it]
        mediators: []
        patron-saint: "06-24"
        """

    static let siteText = """
        name: Prova
        base-url: https://prova.example
        source-language: it
        languages: [it, en]
        publisher:
          name: Ente di prova
        accessibility-statement: index
        theme: {accent: "#0b5d5e", accent-dark: "#7fd1d2"}
        """

    struct Mistake: CustomTestStringConvertible, Sendable {
        var file: String
        var right: String
        var marked: String
        var identifier: String
        /// Part of the hint.
        var hint: String

        init(_ file: String, _ right: String, _ marked: String, _ identifier: String = "yaml-syntax", hint: String) {
            (self.file, self.right, self.marked) = (file, right, marked)
            (self.identifier, self.hint) = (identifier, hint)
        }

        var testDescription: String { marked }
    }

    static let mistakes = [
        Mistake(page, "title: Casa", "title: ▸Attenzione: leggi qui", hint: #"round it: "Attenzione: leggi qui""#),
        Mistake(page, "title: Casa", #"title: ▸Il "caso": leggi"#, hint: #"round it: 'Il "caso": leggi'"#),
        Mistake(page, "title: Casa", "title: ▸\"Casa\" nostra", hint: #"'"Casa" nostra'"#),
        Mistake(page, "title: Casa", "title: ▸'L'ora giusta'", hint: #""L'ora giusta""#),
        Mistake(page, "title: Casa", "title: ▸\"Casa", hint: "write \" at the end"),
        Mistake(page, "title: Casa", "title: ▸@casa", hint: "\"@casa\""),
        Mistake(page, "title: Casa", "title: ▸*casa*", hint: "\"*casa*\""),
        Mistake(page, "title: Casa", "title: \"Casa ▸\\Casa\"", hint: #"\\"#),
        Mistake(page, "title: Casa", "▸title Casa", hint: "key: value"),
        Mistake(page, "aliases: [vecchia]", "aliases: ▸[vecchia", hint: "write ']'"),
        Mistake(page, "aliases: [vecchia]", "aliases: [\"vecchia\" ▸\"altra\"]", hint: "commas"),
        Mistake(page, "reviewed: 2026", "▸\treviewed: 2026", hint: "spaces for the tab"),
        Mistake(page, "reviewed: 2026-11-21", "reviewed: ▸21/11/2026", "bad-date", hint: "2026-11-21"),
        Mistake(page, "reviewed: 2026", "▸rewieved: 2026", "unknown-key", hint: "did you mean 'reviewed'?"),
        Mistake(page, "aliases: [", "▸alias: [", "unknown-key", hint: "did you mean 'aliases'?"),
        Mistake(page, "aliases: [vecchia]", "aliases: ▸vecchia", "wrong-kind", hint: ""),
        Mistake(page, "---\ntitle", "▸title", "no-front-matter", hint: "start the file"),
        Mistake(page, "2027-05-21\n---", "2027-05-21\n", "open-front-matter", hint: "close it"),
        Mistake(centre, "  street:", "▸street:", hint: "two spaces"),
        Mistake(
            centre,
            "  street: Via di prova 1\n  postal-code: \"00001\"\n  city:",
            "▸street: Via di prova 1\npostal-code: \"00001\"\ncity:",
            hint: "two spaces"
        ),
        Mistake(centre, "  street:", "▸\tstreet:", hint: "spaces for the tab"),
        Mistake(centre, "  postal-code:", "    ▸postal-code:", hint: "same column"),
        Mistake(centre, "  postal-code:", " ▸postal-code:", hint: "same column"),
        Mistake(centre, "languages: [it]", "languages: ▸[it", hint: "write ']'"),
        Mistake(centre, "phones: [{number", "phones: [{▸nummer", "unknown-key", hint: "number"),
        Mistake(centre, "phones:", "▸telefoni:", "unknown-key", hint: "closed, email, location-notes, open-on, phones"),
        Mistake(centre, "languages: [it]", "languages: [it, ▸fa]", "unknown-language", hint: ""),
        Mistake(centre, "opens: \"09:00\"", "opens: ▸\"9\"", "bad-time", hint: "09:00"),
        Mistake(centre, "number: \"0500 000 001\"", "number: ▸\"0500 int. 4\"", "bad-phone", hint: "with its area"),
        Mistake(
            "content/service.yml",
            "help: {phone: \"112\"}",
            "help: {▸fone: \"112\"}",
            "unknown-key",
            hint: "phone"
        ),
        Mistake("content/service.yml", "help: {phone: \"112\"}", "help: ▸{phone: \"112\"", hint: "write '}'"),
        Mistake("content/site.yml", "  name: Ente di prova", "▸name: Ente di prova", hint: "two spaces"),
    ]

    @Test(arguments: mistakes)
    func oneMistakeIsOneError(_ mistake: Mistake) throws {
        let text = try #require(Self.sample.texts[mistake.file])
        #expect(text.contains(mistake.right))
        let marked = text.replacing(mistake.right, with: mistake.marked, maxReplacements: 1)
        let (found, places) = problems(in: Self.sample, with: mistake.file, marked: marked)
        #expect(found.map(\.identifier) == [mistake.identifier], "\(found)")
        #expect(found.map(\.location.file) == [mistake.file])
        if mistake.marked.contains("▸") { #expect(found.places == places, "\(found)") }
        let hint = try #require(found.first?.hint ?? Wording(en: "", it: ""))
        #expect(hint.english.contains(mistake.hint), "\(hint)")
    }

    /// Bytes of Windows-1252, and UTF-16 as Windows' own editor writes it.
    @Test(arguments: [page, centre, "content/service.yml", "content/site.yml", "content/routes.txt"])
    func anotherEncodingIsOneError(file: String) throws {
        let text = try #require(Self.sample.texts[file])
        let western = Array(text.utf8) + [0xE0, 0x0A]
        let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
        for (bytes, encoding) in [(western, "Windows-1252"), (wide, "UTF-16")] {
            let read = SourceText.decoding(bytes, file: file)
            var files = Self.sample.files
            files.texts.removeAll { $0.file == file }
            files.texts.append(read.value)
            let found = read.diagnostics + readProject(files).diagnostics
            #expect(found.map(\.identifier) == ["not-utf-8"], "\(found)")
            #expect(found.first?.hint?.english.contains(encoding) == true)
        }
    }

    @Test func aCopiedCentreIsOneError() throws {
        let found = Self.sample.with("content/centres/zcopia.yml", Self.centreText).read().diagnostics
        #expect(found.map(\.identifier) == ["duplicate-id"])
        #expect(found.places == [SourcePosition(line: 1, column: 5)])
        let renamed = Self.centreText.replacing("id: uno", with: "id: due")
        let shared = Self.sample.with("content/centres/zcopia.yml", renamed).read().diagnostics
        #expect(shared.map(\.identifier) == ["duplicate-municipality"])
        #expect(shared.places == [SourcePosition(line: 4, column: 1)])
        #expect(shared.first?.message.english.contains("999001 (Comune di prova), 999002 (Altro comune)") == true)
    }

    /// What is left of a project is not all of it, and nothing is to be concluded from what it lacks.
    @Test(arguments: ["reviewed: 2026-11-21", "title: Casa"])
    func aProjectKnowsThatAPageIsLeftOut(line: String) throws {
        #expect(Self.sample.read().value?.isWhole == true)
        let broken = Self.pageText.replacing(line, with: line.prefix { $0 != ":" } + ": [")
        #expect(Self.sample.with(Self.page, broken).read().value?.isWhole == false)
    }

    @Test(arguments: [
        ("www.comune.it", "write the address whole: https://www.comune.it"),
        ("comune.it/servizi", "write the address whole: https://comune.it/servizi"),
        ("info@comune.it", "write the address whole: mailto:info@comune.it"),
        ("families/caas.md", "did you mean 'families/casa.md'?"),
        ("casa.md", "did you mean 'families/casa.md'?"),
        ("families/xyz.md", "links name the file they lead to, from here: [words](other-page.md)"),
    ])
    func aDeadLinkIsAnsweredWithWhatIsNear(address: String, hint: String) {
        let text = SampleProject.page("Vai [qui](\(address)).")
        let found = Self.sample.with("content/pages/index.md", text).read().diagnostics
        #expect(found.map(\.identifier) == ["dead-link"])
        #expect(found.map(\.hint?.english) == [hint])
    }

    @Test func theSampleIsSound() {
        #expect(Self.sample.read().diagnostics == [])
    }
}
