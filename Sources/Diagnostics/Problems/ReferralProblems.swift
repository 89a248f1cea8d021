/// What the form refuses in a referral; a label is the form's, a name or value is quoted as in JSON.
extension Problem {
    /// `subject` is the label in quotes, or the referral.
    package static func wrongValueKind(_ subject: Wording, is kind: Wording, wanted: Wording) -> Problem {
        Problem(
            "wrong-kind",
            en: "\(subject.english) is \(kind.english), and must be \(wanted.english)",
            it: "\(subject.italian) è \(kind.italian), e deve essere \(wanted.italian)"
        )
    }

    package static func missingField(_ label: String) -> Problem {
        Problem("missing-field", en: "'\(label)' is missing", it: "manca '\(label)'")
    }

    package static func missingField(_ label: String, when test: Wording) -> Problem {
        Problem(
            "missing-field",
            en: "'\(label)' is missing: it must be there when \(test.english)",
            it: "manca '\(label)': deve esserci quando \(test.italian)"
        )
    }

    package static func missingOneOf(_ labels: [String], properties: [String], in subject: Wording) -> Problem {
        let list = labels.map { "'\($0)'" }.joined(separator: ", ")
        let names = properties.map { "'\($0)'" }
        return Problem(
            "missing-field",
            en: "\(subject.english) needs at least one of \(list)",
            it: "\(subject.italian) vuole almeno uno di \(list)",
            hint: Wording(
                en: "add \(names.joined(separator: " or "))",
                it: "aggiungi \(names.joined(separator: " o "))"
            )
        )
    }

    package static func unknownField(_ name: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-field",
            en: "the form has no field \(name) here",
            it: "il modulo non ha un campo \(name) qui",
            hint: hint
        )
    }

    package static func forbiddenField(_ label: String, when test: Wording) -> Problem {
        Problem(
            "forbidden-field",
            en: "'\(label)' must not be there when \(test.english)",
            it: "'\(label)' non deve esserci quando \(test.italian)"
        )
    }

    package static func forbiddenField(_ label: String, unless test: Wording) -> Problem {
        Problem(
            "forbidden-field",
            en: "'\(label)' must not be there unless \(test.english)",
            it: "'\(label)' deve esserci solo quando \(test.italian)"
        )
    }

    package static func notConfirmed(_ label: String) -> Problem {
        Problem("not-confirmed", en: "'\(label)' must be true", it: "'\(label)' deve essere true")
    }

    package static func emptyAnswer(_ label: String) -> Problem {
        Problem("empty-list", en: "'\(label)' has nothing in it", it: "'\(label)' non contiene niente")
    }

    package static func repeatedCode(_ label: String) -> Problem {
        Problem("repeated-code", en: "'\(label)' says the same twice", it: "'\(label)' dice due volte la stessa cosa")
    }

    package static func tooManyItems(_ label: String, count: Int, limit: Int) -> Problem {
        Problem(
            "too-many",
            en: "'\(label)' has \(counted(count, "item", "items")), and may have at most \(limit)",
            it: "'\(label)' ha \(counted(count, "voce", "voci")), e può averne al massimo \(limit)"
        )
    }

    package static func noAnswer(_ code: String, to label: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-code",
            en: "\(code) is no answer to '\(label)'",
            it: "\(code) non è una risposta a '\(label)'",
            hint: hint
        )
    }

    package static func tooLongText(_ label: String, length: Int, limit: Int) -> Problem {
        Problem(
            "too-long",
            en: "'\(label)' has \(counted(length, "character", "characters")), and may have at most \(limit)",
            it: "'\(label)' ha \(counted(length, "carattere", "caratteri")), e può averne al massimo \(limit)"
        )
    }

    package static func badValue(_ value: String, of label: String, hint: Wording?) -> Problem {
        Problem(
            "bad-value",
            en: "'\(label)' can't be \(value)",
            it: "'\(label)' non può essere \(value)",
            hint: hint
        )
    }

    package static func referralTooLong(mebibytes: Int) -> Problem {
        Problem(
            "too-long",
            en: "the text is longer than \(mebibytes) MiB, and no referral is",
            it: "il testo è più lungo di \(mebibytes) MiB, e nessuna segnalazione lo è"
        )
    }
}

/// What the rules refuse in a referral.
extension Problem {
    package static func childIsBorn(rule: String) -> Problem {
        Problem(
            rule,
            en: "the month of birth comes after the month of sending",
            it: "il mese di nascita viene dopo il mese di invio",
            hint: Wording(
                en: "for a pregnancy, give the month as 'dueMonth'",
                it: "per una gravidanza, indica il mese come 'dueMonth'"
            )
        )
    }

    package static func childIsAtMostThree(rule: String) -> Problem {
        Problem(
            rule,
            en: "the child is older than three, and the visits are for younger ones",
            it: "il bambino ha più di tre anni, e le visite sono per i più piccoli"
        )
    }

    package static func agreementComesFirst(rule: String) -> Problem {
        Problem(
            rule,
            en: "the family's agreement comes after the day of sending",
            it: "il consenso della famiglia viene dopo il giorno di invio"
        )
    }

    package static func dueMonthIsPlausible(rule: String) -> Problem {
        Problem(
            rule,
            en: "the birth is expected more than nine months after the sending, or more than one before it",
            it: "la nascita è prevista più di nove mesi dopo l'invio, o più di un mese prima"
        )
    }

    package static func centreIsKnown(rule: String) -> Problem {
        Problem(
            rule,
            en: "no centre of the network has this id",
            it: "nessun centro della rete ha questo id",
            hint: Wording(en: "the ids are in data/centres.json", it: "gli id sono in data/centres.json")
        )
    }

    package static func municipalityBelongsToCentre(rule: String) -> Problem {
        Problem(
            rule,
            en: "the municipality is not one of the centre's",
            it: "il comune non è uno di quelli del centro",
            hint: Wording(
                en: "data/centres.json says which centre it belongs to",
                it: "data/centres.json dice a quale centro appartiene"
            )
        )
    }
}

/// What makes a text no JSON that two programs would read alike.
extension Problem {
    package static let jsonByteOrderMark = Problem(
        "byte-order-mark",
        en: "the text begins with a byte order mark, which JSON does not have",
        it: "il testo comincia con un byte order mark, che JSON non ha",
        hint: Wording(en: "save the file as UTF-8 without it", it: "salva il file come UTF-8 senza")
    )

    package static let jsonInUTF16 = Problem(
        "not-utf-8",
        en: "the text is in UTF-16 or UTF-32",
        it: "il testo è in UTF-16 o UTF-32",
        hint: Wording(en: "save the file with the encoding UTF-8", it: "salva il file con la codifica UTF-8")
    )

    package static func jsonTooDeep(limit: Int) -> Problem {
        Problem(
            "too-deep",
            en: "more than \(limit) lists and objects inside each other",
            it: "più di \(limit) liste e oggetti uno dentro l'altro"
        )
    }

    /// `name` is quoted as in JSON.
    package static func repeatedName(_ name: String) -> Problem {
        Problem(
            "repeated-name",
            en: "the name \(name) stands twice in one object",
            it: "il nome \(name) c'è due volte in un oggetto"
        )
    }

    package static let emptyJSON = notJSON(en: "the text is empty", it: "il testo è vuoto")

    package static let moreAfterJSON = notJSON(
        en: "there is more after the end of the value",
        it: "c'è altro dopo la fine del valore"
    )

    package static let jsonCutOff = notJSON(
        en: "the text ends where a value must follow",
        it: "il testo finisce dove deve seguire un valore"
    )

    package static let singleQuotedJSON = notJSON(
        en: "a text must stand in double quotes",
        it: "un testo deve stare tra virgolette doppie"
    )

    package static let noJSONValue = notJSON(en: "no value begins like this", it: "nessun valore comincia così")

    package static let missingJSONName = notJSON(
        en: "a name in double quotes must stand here",
        it: "qui deve stare un nome tra virgolette doppie"
    )

    package static let missingJSONColon = notJSON(
        en: "a colon must follow the name",
        it: "dopo il nome devono seguire due punti"
    )

    package static func missingJSONComma(or closing: Character) -> Problem {
        notJSON(
            en: "a comma or \(closing) must follow the value",
            it: "dopo il valore deve seguire una virgola o \(closing)"
        )
    }

    package static let leadingZero = notJSON(
        en: "a number can't begin with 0",
        it: "un numero non può cominciare con 0"
    )

    package static let missingDigit = notJSON(en: "a digit must stand here", it: "qui deve stare una cifra")

    package static let bareControl = notJSON(
        en: #"a control character must be written with a backslash: \n for a new line"#,
        it: #"un carattere di controllo si scrive con una barra rovesciata: \n per andare a capo"#
    )

    package static let unclosedJSONText = notJSON(
        en: "the text that begins here has no closing quote",
        it: "il testo che comincia qui non ha le virgolette di chiusura"
    )

    package static let unknownJSONEscape = notJSON(
        en: #"JSON has no such escape; write \\ for a backslash"#,
        it: #"JSON non ha questa sequenza; scrivi \\ per una barra rovesciata"#
    )

    package static let halfCharacter = notJSON(
        en: "half a character: a surrogate has its other half right after it",
        it: "mezzo carattere: un surrogato ha la sua altra metà subito dopo"
    )

    package static let missingHexDigits = notJSON(
        en: #"four hexadecimal digits must follow \u"#,
        it: #"dopo \u devono seguire quattro cifre esadecimali"#
    )

    private static func notJSON(en: String, it: String) -> Problem { Problem("not-json", en: en, it: it) }
}

/// Kinds of JSON values.
extension Wording {
    package static let null = Wording(en: "null", it: "null")
    package static let trueOrFalse = Wording(en: "true or false", it: "true o false")
    package static let number = Wording(en: "a number", it: "un numero")
    package static let jsonText = Wording(en: "a text", it: "un testo")
    package static let object = Wording(en: "an object", it: "un oggetto")
    package static let code = Wording(en: "a code", it: "un codice")

    package static let referral = Wording(en: "the referral", it: "la segnalazione")
}

/// A test of another answer, to follow 'when'; an answer is its label in quotes and its code.
extension Wording {
    package static func isTrue(_ label: String) -> Wording {
        Wording(en: "'\(label)' is true", it: "'\(label)' è true")
    }

    package static func isFalse(_ label: String) -> Wording {
        Wording(en: "'\(label)' is false", it: "'\(label)' è false")
    }

    package static func isOne(_ label: String, of answers: [String]) -> Wording {
        Wording(
            en: "'\(label)' is \(answers.joined(separator: " or "))",
            it: "'\(label)' è \(answers.joined(separator: " o "))"
        )
    }

    package static func holds(_ label: String, oneOf answers: [String]) -> Wording {
        Wording(
            en: "'\(label)' has \(answers.joined(separator: " or ")) in it",
            it: "'\(label)' contiene \(answers.joined(separator: " o "))"
        )
    }
}

/// What a text of the form must look like.
extension Wording {
    package static let visibleText = Wording(
        en: "it needs something other than spaces in it",
        it: "deve contenere qualcosa oltre agli spazi"
    )

    package static func match(of pattern: String) -> Wording {
        Wording(en: "it must match \(pattern)", it: "deve corrispondere a \(pattern)")
    }

    package static let schemaVersion = Wording(
        en: "1, a point and a number: 1.0",
        it: "1, un punto e un numero: 1.0"
    )
    package static let uuid = Wording(
        en: "a UUID in small letters: 00000000-0000-4000-8000-000000000001",
        it: "un UUID in lettere minuscole: 00000000-0000-4000-8000-000000000001"
    )
    package static let languageTag = Wording(
        en: "a BCP 47 tag of language, script and region: ar, zh-Hans, pt-BR",
        it: "un codice BCP 47 di lingua, scrittura e regione: ar, zh-Hans, pt-BR"
    )
    package static let dayOfCalendar = Wording(
        en: "a day of the calendar, from 2000 to 2099: 2026-11-16",
        it: "un giorno del calendario, dal 2000 al 2099: 2026-11-16"
    )
    package static let yearAndMonth = Wording(
        en: "a year from 2000 to 2099 and a month: 2026-11",
        it: "un anno dal 2000 al 2099 e un mese: 2026-11"
    )
    package static let municipalityCode = Wording(
        en: "the six digits of ISTAT",
        it: "le sei cifre del codice ISTAT"
    )
    package static let centreID = Wording(en: "an id from data/centres.json", it: "un id di data/centres.json")
    package static let phoneDigits = Wording(
        en: "5 to 15 digits, single spaces between them, + before a country code",
        it: "da 5 a 15 cifre, con spazi singoli in mezzo e + davanti a un prefisso internazionale"
    )
    package static let emailAddressShape = Wording(
        en: "an e-mail address: nome@servizio.example",
        it: "un indirizzo e-mail: nome@servizio.example"
    )
}

/// What a check of a referral says besides its problems.
extension Wording {
    package static func omitted(_ count: Int) -> Wording {
        Wording(
            en: "and \(counted(count, "more problem", "more problems"))",
            it: "e \(count == 1 ? "un altro problema" : "altri \(count) problemi")"
        )
    }

    package static let valid = Wording(en: "valid", it: "valida")

    package static func valid(callBy day: String) -> Wording {
        Wording(en: "valid, the Centre calls by \(day)", it: "valida, il Centro chiama entro il \(day)")
    }
}
