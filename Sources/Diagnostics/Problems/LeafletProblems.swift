/// What can be wrong with leaflets that were printed once.
extension Problem {
    package static func lostLeaflet(_ code: String, editions: Int) -> Problem {
        lost(
            en: "the leaflet \(code)",
            it: "il foglio \(code)",
            editions,
            hint: Wording(
                en: "put the file back, with 'withdrawn: DAY' if it is over,"
                    + " or add 'aliases: [\(code)]' to the leaflet that takes its place",
                it: "rimetti il file, con 'withdrawn: GIORNO' se il foglio è ritirato,"
                    + " o aggiungi 'aliases: [\(code)]' al foglio che prende il suo posto"
            )
        )
    }

    package static func lostLanguage(_ code: String, editions: Int) -> Problem {
        lost(
            en: "the language '\(code)'",
            it: "la lingua '\(code)'",
            editions,
            hint: Wording(
                en: "put it back, or list it under 'former-languages' in content/site.yml",
                it: "rimettila, o scrivila sotto 'former-languages' in content/site.yml"
            )
        )
    }

    package static func lostCentre(_ id: String, editions: Int) -> Problem {
        lost(
            en: "the centre '\(id)'",
            it: "il centro '\(id)'",
            editions,
            hint: Wording(
                en: "put the file back, or list the id under 'former-centres' in content/site.yml:"
                    + " its copies then lead to the sheet for all centres",
                it: "rimetti il file, o scrivi l'id sotto 'former-centres' in content/site.yml:"
                    + " le sue copie portano allora al foglio di tutti i centri"
            )
        )
    }

    private static func lost(en name: String, it nome: String, _ editions: Int, hint: Wording) -> Problem {
        let (count, conto) =
            editions == 1 ? ("1 edition", "1 edizione") : ("\(editions) editions", "\(editions) edizioni")
        return Problem(
            "lost-edition",
            en: "\(name) is gone, and content/leaflets/editions.tsv has \(count) of it:"
                + " nothing says where their printed codes lead now",
            it: "\(nome) non c'è più, e content/leaflets/editions.tsv ne ha \(conto):"
                + " niente dice dove portano ora i codici stampati",
            hint: hint
        )
    }

    package static func leafletAlias(_ code: String) -> Problem {
        Problem(
            "leaflet-code",
            en: "'\(code)' is not the code of a leaflet",
            it: "'\(code)' non è il codice di un foglio",
            hint: Wording(
                en: "write the code that was printed, such as MG-01",
                it: "scrivi il codice che era stampato, per esempio MG-01"
            )
        )
    }

    package static let successorOfCurrent = Problem(
        "successor-of-current",
        en: "a leaflet that is not withdrawn has no successor",
        it: "un foglio che non è ritirato non ha un successore",
        hint: Wording(
            en: "add 'withdrawn: ' with the day, or take 'successor' out",
            it: "aggiungi 'withdrawn: ' con il giorno, o togli 'successor'"
        )
    )

    package static func unknownSuccessor(_ code: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-successor",
            en: "no leaflet that is printed has the code '\(code)'",
            it: "nessun foglio che si stampa ha il codice '\(code)'",
            hint: hint
        )
    }
}

/// What can be wrong with the ledger of editions.
extension Problem {
    package static let ledgerHead = ledger(
        en: "the first line does not name the columns",
        it: "la prima riga non dà i nomi delle colonne"
    )

    package static func ledgerColumns(_ count: Int, expected: Int) -> Problem {
        ledger(
            en: "the line has \(count) columns, and must have \(expected)",
            it: "la riga ha \(count) colonne, e deve averne \(expected)"
        )
    }

    package static func ledgerCell(_ column: String, expected: Wording) -> Problem {
        ledger(
            en: "the column '\(column)' must hold \(expected.english)",
            it: "la colonna '\(column)' deve contenere \(expected.italian)"
        )
    }

    package static let ledgerOrder = ledger(
        en: "this edition is older than one of the same sheet above it",
        it: "questa edizione è più vecchia di una dello stesso foglio più in alto"
    )

    private static func ledger(en: String, it: String) -> Problem {
        Problem(
            "edition-ledger",
            en: en,
            it: it,
            hint: Wording(
                en: "'millegiorni leaflets release' writes this file; undo what was changed by hand",
                it: "questo file lo scrive 'millegiorni leaflets release'; annulla quello che è stato cambiato a mano"
            )
        )
    }
}

/// What a column of the ledger has to hold.
extension Wording {
    package static let layoutCell = Wording(en: "'single' or 'bilingual'", it: "'single' o 'bilingual'")
    package static let dayCell = Wording(en: "a day, as in 2026-11-21", it: "un giorno, come 2026-11-21")
    package static let hashCell = Wording(en: "8 hexadecimal digits", it: "8 cifre esadecimali")
}

/// What a leaflet should not go without.
extension Problem {
    package static let leafletWithoutContact = Problem(
        "leaflet-contact",
        en: "the leaflet has no box with whom to call",
        it: "il foglio non dice chi chiamare: non ha il riquadro dei contatti",
        hint: Wording(
            en: "put a {contact} block on the last panel",
            it: "metti un blocco {contact} sull'ultimo pannello"
        )
    )

    package static let leafletWithoutCode = Problem(
        "leaflet-code-missing",
        en: "the leaflet has no code to scan, so nobody can find out whether a printed copy still holds",
        it: "il foglio non ha il codice da inquadrare, e nessuno può sapere se una copia stampata vale ancora",
        hint: Wording(
            en: "put a {qr} block on the last panel",
            it: "metti un blocco {qr} sull'ultimo pannello"
        )
    )
}
