/// What can be wrong with a PO file.
extension Problem {
    package static let byteOrderMark = Problem(
        "byte-order-mark",
        en: "the file starts with a byte order mark, which gettext's tools refuse",
        it: "il file comincia con un byte order mark, che gli strumenti di gettext rifiutano",
        hint: Wording(en: "save the file as UTF-8 without BOM", it: "salva il file come UTF-8 senza BOM")
    )

    package static func catalogueNotUTF8(_ byte: UInt8) -> Problem {
        let code = "0x" + String(byte, radix: 16, uppercase: true)
        return Problem(
            "invalid-utf8",
            en: "byte \(code) is not UTF-8",
            it: "il byte \(code) non è UTF-8",
            hint: Wording(
                en: "save the file as UTF-8; msgconv --to-code=UTF-8 converts a catalogue",
                it: "salva il file come UTF-8; msgconv --to-code=UTF-8 converte un catalogo"
            )
        )
    }

    package static let escapeNotUTF8 = Problem(
        "invalid-utf8",
        en: "the numbers after backslashes make bytes that are not UTF-8",
        it: "i numeri dopo le barre rovesciate danno byte che non sono UTF-8",
        hint: writeTheCharacter
    )

    package static func otherCharset(_ charset: String) -> Problem {
        Problem(
            "catalogue-charset",
            en: "the catalogue is in \(charset), catalogues are in UTF-8",
            it: "il catalogo è in \(charset), i cataloghi sono in UTF-8",
            hint: Wording(en: "msgconv --to-code=UTF-8 converts it", it: "msgconv --to-code=UTF-8 lo converte")
        )
    }

    package static let missingCharset = Problem(
        "catalogue-charset",
        en: "the header does not name the character set",
        it: "l'intestazione non dice l'insieme di caratteri",
        hint: Wording(
            en: #"add "Content-Type: text/plain; charset=UTF-8\n""#,
            it: #"aggiungi "Content-Type: text/plain; charset=UTF-8\n""#
        )
    )

    package static let missingHeader = Problem(
        "missing-header",
        en: "the catalogue has no header, the entry with the empty msgid",
        it: "il catalogo non ha l'intestazione, la voce con il msgid vuoto",
        hint: Wording(
            en: #"start the file with msgid "" and a msgstr that says Content-Type, Language and Plural-Forms"#,
            it: #"comincia il file con msgid "" e un msgstr che dice Content-Type, Language e Plural-Forms"#
        )
    )

    package static func headerLine(_ line: Substring) -> Problem {
        Problem(
            "header-line",
            en: "'\(excerpt(line))' in the header is not 'Name: value'",
            it: "'\(excerpt(line))' nell'intestazione non è 'Nome: valore'"
        )
    }

    package static let textCutOff = Problem(
        "unterminated-string",
        en: "the file ends inside the text that starts here",
        it: "il file finisce dentro il testo che comincia qui",
        hint: Wording(en: "the file may have been cut off", it: "forse il file è stato troncato")
    )

    package static let unterminatedText = Problem(
        "unterminated-string",
        en: "the text that starts here has no closing quote on its line",
        it: "il testo che comincia qui non ha le virgolette di chiusura sulla sua riga",
        hint: Wording(en: #"a quote inside a text is written \""#, it: #"le virgolette dentro un testo si scrivono \""#)
    )

    package static let unknownEscape = Problem(
        "unknown-escape",
        en: "the backslash stands before something it has no meaning for",
        it: "la barra rovesciata sta davanti a qualcosa per cui non ha significato",
        hint: Wording(en: #"a backslash itself is written \\"#, it: #"la barra rovesciata stessa si scrive \\"#)
    )

    package static let escapeTooLarge = Problem(
        "escape-too-large",
        en: #"the number after the backslash is no byte, bytes go up to \377 or \xFF"#,
        it: #"il numero dopo la barra rovesciata non è un byte, i byte arrivano a \377 o \xFF"#,
        hint: writeTheCharacter
    )

    private static let writeTheCharacter = Wording(en: "write the character itself", it: "scrivi il carattere stesso")

    package static func forbiddenControl(_ byte: UInt8) -> Problem {
        Problem(
            "forbidden-character",
            en: "a text can't have control character \(byte) in it",
            it: "un testo non può contenere il carattere di controllo \(byte)"
        )
    }

    package static let mergeConflict = Problem(
        "merge-conflict",
        en: "two versions of the file were not merged here",
        it: "qui due versioni del file non sono state unite",
        hint: Wording(
            en: "keep the right lines and delete this mark",
            it: "tieni le righe giuste e cancella questo segno"
        )
    )

    package static func unknownLine(_ text: String, meant keyword: String?) -> Problem {
        Problem(
            "unknown-line",
            en: "'\(text)' is neither a keyword, a text in quotes nor a comment",
            it: "'\(text)' non è una parola chiave, né un testo tra virgolette, né un commento",
            hint: keyword.map { .didYouMean($0) }
        )
    }

    package static let misplacedText = Problem(
        "misplaced-text",
        en: "this text belongs to no keyword",
        it: "questo testo non appartiene a nessuna parola chiave"
    )

    package static func misplacedKeyword(_ keyword: String, after other: String) -> Problem {
        Problem(
            "misplaced-keyword",
            en: "\(keyword) stands here without \(other) before it",
            it: "\(keyword) sta qui senza \(other) prima"
        )
    }

    package static let secondTranslation = Problem(
        "misplaced-keyword",
        en: "a second msgstr stands here without msgid before it",
        it: "qui sta un secondo msgstr senza msgid prima"
    )

    package static func misplacedKeyword(_ keyword: String, before other: String) -> Problem {
        Problem(
            "misplaced-keyword",
            en: "\(keyword) has no \(other) after it",
            it: "\(keyword) non ha \(other) dopo di sé"
        )
    }

    package static func missingKeyword(_ keyword: String) -> Problem {
        Problem("missing-keyword", en: "the entry has no \(keyword)", it: "la voce non ha \(keyword)")
    }

    package static let missingText = Problem(
        "missing-text",
        en: "the keyword has no text in quotes after it",
        it: "la parola chiave non ha un testo tra virgolette dopo di sé"
    )

    package static let misplacedComment = Problem(
        "misplaced-comment",
        en: "the comment stands between the keywords of an entry",
        it: "il commento sta tra le parole chiave di una voce",
        hint: Wording(
            en: "comments come first, before '#|' lines, msgctxt and msgid",
            it: "i commenti vengono per primi, prima delle righe '#|', di msgctxt e di msgid"
        )
    )

    package static let strayComment = Problem(
        "stray-comment",
        en: "the comment belongs to no message and is lost when the file is written",
        it: "il commento non appartiene a nessun messaggio e si perde quando il file viene scritto"
    )

    package static let inconsistentObsolete = Problem(
        "inconsistent-obsolete",
        en: "some lines of the entry are marked '#~' and others are not",
        it: "alcune righe della voce sono segnate '#~' e altre no"
    )

    package static let unnumberedForm = Problem(
        "plural-forms",
        en: "a message with msgid_plural has msgstr[0], msgstr[1] ..., not msgstr",
        it: "un messaggio con msgid_plural ha msgstr[0], msgstr[1] ..., non msgstr"
    )

    package static func formOutOfOrder(_ index: Int, expected: Int) -> Problem {
        Problem(
            "plural-forms",
            en: "msgstr[\(index)] stands where msgstr[\(expected)] is due",
            it: "msgstr[\(index)] sta dove deve stare msgstr[\(expected)]"
        )
    }

    package static func formCount(_ count: Int, expected: Int) -> Problem {
        Problem(
            "plural-forms",
            en: "the message has \(count) plural forms, the header says nplurals=\(expected)",
            it: "il messaggio ha \(count) forme plurali, l'intestazione dice nplurals=\(expected)"
        )
    }

    package static let missingPluralForms = Problem(
        "plural-forms",
        en: "the message has plural forms, but the header has no Plural-Forms",
        it: "il messaggio ha forme plurali, ma l'intestazione non ha Plural-Forms",
        hint: Wording(
            en: #"Italian and English have "Plural-Forms: nplurals=2; plural=(n != 1);\n""#,
            it: #"italiano e inglese hanno "Plural-Forms: nplurals=2; plural=(n != 1);\n""#
        )
    )

    package static func duplicateHeader(line: Int) -> Problem {
        Problem(
            "duplicate-message",
            en: "the header is already at line \(line)",
            it: "l'intestazione è già alla riga \(line)",
            hint: keepOneOfTwo
        )
    }

    package static func duplicateMessage(_ id: String, line: Int) -> Problem {
        Problem(
            "duplicate-message",
            en: "the message '\(excerpt(id))' is already at line \(line)",
            it: "il messaggio '\(excerpt(id))' è già alla riga \(line)",
            hint: keepOneOfTwo
        )
    }

    private static let keepOneOfTwo = Wording(
        en: "a message stands in a file once; keep one of the two",
        it: "un messaggio sta in un file una volta sola; tieni uno dei due"
    )

    package static let malformedAttestation = Problem(
        "malformed-attestation",
        en: "the review does not count, it is not written as 'reviewed: YYYY-MM-DD who hash'",
        it: "la revisione non conta, non è scritta come 'reviewed: AAAA-MM-GG chi hash'",
        hint: Wording(
            en: "delete the line and approve the message again",
            it: "cancella la riga e approva di nuovo il messaggio"
        )
    )
}

/// What can be wrong with the `Plural-Forms` of a header.
extension Problem {
    package static func divisionByZero(number: UInt) -> Problem {
        pluralRule(
            en: "the expression divides by zero for n = \(number)",
            it: "l'espressione divide per zero per n = \(number)"
        )
    }

    package static func formBeyondCount(_ form: UInt, number: UInt, count: Int) -> Problem {
        pluralRule(
            en: "the expression gives form \(form) for n = \(number), but nplurals is \(count)",
            it: "l'espressione dà la forma \(form) per n = \(number), ma nplurals è \(count)"
        )
    }

    package static func formsUnused(highest: UInt, count: Int) -> Problem {
        pluralRule(
            en: "the expression gives forms up to \(highest) only, but nplurals is \(count)",
            it: "l'espressione dà forme solo fino a \(highest), ma nplurals è \(count)"
        )
    }

    package static func notNumberOfForms(_ text: String) -> Problem {
        pluralRule(
            en: "'\(excerpt(text))' is not a number of forms",
            it: "'\(excerpt(text))' non è un numero di forme",
            hint: pluralExample
        )
    }

    package static func pluralPartMissing(_ name: String) -> Problem {
        pluralRule(en: "\(name) is missing", it: "manca \(name)", hint: pluralExample)
    }

    package static func pluralPartTwice(_ name: String) -> Problem {
        pluralRule(en: "\(name) is there more than once", it: "\(name) c'è più di una volta")
    }

    package static let pluralTooLong = pluralRule(
        en: "the expression is too long",
        it: "l'espressione è troppo lunga"
    )

    package static let pluralNumberTooLarge = pluralRule(en: "a number is too large", it: "un numero è troppo grande")

    /// `rest` is what stands where the reader stopped, `expected` what should stand there.
    package static func pluralUnexpected(_ rest: ArraySlice<UInt8>, instead expected: Wording?) -> Problem {
        let found =
            rest.isEmpty
            ? Wording(en: "the expression ends", it: "l'espressione finisce")
            : Wording(en: "'\(excerpt(rest))' is not expected", it: "'\(excerpt(rest))' non ci va")
        guard let expected else { return pluralRule(en: found.english, it: found.italian) }
        return pluralRule(
            en: "\(found.english) where \(expected.english) is due",
            it: "\(found.italian) dove ci vuole \(expected.italian)"
        )
    }

    private static func pluralRule(en: String, it: String, hint: Wording? = nil) -> Problem {
        Problem(
            "plural-forms",
            en: "Plural-Forms in the header: " + en,
            it: "Plural-Forms nell'intestazione: " + it,
            hint: hint
        )
    }

    private static let pluralExample = Wording(
        en: "for example nplurals=2; plural=(n != 1);",
        it: "per esempio nplurals=2; plural=(n != 1);"
    )
}
