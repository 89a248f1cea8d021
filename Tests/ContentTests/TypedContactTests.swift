import Content
import Diagnostics
import MarkedText
import Testing

/// Numbers and addresses that are typed into a text: nobody can tap them, and they can't be kept in one place.
@Suite struct TypedContactTests {
    private func check(_ body: String) -> (found: [Diagnostic], places: [SourcePosition]) {
        problems(with: "content/pages/index.md", marked: SampleProject.page(body))
    }

    @Test(arguments: [
        "Chiama lo ▸(0522) 411-2372 oppure ▸+39 0522 411237.", "Tel. ▸0522/411237", "Tel. ▸0522.411237",
        "Chiama ▸05224112372",
        "Chiama ▸06 67601 di mattina", "Scrivi al ▸333 1234567", "Scrivi al ▸333.123.4567", "Scrivi al ▸3331234567",
        "Il numero verde ▸800 123 456", "Il numero verde ▸800-123456", "L’INPS: ▸803 164", "Chiama ▸0039 0522 411237",
        "Chiama **▸0522 411237**", "Chiama ▸+44 20 7946 0958, è a Londra", "▸0522\u{A0}411237",
        "Chiama ▸+390522411237.",
        "Scrivi a ▸info@comune.example.", "Scrivi a ▸nome.cognome+x@ausl.re.it, grazie",
        "Vai su ▸https://www.comune.example/mille?x=1.", "Vai su ▸http://comune.example", "Vai su ▸www.comune.example!",
        "Vai su ▸comune.example.it/nidi.", "Il sito (▸www.comune.example)", "Vai su <▸www.comune.example>",
        "Chiama il ▸112.", "In pericolo chiama ▸112", "Numero: ▸112",
    ])
    func aTypedContactIsNamed(body: String) {
        let (found, places) = check(body)
        #expect(Set(found.identifiers) == ["typed-contact"], "\(found)")
        #expect(found.places == places, "\(found)")
        #expect(found.allSatisfy { $0.severity == .warning && $0.hint != nil })
    }

    @Test(arguments: [
        "Legge 184/1983, d.lgs. 286/1998, DPR n. 1124/1965.",
        "Il 01/02/2026 e il 01.02.2026, 2026-11-21, dal 01-02-2026",
        "Orario 08.30-12.30, 09:00–13:00, 8.30 - 12.30", "1.000 giorni, 10.000.000 di euro, 1.234,56 €",
        "0-3 anni, 0–36 mesi",
        "Comune 035012", "codice ISTAT 035012", "Partita IVA 01234567890", "C.F. 01234567890",
        "IBAN IT60X0542811101000000123456",
        "CAP 42121, anni 2020-2026, 2026/2027", "Protocollo 0012345/2026", "ISBN 978-88-06-21919-5",
        "333.123.456 abitanti",
        "112 famiglie, pagina 112, le 112 visite, art. 112, 112 € e il 112%", "{service.help}",
        "[0522 411237](tel:+390522411237)",
        "<info@comune.example> e <https://comune.example>", "[comune.example](https://comune.example)", "`0522 411237`",
        "d.lgs. e art. 35, ecc.it", "@mention e a@b", "Lunedì 1, 2, 3 e 4", "In 10-15 minuti, fino a 1000",
        "Il 113 non è un fatto",
        "Nel 1000 a.C., 300 000 000 stelle", "Decreto 65 del 2017, comma 0522", "Il d.lgs. 112/1998 e il 112 del 1998",
    ])
    func otherNumbersAreLeftAlone(body: String) {
        let found = check(body).found
        #expect(found == [], "\(found)")
    }

    @Test(arguments: [
        ("Chiama il 112.", "{service.help}"), ("Chiama lo 0500 000 001.", "{contact}"),
        ("Chiama lo 0522 411237.", "{contact}"),
        ("Scrivi a info@comune.example.", "<info@comune.example>"),
        ("Vai su www.comune.example.", "https://www.comune.example"),
    ])
    func theFactIsOffered(body: String, way: String) throws {
        let hint = try #require(check(body).found.first?.hint)
        #expect(hint.english.contains(way) && hint.italian.contains(way), "\(hint)")
    }

    @Test func aDescriptionIsLookedAtToo() {
        let page = SampleProject.page("Ciao.\n").replacing("Una pagina di prova.", with: "\"Chiama lo 0522 411237.\"")
        let found = SampleProject().with("content/pages/index.md", page).read().diagnostics
        #expect(found.identifiers == ["typed-contact"], "\(found)")
    }
}
