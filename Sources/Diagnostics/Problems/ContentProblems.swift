/// What can be wrong with the settings of the site.
extension Problem {
    package static func badBaseURL(_ address: String) -> Problem {
        Problem(
            "bad-url",
            en: "'\(address)' is not an address to put paths after",
            it: "'\(address)' non è un indirizzo a cui si possono aggiungere percorsi",
            hint: Wording(en: "write it without a slash at the end", it: "scrivilo senza la barra alla fine")
        )
    }

    package static let sourceLanguage = Problem(
        "source-language",
        en: "the source language must be Italian, which the page furniture is written in",
        it: "la lingua dei contenuti deve essere l'italiano, in cui sono scritte le parole fisse delle pagine",
        hint: Wording(en: "write 'it'", it: "scrivi 'it'")
    )

    package static func sourceLanguageLeftOut(_ code: String) -> Problem {
        Problem(
            "source-language",
            en: "the languages leave out '\(code)', in which the content is written",
            it: "tra le lingue manca '\(code)', in cui sono scritti i contenuti"
        )
    }

    package static func duplicateLanguage(_ code: String) -> Problem {
        Problem("duplicate-language", en: "'\(code)' stands twice", it: "'\(code)' c'è due volte")
    }

    package static func badColour(_ text: String) -> Problem {
        Problem(
            "bad-colour",
            en: "'\(text)' is not a colour",
            it: "'\(text)' non è un colore",
            hint: Wording(
                en: "six digits of red, green and blue in quotes: \"#0b5d5e\"",
                it: "sei cifre di rosso, verde e blu tra virgolette: \"#0b5d5e\""
            )
        )
    }
}

/// What can be wrong with what people dial, write to or open.
extension Problem {
    package static func unquotedPhone(_ key: String, number: String) -> Problem {
        Problem(
            "unquoted-phone",
            en: "the number under '\(key)' has no quotes, and YAML may change its digits",
            it: "il numero sotto '\(key)' non ha le virgolette, e YAML può cambiare le sue cifre",
            hint: Wording(en: "write \"\(number)\"", it: "scrivi \"\(number)\"")
        )
    }

    package static func badPhone(_ text: String) -> Problem {
        Problem(
            "bad-phone",
            en: "'\(text)' is not a phone number",
            it: "'\(text)' non è un numero di telefono",
            hint: Wording(
                en: "write it whole, with its area: \"0500 000 001\"; with + in front of a country code",
                it: "scrivilo intero, con il prefisso: \"0500 000 001\"; con + davanti al prefisso di un paese"
            )
        )
    }

    package static let uselessPhone = Problem(
        "useless-phone",
        en: "a number that takes neither calls nor WhatsApp is of no use",
        it: "un numero che non riceve né chiamate né WhatsApp non serve",
        hint: Wording(
            en: "delete 'calls: false', or add 'whatsapp: true'",
            it: "togli 'calls: false', o aggiungi 'whatsapp: true'"
        )
    )

    package static func noNumberToCall(_ centre: String) -> Problem {
        Problem(
            "no-number-to-call",
            en: "the centre '\(centre)' has no number that takes calls",
            it: "il centro '\(centre)' non ha un numero che riceve chiamate",
            hint: Wording(
                en: "add one under 'phones'; until then pages and paper say how else it can be reached",
                it: "aggiungine uno sotto 'phones'; fino ad allora pagine e carta dicono in che altro modo raggiungerlo"
            )
        )
    }

    package static func badCountryCode(_ text: String) -> Problem {
        Problem(
            "bad-country-code",
            en: "'\(text)' is not the code of a country",
            it: "'\(text)' non è il prefisso di un paese",
            hint: Wording(
                en: "a plus and up to three digits in quotes: \"+39\"",
                it: "un più e al massimo tre cifre tra virgolette: \"+39\""
            )
        )
    }

    package static func badEmail(_ text: String) -> Problem {
        Problem(
            "bad-email",
            en: "'\(text)' is not an e-mail address",
            it: "'\(text)' non è un indirizzo e-mail"
        )
    }

    package static func badURL(_ text: String) -> Problem {
        Problem(
            "bad-url",
            en: "'\(text)' is not a web address",
            it: "'\(text)' non è un indirizzo web",
            hint: Wording(en: "write it whole, with https:// in front", it: "scrivilo intero, con https:// davanti")
        )
    }
}

/// What can be wrong with pages and leaflets as a whole.
extension Problem {
    package static func badSlug(_ name: String) -> Problem {
        Problem(
            "bad-slug",
            en: "'\(name)' can't be part of an address",
            it: "'\(name)' non può far parte di un indirizzo",
            hint: Wording(
                en: "use small letters, digits and hyphens: visite-a-casa",
                it: "usa lettere minuscole, cifre e trattini: visite-a-casa"
            )
        )
    }

    package static func leafletCode(_ code: String) -> Problem {
        Problem(
            "leaflet-code",
            en: "the code '\(code)' does not go with the file's name",
            it: "il codice '\(code)' non corrisponde al nome del file",
            hint: Wording(
                en: "codes look like MG-01, and the file bears the same name",
                it: "i codici sono come MG-01, e il file ha lo stesso nome"
            )
        )
    }

    package static func longDescription(_ count: Int, limit: Int) -> Problem {
        Problem(
            "long-description",
            en: "the description has \(count) characters, and may have \(limit)",
            it: "la descrizione ha \(count) caratteri, e può averne \(limit)"
        )
    }

    package static func reviewOrder(next: String, last: String) -> Problem {
        Problem(
            "review-order",
            en: "the next check on \(next) is not after the last one on \(last)",
            it: "il prossimo controllo, \(next), non viene dopo l'ultimo, \(last)"
        )
    }

    package static func reviewOverdue(_ day: String) -> Problem {
        Problem(
            "review-overdue",
            en: "the text was to be checked again by \(day)",
            it: "il testo era da ricontrollare entro il \(day)",
            hint: Wording(
                en: "read it, mend it, and write new dates under 'reviewed' and 'review-by'",
                it: "rileggilo, correggilo, e scrivi date nuove sotto 'reviewed' e 'review-by'"
            )
        )
    }

    package static func reviewedLater(_ day: String, today: String) -> Problem {
        Problem(
            "review-in-future",
            en: "the last check on \(day) is still to come: today is \(today)",
            it: "l'ultimo controllo, \(day), deve ancora venire: oggi è \(today)",
            hint: Wording(
                en: "write under 'reviewed' the day on which the text was read, under 'review-by' the next one",
                it: "scrivi sotto 'reviewed' il giorno in cui il testo è stato letto, sotto 'review-by' il prossimo"
            )
        )
    }

    package static func longMenuLabel(_ count: Int, limit: Int) -> Problem {
        Problem(
            "long-menu-label",
            en: "the menu label has \(count) characters, and has room for \(limit)",
            it: "la voce di menu ha \(count) caratteri, e c'è posto per \(limit)",
            hint: Wording(
                en: "say it in two or three words; the title of the page may be longer",
                it: "dillo in due o tre parole; il titolo della pagina può essere più lungo"
            )
        )
    }

    /// `slugs` are the pages of the ring, each the child of the next.
    package static func parentRing(_ slugs: [String]) -> Problem {
        let ring = (slugs + slugs.prefix(1)).joined(separator: " → ")
        return Problem(
            "parent-ring",
            en: "these pages stand below each other in a ring: \(ring)",
            it: "queste pagine stanno l'una sotto l'altra in cerchio: \(ring)",
            hint: Wording(
                en: "delete 'parent' from the page that stands above the others",
                it: "togli 'parent' dalla pagina che sta sopra le altre"
            )
        )
    }

    package static func duplicateSlug(_ slug: String, owner: String) -> Problem {
        Problem(
            "duplicate-slug",
            en: "the address '\(slug)' is taken by \(owner)",
            it: "l'indirizzo '\(slug)' è già di \(owner)",
            hint: Wording(en: "rename one of the files", it: "rinomina uno dei due file")
        )
    }

    package static func unknownParent(_ slug: String, hint: Wording?) -> Problem {
        Problem("unknown-parent", noPage(slug), hint: hint)
    }

    package static func unknownPage(_ slug: String, hint: Wording?) -> Problem {
        Problem("unknown-page", noPage(slug), hint: hint)
    }

    private static func noPage(_ slug: String) -> Wording {
        Wording(en: "no page is called '\(slug)'", it: "nessuna pagina si chiama '\(slug)'")
    }

    package static func deadRoute(_ slug: String) -> Problem {
        Problem(
            "dead-route",
            en: "the address '\(slug)' was published, and no page answers to it any more",
            it: "l'indirizzo '\(slug)' è stato pubblicato, e nessuna pagina gli risponde più",
            hint: Wording(
                en: "add 'aliases: [\(slug)]' to the page that takes its place",
                it: "aggiungi 'aliases: [\(slug)]' alla pagina che prende il suo posto"
            )
        )
    }

    package static let noHomePage = Problem(
        "missing-file",
        en: "there is no home page",
        it: "non c'è una pagina iniziale"
    )

    package static let noCentre = Problem(
        "missing-file",
        en: "there is no centre",
        it: "non c'è nessun centro",
        hint: Wording(en: "put one file for each centre there", it: "metti lì un file per ogni centro")
    )

    package static let qrOnPage = Problem(
        "directive-place",
        en: "'{qr}' belongs on a leaflet, not on a page",
        it: "'{qr}' va su un opuscolo, non su una pagina"
    )

    package static let pageDirectiveOnPaper = Problem(
        "directive-place",
        en: "this directive belongs on a page, not on paper",
        it: "questa direttiva va su una pagina, non sulla carta"
    )

    package static func emptyPanel(_ number: Int) -> Problem {
        Problem(
            "panels",
            en: "panel \(number) is empty",
            it: "il pannello \(number) è vuoto",
            hint: Wording(
                en: "'---' parts one panel from the next; write something on both sides of it",
                it: "'---' separa un pannello dal successivo; scrivi qualcosa prima e dopo"
            )
        )
    }

    package static func panels(_ count: Int, rule: Wording) -> Problem {
        Problem(
            "panels",
            en: "\(rule.english); this one has \(count)",
            it: "\(rule.italian); questo ne ha \(count)",
            hint: Wording(
                en: "a line of '---' begins the next panel",
                it: "una riga di '---' comincia il pannello successivo"
            )
        )
    }

    package static let strayBrace = Problem(
        "stray-brace",
        en: "a single brace begins or ends no placeholder",
        it: "una parentesi graffa da sola non apre e non chiude un segnaposto",
        hint: .doubleBrace
    )

    package static let braceInFact = Problem(
        "stray-brace",
        en: "the text of a fact can't hold braces: facts don't name other facts",
        it: "il testo di un fatto non può contenere parentesi graffe: i fatti non richiamano altri fatti"
    )

    package static let unknownMedia = Problem(
        "unknown-file",
        en: "this file is neither a text nor a picture of content/media/",
        it: "questo file non è un testo e non è un'immagine di content/media/",
        hint: Wording(
            en: "move it there, or into content/files/ to link to it",
            it: "spostalo lì, o in content/files/ per farlo scaricare"
        )
    )

    package static let unknownFile = Problem(
        "unknown-file",
        en: "nothing reads this file",
        it: "niente legge questo file",
        hint: Wording(
            en: "the folders are pages/, leaflets/ (.md), centres/, referral/ (.yml), media/ and files/",
            it: "le cartelle sono pages/, leaflets/ (.md), centres/, referral/ (.yml), media/ e files/"
        )
    )

    package static func codeInText(_ name: String) -> Problem {
        Problem(
            "code-in-text",
            en: "'\(name)' is a code for other tools and can't stand in a text",
            it: "'\(name)' è un codice per altri programmi e non può stare in un testo"
        )
    }

    package static func unknownFactInAddress(_ name: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-placeholder",
            en: "no fact called '\(name)' can stand in an address",
            it: "nessun fatto '\(name)' può stare in un indirizzo",
            hint: hint
        )
    }

    package static func linkScheme(_ scheme: String) -> Problem {
        Problem(
            "link-scheme",
            en: "a link can't lead to a '\(scheme):' address",
            it: "un collegamento non può portare a un indirizzo '\(scheme):'",
            hint: Wording(
                en: "links can lead to https:, mailto: and tel: addresses, and to files of the project",
                it: "i collegamenti possono portare a indirizzi https:, mailto: e tel:, e a file del progetto"
            )
        )
    }

    package static func deadAnchor(_ anchor: String, page: Wording, hint: Wording?) -> Problem {
        Problem(
            "dead-anchor",
            en: "no heading of \(page.english) is '#\(anchor)'",
            it: "nessun titolo di \(page.italian) è '#\(anchor)'",
            hint: hint
        )
    }

    package static func qrAddress(_ address: String, excess: Int) -> Problem {
        Problem(
            "qr-address",
            en: "the address '\(address)' is \(excess) bytes too long for a QR code that any phone can read",
            it:
                "l'indirizzo '\(address)' è troppo lungo di \(excess) byte per un codice QR che ogni telefono sa leggere",
            hint: Wording(
                en: "choose a shorter base-url in content/site.yml, or a shorter code for the leaflet",
                it: "scegli un base-url più corto in content/site.yml, o un codice più corto per l'opuscolo"
            )
        )
    }
}

/// How many panels each format has.
extension Wording {
    package static let panelsOfA4 = Wording(
        en: "an a4 leaflet has 1 or 2 panels, its sides",
        it: "un opuscolo a4 ha 1 o 2 pannelli, le sue facciate"
    )
    package static let panelsOfBooklet = Wording(
        en: "an a5-booklet has 4, 8, 12 ... panels, its pages",
        it: "un a5-booklet ha 4, 8, 12 ... pannelli, le sue pagine"
    )
    package static let panelsOfTrifold = Wording(
        en: "a trifold has 6 panels: cover, three inside, the flap, the back",
        it: "un trifold ha 6 pannelli: la copertina, tre interni, il risvolto, il retro"
    )

    package static let thisPage = Wording(en: "this page", it: "questa pagina")
}
