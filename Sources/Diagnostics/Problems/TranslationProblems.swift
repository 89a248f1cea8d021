/// What can be wrong with a translation: first what readers may not see, then what someone should look at.
extension Problem {
    package static func translationLinks(expected: [String], found: [String]) -> Problem {
        let (expected, found) = (Wording.names(expected), Wording.names(found))
        return Problem(
            "translation-links",
            en: "the text has these links and images: \(expected.english); the translation: \(found.english)",
            it: "il testo ha questi collegamenti e immagini: \(expected.italian); la traduzione: \(found.italian)",
            hint: Wording(
                en: "keep each ({1}) of the text, once, after its square brackets",
                it: "tieni ogni ({1}) del testo, una volta, dopo le sue parentesi quadre"
            )
        )
    }

    package static func translationMarkup(_ kind: Wording, expected: Int, found: Int) -> Problem {
        Problem(
            "translation-markup",
            en: "the text has \(expected) \(kind.english); the translation: \(found)",
            it: "il testo ha \(expected) \(kind.italian); la traduzione: \(found)",
            hint: Wording(
                en: "put the same marks around the words that they belong to, touching the words and apart from the"
                    + " letters beside them",
                it: "metti gli stessi segni attorno alle parole a cui appartengono, attaccati alle parole e staccati"
                    + " dalle lettere accanto"
            )
        )
    }

    package static func translationEmptyWords(of target: String) -> Problem {
        Problem(
            "translation-empty-words",
            en: "the \(target) has no words in the translation",
            it: "\(target) non ha parole nella traduzione",
            hint: Wording(en: "write words between the square brackets", it: "scrivi parole tra le parentesi quadre")
        )
    }

    package static func translationPlaceholders(missing: [String], added: [String]) -> Problem {
        let (missing, added) = (Wording.names(missing), Wording.names(added))
        return Problem(
            "translation-placeholders",
            en: "the translation leaves out \(missing.english) and brings in \(added.english)",
            it: "alla traduzione manca \(missing.italian) e ha in più \(added.italian)",
            hint: Wording(
                en: "copy the names in braces from the text as they are",
                it: "copia dal testo i nomi tra parentesi graffe come sono"
            )
        )
    }

    package static let translationBrace = Problem(
        "translation-brace",
        en: "a single brace begins or ends no placeholder",
        it: "una parentesi graffa da sola non apre e non chiude un segnaposto",
        hint: .doubleBrace
    )

    package static let translationCount = Problem(
        "translation-count",
        en: "this form serves several numbers, and leaves out {count}",
        it: "questa forma serve per più numeri, e non ha {count}",
        hint: Wording(en: "write {count} where the number belongs", it: "scrivi {count} dove va il numero")
    )

    package static func translationNumbers(expected: [String], found: [String]) -> Problem {
        let (expected, found) = (Wording.names(expected), Wording.names(found))
        return Problem(
            "translation-numbers",
            en: "the text has these numbers: \(expected.english); the translation: \(found.english)",
            it: "il testo ha questi numeri: \(expected.italian); la traduzione: \(found.italian)",
            hint: Wording(
                en: "write the same numbers as digits, or as words only where the text does",
                it: "scrivi gli stessi numeri in cifre, o in lettere solo dove lo fa il testo"
            )
        )
    }

    package static func translationDigits(_ found: String, western: String) -> Problem {
        Problem(
            "translation-digits",
            en: "the number \(found) is not written \(western)",
            it: "il numero \(found) non è scritto \(western)",
            hint: Wording(
                en: "write numbers with the digits 0 to 9, like the phone numbers beside them",
                it: "scrivi i numeri con le cifre da 0 a 9, come i numeri di telefono accanto"
            )
        )
    }

    package static let translationHTML = Problem(
        "translation-html",
        en: "the translation holds HTML",
        it: "la traduzione contiene HTML",
        hint: Wording(en: "write * or ** for emphasis", it: "scrivi * o ** per dare risalto")
    )

    package static func translationControlCharacter(_ scalar: Unicode.Scalar) -> Problem {
        Problem(
            "translation-control-character",
            en: "the translation holds the control character \(unicodeName(scalar))",
            it: "la traduzione contiene il carattere di controllo \(unicodeName(scalar))",
            hint: Wording(
                en: "delete it; direction marks are not needed, the page sees to them",
                it: "cancellalo; i segni di direzione non servono, ci pensa la pagina"
            )
        )
    }

    package static let translationIsolates = Problem(
        "translation-isolates",
        en: "the translation opens and closes directional isolates unevenly",
        it: "la traduzione apre e chiude in modo diverso gli isolamenti di direzione",
        hint: Wording(
            en: "delete the invisible characters U+2066 to U+2069",
            it: "cancella i caratteri invisibili da U+2066 a U+2069"
        )
    )

    package static func translationEnding(expected: Wording, found: Wording) -> Problem {
        Problem(
            "translation-ending",
            en: "the text ends with \(expected.english); the translation: \(found.english)",
            it: "il testo finisce con \(expected.italian); la traduzione: \(found.italian)",
            hint: Wording(
                en: "end like the Italian, with your own script's mark",
                it: "finisci come l'italiano, con il segno della tua scrittura"
            )
        )
    }

    package static let translationSpace = Problem(
        "translation-space",
        en: "the translation begins or ends with white space",
        it: "la traduzione comincia o finisce con uno spazio",
        hint: Wording(en: "delete the white space", it: "cancella lo spazio")
    )

    package static let translationLineBreak = Problem(
        "translation-line-break",
        en: "the translation has a line end where the text has none",
        it: "la traduzione ha un a capo dove il testo non ne ha",
        hint: Wording(en: "write it on one line", it: "scrivila su una riga")
    )

    package static let translationSame = Problem(
        "translation-same",
        en: "the translation says the same as the Italian",
        it: "la traduzione dice lo stesso dell'italiano",
        hint: Wording(
            en: "if it is meant, write the comment '# same as source' above the message",
            it: "se è voluto, scrivi il commento '# same as source' sopra il messaggio"
        )
    )

    package static func translationLength(_ length: Int, limit: Int) -> Problem {
        Problem(
            "translation-length",
            en: "the translation has \(length) characters, and should have \(limit) at most",
            it: "la traduzione ha \(length) caratteri, e dovrebbe averne al massimo \(limit)",
            hint: Wording(
                en: "say it in fewer words, or ask whether the Italian says enough",
                it: "dillo con meno parole, o chiedi se l'italiano dice abbastanza"
            )
        )
    }

    package static func glossaryTerm(_ term: String, rendering: String) -> Problem {
        Problem(
            "glossary-term",
            en: "the glossary's word for '\(term)' is not in the translation",
            it: "la parola del glossario per '\(term)' non è nella traduzione",
            hint: Wording(
                en: "the glossary says: \(rendering); if it must be otherwise here, add that after a '|'",
                it: "il glossario dice: \(rendering); se qui ci vuole altro, aggiungilo dopo una '|'"
            )
        )
    }

    /// The same problem, with the first words of the message that it is in.
    package func inMessage(_ beginning: String) -> Problem {
        var problem = self
        problem.message = Wording(
            en: "\(message.english) [\(beginning)]",
            it: "\(message.italian) [\(beginning)]"
        )
        return problem
    }
}

/// Marks of Markdown, counted.
extension Wording {
    package static let emphasisMarks = Wording(en: "pairs of * for emphasis", it: "coppie di * per il risalto")
    package static let strongMarks = Wording(
        en: "pairs of ** for strong emphasis",
        it: "coppie di ** per il risalto forte"
    )
    package static let codeSpans = Wording(en: "code spans", it: "tratti di codice")
    package static let lineBreaks = Wording(en: "line breaks", it: "a capo")

    package static let noMark = Wording(en: "no mark", it: "nessun segno")
    package static let fullStop = Wording(en: "a full stop", it: "un punto")
    package static let questionMark = Wording(en: "a question mark", it: "un punto interrogativo")
    package static let exclamationMark = Wording(en: "an exclamation mark", it: "un punto esclamativo")
    package static let colon = Wording(en: "a colon", it: "due punti")
    package static let semicolon = Wording(en: "a semicolon", it: "un punto e virgola")
    package static let comma = Wording(en: "a comma", it: "una virgola")
    package static let ellipsis = Wording(en: "an ellipsis", it: "puntini di sospensione")

    static func names(_ names: [String]) -> Wording {
        let list = names.joined(separator: ", ")
        return names.isEmpty ? Wording(en: "none", it: "nessuno") : Wording(en: list, it: list)
    }

    static let doubleBrace = Wording(
        en: "write '{{' or '}}' for a brace that is to be seen",
        it: "scrivi '{{' o '}}' per una parentesi graffa che si deve vedere"
    )
}

/// What can be wrong with the glossary.
extension Problem {
    package static func glossaryHeader(_ columns: String) -> Problem {
        Problem(
            "glossary-columns",
            en: "the first line does not name the columns",
            it: "la prima riga non dà i nomi delle colonne",
            hint: Wording(en: "it must be: \(columns)", it: "deve essere: \(columns)")
        )
    }

    package static func glossaryColumns(_ count: Int, expected: Int) -> Problem {
        Problem(
            "glossary-columns",
            en: "the row has \(count) columns, and must have \(expected)",
            it: "la riga ha \(count) colonne, e deve averne \(expected)",
            hint: Wording(
                en: "a text with a comma goes between quotes: \"mamma, papà\"",
                it: "un testo con una virgola va tra virgolette: \"mamma, papà\""
            )
        )
    }

    package static let glossaryEmptyTerm = glossaryEmpty(
        en: "the term has no words",
        it: "il termine non ha parole"
    )

    package static let glossaryEmptyRendering = glossaryEmpty(
        en: "the rendering has no words",
        it: "la resa non ha parole"
    )

    private static func glossaryEmpty(en: String, it: String) -> Problem {
        Problem(
            "glossary-empty",
            en: en,
            it: it,
            hint: Wording(
                en: "what stands in round brackets is not looked for",
                it: "quello che sta tra parentesi tonde non viene cercato"
            )
        )
    }

    package static func duplicateTerm(line: Int, language: String) -> Problem {
        Problem(
            "duplicate-term",
            en: "the term is already at line \(line) for '\(language)'",
            it: "il termine è già alla riga \(line) per '\(language)'",
            hint: Wording(
                en: "put both renderings on one line, with '|' between them",
                it: "metti le due rese su una riga, con '|' in mezzo"
            )
        )
    }

    package static func unknownLanguage(_ code: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-language",
            en: "no language is known as '\(code)'",
            it: "non si conosce una lingua '\(code)'",
            hint: hint
        )
    }

    package static let textAfterQuote = Problem(
        "csv-quote",
        en: "text stands after the closing quote",
        it: "c'è del testo dopo le virgolette di chiusura",
        hint: Wording(
            en: "a quote inside of quotes is written twice",
            it: "le virgolette dentro le virgolette si scrivono due volte"
        )
    )

    package static let quoteInPlainField = Problem(
        "csv-quote",
        en: "a quote stands inside of a field without quotes",
        it: "ci sono virgolette dentro un campo senza virgolette",
        hint: Wording(
            en: "put the whole field between quotes, and write the quote twice",
            it: "metti tutto il campo tra virgolette, e scrivi due volte quelle interne"
        )
    )

    package static let openField = Problem(
        "csv-quote",
        en: "the field that starts here has no closing quote",
        it: "il campo che comincia qui non ha le virgolette di chiusura",
        hint: Wording(
            en: "close it with a quote; the file may have been cut off",
            it: "chiudilo con le virgolette; forse il file è stato troncato"
        )
    )
}

/// What is wrong with all catalogues together.
extension Problem {
    package static func catalogueBehind(missing: Int, languages: Int, left: Int) -> Problem {
        let english = [
            missing == 0
                ? nil
                : counted(missing, "text", "texts") + " to translate in " + counted(languages, "language", "languages"),
            left == 0 ? nil : counted(left, "text", "texts") + " that the content has no more",
        ]
        let italian = [
            missing == 0
                ? nil
                : counted(missing, "testo", "testi") + " da tradurre in " + counted(languages, "lingua", "lingue"),
            left == 0 ? nil : counted(left, "testo", "testi") + " che nei contenuti non si trovano più",
        ]
        return Problem(
            "catalogue-behind",
            en: english.compactMap(\.self).joined(separator: ", "),
            it: italian.compactMap(\.self).joined(separator: ", "),
            hint: updateTranslations
        )
    }

    package static let templateBehind = Problem(
        "template-behind",
        en: "the template is not what the content says now",
        it: "il modello non è quello che i contenuti dicono ora",
        hint: updateTranslations
    )

    private static let updateTranslations = Wording(
        en: "run 'millegiorni translations update' and commit what it changes",
        it: "esegui 'millegiorni translations update' e registra con git quello che cambia"
    )
}
