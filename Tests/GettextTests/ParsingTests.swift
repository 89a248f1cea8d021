import Diagnostics
import Gettext
import MarkedText
import Testing

@Suite struct ParsingTests {
    @Test func readsEveryPartOfAnEntry() throws {
        let entry = try #require(
            parseSound(
                """
                # by hand
                #
                #  indented
                #. heading
                #: content/pages/index.md content/pages/chi.md
                #: \u{2068}content/my page.md\u{2069}
                #, fuzzy, python-brace-format
                #| msgctxt "old menu"
                #| msgid "Old "
                #| "text"
                #| msgid_plural "Old texts"
                msgctxt "menu"
                msgid "Text"
                msgid_plural "Texts"
                msgstr[0] ""
                "Uno\\n"
                "due"
                msgstr[1] "Tre"
                """
            ).entries.first
        )
        #expect(entry.translatorComments == ["by hand", "", " indented"])
        #expect(entry.extractedComments == ["heading"])
        #expect(entry.references == ["content/pages/index.md", "content/pages/chi.md", "content/my page.md"])
        #expect(entry.flags == ["fuzzy", "python-brace-format"])
        #expect(entry.previous == PreviousMessage("Old text", context: "old menu", plural: "Old texts"))
        #expect(entry.key == MessageKey("Text", context: "menu"))
        #expect(entry.plural == "Texts")
        #expect(entry.translations == ["Uno\ndue", "Tre"])
    }

    @Test func knowsWhereThingsStand() throws {
        let sample = MarkedText(header + "\n\n▸# comment\nmsgid \"▸Ciao\"\nmsgstr \"▸Hello\"\n")
        let entry = try #require(parseCatalogue(sample.source).value.entries.first)
        #expect(entry.place.entry == sample.places[0])
        #expect(entry.place.id == sample.places[1])
        #expect(entry.place.translations == [sample.places[2]])
    }

    @Test(arguments: [
        (#"a\n\t\r\a\b\f\v\"\\z"#, "a\n\t\r\u{7}\u{8}\u{C}\u{B}\"\\z"),
        (#"\101\60\x41"#, "A0A"),
        (#"\303\250 \xc3\xa8"#, "è è"),
        ("\t raw tab", "\t raw tab"),
    ])
    func resolvesEscapes(written: String, meant: String) throws {
        let catalogue = try parseSound("msgid \"\(written)\"\nmsgstr \"x\"")
        #expect(catalogue.entries.first.map { Array($0.id.utf8) } == Array(meant.utf8))
    }

    @Test func readsWindowsLinesAndSeveralTokensOnALine() throws {
        let catalogue = try parseSound("# one\r\nmsgid \"a\" \"b\" msgstr \"c\"\r\n\r\nmsgid\"d\"\r\nmsgstr\"e\"\r\n")
        #expect(catalogue.entries.map(\.id) == ["ab", "d"])
        #expect(catalogue.entries[0].translatorComments == ["one"])
    }

    @Test func keepsObsoleteEntriesApart() throws {
        let catalogue = try parseSound(
            "msgid \"a\"\nmsgstr \"b\"\n\n# why\n#, fuzzy\n#~| msgid \"o\"\n#~| \"p\"\n#~ msgid \"c\"\n#~ \"d\"\n#~ msgstr \"e\""
        )
        #expect(catalogue.entries.map(\.id) == ["a"])
        #expect(
            catalogue.obsolete == [
                Entry(
                    "cd",
                    translations: ["e"],
                    previous: PreviousMessage("op"),
                    flags: ["fuzzy"],
                    translatorComments: ["why"]
                )
            ]
        )
    }

    @Test func referencesEndAtAnyWhiteSpace() throws {
        let catalogue = try parseSound(
            "#: a.md\tb.md\rc.md\r\n#: \u{2068}d\n#: e.md\u{2069} f.md\nmsgid \"a\"\nmsgstr \"b\""
        )
        #expect(catalogue.entries.map(\.references) == [["a.md", "b.md", "c.md", "d e.md", "f.md"]])
    }

    @Test func readsTheHeader() throws {
        let catalogue = try parseSound("")
        #expect(catalogue.headerFields.map(\.name) == ["Language", "Content-Type", "Plural-Forms"])
        #expect(catalogue[header: "Language"] == "en")
        #expect(catalogue.pluralRule?.formCount == 2)
    }

    @Test func findsEntriesByKeyByteForByte() throws {
        let lookup = try parseSound(
            "msgid \"\u{E8}\"\nmsgstr \"1\"\n\nmsgid \"e\u{300}\"\nmsgstr \"2\"\n\nmsgctxt \"\"\nmsgid \"\u{E8}\"\nmsgstr \"3\""
        ).lookup()
        #expect(lookup["\u{E8}"]?.translations == ["1"])
        #expect(lookup["e\u{300}"]?.translations == ["2"])
        #expect(lookup["\u{E8}", context: ""]?.translations == ["3"])
        #expect(lookup["x"] == nil)
    }

    @Test func skipsAByteOrderMarkAndSaysSo() {
        let parsed = parseCatalogue(
            bytes: [0xEF, 0xBB, 0xBF] + Array((header + "\n\nmsgid \"a\"\nmsgstr \"b\"").utf8),
            file: "x.po"
        )
        #expect(parsed.value.entries.count == 1)
        #expect(parsed.diagnostics.map(\.identifier) == ["byte-order-mark"])
        #expect(!parsed.diagnostics.hasErrors)
    }

    @Test func longLinesTakeLinearTime() throws {
        let long = String(repeating: "parola ", count: 150_000)
        let catalogue = try parseSound("# \(long)\nmsgid \"\(long)\"\nmsgstr \"\(long)\"")
        #expect(catalogue.entries.first?.id.utf8.count == 1_050_000)
        let garbage = parseCatalogue(SourceText(file: "x.po", text: header + "\n\n" + long))
        #expect(garbage.diagnostics.map(\.identifier) == ["unknown-line"])
        #expect(garbage.diagnostics[0].message.english.utf8.count < 200)
    }
}
