import Diagnostics
import Gettext
import Testing

@Suite struct MergingTests {
    private func template(_ messages: TemplateMessage...) -> Catalogue {
        Catalogue.template(messages, project: "millegiorni")
    }

    @Test func aTemplateHasEachMessageOnceAndNoDate() {
        let written = writeCatalogue(
            template(
                TemplateMessage("Ciao", comment: "heading", references: ["a.md"], flags: ["python-brace-format"]),
                TemplateMessage("day", plural: "days", references: ["b.md"]),
                TemplateMessage(""),
                TemplateMessage(
                    "Ciao",
                    comment: "button",
                    references: ["a.md", "b.md"],
                    flags: ["python-brace-format"]
                ),
                TemplateMessage("Ciao", context: "form")
            )
        )
        #expect(
            written == """
                msgid ""
                msgstr ""
                "Project-Id-Version: millegiorni\\n"
                "Language: \\n"
                "MIME-Version: 1.0\\n"
                "Content-Type: text/plain; charset=UTF-8\\n"
                "Content-Transfer-Encoding: 8bit\\n"

                #. heading
                #. button
                #: a.md b.md
                #, python-brace-format
                msgid "Ciao"
                msgstr ""

                #: b.md
                msgid "day"
                msgid_plural "days"
                msgstr[0] ""
                msgstr[1] ""

                msgctxt "form"
                msgid "Ciao"
                msgstr ""

                """
        )
        #expect(parseCatalogue(SourceText(file: "t.pot", text: written)).diagnostics == [])
    }

    @Test func anEmptyCatalogueTakesItsPluralsFromTheLanguage() {
        let merged = Catalogue.empty(language: "ar", project: "millegiorni")
            .merged(with: template(TemplateMessage("day", plural: "days")))
        #expect(merged[header: "Language"] == "ar")
        #expect(merged.entries.map(\.translations.count) == [6])
        #expect(Catalogue.empty(language: "zh-Hans", project: "x")[header: "Language"] == "zh_Hans")
    }

    /// Two that were put aside may differ in nothing but their context; it is always the same one that comes back.
    @Test func ofSeveralPutAsideTheFirstOfTheFileComesBack() {
        var catalogue = Catalogue.empty(language: "en", project: "x")
        let ids = (0..<20).map(String.init)
        catalogue.obsolete = ids.flatMap { id in
            ["b", "a"].map { context in
                Entry(
                    "New \(id)",
                    context: context,
                    translations: [context],
                    previous: PreviousMessage(id),
                    flags: ["fuzzy"]
                )
            }
        }
        let template = Catalogue.template(ids.map { TemplateMessage($0) }, project: "x")
        #expect(catalogue.merged(with: template).entries.map(\.translations) == ids.map { _ in ["b"] })
    }

    /// A change undone, at once, after another one, or after the message was gone, costs nobody work.
    @Test(arguments: [["New"], ["New", "Newer"], ["New", nil], [nil]] as [[String?]])
    func aMessageWhoseWordsComeBackIsWhatItWas(through texts: [String?]) throws {
        let date = try #require(ISODate("2026-11-21"))
        let first = Entry("Old", translations: ["Vecchio"], references: ["a.md"])
        let reviewed = try #require(first.attested(on: date, by: "A.B."))
        for entry in [first, reviewed] {
            var catalogue = Catalogue.empty(language: "it", project: "x")
            catalogue.entries = [entry]
            var last: String? = "Old"
            for text in texts + ["Old"] {
                let messages = text.map { [TemplateMessage($0, references: ["a.md"])] } ?? []
                var renamed: [Rename] = []
                if let last, let text { renamed = [Rename(MessageKey(last), to: MessageKey(text))] }
                catalogue = catalogue.merged(with: .template(messages, project: "x"), renamed: renamed)
                if text != "Old" { #expect(catalogue.entries.allSatisfy { $0.state == .stale }) }
                last = text
            }
            #expect(catalogue.entries == [entry] && catalogue.obsolete == [])
            #expect(catalogue.entries.first?.state == entry.state)
        }
    }

    /// What was put in doubt for another reason stays in doubt.
    @Test func wordsThatComeBackDoNotConfirmWhatWasFuzzyBefore() {
        var catalogue = Catalogue.empty(language: "it", project: "x")
        var entry = Entry("Old", translations: ["Vecchio"])
        entry.isFuzzy = true
        catalogue.entries = [entry]
        for (old, new) in [("Old", "New"), ("New", "Old")] {
            let rename = Rename(MessageKey(old), to: MessageKey(new))
            catalogue = catalogue.merged(with: template(TemplateMessage(new)), renamed: [rename])
        }
        #expect(catalogue.entries.map(\.state) == [.stale])
    }

    @Test func changedMessagesAreFuzzyAndSayWhatTheyWere() throws {
        let date = try #require(ISODate("2026-11-21"))
        let attested = try #require(
            Entry("Old", translations: ["Vecchio"], references: ["a.md"]).attested(
                on: date,
                by: "A.B."
            )
        )
        let merged = Catalogue(entries: [attested]).merged(
            with: template(TemplateMessage("New", references: ["a.md"])),
            renamed: [Rename(MessageKey("Old"), to: MessageKey("New"))]
        )
        let entry = try #require(merged.entries.first)
        #expect(entry.previous == PreviousMessage("Old"))
        #expect(entry.translations == ["Vecchio"])
        #expect(entry.state == .stale)
        #expect(merged.obsolete == [])

        // Twice changed before anyone looked: the translation is still that of the first text.
        let again = merged.merged(
            with: template(TemplateMessage("Newer")),
            renamed: [Rename(MessageKey("New"), to: MessageKey("Newer"))]
        )
        #expect(again.entries.first?.previous == PreviousMessage("Old"))
        #expect(again.entries.first?.state == .stale)
    }

    @Test func aPairTakesNothingFromWhoeverStillNeedsIt() {
        let catalogue = Catalogue(entries: [
            Entry("kept", translations: ["K"]), Entry("gone", translations: ["G"]), Entry("there", translations: ["T"]),
        ])
        let merged = catalogue.merged(
            with: template(
                TemplateMessage("kept"),
                TemplateMessage("new"),
                TemplateMessage("newer"),
                TemplateMessage("there")
            ),
            renamed: [
                Rename(MessageKey("kept"), to: MessageKey("new")), Rename(MessageKey("gone"), to: MessageKey("there")),
                Rename(MessageKey("gone"), to: MessageKey("newer")), Rename(MessageKey("gone"), to: MessageKey("new")),
                Rename(MessageKey("nobody"), to: MessageKey("new")),
                Rename(MessageKey("gone"), to: MessageKey("nowhere")),
            ]
        )
        #expect(merged.entries.map(\.translations) == [["K"], [""], ["G"], ["T"]])
        #expect(merged.entries.map(\.isFuzzy) == [false, false, true, false])
        #expect(merged.obsolete == [])
    }

    /// Everything but `renamed` is msgmerge's own behaviour.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func mergesAsMsgmergeDoes(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let catalogue = generator.catalogue(entries: 60)
        var messages = catalogue.entries + catalogue.obsolete.prefix(3)
        messages.removeAll { _ in generator.chance(25) }
        messages.shuffle(using: &generator)
        var templateMessages = messages.map { entry in
            TemplateMessage(
                entry.id,
                context: entry.context,
                plural: generator.chance(10) ? (entry.plural == nil ? "x" + generator.text() : nil) : entry.plural,
                comment: "paragraph",
                references: ["content/new.md"]
            )
        }
        templateMessages.insert(TemplateMessage("entirely new", plural: "entirely new ones"), at: 5)
        let template = Catalogue.template(templateMessages, project: "millegiorni")

        let merged = try Tool.msgmerge.output(
            ["--quiet", "--previous", "--no-fuzzy-matching", "--no-wrap", "ro.po", "t.pot"],
            files: ["ro.po": writeCatalogue(catalogue), "t.pot": writeCatalogue(template)]
        )
        let referee = parseCatalogue(SourceText(file: "ro.po", text: merged))
        #expect(referee.diagnostics == [])
        let ours = catalogue.merged(with: template)
        #expect(ours.entries == referee.value.entries)
        #expect(ours.obsolete == referee.value.obsolete)
        #expect(ours.merged(with: template) == ours)
    }
}

@Suite struct RenameTests {
    private func catalogue(_ ids: [String], file: String = "a.md") -> Catalogue {
        Catalogue(entries: ids.map { Entry($0, translations: ["t"], references: [file]) })
    }

    private func renames(_ before: [String], _ after: [String]) -> [String] {
        catalogue(before).likelyRenames(to: catalogue(after)).map { "\($0.old.id) -> \($0.new.id)" }
    }

    private let old = "La visita dura circa un'ora e si fa a casa"
    private let new = "La visita dura circa due ore e si fa a casa"

    @Test func aChangedWordBetweenTheSameNeighboursIsAPair() {
        #expect(renames(["Prima", old, "Dopo"], ["Prima", new, "Dopo"]) == ["\(old) -> \(new)"])
        #expect(renames(["Prima", old], ["Prima", new, "Altro"]) == ["\(old) -> \(new)"])
        #expect(renames([old], [new]) == ["\(old) -> \(new)"])
    }

    @Test func lookAlikesAreNot() {
        #expect(renames(["Prima", "Deselect all", "Dopo"], ["Prima", "Select all", "Dopo"]) == [])
        #expect(renames(["Prima", "Chiudi", "Dopo"], ["Prima", "Apri", "Dopo"]) == [])
    }

    @Test func otherNeighboursAreNoPair() {
        #expect(renames([old, "Uno", "Due", "Tre"], ["Uno", "Due", new, "Tre"]) == [])
    }

    @Test func anotherFileOrContextIsNoPair() {
        #expect(catalogue([old]).likelyRenames(to: catalogue([new], file: "b.md")) == [])
        var other = catalogue([new])
        other.entries[0].context = "form"
        #expect(catalogue([old]).likelyRenames(to: other) == [])
    }

    @Test func twoEquallyGoodOnesAreNoPair() {
        let third = "La visita dura circa tre ore e si fa a casa"
        #expect(renames(["Prima", old, "Dopo"], ["Prima", new, third, "Dopo"]) == [])
        #expect(renames(["Prima", new, third, "Dopo"], ["Prima", old, "Dopo"]) == [])
    }

    @Test func nothingUntranslatedOrKnownIsPaired() {
        var before = catalogue([old])
        before.entries[0].translations = [""]
        #expect(before.likelyRenames(to: catalogue([new])) == [])
        before = catalogue([old])
        before.obsolete = [Entry(new, translations: ["t"])]
        #expect(before.likelyRenames(to: catalogue([new])) == [])
    }

    @Test(arguments: [
        ("Select all", "Deselect all", 0.5), ("a b c d", "a b c d", 1), ("a b c d", "a x c d", 0.75), ("", "", 1),
        ("a", "", 0),
        ("Ciao, mondo!", "ciao mondo", 1), ("a b", "b a", 0.5), ("{1} !", "{1} ?", 0.5),
    ])
    func similarityCountsWordsInOrder(a: String, b: String, expected: Double) {
        #expect(similarity(a, b) == expected)
        #expect(similarity(b, a) == expected)
    }

    @Test func pairedMessagesComeOutStale() throws {
        let before = catalogue(["Prima", old, "Dopo"])
        let template = catalogue(["Prima", new, "Dopo"])
        let merged = before.merged(with: template, renamed: before.likelyRenames(to: template))
        #expect(merged.entries.map(\.state) == [.draft, .stale, .draft])
    }
}
