/// What makes a text no YAML: each is the one problem of its file, and says the likely mend.
extension Problem {
    /// `mended` is the value between quotes.
    package static func colonInValue(mended: String) -> Problem {
        yamlSyntax(
            en: "the value holds ': ' or ends with ':', which begins a value of its own",
            it: "il valore contiene ': ' o finisce con ':', che comincia un valore a sé",
            hint: Wording(en: "put quotes round it: \(mended)", it: "mettilo tra virgolette: \(mended)")
        )
    }

    package static func reservedStart(_ character: Character, mended: String) -> Problem {
        yamlSyntax(
            en: "a value can't begin with '\(character)'",
            it: "un valore non può cominciare con '\(character)'",
            hint: Wording(en: "put quotes round it: \(mended)", it: "mettilo tra virgolette: \(mended)")
        )
    }

    package static let tabInIndentation = yamlSyntax(
        en: "the line is indented with a tab",
        it: "la riga rientra con una tabulazione",
        hint: Wording(en: "write spaces for the tab", it: "scrivi degli spazi al posto della tabulazione")
    )

    package static func notIndented(_ key: String, under owner: Wording) -> Problem {
        yamlSyntax(
            en: "'\(key)' is not indented under \(owner.english)",
            it: "'\(key)' non rientra sotto \(owner.italian)",
            hint: Wording(
                en: "begin all lines that belong there with two spaces",
                it: "comincia con due spazi tutte le righe che vanno lì"
            )
        )
    }

    package static func tooFarIndented(_ key: String) -> Problem {
        yamlSyntax(
            en: "'\(key)' stands further in than the key above it, which has its value already",
            it: "'\(key)' rientra più della chiave sopra, che ha già il suo valore",
            hint: sameColumn
        )
    }

    package static let unevenIndentation = yamlSyntax(
        en: "the line goes with none of those above it",
        it: "la riga non va con nessuna di quelle sopra",
        hint: sameColumn
    )

    private static let sameColumn = Wording(
        en: "keys that belong together begin in the same column, and so do the hyphens of a list",
        it: "le chiavi che stanno insieme cominciano nella stessa colonna, e così i trattini di una lista"
    )

    package static func unclosedBracket(_ bracket: Character, line: Int) -> Problem {
        let closing = bracket == "[" ? "]" : "}"
        return yamlSyntax(
            en: "the bracket '\(bracket)' that begins at line \(line) is not closed",
            it: "la parentesi '\(bracket)' che comincia alla riga \(line) non è chiusa",
            hint: Wording(en: "write '\(closing)' at its end", it: "scrivi '\(closing)' alla sua fine")
        )
    }

    package static func missingComma(_ bracket: Character) -> Problem {
        let closing = bracket == "[" ? "]" : "}"
        return yamlSyntax(
            en: "here ',' or '\(closing)' is due",
            it: "qui ci vuole ',' o '\(closing)'",
            hint: Wording(
                en: "part values by commas, and put quotes round one that holds , [ ] { } or ': '",
                it: "separa i valori con virgole, e metti tra virgolette quello che contiene , [ ] { } o ': '"
            )
        )
    }

    package static func unclosedQuote(_ quote: Character, line: Int) -> Problem {
        yamlSyntax(
            en: "the quote \(quote) that begins at line \(line) is not closed",
            it: "le virgolette \(quote) che cominciano alla riga \(line) non sono chiuse",
            hint: Wording(en: "write \(quote) at the end of the text", it: "scrivi \(quote) alla fine del testo")
        )
    }

    package static func textAfterQuote(_ quote: Character, mended: String) -> Problem {
        yamlSyntax(
            en: "the text goes on after its closing quote \(quote)",
            it: "il testo continua dopo le virgolette di chiusura \(quote)",
            hint: Wording(en: "put all of it between quotes: \(mended)", it: "mettilo tutto tra virgolette: \(mended)")
        )
    }

    package static let badBackslash = yamlSyntax(
        en: "between quotes \" a backslash means something else here",
        it: "tra virgolette \" qui la barra rovesciata ha un altro significato",
        hint: Wording(en: #"a backslash itself is written \\"#, it: #"la barra rovesciata stessa si scrive \\"#)
    )

    package static let missingColon = yamlSyntax(
        en: "the line is no key with a value",
        it: "la riga non è una chiave con un valore",
        hint: Wording(
            en: "write it as 'key: value'; the further lines of a text are indented",
            it: "scrivila come 'chiave: valore'; le altre righe di un testo rientrano"
        )
    )

    package static let listBesideKey = yamlSyntax(
        en: "a list can't begin beside its key",
        it: "una lista non può cominciare accanto alla sua chiave",
        hint: Wording(
            en: "begin it on the next line, '- ' before each item, or put quotes round a text",
            it: "cominciala alla riga dopo, '- ' prima di ogni voce, o metti un testo tra virgolette"
        )
    )

    /// `words` are those of libyaml, for what is too rare to have a sentence of its own.
    package static func otherYAMLSyntax(_ words: String) -> Problem {
        yamlSyntax(
            en: "not valid YAML: \(words)",
            it: "non è YAML valido: \(words)",
            hint: Wording(
                en: "text that holds ': ' or begins with one of { [ & * # ? | > @ ` \" ' % ! goes between quotes",
                it: "un testo che contiene ': ' o comincia con { [ & * # ? | > @ ` \" ' % ! va tra virgolette"
            )
        )
    }

    package static func duplicateKey(_ key: String) -> Problem {
        Problem(
            "duplicate-key",
            en: "'\(key)' stands more than once",
            it: "'\(key)' c'è più di una volta",
            hint: Wording(en: "keep one of them", it: "tienine una sola")
        )
    }

    package static let compoundKey = Problem(
        "yaml-key",
        en: "a key is a list or a mapping",
        it: "una chiave è una lista o un insieme di chiavi",
        hint: Wording(
            en: "a key is a word before a colon; '?' at the start of a line goes between quotes",
            it: "una chiave è una parola prima dei due punti; '?' all'inizio di una riga va tra virgolette"
        )
    )

    package static func yamlTooDeep(limit: Int) -> Problem {
        Problem(
            "yaml-too-deep",
            en: "values are nested more than \(limit) deep",
            it: "i valori stanno uno dentro l'altro per più di \(limit) livelli"
        )
    }

    package static func yamlTooLarge(limit: Int) -> Problem {
        Problem(
            "yaml-too-large",
            en: "the file has more than \(limit) values once its aliases are written out",
            it: "il file ha più di \(limit) valori, contando quelli richiamati con *"
        )
    }

    private static func yamlSyntax(en english: String, it italian: String, hint: Wording) -> Problem {
        Problem("yaml-syntax", en: english, it: italian, hint: hint)
    }
}
