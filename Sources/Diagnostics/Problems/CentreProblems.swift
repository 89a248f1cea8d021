/// What can be wrong with the centres, one beside the other.
extension Problem {
    package static func duplicateID(_ id: String, ownedBy file: String) -> Problem {
        Problem(
            "duplicate-id",
            en: "the id '\(id)' is taken by \(file)",
            it: "l'id '\(id)' è già di \(file)",
            hint: Wording(
                en: "give this centre an id of its own, and only the municipalities that are its own",
                it: "dai a questo centro un id tutto suo, e solo i comuni che sono suoi"
            )
        )
    }

    package static func sharedMunicipalities(_ names: [String], ownedBy file: String) -> Problem {
        let list = names.joined(separator: ", ")
        return Problem(
            "duplicate-municipality",
            en: "these municipalities are also in \(file): \(list)",
            it: "questi comuni sono anche in \(file): \(list)",
            hint: Wording(
                en: "a municipality belongs to one centre: delete it from the other",
                it: "un comune appartiene a un centro solo: toglilo dall'altro"
            )
        )
    }
}

extension Problem {
    package static func badID(_ id: String) -> Problem {
        Problem(
            "bad-id",
            en: "'\(id)' can't be the id of a centre",
            it: "'\(id)' non può essere l'id di un centro",
            hint: Wording(
                en: "use small letters, digits and hyphens",
                it: "usa lettere minuscole, cifre e trattini"
            )
        )
    }

    package static func idOfSheets(_ id: String) -> Problem {
        Problem(
            "bad-id",
            en: "the id '\(id)' can't begin with 'it' or end with 'print', which mark the kinds of leaflets",
            it: "l'id '\(id)' non può cominciare con 'it' o finire con 'print', che indicano i tipi di opuscoli",
            hint: Wording(
                en: "put the name of the place first and last, as in 'nord'",
                it: "metti all'inizio e alla fine il nome del luogo, come in 'nord'"
            )
        )
    }

    package static func badISTATCode(_ code: String) -> Problem {
        Problem(
            "bad-istat-code",
            en: "'\(code)' is not an ISTAT code",
            it: "'\(code)' non è un codice ISTAT",
            hint: Wording(
                en: "six digits between quotes, zeros in front included",
                it: "sei cifre tra virgolette, con gli zeri davanti"
            )
        )
    }

    package static func badPostalCode(_ code: String) -> Problem {
        Problem(
            "bad-postal-code",
            en: "'\(code)' is not a postal code",
            it: "'\(code)' non è un codice di avviamento postale",
            hint: Wording(en: "five digits between quotes", it: "cinque cifre tra virgolette")
        )
    }

    package static func badHours(closes: String) -> Problem {
        Problem(
            "bad-hours",
            en: "it closes at \(closes), before it opens",
            it: "chiude alle \(closes), prima di aprire"
        )
    }

    package static func badTime(_ text: String) -> Problem {
        Problem(
            "bad-time",
            en: "'\(text)' is not a time of the day",
            it: "'\(text)' non è un'ora del giorno",
            hint: Wording(
                en: "write hours and minutes between quotes: \"09:00\"",
                it: "scrivi ore e minuti tra virgolette: \"09:00\""
            )
        )
    }

    package static func overlappingHours(_ times: String) -> Problem {
        Problem(
            "overlapping-hours",
            en: "these hours overlap with \(times), which the same day already has",
            it: "questi orari si sovrappongono a \(times), che lo stesso giorno ha già",
            hint: Wording(
                en: "write one line from the first opening to the last closing, or give each a season of its own",
                it: "scrivi una riga sola dalla prima apertura all'ultima chiusura, o dai a ognuno una stagione sua"
            )
        )
    }

    package static func badClosedDay(_ text: String) -> Problem {
        Problem(
            "bad-date",
            en: "'\(text)' is not a day",
            it: "'\(text)' non è un giorno",
            hint: Wording(
                en: "write year, month and day, as in 2026-12-24, or for every year month and day: \"12-24\"",
                it: "scrivi anno, mese e giorno, come in 2026-12-24, o per ogni anno mese e giorno: \"12-24\""
            )
        )
    }

    package static func endsBeforeItBegins(_ day: String) -> Problem {
        Problem(
            "bad-closure",
            en: "the last day, \(day), comes before the first",
            it: "l'ultimo giorno, \(day), viene prima del primo"
        )
    }

    package static let mixedYears = Problem(
        "bad-closure",
        en: "one day has a year and the other has none",
        it: "un giorno ha l'anno e l'altro no",
        hint: Wording(
            en: "write the year in both, or in none where the centre closes every year",
            it: "scrivi l'anno in tutti e due, o in nessuno se il centro chiude ogni anno"
        )
    )

    package static let dayAndRange = Problem(
        "bad-closure",
        en: "'day' stands beside 'from' and 'to'",
        it: "'day' sta accanto a 'from' e 'to'",
        hint: Wording(
            en: "write 'day' for one day, 'from' and 'to' for several",
            it: "scrivi 'day' per un giorno solo, 'from' e 'to' per più giorni"
        )
    )

    package static func noHoliday(_ day: String) -> Problem {
        Problem(
            "no-holiday",
            en: "\(day) is neither a national holiday nor the day of the patron saint",
            it: "\(day) non è una festa nazionale né il giorno del patrono",
            hint: Wording(
                en: "other days are in 'hours': 'open-on' only opens the centre on a holiday",
                it: "gli altri giorni sono in 'hours': 'open-on' apre il centro solo in un giorno di festa"
            )
        )
    }
}
