import Content
import Diagnostics
import Gettext
import Site
import Testing

/// A message from the day it is written to the day it is reviewed, and back, in Arabic and Urdu at once.
@Suite struct TranslationStoryTests {
    private static let first = "Chiama lo sportello: ti ascolta una persona."
    private static let second = "Chiama lo sportello: ti ascolta una persona gentile."

    /// A project of version 0.1 has names with hyphens in its catalogues.
    @Test func namesThatGetANewSpellingCostNoReview() throws {
        var story = try Story()
        let text = "Fra {service.long_days} giorni, {{a-b}}."
        story.site.home = text + "\n"
        try story.update()
        let translations = ["ا {service.long_days} {{a-b}}.", "د {service.long_days} {{a-b}}."]
        try story.translate(text, as: translations)
        try story.approve(by: "mediatrice A.B.")
        let before = story.texts
        try story.spell { $0.replacing("{service.long_days}", with: "{service.long-days}") }
        #expect(story.texts != before)
        try story.update()
        #expect(try story.states(of: text) == [.reviewed, .reviewed])
        #expect(story.texts == before)
    }

    @Test func aMessageGoesFromMissingToReviewedAndBack() throws {
        var story = try Story()
        #expect(try story.states() == [.missing, .missing])

        try story.translate(
            Self.first,
            as: ["اتصلوا بالمكتب: شخص يستمع إليكم.", "دفتر کو فون کریں: کوئی آپ کی بات سنے گا۔"]
        )
        #expect(try story.states() == [.draft, .draft])
        try story.approve(by: "mediatrice A.B.")
        #expect(try story.states() == [.reviewed, .reviewed])

        // Bringing the catalogues up to date again changes not a byte.
        let before = story.texts
        try story.update()
        #expect(story.texts == before)

        // The page moves, its lines are wrapped otherwise, a link in it leads elsewhere: nothing is stale.
        story.site.home = "Chiama lo sportello:\nti ascolta\nuna persona.\n\n[Vai allo sportello](sportello.md)\n"
        try story.update()
        #expect(try story.states() == [.reviewed, .reviewed])
        #expect(story.texts == before)
        story.path = "content/pages/altrove/index.md"
        story.site.home = "Chiama lo sportello: ti ascolta una persona.\n\n[Vai allo sportello](../sportello.md)\n"
        try story.update()
        #expect(try story.states() == [.reviewed, .reviewed])
        #expect(story.stale == [0, 0])
        #expect(story.texts.allSatisfy { !$0.contains("content/pages/index.md") })

        // One word more: exactly one message is stale in each language, and no other line of a catalogue moves.
        let unchanged = story.texts
        story.site.home = Self.second + "\n\n[Vai allo sportello](../sportello.md)\n"
        try story.update()
        #expect(story.stale == [1, 1])
        #expect(try story.states(of: Self.second) == [.stale, .stale])
        for (old, new) in zip(unchanged, story.texts) {
            let removed = old.split(separator: "\n").filter { !new.split(separator: "\n").contains($0) }
            #expect(removed == ["msgid \"\(Self.first)\""])
            let added = new.split(separator: "\n").filter { !old.split(separator: "\n").contains($0) }
            #expect(added == ["#, fuzzy", "#| msgid \"\(Self.first)\"", "msgid \"\(Self.second)\""])
        }

        // Somebody says that it still holds; the review of the former text does not.
        try story.keep("chiama lo  SPORTELLO", by: "redazione M.G.")
        #expect(try story.states(of: Self.second) == [.draft, .draft])
        #expect(story.texts.allSatisfy { $0.contains("# kept: 2026-11-22 redazione M.G.\n") })
        try story.approve(by: "mediatore C.D.")
        #expect(try story.states(of: Self.second) == [.reviewed, .reviewed])

        // A word of the translation changes: nobody has read it as it is now.
        try story.translate(Self.second, as: ["اتصلوا بالمكتب: شخص لطيف يستمع إليكم.", nil])
        #expect(try story.states(of: Self.second) == [.draft, .reviewed])

        // A translation that may not be shown can't be approved.
        try story.translate(Self.second, as: ["اتصلوا بالمكتب 118: شخص يستمع إليكم.", nil])
        try story.approve(by: "mediatrice A.B.")
        #expect(try story.states(of: Self.second) == [.faulty, .reviewed])
    }

    @Test func approvingLeavesOutWhatIsNotToBeApproved() throws {
        var story = try Story()
        try story.translate(Self.first, as: ["اتصلوا 5", "فون کریں: سنے گا۔"])
        try story.translate("Benvenuti", as: ["أهلا", nil])
        let units = try story.units()
        let day = try #require(ISODate("2026-11-21"))
        let file = try #require(story.files.first)
        let catalogue = file.catalogue
        let approval = try #require(Approval(of: catalogue, units: units, on: day, by: "A.B."))
        #expect(approval.approved == 1)
        #expect(approval.counts == [.draft: 1, .faulty: 1, .missing: units.count - 2])
        let later = try #require(ISODate("2026-12-01"))
        let again = try #require(Approval(of: approval.catalogue, units: units, on: later, by: "C.D."))
        #expect(again.approved == 0)
        #expect(again.catalogue == approval.catalogue, "who read it first keeps the name and the day")
        #expect(Approval(of: catalogue, units: units, on: day, by: "  ") == nil)
    }

    @Test func keepingAsksForExactlyOneStaleMessage() throws {
        var story = try Story()
        story.site.home = "Uno due tre quattro.\n\nUno due tre cinque.\n\n[Vai allo sportello](sportello.md#orari)\n"
        try story.update()
        try story.translate("Uno due tre quattro.", as: ["واحد.", nil])
        try story.translate("Uno due tre cinque.", as: ["اثنان.", nil])
        story.site.home = "Uno due tre quattro {service.days}.\n\nUno due tre cinque!\n\n[Vai](sportello.md#orari)\n"
        try story.update()
        #expect(story.stale == [2, 0])
        let units = try story.units()
        let file = try #require(story.files.first)
        let day = try #require(ISODate("2026-11-21"))
        func keep(_ words: String) throws -> Keeping {
            try #require(file.keeping(messageBeginningWith: words, units: units, on: day, by: "M.G."))
        }
        guard case .ambiguous(let several) = try keep("Uno due") else { throw Unexpected() }
        #expect(several.map(\.id) == ["Uno due tre quattro {service.days}.", "Uno due tre cinque!"])
        guard case .unfit(let problems) = try keep("Uno due tre quattro") else { throw Unexpected() }
        #expect(problems.map(\.identifier) == ["translation-placeholders"])
        guard case .kept(let kept, let entry) = try keep("Uno due tre c") else { throw Unexpected() }
        #expect(entry.state == .draft && kept.entries.contains(entry))
        guard case .notStale(let fine) = try keep("Benvenuti") else { throw Unexpected() }
        #expect(fine.map(\.id) == ["Benvenuti"])
        guard case .unknown(let nearest?) = try keep("Uno deu tre cinque") else { throw Unexpected() }
        #expect(nearest.id == "Uno due tre cinque!")
        guard case .unknown(nearest: nil) = try keep("Tutt’altro, e a lungo") else { throw Unexpected() }
        guard case .unknown(nearest: nil) = try keep("  ") else { throw Unexpected() }
        #expect(file.keeping(messageBeginningWith: "Uno", units: units, on: day, by: " ") == nil)
    }

    @Test func statusCountsEachMessageOncePerPartAndOnceInAll() throws {
        var story = try Story()
        try story.translate("Benvenuti", as: ["أهلا", nil])
        let units = try story.units()
        let file = try #require(story.files.first)
        let status = TranslationStatus(of: file.catalogue, units: units)
        #expect(status.total[.draft].messages == 1 && status.total[.draft].words == 1)
        #expect(status.total.total.messages == units.count)
        #expect(TranslationTally.states.reduce(0) { $0 + status.total[$1].messages } == units.count)
        #expect(TranslationTally.states.reduce(0) { $0 + status.total[$1].words } == status.total.total.words)
        #expect(status.sections.map(\.section.name) == ["index", "sportello", "furniture"])
        let first = try #require(status.sections.first)
        let home = first.tally
        #expect((home.total.messages, home[.draft].messages, home[.missing].messages) == (4, 1, 3))
        #expect(units.map(\.key) == (try story.template()).entries.map(\.key), "what is counted is the template")
    }

    /// A language with another direction and other letters is a matter of words alone.
    @Test func urduNeedsNothingButItsWords() async throws {
        var story = try Story()
        try story.translate("Benvenuti", as: [nil, "خوش آمدید"])
        try story.translate(Self.first, as: [nil, "دفتر کو فون کریں: کوئی آپ کی بات سنے گا۔"])
        let files = try await story.siteFiles()
        let page = try #require(files["ur/index.html"])
        #expect(page.contains("<html lang=\"ur\" dir=\"rtl\">"))
        #expect(page.contains("<h1>خوش آمدید</h1>"))
        #expect(page.contains("<p>دفتر کو فون کریں"))
        #expect(
            page.contains("lang=\"it\" dir=\"ltr\">Vai allo sportello</a>") || page.contains("lang=\"it\" dir=\"ltr\"")
        )
        let desk = try #require(files["ur/sportello/index.html"])
        #expect(desk.contains("<h1 lang=\"it\" dir=\"ltr\">Lo sportello</h1>"))
        let italian = try #require(files["it/index.html"])
        #expect(italian.contains("اردو"))
    }
}

private struct Unexpected: Error {}

/// A site in Italian whose catalogues are brought up to date as `translations update` does it.
private struct Story {
    var site = SampleSite(
        home: "Chiama lo sportello: ti ascolta una persona.\n\n[Vai allo sportello](sportello.md#orari)\n",
        languages: ["it", "ar", "ur"]
    )
    var path = "content/pages/index.md"
    private(set) var files: [CatalogueFile]

    init() throws {
        files = ["ar", "ur"].map { code in
            CatalogueFile(path: "translations/\(code).po", catalogue: .empty(language: code, project: "Prova"))
        }
        try update()
    }

    /// What would be on disk.
    var texts: [String] { files.map { writeCatalogue($0.catalogue) } }

    /// How many messages are stale in each language.
    var stale: [Int] { files.map { $0.catalogue.entries.count { $0.state == .stale } } }

    func project() throws -> Project { try site.project(homePath: path) }
    func template() throws -> Catalogue { messageTemplate(of: try project(), form: nil) }
    func units() throws -> [TranslationUnit] { translationUnits(of: try project(), form: nil) }

    mutating func update() throws {
        let (project, template) = (try project(), try template())
        for index in files.indices {
            let language = try #require(Language(["ar", "ur"][index]))
            let updated = upToDate(files[index].catalogue, language: language, template: template, project: project)
            try write(updated, to: index)
        }
    }

    /// Writes and reads it again, as two commands would.
    private mutating func write(_ catalogue: Catalogue, to index: Int) throws {
        let path = files[index].path
        let read = readCatalogueFile(bytes: Array(writeCatalogue(catalogue).utf8), path: path)
        try #require(read.diagnostics == [])
        files[index] = read.value
    }

    mutating func translate(_ id: String, as translations: [String?]) throws {
        for (index, translation) in translations.enumerated() {
            guard let translation else { continue }
            var catalogue = files[index].catalogue
            let entry = try #require(catalogue.entries.firstIndex { $0.id == id })
            catalogue.entries[entry].translations = [translation]
            try write(catalogue, to: index)
        }
    }

    mutating func spell(_ respell: (String) -> String) throws {
        for index in files.indices { try write(files[index].catalogue.respelled(respell), to: index) }
    }

    mutating func approve(by reviewer: String) throws {
        let day = try #require(ISODate("2026-11-21"))
        for index in files.indices {
            let (catalogue, units) = (files[index].catalogue, try units())
            let approval = try #require(Approval(of: catalogue, units: units, on: day, by: reviewer))
            try write(approval.catalogue, to: index)
        }
    }

    mutating func keep(_ words: String, by reviewer: String) throws {
        let day = try #require(ISODate("2026-11-22"))
        for index in files.indices {
            let keeping = files[index].keeping(messageBeginningWith: words, units: try units(), on: day, by: reviewer)
            guard case .kept(let catalogue, _)? = keeping else { throw Unexpected() }
            try write(catalogue, to: index)
        }
    }

    func states(of id: String = "Chiama lo sportello: ti ascolta una persona.") throws -> [PassageState] {
        let unit = try #require(try units().first { $0.key.id == id })
        return files.map { file in
            unit.state(of: file.catalogue.lookup()[unit.key], rule: file.catalogue.pluralRule)
        }
    }

    func siteFiles() async throws -> [String: String] {
        let project = try project()
        let catalogues = zip(project.settings.translatedLanguages, files.map(\.catalogue))
        return try await site.files(of: project, catalogues: Dictionary(uniqueKeysWithValues: Array(catalogues)))
    }
}
