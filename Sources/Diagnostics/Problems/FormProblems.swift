/// What can be wrong with the fields of the referral form.
extension Problem {
    package static func badVersion(_ text: String) -> Problem {
        Problem(
            "bad-version",
            en: "'\(text)' is not a version of it",
            it: "'\(text)' non è una sua versione",
            hint: Wording(
                en: "this is the contract of version 1: three numbers, as in 1.4.0",
                it: "questo è il contratto della versione 1: tre numeri, come in 1.4.0"
            )
        )
    }

    package static func emptyGroup(_ owner: Wording) -> Problem {
        Problem(
            "empty-group",
            en: "\(owner.english) asks for no field",
            it: "\(owner.italian) non chiede nessun campo"
        )
    }

    package static func badFieldName(_ name: String) -> Problem {
        Problem(
            "bad-name",
            en: "'\(name)' can't name a field",
            it: "'\(name)' non può essere il nome di un campo",
            hint: Wording(
                en: "letters and digits, a small letter first, and neither 'label' nor 'description': givenName",
                it: "lettere e cifre, una minuscola per prima, e né 'label' né 'description': givenName"
            )
        )
    }

    package static func repeatedDescription(_ owner: Wording) -> Problem {
        Problem(
            "duplicate-label",
            en: "the description of \(owner.english) only repeats its label",
            it: "\(owner.italian) ha una descrizione che ripete soltanto la sua etichetta"
        )
    }

    package static func optionalAndRequired(_ owner: Wording) -> Problem {
        Problem(
            "contradiction",
            en: "\(owner.english) is optional, and 'required-if' says so already",
            it: "\(owner.italian) è facoltativo, e 'required-if' lo dice già",
            hint: Wording(en: "take 'optional' away", it: "togli 'optional'")
        )
    }

    package static func conditionOnRequired(_ owner: Wording, key: String) -> Problem {
        Problem(
            "contradiction",
            en: "\(owner.english) is always required, so '\(key)' can't hold",
            it: "\(owner.italian) è sempre obbligatorio, quindi '\(key)' non può valere",
            hint: Wording(
                en: "add 'optional: true' or a 'required-if'",
                it: "aggiungi 'optional: true' o un 'required-if'"
            )
        )
    }

    package static func unknownFieldOfGroup(_ name: String, group: Wording, hint: Wording?) -> Problem {
        Problem(
            "unknown-field",
            en: "\(group.english) has no field '\(name)'",
            it: "\(group.italian) non ha un campo '\(name)'",
            hint: hint
        )
    }

    package static func requiredAmongAtLeastOne(_ name: String) -> Problem {
        Problem(
            "contradiction",
            en: "'\(name)' is always required, so 'at-least-one-of' asks nothing",
            it: "'\(name)' è sempre obbligatorio, quindi 'at-least-one-of' non chiede niente",
            hint: Wording(en: "add 'optional: true' to '\(name)'", it: "aggiungi 'optional: true' a '\(name)'")
        )
    }

    package static func numberOutOfRange(_ key: String, upTo limit: Int) -> Problem {
        Problem(
            "bad-number",
            en: "'\(key)' must be from 1 to \(limit)",
            it: "'\(key)' deve essere da 1 a \(limit)"
        )
    }
}

/// Why a pattern can't go into the contract.
extension Problem {
    package static let patternNotAnchored = badPattern(
        en: "it must begin with ^ and end with $, or it would match a part of the text",
        it: "deve cominciare con ^ e finire con $, o basterebbe una parte del testo"
    )

    package static let patternNotASCII = badPattern(
        en: "it must be of visible ASCII characters and spaces",
        it: "deve essere fatto di caratteri ASCII visibili e di spazi"
    )

    package static let patternLooksAround = badPattern(
        en: "'(?' is not read alike by all regular expressions",
        it: "'(?' non è letto allo stesso modo da tutte le espressioni regolari"
    )

    package static func patternEscape(_ character: Character) -> Problem {
        badPattern(
            en: "'\\\(character)' is not read alike by all regular expressions; write the characters, as in [0-9]",
            it: "'\\\(character)' non è letto allo stesso modo da tutte le espressioni regolari;"
                + " scrivi i caratteri, come in [0-9]"
        )
    }

    package static func patternBareInClass(_ character: Character) -> Problem {
        badPattern(
            en: "'\(character)' between [ and ] needs a \\ before it",
            it: "'\(character)' tra [ e ] vuole un \\ davanti"
        )
    }

    package static let patternUnreadable = badPattern(
        en: "it is not a regular expression",
        it: "non è un'espressione regolare"
    )

    private static func badPattern(en: String, it: String) -> Problem {
        Problem("bad-pattern", en: "the pattern can't be used: " + en, it: "il modello non si può usare: " + it)
    }
}

/// What can be wrong with the lists of codes of the form.
extension Problem {
    package static func badListName(_ name: String) -> Problem {
        Problem(
            "bad-name",
            en: "'\(name)' can't name a list of codes",
            it: "'\(name)' non può essere il nome di una lista di codici",
            hint: Wording(
                en: "small letters and hyphens: adult-role",
                it: "lettere minuscole e trattini: adult-role"
            )
        )
    }

    package static func emptyCodeList(_ name: String) -> Problem {
        Problem(
            "empty-list",
            en: "the list '\(name)' has no codes",
            it: "la lista '\(name)' non ha codici"
        )
    }

    package static func badCode(_ code: String) -> Problem {
        Problem(
            "bad-code",
            en: "'\(code)' can't be a code",
            it: "'\(code)' non può essere un codice",
            hint: Wording(
                en: "small letters and underscores, and neither 'label' nor 'description': other_carer",
                it: "lettere minuscole e trattini bassi, e né 'label' né 'description': other_carer"
            )
        )
    }

    package static func sharedLabel(_ label: String, list: String) -> Problem {
        Problem(
            "duplicate-label",
            en: "'\(label)' stands for two codes of '\(list)'",
            it: "'\(label)' sta per due codici di '\(list)'",
            hint: Wording(en: "reword one of them", it: "cambia le parole di uno dei due")
        )
    }

    package static func unknownCodeList(_ name: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-code-list",
            en: "no list of codes is called '\(name)'",
            it: "nessuna lista di codici si chiama '\(name)'",
            hint: hint
        )
    }

    package static func unusedCodeList(_ name: String) -> Problem {
        Problem(
            "unused-code-list",
            en: "no field uses the list '\(name)'",
            it: "nessun campo usa la lista '\(name)'"
        )
    }
}

/// What can be wrong with the conditions of a field.
extension Problem {
    package static func badCondition(_ key: String) -> Problem {
        Problem(
            "bad-condition",
            en: "'\(key)' must name one field and its value",
            it: "'\(key)' deve indicare un campo e il suo valore",
            hint: Wording(
                en: "write it as '\(key): { pathway: already_in_charge }'",
                it: "scrivilo come '\(key): { pathway: already_in_charge }'"
            )
        )
    }

    package static func conditionOnItself(_ path: String) -> Problem {
        Problem(
            "bad-condition",
            en: "'\(path)' has a condition on itself",
            it: "'\(path)' ha una condizione su se stesso"
        )
    }

    package static func conditionOnUnknownField(_ path: String, on other: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-field",
            en: "'\(path)' has a condition on '\(other)', which its group does not have",
            it: "'\(path)' ha una condizione su '\(other)', che nel suo gruppo non c'è",
            hint: hint
        )
    }

    package static func conditionOnFlag(_ property: String, canBeFalse: Bool) -> Problem {
        Problem(
            "bad-condition",
            en: "'\(property)' can only be tested for \(canBeFalse ? "true or false" : "true")",
            it: "'\(property)' si può confrontare solo con \(canBeFalse ? "true o false" : "true")"
        )
    }

    package static func conditionOnOtherKind(_ property: String) -> Problem {
        Problem(
            "bad-condition",
            en: "a condition can't be on '\(property)'",
            it: "una condizione non può essere su '\(property)'",
            hint: Wording(
                en: "it can be on a yes-no, a confirmation or a field with codes",
                it: "può essere su un campo yes-no, confirmation o con codici"
            )
        )
    }

    /// `name` is the code in quotes, or what stands there instead of a code.
    package static func unknownCode(_ name: Wording, list: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-code",
            en: "\(name.english) is not a code of '\(list)'",
            it: "\(name.italian) non è un codice di '\(list)'",
            hint: hint
        )
    }

    package static func repeatedConditionValue(_ value: String) -> Problem {
        Problem(
            "bad-condition",
            en: "'\(value)' stands twice in the condition",
            it: "'\(value)' c'è due volte nella condizione"
        )
    }

    package static func conditionWithoutValue(_ property: String) -> Problem {
        Problem(
            "bad-condition",
            en: "the condition on '\(property)' has no value",
            it: "la condizione su '\(property)' non ha un valore"
        )
    }
}

/// What can be wrong with the examples and vectors of the contract.
extension Problem {
    package static func duplicateTest(_ description: String) -> Problem {
        Problem(
            "duplicate-test",
            en: "two tests are described as '\(description)'",
            it: "due test sono descritti come '\(description)'"
        )
    }

    package static func mixedTest(changes: Int) -> Problem {
        Problem(
            "mixed-test",
            en: "a test that expects a refusal must change one thing, and this changes \(changes)",
            it: "un test che si aspetta un rifiuto deve cambiare una cosa sola, e questo ne cambia \(changes)"
        )
    }

    package static let rulesOfInvalid = Problem(
        "contradiction",
        en: "rules and dates are judged only where the schema finds a referral valid",
        it: "regole e date si giudicano solo dove lo schema trova valida la segnalazione"
    )

    package static let readerValidOfValid = Problem(
        "contradiction",
        en: "'reader-valid' is said of what the sender's schema refuses",
        it: "'reader-valid' si dice di ciò che lo schema di chi invia rifiuta"
    )

    package static func noPlaceInDocument(_ pointer: String) -> Problem {
        Problem(
            "bad-pointer",
            en: "the document has no place for '\(pointer)'",
            it: "il documento non ha un posto per '\(pointer)'"
        )
    }

    package static func badPointer(_ text: String) -> Problem {
        Problem(
            "bad-pointer",
            en: "'\(text)' is not a JSON pointer",
            it: "'\(text)' non è un puntatore JSON",
            hint: Wording(en: "as in /family/phone", it: "come in /family/phone")
        )
    }

    package static func unknownDocument(_ name: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-document",
            en: "no document is called '\(name)'",
            it: "nessun documento si chiama '\(name)'",
            hint: hint
        )
    }

    package static let badViolations = Problem(
        "wrong-kind",
        en: "'violates' must be rules with pointers",
        it: "'violates' deve essere regole con puntatori",
        hint: Wording(
            en: "write it as 'violates: { agreement-comes-first: /agreement/givenOn }'",
            it: "scrivilo come 'violates: { agreement-comes-first: /agreement/givenOn }'"
        )
    )

    package static func unknownRule(_ name: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-rule",
            en: "no rule is called '\(name)'",
            it: "nessuna regola si chiama '\(name)'",
            hint: hint
        )
    }
}

/// What breaks a promise of the contract.
extension Problem {
    package static func brokenPromise(_ key: String, number: Int) -> Problem {
        Problem(
            "broken-promise",
            en: "the referral contract says \(number), and its test vectors prove it: '\(key)' can't differ",
            it: "il contratto di segnalazione dice \(number), e i suoi vettori lo provano: '\(key)' non può essere"
                + " diverso",
            hint: Wording(
                en: "another number is another major version of the contract: rules, vectors and schema change with it",
                it: "un altro numero è un'altra versione maggiore del contratto: con lui cambiano regole, vettori e"
                    + " schema"
            )
        )
    }

    /// `change` follows the path in the sentence; an empty path is the referral itself.
    package static func breaksContract(
        _ path: String,
        _ change: Wording,
        rule: Wording,
        against version: String
    ) -> Problem {
        let subject = path.isEmpty ? Wording.referral : .key(path)
        return Problem(
            "breaks-contract",
            en: "\(subject.english) \(change.english) (against \(version))",
            it: "\(subject.italian) \(change.italian) (rispetto alla \(version))",
            hint: Wording(
                en: "\(rule.english) before version 2",
                it: "\(rule.italian) prima della versione 2"
            )
        )
    }

    package static func refusesReleased(
        version: String,
        vector: String,
        pointer: String,
        because reason: Wording
    ) -> Problem {
        Problem(
            "breaks-contract",
            en: "a referral of \(version) is refused at \(pointer): \(reason.english)",
            it: "una segnalazione della \(version) è rifiutata a \(pointer): \(reason.italian)",
            hint: Wording(en: "it is the vector '\(vector)'", it: "è il vettore '\(vector)'")
        )
    }

    package static func versionBehind(_ version: String, released: String) -> Problem {
        Problem(
            "version-behind",
            en: "version \(version) comes before \(released), which is released",
            it: "la versione \(version) viene prima della \(released), che è rilasciata"
        )
    }

    package static func versionUnchanged(released: String, next: String) -> Problem {
        Problem(
            "version-behind",
            en: "fields, codes or bounds are not those of \(released), which is released",
            it: "campi, codici o limiti non sono quelli della \(released), che è rilasciata",
            hint: Wording(
                en: "write version: \(next), and what is new in contract/CHANGELOG.md",
                it: "scrivi version: \(next), e che cosa c'è di nuovo in contract/CHANGELOG.md"
            )
        )
    }

    package static func releaseWithoutSchema(_ version: String) -> Problem {
        brokenRelease(
            en: "the release \(version) has no schema.json",
            it: "il rilascio \(version) non ha schema.json"
        )
    }

    package static func releaseWithoutVectors(_ version: String) -> Problem {
        brokenRelease(
            en: "the release \(version) has no vectors",
            it: "il rilascio \(version) non ha vettori"
        )
    }

    private static func brokenRelease(en: String, it: String) -> Problem {
        Problem(
            "broken-release",
            en: en,
            it: it,
            hint: Wording(
                en: "a release is never changed: bring its files back from the history",
                it: "un rilascio non cambia mai: riporta i suoi file dalla cronologia"
            )
        )
    }
}

/// What must hold from one version of the contract to the next, to begin a sentence.
extension Wording {
    package static let fieldsStay = Wording(
        en: "a field can't go or change its kind",
        it: "un campo non può sparire o cambiare tipo"
    )
    package static let codesStay = Wording(en: "a code can't go", it: "un codice non può sparire")
    package static let boundsHold = Wording(
        en: "a bound can't get tighter",
        it: "un limite non può diventare più stretto"
    )
    package static let nothingMoreIsRequired = Wording(
        en: "nothing more can be required",
        it: "niente di più può essere obbligatorio"
    )
    package static let nothingMoreIsForbidden = Wording(
        en: "nothing more can be forbidden",
        it: "niente di più può essere vietato"
    )
}

/// What has changed in a part of the contract, to follow its name; values are in JSON, nil for none.
extension Wording {
    package static func typeChanged(from old: String?, to new: String?) -> Wording {
        Wording(
            en: "was of type \(old ?? "none"), and is \(new ?? "none")",
            it: "era di tipo \(old ?? "nessuno"), ed è \(new ?? "nessuno")"
        )
    }

    package static func keywordChanged(_ keyword: String, from old: String?, to new: String?) -> Wording {
        Wording(
            en: "had the \(keyword) \(old ?? "none"), and has \(new ?? "none")",
            it: "aveva \(keyword) \(old ?? "nessuno"), e ha \(new ?? "nessuno")"
        )
    }

    package static func boundChanged(_ keyword: String, to new: Int, from old: String?) -> Wording {
        Wording(
            en: "has \(keyword) \(new), and had \(old ?? "none")",
            it: "ha \(keyword) \(new), e aveva \(old ?? "nessuno")"
        )
    }

    package static func mayOnlyBe(_ value: String) -> Wording {
        Wording(en: "may only be \(value) now", it: "ora può essere solo \(value)")
    }

    package static let noRepetitionNow = Wording(
        en: "can't hold the same twice any more",
        it: "non può più contenere la stessa cosa due volte"
    )
    package static let lostCodes = Wording(en: "had codes, and is free text", it: "aveva codici, ed è testo libero")
    package static let gainedCodes = Wording(en: "was free text, and has codes", it: "era testo libero, e ha codici")

    package static func lostCode(_ code: String) -> Wording {
        Wording(en: "has lost the code \(code)", it: "ha perso il codice \(code)")
    }

    package static let isGone = Wording(en: "is gone", it: "non c'è più")
    package static let alwaysRequiredNow = Wording(en: "is always required now", it: "ora è sempre obbligatorio")

    package static func needsOneNow(of names: [String]) -> Wording {
        let list = names.joined(separator: ", ")
        return Wording(en: "needs at least one of \(list) now", it: "ora vuole almeno uno di \(list)")
    }

    package static func requiredNow(when test: Wording) -> Wording {
        Wording(
            en: "is required now when \(test.english)",
            it: "ora è obbligatorio quando \(test.italian)"
        )
    }

    package static func forbiddenNow(when test: Wording) -> Wording {
        Wording(en: "is forbidden now when \(test.english)", it: "ora è vietato quando \(test.italian)")
    }

    package static func forbiddenNow(unless test: Wording) -> Wording {
        Wording(en: "is forbidden now unless \(test.english)", it: "ora è vietato salvo quando \(test.italian)")
    }

    /// A test of another answer: `'pathway' is "a" or "b"`.
    package static func answer(_ property: String, isOneOf answers: [String]) -> Wording {
        Wording(
            en: "'\(property)' is \(answers.joined(separator: " or "))",
            it: "'\(property)' è \(answers.joined(separator: " o "))"
        )
    }
}
