import Content
import Diagnostics
import Gettext
import MarkedText
import Site
import Testing

/// A catalogue written by hand, read with the messages it translates: `▸` stands where a problem is reported.
private func check(
    _ marked: String,
    of messages: [(id: String, plural: String?, syntax: Message.Syntax)],
    language code: String = "ar",
    glossary: String = ""
) throws -> (found: [Diagnostic], places: [SourcePosition]) {
    let language = try #require(Language(code))
    let plurals = try #require(PluralRule.header(for: code))
    let header = """
        msgid ""
        msgstr ""
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Plural-Forms: \(plurals)\\n"


        """
    let sample = MarkedText(header + marked, file: "translations/\(code).po")
    let read = readCatalogueFile(bytes: Array(sample.source.text.utf8), path: sample.source.file)
    try #require(read.diagnostics == [])
    let units = messages.map { TranslationUnit($0.id, plural: $0.plural, syntax: $0.syntax) }
    let rows = readGlossary(SourceText(file: "glossary.csv", text: "term,language,rendering,note\n" + glossary))
    try #require(rows.diagnostics == [])
    let guide = StyleGuide(language: language, glossary: rows.value, names: ["Centro di prova"])
    let found =
        blockingProblems(of: read.value, units: units) + styleProblems(of: read.value, units: units, guide: guide)
    return (found, sample.places)
}

/// One kind of mistake: what the Italian says, what the translation says, and what is reported where.
struct Mistake: CustomTestStringConvertible, Sendable {
    let id: String
    let marked: String
    let identifier: String
    var severity = Diagnostic.Severity.error
    var syntax = Message.Syntax.markdown
    var language = "ar"

    var testDescription: String { "\(identifier): \(marked)" }
}

@Suite struct TranslationFaultTests {
    static let mistakes: [Mistake] = [
        Mistake(id: "Chiama {service.phone}", marked: "اتصل ▸0522 411237", identifier: "typed-contact"),
        Mistake(id: "Chiama subito", marked: "اتصل ▸0522 411237", identifier: "typed-contact"),
        Mistake(
            id: "Scrivi al centro",
            marked: "Write to ▸info@centro.example",
            identifier: "typed-contact",
            language: "en"
        ),
        Mistake(id: "Vai sul sito", marked: "Go to ▸www.centro.example", identifier: "typed-contact", language: "en"),
        Mistake(id: "Vai sul sito", marked: "▸https://centro.example", identifier: "typed-contact", syntax: .plain),
        Mistake(
            id: "Costa poco",
            marked: "It ▸~~costs~~ is cheap",
            identifier: "unread-mark",
            severity: .warning,
            language: "en"
        ),
        Mistake(
            id: "Costa poco",
            marked: "It is ▸==cheap==",
            identifier: "unread-mark",
            severity: .warning,
            language: "en"
        ),
        Mistake(
            id: "Costa poco",
            marked: "It is ▸:smile: cheap",
            identifier: "unread-mark",
            severity: .warning,
            language: "en"
        ),
        Mistake(
            id: "Costa poco",
            marked: "It is cheap▸[^a]",
            identifier: "unread-mark",
            severity: .warning,
            language: "en"
        ),
        Mistake(
            id: "Costa poco",
            marked: "▸[ ] It is cheap",
            identifier: "unread-mark",
            severity: .warning,
            language: "en"
        ),
        Mistake(
            id: "Costa poco",
            marked: "▸##It is cheap",
            identifier: "unread-mark",
            severity: .warning,
            language: "en"
        ),
        Mistake(
            id: "Costa poco",
            marked: "It is ▸**cheap",
            identifier: "unclosed-mark",
            severity: .warning,
            language: "en"
        ),
        Mistake(id: "[Vai]({1})", marked: "▸اذهب", identifier: "translation-links"),
        Mistake(id: "[Vai]({1})", marked: "[اذهب]({1}) ▸[هنا]({2})", identifier: "translation-links"),
        Mistake(id: "[Vai]({1})", marked: "▸[اذهب](https://altrove.example)", identifier: "translation-links"),
        Mistake(id: "[Vai]({1})", marked: "▸![اذهب]({1})", identifier: "translation-links"),
        Mistake(id: "[Vai]({1}) subito", marked: "فورا ▸[]({1})", identifier: "translation-empty-words"),
        Mistake(id: "Vai *via* ora", marked: "▸اذهب بعيدا الآن", identifier: "translation-markup"),
        Mistake(id: "Vai via", marked: "▸**اذهب** بعيدا", identifier: "translation-markup"),
        Mistake(id: "Vai **via**", marked: "▸*اذهب* **بعيدا**", identifier: "translation-markup"),
        Mistake(id: "Apri `index`", marked: "▸افتح index", identifier: "translation-markup"),
        Mistake(id: "Uno\\\\\\ndue", marked: "▸واحد اثنان", identifier: "translation-markup"),
        Mistake(id: "Chiama {a.b}", marked: "▸اتصلوا", identifier: "translation-placeholders"),
        Mistake(id: "Chiama", marked: "اتصلوا ▸{a.b}", identifier: "translation-placeholders"),
        Mistake(id: "Chiama {a.b}", marked: "اتصلوا {a.b} ▸{", identifier: "translation-brace"),
        Mistake(id: "Chiama", marked: "▸} اتصلوا", identifier: "translation-brace", syntax: .plain),
        Mistake(id: "Entro 5 giorni", marked: "خلال ▸6 أيام", identifier: "translation-numbers"),
        Mistake(id: "Entro 5 giorni", marked: "▸خلال أيام", identifier: "translation-numbers"),
        Mistake(id: "Chiama il 112", marked: "اتصلوا بـ 112 أو ▸118", identifier: "translation-numbers"),
        Mistake(id: "Entro 5 giorni", marked: "خلال ▸٥ أيام", identifier: "translation-digits"),
        Mistake(id: "Entro 15 giorni", marked: "▸۱۵ دن میں", identifier: "translation-digits", language: "ur"),
        Mistake(id: "Entro 5 giorni", marked: "▸৫ দিনের মধ্যে", identifier: "translation-digits", language: "bn"),
        Mistake(id: "Entro 5 giorni", marked: "▸੫ ਦਿਨਾਂ ਵਿੱਚ", identifier: "translation-digits", language: "pa"),
        Mistake(id: "Vai via", marked: "اذهب ▸<b>بعيدا</b>", identifier: "translation-html"),
        Mistake(id: "Vai via", marked: "اذهب ▸\u{202E}بعيدا", identifier: "translation-control-character"),
        Mistake(id: "Vai via", marked: "اذهب ▸\\tبعيدا", identifier: "translation-control-character"),
        Mistake(id: "Vai via", marked: "اذهب ▸\u{2028}بعيدا", identifier: "translation-control-character"),
        Mistake(id: "Vai via", marked: "اذهب ▸\u{2067}بعيدا", identifier: "translation-isolates"),
        Mistake(id: "Vai via", marked: "اذهب ▸\u{2069}بعيدا\u{2066}", identifier: "translation-isolates"),
        Mistake(id: "Vai via.", marked: "اذهب بعيد▸ا", identifier: "translation-ending", severity: .warning),
        Mistake(id: "Vai via", marked: "اذهب بعيدا▸؟", identifier: "translation-ending", severity: .warning),
        Mistake(id: "Vai via!", marked: "اذهب بعيدا▸.", identifier: "translation-ending", severity: .warning),
        Mistake(id: "Vai via", marked: "▸ اذهب", identifier: "translation-space", severity: .warning),
        Mistake(id: "Vai via", marked: "اذهب▸ ", identifier: "translation-space", severity: .warning),
        Mistake(id: "Vai via", marked: "اذهب▸\\nبعيدا", identifier: "translation-line-break", severity: .warning),
        Mistake(
            id: "Vai",
            marked: "اذهب▸\\nبعيدا",
            identifier: "translation-line-break",
            severity: .warning,
            syntax: .plain
        ),
        Mistake(id: "Vai via", marked: "▸Vai via", identifier: "translation-same", severity: .warning),
        Mistake(
            id: "Vai via",
            marked: "▸" + String(repeating: "اذهب ", count: 9) + "بعيدا",
            identifier: "translation-length",
            severity: .warning
        ),
        Mistake(
            id: "Vai via",
            marked: "▸快走快走快走快走快走快走快走快走快走快走快",
            identifier: "translation-length",
            severity: .warning,
            language: "zh-Hans"
        ),
    ]

    @Test(arguments: mistakes)
    func namesTheFaultAndItsPlace(mistake: Mistake) throws {
        let id = mistake.id.replacing("\\\\", with: "\\").replacing("\\n", with: "\n")
        let (found, places) = try check(
            "msgid \"\(mistake.id)\"\nmsgstr \"\(mistake.marked)\"\n",
            of: [(id, nil, mistake.syntax)],
            language: mistake.language
        )
        #expect(found.identifiers == [mistake.identifier])
        #expect(found.places == places)
        #expect(found.map(\.severity) == [mistake.severity])
        #expect(found.allSatisfy { $0.hint?.english.isEmpty == false && $0.location.file.hasPrefix("translations/") })
    }

    /// What another language or script writes differently and means the same.
    @Test(arguments: [
        ("Vai via?", "اذهب بعيدا؟", "ar"), ("Vai via.", "چلے جائیں۔", "ur"), ("Vai via.", "চলে যান।", "bn"),
        ("Vai via.", "ਚਲੇ ਜਾਓ।", "pa"), ("Vai via.", "走开。", "zh-Hans"), ("Vai via!", "走开！", "zh-Hans"),
        ("Qui:", "这里：", "zh-Hans"), ("E poi…", "And then...", "en"), ("«Vai via.»", "“走开”。", "zh-Hans"),
        ("Dice: «vai via».", "She says: “go away.”", "en"), ("(Vai via.)", "(走开。）", "zh-Hans"),
        ("Sono 1.000 giorni", "There are 1,000 days", "en"), ("Sono 1.000 giorni", "他们有 1000 天", "zh-Hans"),
        ("Vai *via*", "- *بعيدا* # +", "ar"), ("Apri il PDF", "Open the PDF", "en"), ("Vai", "\\\"Go\\\"", "en"),
        ("WhatsApp", "WhatsApp", "en"), ("PDF", "PDF", "en"), ("Centro di prova", "Centro di prova", "en"),
        ("a@prova.example", "a@prova.example", "en"), ("MG-01", "MG-01", "en"), ("{a.b}: 5", "{a.b}: 5", "en"),
        ("Il 5 e il 7", "On 7 and 5", "en"), ("Vai via", "اذهب \u{2068}بعيدا\u{2069}", "ar"),
        ("Vai via", "می\u{200C}روم \u{200F}دور", "ur"), ("Scrivi {{", "اكتبوا {{", "ar"),
    ])
    func acceptsWhatMeansTheSame(id: String, translation: String, language: String) throws {
        let (found, _) = try check(
            "msgid \"\(id)\"\nmsgstr \"\(translation)\"\n",
            of: [(id, nil, .markdown)],
            language: language
        )
        #expect(found == [])
    }

    @Test func placesCountEscapesAndStringsOfTheFile() throws {
        let (found, places) = try check(
            "msgid \"Vai via\"\nmsgstr \"\"\n\"\\\"اذهب\\\" \"\n  \"\\x41 ▸7\"\n",
            of: [("Vai via", nil, .markdown)]
        )
        #expect(found.identifiers == ["translation-numbers"])
        #expect(found.places == places)
    }

    @Test func aCommentOrAReviewSaysThatTheItalianIsMeant() throws {
        let (found, _) = try check("# same as source\nmsgid \"Menu\"\nmsgstr \"Menu\"\n", of: [("Menu", nil, .plain)])
        #expect(found == [])
        var entry = Entry("Menu", translations: ["Menu"])
        let day = try #require(ISODate("2026-11-21"))
        entry = try #require(entry.attested(on: day, by: "mediatrice A.B."))
        #expect(entry.isMarkedSame)
    }

    /// Arabic: forms for 0, 1 and 2 alone, then for many numbers each.
    @Test func onlyAFormForOneNumberMayLeaveTheCountOut() throws {
        let (found, places) = try check(
            """
            msgid "{count} parte"
            msgid_plural "{count} parti"
            msgstr[0] "لا شيء"
            msgstr[1] "جزء واحد"
            msgstr[2] "2 جزء"
            msgstr[3] "▸أجزاء"
            msgstr[4] "{count} جزءا و▸4"
            msgstr[5] "{count} جزء {▸"
            """.replacing("{▸", with: "▸{"),
            of: [("{count} parte", "{count} parti", .plain)]
        )
        #expect(found.identifiers == ["translation-count", "translation-numbers", "translation-brace"])
        #expect(found.places == places)
    }

    /// Russian: the first form is for 1, and for 21 and 31 too.
    @Test func aFormThatLooksSingularMayServeMore() throws {
        let (found, _) = try check(
            """
            msgid "{count} parte"
            msgid_plural "{count} parti"
            msgstr[0] "Одна часть"
            msgstr[1] "{count} части"
            msgstr[2] "{count} частей"
            """,
            of: [("{count} parte", "{count} parti", .plain)],
            language: "ru"
        )
        #expect(found.identifiers == ["translation-count"])
    }

    @Test(arguments: [
        ("Le Famiglie e l’ostetrica", "العائلات والقابلة", ["famiglia|famiglie"]),
        ("La famiglia", "للأسر", []), ("La bozza", "آخر مسودّات", []), ("La famiglia", "أُسـرة", []),
        ("Sfamiglia", "شيء", []),
        ("La tua famiglia", "أسرتكم", []), ("L’ostetrica", "الطبيب", ["ostetric*"]), ("Ostetriche", "قابلات", []),
        ("Il servizio sociale", "الخدمات الاجتماعية", []), ("Il servizio", "الخدمات الاجتماعية", ["servizio"]),
    ])
    func theGlossarysWordsAreLookedFor(id: String, translation: String, terms: [String]) throws {
        let (found, _) = try check(
            "msgid \"\(id)\"\nmsgstr \"\(translation)\"\n",
            of: [(id, nil, .markdown)],
            glossary: """
                famiglia|famiglie,ar,الأسرة (المعنى)|الأسر,
                ostetric*,ar,القابلة|قابلات,
                servizio sociale,ar,الخدمات الاجتماعية,
                servizio,ar,الخدمة,
                "La, tua",ar,لا شيء,(advice) only for people
                famiglia,en,family,
                bozza,ar,مسودة|مسودات,

                """
        )
        #expect(found.map(\.identifier) == terms.map { _ in "glossary-term" })
        for (diagnostic, term) in zip(found, terms) { #expect(diagnostic.message.english.contains("'\(term)'")) }
    }

    /// The stem of a Bengali word ends in the middle of a character; half of its letters can be written in two ways.
    @Test(arguments: ["আপনার ঘর", "\u{9AF}\u{9BC} আপনি"])
    func stemsAreOfLettersAndNotOfCharacters(translation: String) throws {
        let (found, _) = try check(
            "msgid \"Tu qui\"\nmsgstr \"\(translation)\"\n",
            of: [("Tu qui", nil, .markdown)],
            language: "bn",
            glossary: "tu,bn,আপন,\nqui,bn,\u{9DF}|ঘর,\n"
        )
        #expect(found == [])
    }

    @Test(arguments: [("The form", []), ("Some information", ["scheda"]), ("two FORMS", []), ("(forms)", [])])
    func whereWordsHaveNoPrefixesARenderingBeginsOne(translation: String, terms: [String]) throws {
        let (found, _) = try check(
            "msgid \"Una scheda\"\nmsgstr \"\(translation)\"\n",
            of: [("Una scheda", nil, .markdown)],
            language: "en",
            glossary: "scheda,en,form,\n"
        )
        #expect(found.count == terms.count)
    }
}
