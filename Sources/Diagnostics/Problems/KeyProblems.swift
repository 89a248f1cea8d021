/// What can be wrong with the keys and values of YAML files, whatever they mean.
extension Problem {
    package static func wrongKind(_ owner: Wording, is kind: Wording, wanted: Wording) -> Problem {
        Problem(
            "wrong-kind",
            en: "\(owner.english) is \(kind.english), and must be \(wanted.english)",
            it: "\(owner.italian) è \(kind.italian), e deve essere \(wanted.italian)"
        )
    }

    package static func notFlag(_ key: String) -> Problem {
        Problem("wrong-kind", en: "'\(key)' must be true or false", it: "'\(key)' deve essere true o false")
    }

    package static func notWholeNumber(_ key: String) -> Problem {
        Problem("wrong-kind", en: "'\(key)' must be a whole number", it: "'\(key)' deve essere un numero intero")
    }

    package static func missingKey(_ key: String, of owner: Wording) -> Problem {
        Problem(
            "missing-key",
            en: "\(owner.english) has no '\(key)'",
            it: "\(owner.italian) non ha '\(key)'",
            hint: Wording(en: "add a line '\(key): …'", it: "aggiungi una riga '\(key): …'")
        )
    }

    package static func unknownKey(_ key: String, of owner: Wording, hint: Wording?) -> Problem {
        Problem(
            "unknown-key",
            en: "\(owner.english) has no key '\(key)'",
            it: "\(owner.italian) non ha una chiave '\(key)'",
            hint: hint
        )
    }

    package static func noKeys(_ owner: Wording) -> Problem {
        Problem(
            "empty-value",
            en: "\(owner.english) has no keys with values",
            it: "\(owner.italian) non ha chiavi con valori",
            hint: Wording(
                en: "begin the lines that belong there with two spaces",
                it: "comincia con due spazi le righe che vanno lì"
            )
        )
    }

    package static func unknownValue(_ text: String, of key: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-value",
            en: "'\(text)' is not a value that '\(key)' can have",
            it: "'\(text)' non è un valore che '\(key)' può avere",
            hint: hint
        )
    }

    package static func emptyValue(_ key: String) -> Problem {
        Problem("empty-value", en: "'\(key)' is empty", it: "'\(key)' è vuoto")
    }

    package static func emptyList(_ key: String) -> Problem {
        Problem(
            "empty-value",
            en: "'\(key)' is empty",
            it: "'\(key)' è vuoto",
            hint: Wording(en: "name at least one", it: "indicane almeno uno")
        )
    }

    package static func badDate(_ text: String) -> Problem {
        Problem(
            "bad-date",
            en: "'\(text)' is not a day of the calendar",
            it: "'\(text)' non è un giorno del calendario",
            hint: Wording(
                en: "dates are written year-month-day: 2026-11-21",
                it: "le date si scrivono anno-mese-giorno: 2026-11-21"
            )
        )
    }

    package static func badDayOfYear(_ text: String) -> Problem {
        Problem(
            "bad-date",
            en: "'\(text)' is not a day of the year",
            it: "'\(text)' non è un giorno dell'anno",
            hint: Wording(
                en: "write month and day between quotes: \"12-08\"",
                it: "scrivi mese e giorno tra virgolette: \"12-08\""
            )
        )
    }
}

/// Kinds of YAML values.
extension Wording {
    package static let singleValue = Wording(en: "a single value", it: "un valore singolo")
    package static let list = Wording(en: "a list", it: "una lista")
    package static let mapping = Wording(en: "a mapping of keys to values", it: "un insieme di chiavi con valori")
    package static let keysWithValues = Wording(en: "keys with values", it: "chiavi con valori")
    package static let namesWithValues = Wording(en: "names with values", it: "nomi con valori")
    package static let namesWithReferrals = Wording(en: "names with referrals", it: "nomi con segnalazioni")
    package static let pointersWithValues = Wording(en: "pointers with values", it: "puntatori con valori")
    package static let text = Wording(en: "text", it: "testo")

    /// A key as the subject of a sentence.
    package static func key(_ name: String) -> Wording { Wording(en: "'\(name)'", it: "'\(name)'") }
}

/// What has keys, as the subject of a sentence.
extension Wording {
    package static let frontMatter = Wording(en: "the front matter", it: "l'intestazione del file")
    package static let facts = Wording(en: "the file of facts", it: "il file dei fatti")
    package static let menuEntry = Wording(en: "the menu entry", it: "la voce di menu")
    package static let siteSettings = Wording(en: "the site's settings", it: "il file delle impostazioni del sito")
    package static let publisher = Wording(en: "the publisher", it: "l'editore")
    package static let theme = Wording(en: "the theme", it: "il tema")
    package static let centre = Wording(en: "the centre", it: "il centro")
    package static let address = Wording(en: "the address", it: "l'indirizzo")
    package static let municipality = Wording(en: "a municipality", it: "un comune")
    package static let phone = Wording(en: "a phone", it: "un telefono")
    package static let closure = Wording(en: "days closed", it: "una voce delle chiusure")
    package static let openingHours = Wording(en: "opening hours", it: "una voce degli orari")
    package static let referralForm = Wording(en: "the referral form", it: "il modulo di segnalazione")
    package static let exampleReferrals = Wording(
        en: "the example referrals",
        it: "il file delle segnalazioni di esempio"
    )
    package static let vectorTest = Wording(en: "a test", it: "un test")
    package static let vectorCentre = Wording(en: "a centre", it: "un centro")

    package static func fact(_ key: String) -> Wording { Wording(en: "the fact '\(key)'", it: "il fatto '\(key)'") }

    package static func vectors(_ name: String) -> Wording {
        Wording(en: "the vectors '\(name)'", it: "il file di vettori '\(name)'")
    }

    package static func formCode(_ code: String) -> Wording {
        Wording(en: "the code '\(code)'", it: "il codice '\(code)'")
    }

    package static func formField(_ path: String) -> Wording {
        Wording(en: "the field '\(path)'", it: "il campo '\(path)'")
    }
}
