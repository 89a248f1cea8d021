import Content
import Diagnostics
import MarkedText
import Testing

/// Marks that people bring from other tools: each is named once, where it stands, and never printed without a word.
@Suite struct UnreadMarkTests {
    private static let page = "content/pages/index.md"

    /// The problems of a page with this body, and the places that it marks.
    private func check(_ body: String) -> (found: [Diagnostic], places: [SourcePosition]) {
        problems(with: Self.page, marked: SampleProject.page(body))
    }

    @Test(arguments: [
        // Tables.
        "▸| Quando | Dove |\n| --- | --- |\n| Lunedì | Qui |",
        "Ecco:\n▸| Quando | Dove |\n|---|---|\n| **Lunedì | ~~Qui~~ |",
        "▸Quando | Dove\n--- | :---:\nLunedì | Qui",
        "▸| Lunedì | Qui |\n| Martedì | Là |",
        "▸+-------+------+\n| Lunedì | Qui |",
        // Text marks.
        "Costa ▸~~10 euro~~ niente.", "Costa ▸~10 euro~ niente.", "Costa ▸~~*10* euro~~ niente.",
        "È ▸==gratis== per tutti.", "Una frase▸[^1] con la nota.", "▸[^1]: Da una legge.\n", "Ciao ▸:smile: a te",
        "Due▸&nbsp parole", "Due ▸&spazio; parole", "Una ▸'''parola''' forte", "Una ▸[b]parola[/b] forte",
        // Tasks.
        "- ▸[ ] Porta un documento\n- Porta un libro", "- ▸[x] Porta un documento", "- Uno\n- ▸[X] due",
        // Links and pictures.
        "Leggi ▸[la privacy] (index.md).", "Leggi ▸[la privacy][privacy].", "Leggi ▸[la *privacy*][].",
        "Leggi ▸[[privacy]].", "Leggi ▸[[privacy|i tuoi dati]].", "Leggi ▸(la privacy)[index.md].",
        "▸![Il centro](../media/Foto Centro.JPG)", "Leggi ▸[qui](per chi e.md).", "Leggi ▸[qui](index.md subito",
        // Blocks.
        "▸##Quanto costa?", "Testo\n▸###Quanto costa?", "▸#Quanto costa la visita?", "▸####### Troppi",
        "▸::: note\nCiao\n:::", "▸:::{note}\nCiao\n:::", "> ▸[!NOTE]\n> Ciao", "▸!!! note\n    Ciao", "▸[TOC]",
        "▸• Uno\n• Due", "▸– Uno\n– Due", "▸-Uno\n-Due", "Porta:\n\t▸- un libro", "Termine\n▸: che cosa vuol dire",
        "▸== Quanto costa? ==", "▸h2. Quanto costa?", "Testo\n\n▸\\newpage\n\nTesto", "Testo in fondo▸\\",
        "```{note}\nCosta ▸~~10 euro~~ niente.\n```", "- Uno\n\n  ```{note}\n  Costa ▸~~10~~ niente.\n  ```",
    ])
    func aMarkThatIsNotReadIsNamed(body: String) throws {
        let (found, places) = check(body)
        #expect(found.identifiers == ["unread-mark"], "\(found)")
        #expect(found.places == places, "\(found)")
        #expect(found.allSatisfy { $0.hint != nil && $0.severity == .error })
    }

    @Test(arguments: [
        "Da ▸*non chiuso in poi", "Un ▸**grassetto che non finisce", "Finisce e basta▸**, qui.", "Car▸* amici",
        "Un ▸_corsivo che non finisce", "Un ▸`codice che non finisce", "Un ▸__grassetto che non finisce",
        "Un ▸**bel *giorno* qui",
    ])
    func aMarkWithoutItsPairIsNamed(body: String) throws {
        let (found, places) = check(body)
        #expect(found.identifiers == ["unclosed-mark"], "\(found)")
        #expect(found.places == places, "\(found)")
    }

    @Test func eachMarkWithoutItsPairIsNamed() {
        let (found, places) = check("▸*Da qui e ▸**poi anche di qui.")
        #expect(found.identifiers == ["unclosed-mark", "unclosed-mark"], "\(found)")
        #expect(found.places == places)
    }

    @Test(arguments: ["Testo:\n\n▸    - uno\n    - due\n", "Testo:\n\n\t▸- uno\n", "1. Uno\n\n▸        due\n"])
    func anIndentedLineIsNoCode(body: String) throws {
        let (found, places) = check(body)
        #expect(found.identifiers == ["indented-code"], "\(found)")
        #expect(found.places.map(\.line) == places.map(\.line), "\(found)")
    }

    @Test func aDirectiveWithoutBracesIsNoCode() {
        let (found, places) = check("▸```note\nCiao\n```")
        #expect(found.identifiers == ["unknown-directive"], "\(found)")
        #expect(found.places == places)
    }

    /// What looks like a mark and is none, or is escaped on purpose.
    @Test(arguments: [
        "Costa \\~\\~10 euro\\~\\~ niente.", "Car\\* amic\\*", "5 * 3 fa 15, e 5*3 pure", "Da 3 ~ 4 kg, circa ~5 kg",
        "Un file_con_nome", "Nome: ________ Data: __/__/____", "1 < 2 e 3 > 2, x = y == z",
        "R&D, B&B e Q&A, Rossi & Figli",
        "Due&nbsp;parole &amp;nbsp; e &egrave;", "Ore 10:30:15, nota:bene:", "[omissis] e [sic]", "(si veda) [nota]",
        "Leggi [qui](<index.md>), [là](index.md \"titolo\") e [su](#su).\n\n## Su", "# \\#", "Il #1000giorni",
        "Il codice `~~a~~ ==b== [[c]] **d :e:`", "Un'ora d'aria, l''apice", "Uno | due", "C:\\cartella", "\\# uno",
        "- uno\n- [due](index.md)\n\n1. tre\n2. quattro", "— Ciao! disse.", "-5 gradi, -uno",
        "**Uno** *due* ***tre*** __quattro__ _cinque_", "Prima riga\\\nseconda riga", "```\n~~a~~ **b\n```",
        "Da uno… a «due» – e poi (tre) [quattro]", "Porta: uno; due: tre", "È ==", "&& e ||", "a ^ b, x^2",
    ])
    func whatIsNoMarkIsLeftAlone(body: String) throws {
        let found = check(body).found.filter { $0.identifier != "heading-order" && $0.identifier != "empty-heading" }
        #expect(found == [], "\(found)")
    }

    @Test(arguments: [
        ("title", "La **visita**"), ("title", "La [visita](index.md)"), ("description", "Costa ~~poco~~ niente."),
    ])
    func aTitleTakesNoMarks(key: String, text: String) throws {
        let page = SampleProject.page("Ciao.\n").replacing("\(key): ", with: "\(key): \"\(text)\" # ")
        let found = SampleProject().with(Self.page, page).read().diagnostics
        #expect(found.map(\.location.position?.line) == [key == "title" ? 2 : 3], "\(found)")
    }
}
