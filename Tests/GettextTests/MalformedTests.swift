import Diagnostics
import Gettext
import MarkedText
import Testing

/// What is wrong, the identifiers expected at the marked places, and the msgids that survive.
struct Malformed: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var identifiers: [String]
    var kept: [String]

    init(_ name: String, _ text: String, _ identifiers: [String], kept: [String] = ["next"]) {
        self.name = name
        self.text = text
        self.identifiers = identifiers
        self.kept = kept
    }

    var testDescription: String { name }

    static let next = "\n\nmsgid \"next\"\nmsgstr \"after\"\n"

    static let table: [Malformed] = [
        Malformed("no closing quote", "msgid ▸\"a\nmsgstr \"b\"" + next, ["unterminated-string"]),
        Malformed("cut off in a text", "msgid \"a\"\nmsgstr ▸\"b", ["unterminated-string"], kept: []),
        Malformed("cut off after msgid", "msgid \"▸a\"\n", ["missing-keyword"], kept: []),
        Malformed("cut off after a keyword", "msgid \"a\"\n▸msgstr", ["missing-text"], kept: []),
        Malformed("no msgstr, comment next", "msgid \"▸a\"\n\n# note" + next, ["missing-keyword"]),
        Malformed("no msgstr, msgid next", "msgid \"▸a\"" + next, ["missing-keyword"]),
        Malformed(
            "no msgid",
            "▸msgctxt \"a\"" + "\n\nmsgctxt \"c\"\nmsgid \"next\"\nmsgstr \"x\"",
            ["missing-keyword"]
        ),
        Malformed("no text", "▸msgid\nmsgstr \"b\"" + next, ["missing-text"]),
        Malformed("unknown escape", "msgid \"a▸\\q\"\nmsgstr \"b\"" + next, ["unknown-escape"]),
        Malformed("hex without digits", "msgid \"a▸\\xg\"\nmsgstr \"b\"" + next, ["unknown-escape"]),
        Malformed("hex too large", "msgid \"a▸\\x4142\"\nmsgstr \"b\"" + next, ["escape-too-large"]),
        Malformed("octal too large", "msgid \"a▸\\777\"\nmsgstr \"b\"" + next, ["escape-too-large"]),
        Malformed("two escapes", "msgid \"▸\\q\"\nmsgstr \"▸\\w\"" + next, ["unknown-escape", "unknown-escape"]),
        Malformed("escape beyond UTF-8", "msgid \"a\"\n▸msgstr \"\\377\"" + next, ["invalid-utf8"]),
        Malformed("NUL", "msgid \"a▸\0b\"\nmsgstr \"b\"" + next, ["forbidden-character"]),
        Malformed("NUL as escape", "msgid \"a▸\\0\"\nmsgstr \"b\"" + next, ["forbidden-character"]),
        Malformed("EOT", "msgid \"a▸\u{4}\"\nmsgstr \"b\"" + next, ["forbidden-character"]),
        Malformed(
            "duplicate",
            "msgid \"a\"\nmsgstr \"1\"\n\nmsgid \"▸a\"\nmsgstr \"2\"" + next,
            ["duplicate-message"],
            kept: ["a", "next"]
        ),
        Malformed(
            "duplicate obsolete",
            "msgid \"a\"\nmsgstr \"1\"\n\n#~ msgid \"▸a\"\n#~ msgstr \"2\"" + next,
            ["duplicate-message"],
            kept: ["a", "next"]
        ),
        Malformed("second header", "msgid \"▸\"\nmsgstr \"2\"" + next, ["duplicate-message"]),
        Malformed(
            "second msgid",
            "msgid \"▸a\"\nmsgid \"b\"\nmsgstr \"c\"" + next,
            ["missing-keyword"],
            kept: ["b", "next"]
        ),
        Malformed("second msgstr", "msgid \"a\"\nmsgstr \"b\"\n▸msgstr \"c\"" + next, ["misplaced-keyword"]),
        Malformed("msgstr alone", "▸msgstr \"b\"" + next, ["misplaced-keyword"]),
        Malformed("msgstr[] without plural", "msgid \"a\"\n▸msgstr[0] \"b\"" + next, ["misplaced-keyword"]),
        Malformed("plural with msgstr", "msgid \"a\"\nmsgid_plural \"b\"\n▸msgstr \"c\"" + next, ["plural-forms"]),
        Malformed("plural without msgid", "▸msgid_plural \"b\"\nmsgstr[0] \"c\"" + next, ["misplaced-keyword"]),
        Malformed("forms from 1", "msgid \"a\"\nmsgid_plural \"b\"\n▸msgstr[1] \"c\"" + next, ["plural-forms"]),
        Malformed(
            "forms with a gap",
            "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\n▸msgstr[2] \"c\"" + next,
            ["plural-forms"]
        ),
        Malformed(
            "huge form",
            "msgid \"a\"\nmsgid_plural \"b\"\n▸msgstr[99999999999999999999] \"c\"" + next,
            ["plural-forms"]
        ),
        Malformed("form without number", "msgid \"a\"\nmsgid_plural \"b\"\n▸msgstr[] \"c\"" + next, ["unknown-line"]),
        Malformed("too few forms", "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"▸c\"" + next, ["plural-forms"]),
        Malformed(
            "too many forms",
            "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[1] \"c\"\nmsgstr[2] \"▸c\"" + next,
            ["plural-forms"]
        ),
        Malformed("garbage before", "▸foo\nmsgid \"a\"\nmsgstr \"b\"" + next, ["unknown-line"], kept: ["a", "next"]),
        Malformed("garbage inside", "msgid \"a\"\n▸?!\nmsgstr \"b\"" + next, ["unknown-line"]),
        Malformed("garbage after", "msgid \"a\"\nmsgstr \"b\"\n\n▸foo" + next, ["unknown-line"], kept: ["a", "next"]),
        Malformed("misspelt keyword", "msgid \"a\"\n▸msgsrt \"b\"" + next, ["unknown-line"]),
        Malformed("domain", "▸domain \"d\"" + next, ["unknown-line"]),
        Malformed("comment inside", "msgid \"a\"\n▸# why\nmsgstr \"b\"" + next, ["misplaced-comment"]),
        Malformed(
            "comment after previous",
            "#| msgid \"o\"\n▸# why\nmsgid \"a\"\nmsgstr \"b\"" + next,
            ["misplaced-comment"]
        ),
        Malformed("half obsolete", "#~ msgid \"a\"\n▸msgstr \"b\"" + next, ["inconsistent-obsolete"]),
        Malformed(
            "previous msgctxt only",
            "#| msgctxt \"o\"\n▸msgid \"a\"\nmsgstr \"b\"" + next,
            ["misplaced-keyword"]
        ),
        Malformed(
            "conflict",
            "▸<<<<<<< HEAD\nmsgid \"a\"\nmsgstr \"b\"\n\n▸=======" + next,
            ["merge-conflict", "merge-conflict"],
            kept: ["a", "next"]
        ),
        Malformed("comment at the end", "msgid \"next\"\nmsgstr \"b\"\n\n▸# lost", ["stray-comment"]),
        Malformed(
            "attestation by nobody",
            "▸# reviewed: 2026-11-21 3f2a9c1d\nmsgid \"next\"\nmsgstr \"b\"",
            ["malformed-attestation"]
        ),
        Malformed(
            "attestation on no day",
            "▸# reviewed: 2026-02-30 A.B. 3f2a9c1d\nmsgid \"next\"\nmsgstr \"b\"",
            ["malformed-attestation"]
        ),
        Malformed(
            "three problems",
            "msgid ▸\"a\nmsgstr \"b\"\n\n▸foo\n\nmsgid \"▸c\"" + next,
            ["unterminated-string", "unknown-line", "missing-keyword"]
        ),
    ]
}

@Suite struct MalformedTests {
    @Test(arguments: Malformed.table)
    func reportsThePlaceAndKeepsTheRest(_ sample: Malformed) {
        let marked = MarkedText(header + "\n\n" + sample.text)
        let parsed = parseCatalogue(marked.source)
        #expect(parsed.diagnostics.map(\.identifier) == sample.identifiers)
        #expect(parsed.diagnostics.map(\.location.position) == marked.places)
        #expect(parsed.value.entries.map(\.id) == sample.kept)
    }

    @Test func textWithoutKeywordAtTheStart() {
        let marked = MarkedText("▸\"a\"\n" + header)
        let parsed = parseCatalogue(marked.source)
        #expect(parsed.diagnostics.map(\.identifier) == ["misplaced-text"])
        #expect(parsed.diagnostics.map(\.location.position) == marked.places)
    }

    @Test func duplicatesNameBothPlaces() {
        let parsed = parseCatalogue(
            SourceText(file: "en.po", text: header + "\n\nmsgid \"Ciao\"\nmsgstr \"1\"\n\nmsgid \"Ciao\"\nmsgstr \"2\"")
        )
        #expect(
            parsed.diagnostics.map(\.description) == [
                """
                en.po:10:8: error: [duplicate-message] the message 'Ciao' is already at line 7
                  hint: a message stands in a file once; keep one of the two
                """
            ]
        )
    }

    @Test func namesTheFirstByteThatIsNotUTF8() {
        var bytes = Array((header + "\n\n# so\nmsgid \"è ").utf8)
        bytes += [0xE8, 0x20] + Array("\"\nmsgstr \"b\"".utf8) + Array(Malformed.next.utf8)
        let parsed = parseCatalogue(bytes: bytes, file: "en.po")
        #expect(parsed.value.entries.map(\.id) == ["next"])
        #expect(parsed.diagnostics.map(\.identifier) == ["invalid-utf8"])
        #expect(parsed.diagnostics.first?.location.position == SourcePosition(line: 8, column: 11))
        #expect(parsed.diagnostics.first?.message.english == "byte 0xE8 is not UTF-8")
    }

    @Test func namesTheBadByteOfAComment() {
        let bytes = Array((header + "\n\n# so ").utf8) + [0xFF] + Array("\nmsgid \"a\"\nmsgstr \"b\"".utf8)
        let parsed = parseCatalogue(bytes: bytes, file: "en.po")
        #expect(parsed.diagnostics.first?.location.position == SourcePosition(line: 7, column: 6))
        #expect(parsed.value.entries == [])
    }

    @Test func anotherCharsetIsOneProblem() {
        var bytes = Array("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n\n".utf8)
        for number in 0..<3 { bytes += Array("msgid \"\(number) ".utf8) + [0xE8] + Array("\"\nmsgstr \"b\"\n\n".utf8) }
        let parsed = parseCatalogue(bytes: bytes, file: "en.po")
        #expect(parsed.diagnostics.map(\.identifier) == ["catalogue-charset"])
        #expect(parsed.diagnostics.hasErrors)
    }

    @Test(arguments: ["", "\n\n", "msgid \"a\"\nmsgstr \"b\""])
    func missingHeader(text: String) {
        #expect(
            parseCatalogue(SourceText(file: "en.po", text: text)).diagnostics.map(\.identifier) == ["missing-header"]
        )
    }

    @Test(arguments: [
        "nplurals=2;", "plural=n;", "nplurals=0; plural=0;", "nplurals=x; plural=0;", "nplurals=2; plural=n;",
        "nplurals=2; plural=n/0;", "nplurals=2; plural=(n;", "nplurals=-1; plural=0;",
    ])
    func badPluralForms(value: String) {
        let text = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: \(value)\\n\"\n"
        let parsed = parseCatalogue(SourceText(file: "en.po", text: text))
        #expect(parsed.diagnostics.map(\.identifier) == ["plural-forms"])
        #expect(parsed.diagnostics.hasErrors)
    }
}
