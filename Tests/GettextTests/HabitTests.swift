import Diagnostics
import Foundation
import Gettext
import Testing

/// Every tool that saves a catalogue leaves its habits in it; `translations update` takes the messages without them.
///
/// gettext's tools are run; Poedit 3.2.2 and Translate Toolkit 3.20 were, and what they wrote stands here. Over the
/// real catalogues `test_catalogues.py` runs the toolkit each time.
@Suite struct HabitTests {
    private static let template = Catalogue.template(
        [
            TemplateMessage("Chi viene a casa?", comment: "heading", references: ["content/pages/visite.md"]),
            TemplateMessage(
                "Una persona del servizio. Telefona prima al {centre.phone}, oppure passa [dallo sportello]({1}) quando vuoi.",
                comment: "paragraph",
                references: ["content/pages/visite.md", "content/leaflets/MG-01.md"],
                flags: ["python-brace-format"]
            ),
            TemplateMessage("Sì", context: "form:answer", comment: "answer", references: ["content/form.yml"]),
            TemplateMessage(
                "{count} parte è in italiano.",
                plural: "{count} parti sono in italiano.",
                comment: "notice",
                references: ["program"],
                flags: ["python-brace-format"]
            ),
            TemplateMessage("Le visite sono gratuite.", comment: "paragraph", references: ["content/pages/visite.md"]),
            TemplateMessage("E dopo?", comment: "heading", references: ["content/pages/visite.md"]),
        ],
        project: "Prova"
    )

    /// As `update` leaves it: one message of every state, and whatever else can stand in a catalogue.
    private static let sound = #"""
        msgid ""
        msgstr ""
        "Project-Id-Version: Prova\n"
        "Language: en\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\n"

        # reviewed: 2026-11-21 mediatrice A.B. 0a1b2c3d
        #. heading
        #: content/pages/visite.md
        msgid "Chi viene a casa?"
        msgstr "Who comes to your home?"

        # two lines
        #
        #  written by hand, “è” and {x} in it
        #. paragraph
        #: content/pages/visite.md content/leaflets/MG-01.md
        #, fuzzy, python-brace-format
        #| msgid "Una persona del servizio. Telefona prima al {centre.phone}, o passa [dallo sportello]({1}) quando vuoi."
        msgid "Una persona del servizio. Telefona prima al {centre.phone}, oppure passa [dallo sportello]({1}) quando vuoi."
        msgstr "Somebody of the service. Call {centre.phone} first, or drop in [at the desk]({1}) whenever you want."

        # same as source
        #. answer
        #: content/form.yml
        msgctxt "form:answer"
        msgid "Sì"
        msgstr "Sì"

        #. notice
        #: program
        #, python-brace-format
        msgid "{count} parte è in italiano."
        msgid_plural "{count} parti sono in italiano."
        msgstr[0] "{count} part is in Italian."
        msgstr[1] "{count} parts are in Italian."

        #. paragraph
        #: content/pages/visite.md
        msgid "Le visite sono gratuite."
        msgstr "Visits are free.\tReally: \"free\"."

        #. heading
        #: content/pages/visite.md
        msgid "E dopo?"
        msgstr ""

        # why it left
        #, fuzzy
        #~| msgid "Prima era così."
        #~ msgctxt "form:gone"
        #~ msgid "Poi era così."
        #~ msgstr "It was so."

        #~ msgid "{count} giorno"
        #~ msgid_plural "{count} giorni"
        #~ msgstr[0] "{count} day"
        #~ msgstr[1] "{count} days"

        """#

    /// What `update` makes of a file, which it must leave alone from then on.
    private func updated(
        _ bytes: [UInt8],
        reporting identifiers: [String] = [],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> String {
        let parsed = parseCatalogue(bytes: bytes, file: "en.po")
        try #require(parsed.diagnostics.map(\.identifier) == identifiers, sourceLocation: sourceLocation)
        try #require(!parsed.diagnostics.hasErrors, sourceLocation: sourceLocation)
        let written = writeCatalogue(merged(parsed.value))
        let again = parseCatalogue(bytes: Array(written.utf8), file: "en.po")
        #expect(again.diagnostics == [], sourceLocation: sourceLocation)
        #expect(writeCatalogue(merged(again.value)) == written, sourceLocation: sourceLocation)
        return written
    }

    private func updated(
        _ text: String,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> String {
        try updated(Array(text.utf8), sourceLocation: sourceLocation)
    }

    private func merged(_ catalogue: Catalogue) -> Catalogue {
        catalogue.merged(with: Self.template, renamed: catalogue.likelyRenames(to: Self.template))
    }

    /// The sample with some of its text written as a tool writes it; a text that is not there would test nothing.
    private func sample(
        _ replacements: [(String, String)],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> String {
        var text = Self.sound
        for (old, new) in replacements {
            try #require(text.contains(old), sourceLocation: sourceLocation)
            text = text.replacingOccurrences(of: old, with: new)
        }
        return text
    }

    @Test func theSampleIsAsUpdateLeavesIt() throws {
        #expect(try updated(Self.sound) == Self.sound)
        let states = parseCatalogue(bytes: Array(Self.sound.utf8), file: "en.po").value.entries.map(\.state)
        #expect(states == [.draft, .stale, .draft, .draft, .draft, .missing])
    }
}

// MARK: - GNU gettext

extension HabitTests {
    @Test(arguments: [
        ["msgcat"], ["msgcat", "--width=79"], ["msgcat", "--width=20"], ["msgcat", "--no-wrap"],
        ["msgcat", "--indent"],
        ["msgcat", "--escape"], ["msgcat", "--sort-by-file"], ["msgattrib"], ["msgattrib", "--width=40"],
        ["msgmerge", "--previous", "--no-fuzzy-matching"], ["msgmerge", "--previous", "--width=60"],
    ])
    func takesNothingFromGettext(command: [String]) throws {
        let tool = Tool(name: command[0])
        let arguments = Array(command.dropFirst()) + ["en.po"] + (tool.name == "msgmerge" ? ["prova.pot"] : [])
        let written = try tool.output(
            arguments,
            files: ["en.po": Self.sound, "prova.pot": writeCatalogue(Self.template)]
        )
        #expect(try updated(written) == Self.sound)
    }

    /// `--sort-output` turns the whole file over; what is obsolete stays in the order that it was left in.
    @Test func putsSortedMessagesBackInTheOrderOfTheContent() throws {
        let sorted = try Tool.msgcat.output(["--sort-output", "en.po"], files: ["en.po": Self.sound])
        let (messages, obsolete) = try split(updated(sorted))
        let expected = try split(Self.sound)
        #expect(messages == expected.messages)
        #expect(Set(obsolete) == Set(expected.obsolete))
    }

    private func split(_ text: String) throws -> (messages: [String], obsolete: [String]) {
        let blocks = text.components(separatedBy: "\n\n").map { $0.trimmingCharacters(in: .newlines) }
        let first = try #require(blocks.firstIndex { $0.contains("#~") })
        return (Array(blocks[..<first]), Array(blocks[first...]))
    }
}

// MARK: - Editors

extension HabitTests {
    /// Poedit 3.2.2 adds these fields when it saves, those that nobody has filled in empty.
    private static let poedit = #"""
        "Project-Id-Version: Prova\n"
        "POT-Creation-Date: \n"
        "PO-Revision-Date: \n"
        "Last-Translator: \n"
        "Language-Team: \n"
        "Language: en\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\n"
        "X-Generator: Poedit 3.2.2\n"
        "X-Poedit-Bookmarks: 1,-1,-1,-1,-1,-1,-1,-1,-1,-1\n"

        """#

    private static let header = #"""
        "Project-Id-Version: Prova\n"
        "Language: en\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\n"

        """#

    @Test func keepsTheHeaderThatPoeditWrites() throws {
        let written = try sample([(Self.header, Self.poedit)])
        #expect(try updated(written) == written)
        let catalogue = parseCatalogue(bytes: Array(written.utf8), file: "en.po").value
        #expect(catalogue[header: "X-Generator"] == "Poedit 3.2.2")
        #expect(catalogue[header: "Last-Translator"] == "")
        #expect(catalogue.pluralRule?.formCount == 2)
    }

    /// Poedit takes the `#~|` line and the `#~ msgid` after it for two messages, and has msgcat put them together again;
    /// where it finds no msgcat they stay apart.
    @Test func readsWhatPoeditTearsApart() throws {
        let written = try sample([("#~| msgid \"Prima era così.\"\n", "#~| msgid \"Prima era così.\"\n\n")])
        #expect(try updated(written) == Self.sound)
    }

    /// Weblate saves with Translate Toolkit: a message that someone touched is wrapped at 77 columns, the others stay
    /// as they are, and the header gets names, a date and, in its comment, those who took part.
    @Test func takesFromWeblateWhatATranslatorDid() throws {
        let fields = #"""
            "Project-Id-Version: Prova\n"
            "Language: en\n"
            "MIME-Version: 1.0\n"
            "Content-Type: text/plain; charset=UTF-8\n"
            "Content-Transfer-Encoding: 8bit\n"
            "Plural-Forms: nplurals=2; plural=n != 1;\n"
            "PO-Revision-Date: 2026-11-22 08:30+0000\n"
            "Last-Translator: A. B. <ab@mediatori.example>\n"
            "Language-Team: English <https://weblate.example/projects/prova/sito/en/>\n"
            "X-Generator: Weblate 2026.10\n"

            """#
        let comment = "# A. B. <ab@mediatori.example>, 2026.\n"
        let translation = #"""
            msgstr "Somebody of the service. Call {centre.phone} first, or drop in [at the desk]({1}) whenever you want."
            """#
        let written = try sample([
            (Self.header, fields), ("msgid \"\"\nmsgstr \"\"\n", comment + "msgid \"\"\nmsgstr \"\"\n"),
            (
                translation,
                #"""
                msgstr ""
                "A person of the service. Call {centre.phone} first, or drop in [at the desk]("
                "{1}) whenever you want."
                """#
            ),
            ("#, fuzzy, python-brace-format\n", "#, python-brace-format\n"),
            ("msgid \"E dopo?\"\nmsgstr \"\"", "msgid \"E dopo?\"\nmsgstr \"And then?\""),
        ])
        let catalogue = parseCatalogue(bytes: Array(try updated(written).utf8), file: "en.po").value
        #expect(catalogue.header?.translatorComments == ["A. B. <ab@mediatori.example>, 2026."])
        #expect(catalogue[header: "X-Generator"] == "Weblate 2026.10")
        #expect(catalogue.pluralRule?.formCount == 2)
        #expect(catalogue.entries.map(\.state) == [.draft, .draft, .draft, .draft, .draft, .draft])
        let person = catalogue.entries[1]
        #expect(
            person.translations == [
                "A person of the service. Call {centre.phone} first, or drop in [at the desk]({1}) whenever you want."
            ]
        )
        #expect(person.flags == ["python-brace-format"])
        #expect(person.previous == nil, "a message that is not stale any more has no former text")
        #expect(person.translatorComments == ["two lines", "", " written by hand, “è” and {x} in it"])
    }

    @Test(arguments: [
        "#, python-brace-format, fuzzy\n", "#,fuzzy,python-brace-format\n", "#, fuzzy\n#, python-brace-format\n",
        "#, python-brace-format\n#, fuzzy\n", "#, fuzzy , python-brace-format,\n", "#= fuzzy\n#, python-brace-format\n",
        "#, fuzzy, python-brace-format, no-wrap\n",
    ])
    func writesFlagsInOneOrder(flags: String) throws {
        let written = try sample([("#, fuzzy, python-brace-format\n", flags)])
        #expect(try updated(written) == Self.sound)
    }

    @Test(arguments: [
        ("# same as source\n", "#same as source\n"),
        ("# same as source\n", "# same as source\r\n"),
        ("#. answer\n", "#.answer\n"),
        ("#. notice\n", "#.\n#. Notice, as it was called\n"),
        ("#: program\n", "#: program:12 elsewhere.md:3\n"),
        ("#: program\n", "#:program\n#: program\n"),
        ("#: program\n", ""),
        ("#: content/pages/visite.md content", "#: content/pages/visite.md\n#: content"),
        (" quando vuoi.\"\nmsgstr", " \"\n\"quando \"\n\n\"vuoi.\"\nmsgstr"),
        ("#\n#  written", "# \n#  written"),
        ("\n#. heading\n", "\n\n\n#. heading\n"),
    ])
    func takesTheContentsCommentsAndItsOwnForm(old: String, new: String) throws {
        #expect(try updated(sample([(old, new)])) == Self.sound)
    }

    @Test func takesWindowsLineEnds() throws {
        let windows = Self.sound.replacingOccurrences(of: "\n", with: "\r\n")
        #expect(try updated(windows) == Self.sound)
    }

    @Test func warnsOfAByteOrderMarkAndDropsIt() throws {
        let marked = [0xEF, 0xBB, 0xBF] + Array(Self.sound.utf8)
        #expect(try updated(marked, reporting: ["byte-order-mark"]) == Self.sound)
    }

    /// A comment of the translator, a decision and an attestation all survive the message's leaving and coming back.
    @Test func keepsCommentsWhileAMessageIsAway() throws {
        let catalogue = parseCatalogue(bytes: Array(Self.sound.utf8), file: "en.po").value
        let away = catalogue.merged(with: Catalogue.template([], project: "Prova"))
        #expect(away.entries.isEmpty)
        #expect(away.obsolete.count == 7, "all but the one that nobody had translated")
        let rewritten = try Tool.msgcat.output(["--width=50", "en.po"], files: ["en.po": writeCatalogue(away)])
        #expect(try updated(rewritten) == Self.sound)
    }
}
