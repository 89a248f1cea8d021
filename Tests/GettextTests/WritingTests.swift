import Diagnostics
import Gettext
import Testing

@Suite struct WritingTests {
    @Test func writesEverythingInOneOrder() {
        let catalogue = Catalogue(
            header: Entry("", translations: ["Language: ar\nContent-Type: text/plain; charset=UTF-8\n"]),
            entries: [
                Entry(
                    "A long text that would be wrapped by default, since it is well over eighty columns wide",
                    context: "menu",
                    translations: ["one\ntwo\n"],
                    previous: PreviousMessage("Old"),
                    flags: ["fuzzy", "python-brace-format"],
                    references: ["a.md", "b c.md"],
                    extractedComments: ["heading"],
                    translatorComments: ["by hand", ""]
                ),
                Entry("day", plural: "days", translations: ["", ""]),
            ],
            obsolete: [Entry("Gone", translations: ["x\n\u{1B}\u{7F}\u{0}\u{4}"], translatorComments: ["why"])]
        )
        #expect(
            writeCatalogue(catalogue) == """
                msgid ""
                msgstr ""
                "Language: ar\\n"
                "Content-Type: text/plain; charset=UTF-8\\n"

                # by hand
                #
                #. heading
                #: a.md \u{2068}b c.md\u{2069}
                #, fuzzy, python-brace-format
                #| msgid "Old"
                msgctxt "menu"
                msgid "A long text that would be wrapped by default, since it is well over eighty columns wide"
                msgstr ""
                "one\\n"
                "two\\n"

                msgid "day"
                msgid_plural "days"
                msgstr[0] ""
                msgstr[1] ""

                # why
                #~ msgid "Gone"
                #~ msgstr ""
                #~ "x\\n"
                #~ "\\033\\177\u{FFFD}\u{FFFD}"

                """
        )
    }

    @Test func aCommentNeverBecomesAnotherLine() throws {
        let entry = Entry("a", translations: ["b"], references: ["x\ny.md"], translatorComments: ["one\nmsgid \"c\""])
        let catalogue = try parseSound(writeCatalogue(Catalogue(entries: [entry])))
        #expect(catalogue.entries.map(\.translatorComments) == [["one", "msgid \"c\""]])
        #expect(catalogue.entries.map(\.references) == [["x y.md"]])
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func parsingWhatWasWrittenGivesTheSame(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let catalogue = generator.catalogue(entries: 40)
        let written = writeCatalogue(catalogue)
        let parsed = parseCatalogue(SourceText(file: "ro.po", text: written))
        #expect(parsed.diagnostics == [])
        #expect(parsed.value == catalogue)
        #expect(Array(writeCatalogue(parsed.value).utf8) == Array(written.utf8))
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func writesWhatMsgcatWrites(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let written = writeCatalogue(generator.catalogue(entries: 60))
        let rewritten = try Tool.msgcat.output(["--no-wrap", "ro.po"], files: ["ro.po": written])
        #expect(rewritten == written)
    }

    @Test(arguments: [["--width=20"], ["--width=79"], ["--no-wrap"], ["--sort-output"], ["--escape", "--indent"]])
    func readsWhatMsgcatWrites(options: [String]) throws {
        var generator = SeededGenerator(seed: 7)
        let catalogue = generator.catalogue(entries: 120)
        let rewritten = try Tool.msgcat.output(options + ["ro.po"], files: ["ro.po": writeCatalogue(catalogue)])
        let parsed = parseCatalogue(SourceText(file: "ro.po", text: rewritten))
        #expect(parsed.diagnostics == [])
        #expect(parsed.value.header == catalogue.header)
        let byKey = Dictionary(uniqueKeysWithValues: catalogue.entries.map { ($0.key, $0) })
        #expect(Dictionary(uniqueKeysWithValues: parsed.value.entries.map { ($0.key, $0) }) == byKey)
        #expect(Set(parsed.value.obsolete.map(\.key)) == Set(catalogue.obsolete.map(\.key)))
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func msgfmtAcceptsWhatIsWritten(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let written = writeCatalogue(generator.catalogue(entries: 60))
        _ = try Tool.msgfmt.output(["--check", "--output-file=/dev/null", "ro.po"], files: ["ro.po": written])
    }
}
