/// What can be wrong with the facts of the service, and with where texts name them.
extension Problem {
    /// `respelled` is the name with underscores for its hyphens, where that makes it right.
    package static func badFactName(_ name: String, respelled: String?) -> Problem {
        Problem(
            "bad-fact-name",
            en: "'\(name)' can't be the name of a fact",
            it: "'\(name)' non può essere il nome di un fatto",
            hint: respelled.map { .respelledName($0) }
                ?? Wording(
                    en: "use letters, digits and underscores, a letter first: contact_within_working_days",
                    it: "usa lettere, cifre e trattini bassi, una lettera per prima: contact_within_working_days"
                )
        )
    }

    package static func badFact(_ name: String) -> Problem {
        let kinds = "{phone: \"…\"}, {email: …}, {url: …}, {date: …}, {text: …}, {code: …}"
        return Problem(
            "bad-fact",
            en: "'\(name)' is neither a whole number nor one typed value",
            it: "'\(name)' non è un numero intero e non è un valore con il suo tipo",
            hint: Wording(
                en: "write a whole number, or one of \(kinds)",
                it: "scrivi un numero intero, o uno di \(kinds)"
            )
        )
    }

    package static func unknownPlaceholder(_ name: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-placeholder",
            en: "no fact is called '\(name)'",
            it: "nessun fatto si chiama '\(name)'",
            hint: hint
        )
    }
}

extension Wording {
    package static func respelledName(_ name: String) -> Wording {
        Wording(
            en: "names have underscores and no hyphens: write '\(name)'",
            it: "i nomi hanno trattini bassi e non trattini: scrivi '\(name)'"
        )
    }
}
