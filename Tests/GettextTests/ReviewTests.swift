import Diagnostics
import Gettext
import Testing

@Suite struct ReviewTests {
    private let date: ISODate

    init() throws {
        date = try #require(ISODate("2026-11-21"))
    }

    @Test func statesFollowFromTheEntry() throws {
        var entry = Entry("Ciao", translations: [""])
        #expect(entry.state == .missing)
        entry.translations = ["Hello"]
        #expect(entry.state == .draft)
        entry = try #require(entry.attested(on: date, by: "mediatrice A.B."))
        #expect(entry.state == .reviewed)
        entry.isFuzzy = true
        #expect(entry.state == .stale)
        entry.translations = [""]
        #expect(entry.state == .missing)
    }

    @Test func aMessageWithAnEmptyFormIsMissing() {
        #expect(Entry("day", plural: "days", translations: ["dita", ""]).state == .missing)
        #expect(Entry("day", plural: "days", translations: []).state == .missing)
    }

    @Test func anAttestationEndsWhenAnyWordChanges() throws {
        let entry = Entry("day", context: "c", plural: "days", translations: ["ditë", "ditë"])
        let attested = try #require(entry.attested(on: date, by: "A.B."))
        let changes: [(inout Entry) -> Void] = [
            { $0.id += " " }, { $0.context = nil }, { $0.context = "" }, { $0.plural = nil },
            { $0.translations[1] += "t" },
            {
                $0.translations.swapAt(0, 1); $0.translations[0] = "e\u{308}"
            }, { $0.translations.append("x") },
            { $0.translations = ["ditëditë"] },
        ]
        for change in changes {
            var changed = attested
            change(&changed)
            #expect(changed.state == .draft)
            #expect(changed.attestation != nil)
        }
        var moved = attested
        moved.references = ["elsewhere.md"]
        moved.extractedComments = ["heading"]
        #expect(moved.state == .reviewed)
    }

    @Test func theAttestationIsAComment() throws {
        let entry = Entry(
            "Ciao",
            translations: ["Hello"],
            translatorComments: ["note", "reviewed: 2020-01-01 C.D. 00000000"]
        )
        let attested = try #require(entry.attested(on: date, by: " mediatrice\n A.B. "))
        #expect(attested.translatorComments == ["note", "reviewed: 2026-11-21 mediatrice A.B. \(entry.contentHash)"])
        #expect(attested.attestation?.reviewer == "mediatrice A.B.")
        #expect(attested.attestation?.date == date)
        let catalogue = try parseSound(writeCatalogue(Catalogue(entries: [attested])))
        #expect(catalogue.entries.map(\.state) == [.reviewed])
    }

    @Test func thereMustBeSomethingAndSomebodyToAttest() {
        #expect(Entry("a", translations: ["b"]).attested(on: date, by: " \n") == nil)
        #expect(Entry("a", translations: [""]).attested(on: date, by: "A.B.") == nil)
        #expect(Entry("a", translations: ["b"], flags: ["fuzzy"]).attested(on: date, by: "A.B.") == nil)
    }

    @Test func keepingATranslationMakesItADraftAndSaysWho() throws {
        let stale = Entry(
            "Ciao!",
            translations: ["Hello"],
            previous: PreviousMessage("Ciao"),
            flags: ["fuzzy", "python-brace-format"]
        )
        let kept = try #require(stale.kept(on: date, by: "A.B."))
        #expect(kept.state == .draft)
        #expect(kept.previous == nil)
        #expect(kept.flags == ["python-brace-format"])
        #expect(kept.translatorComments == ["kept: 2026-11-21 A.B."])
        #expect(stale.kept(on: date, by: " ") == nil)
        #expect(kept.kept(on: date, by: "A.B.") == nil)
    }

    @Test(arguments: [
        ("--untranslated", [MessageState.missing]), ("--only-fuzzy", [.stale]),
        ("--translated --no-fuzzy", [.draft, .reviewed]),
    ])
    func statesAgreeWithMsgattrib(options: String, states: [MessageState]) throws {
        var generator = SeededGenerator(seed: 21)
        let catalogue = generator.catalogue(entries: 80)
        let output = try Tool.msgattrib.output(
            options.split(separator: " ").map(String.init) + ["--no-obsolete", "ro.po"],
            files: ["ro.po": writeCatalogue(catalogue)]
        )
        let selected = parseCatalogue(SourceText(file: "ro.po", text: output)).value.entries
        #expect(selected == catalogue.entries.filter { states.contains($0.state) })
        #expect(!selected.isEmpty)
    }

    @Test(arguments: [
        "reviewed: 2026-11-21 A.B.", "reviewed: 2026-11-21 A.B. 3f2a9c1", "reviewed: 21-11-2026 A.B. 3f2a9c1d",
        "reviewed: 2026-11-21 3f2a9c1d", "Reviewed: 2026-11-21 A.B. 3f2a9c1d", "reviewed: 2026-11-21 A.B. 3f2a9c1g",
    ])
    func malformedAttestationsDoNotCount(comment: String) {
        #expect(Entry("a", translations: ["b"], translatorComments: [comment]).attestation == nil)
    }

    /// The hash as Python computes it from the description in the documentation.
    @Test func theHashCanBeRecomputed() throws {
        let entry = Entry("perché", context: "مركز", plural: "x\n", translations: ["中心", ""])
        let script = """
            import hashlib
            parts = [("msgctxt", "مركز"), ("msgid", "perché"), ("msgid_plural", "x\\n"), ("msgstr", "中心"), ("msgstr", "")]
            data = b"".join(b"%s %d:%s" % (k.encode(), len(t.encode()), t.encode()) for k, t in parts)
            print(hashlib.sha256(data).hexdigest()[:8])
            """
        #expect(try Tool.python.output(["-c", script]) == entry.contentHash + "\n")
    }

    @Test(arguments: ["2026-11-21", "2024-02-29", "2000-02-29", "0001-01-01", "2026-12-31"])
    func daysThatExist(text: String) {
        #expect(ISODate(text)?.description == text)
    }

    @Test(arguments: [
        "", "2026-11-31", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-11-21", "2026-11-21 ",
        "٢٠٢٦-11-21",
        "2026/11/21", "0000-01-01", "+026-11-21",
    ])
    func daysThatDoNot(text: String) {
        #expect(ISODate(text) == nil)
    }
}
