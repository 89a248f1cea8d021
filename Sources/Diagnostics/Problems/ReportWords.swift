/// The words around problems, and what commands say when all is well.
extension Wording {
    static let error = Wording(en: "error", it: "errore")
    static let warning = Wording(en: "warning", it: "avviso")
    package static let hint = Wording(en: "hint", it: "suggerimento")

    package static func count(errors: Int, warnings: Int) -> Wording {
        Wording(
            en: "\(counted(errors, "error", "errors")), \(counted(warnings, "warning", "warnings"))",
            it: "\(counted(errors, "errore", "errori")), \(counted(warnings, "avviso", "avvisi"))"
        )
    }

    package static func portTaken(_ port: UInt16, next: UInt16) -> Wording {
        Wording(
            en: "port \(port) is taken, maybe by another preview: this one is at \(next)",
            it: "la porta \(port) è occupata, forse da un'altra anteprima: questa è alla \(next)"
        )
    }

    package static func mended(_ line: String) -> Wording {
        Wording(en: "mended: \(line)", it: "risolto: \(line)")
    }

    package static let noErrors = Wording(en: "no errors", it: "nessun errore")

    package static func built(files: Int, folder: String, seconds: String) -> Wording {
        Wording(
            en: "\(counted(files, "file", "files")) in \(folder) in \(seconds) s",
            it: "\(files) file in \(folder) in \(seconds) s"
        )
    }

    package static func wrote(_ path: String) -> Wording { Wording(en: "wrote \(path)", it: "scritto \(path)") }
}

/// What commands say when they have done what they were asked for.
extension Wording {
    package static func begunPage(_ path: String) -> Wording {
        Wording(
            en: "wrote \(path): write its description and its text, then run 'millegiorni translations update'",
            it:
                "scritto \(path): scrivi la sua descrizione e il suo testo, poi esegui 'millegiorni translations update'"
        )
    }

    package static func begunLeaflet(_ path: String) -> Wording {
        Wording(
            en: "wrote \(path): write its panels, then run 'millegiorni translations update'",
            it: "scritto \(path): scrivi i suoi pannelli, poi esegui 'millegiorni translations update'"
        )
    }

    package static func languageIsThere(_ code: String, file: String) -> Wording {
        Wording(
            en: "'\(code)' is among the languages of \(file) already",
            it: "'\(code)' è già tra le lingue di \(file)"
        )
    }

    package static let nothingToRelease = Wording(
        en: "nothing to release: every sheet that is translated says what its last edition says",
        it: "niente da rilasciare: ogni foglio tradotto dice quello che dice la sua ultima edizione"
    )

    package static func released(sheets: Int, day: String, ledger: String) -> Wording {
        Wording(
            en: "\(counted(sheets, "sheet is", "sheets are")) released with the day \(day): commit \(ledger),"
                + " and build the site",
            it: "\(counted(sheets, "foglio rilasciato", "fogli rilasciati")) con il giorno \(day): registra \(ledger)"
                + " con git, e costruisci il sito"
        )
    }

    package static func released(version: String, folder: String) -> Wording {
        Wording(
            en: "\(version) is released: commit \(folder), and build the site",
            it: "\(version) è rilasciata: registra \(folder) con git, e costruisci il sito"
        )
    }

    package static func releasedBefore(version: String) -> Wording {
        Wording(
            en: "\(version) was released before, and is the same today",
            it: "\(version) è già rilasciata, e oggi è uguale"
        )
    }

    package static func kept(_ words: String, language: String) -> Wording {
        Wording(en: "\(language): kept '\(words)'", it: "\(language): tenuto '\(words)'")
    }

    package static let translationDoesNotFit = Wording(
        en: "the translation does not fit its text any more: translate it anew",
        it: "la traduzione non va più bene per il suo testo: traducilo di nuovo"
    )

    /// How many messages of a language were approved, and why the others were not.
    package static func approved(
        _ count: Int,
        of total: Int,
        language: String,
        before: Int,
        missing: Int,
        stale: Int,
        faulty: Int
    ) -> Wording {
        func sentence(_ begin: String, _ leftOut: String, _ reasons: [(Int, String)]) -> String {
            let rest = reasons.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
            return rest.isEmpty ? begin : "\(begin); \(leftOut): \(rest.joined(separator: ", "))"
        }
        return Wording(
            en: sentence(
                "\(language): approved \(count) of \(total) messages",
                "left out",
                [
                    (before, "approved before"), (missing, "not translated"),
                    (stale, "whose Italian has changed since"), (faulty, "with errors"),
                ]
            ),
            it: sentence(
                "\(language): approvati \(count) messaggi su \(total)",
                "lasciati fuori",
                [
                    (before, "già approvati"), (missing, "non tradotti"),
                    (stale, "con l'italiano cambiato nel frattempo"), (faulty, "con errori"),
                ]
            )
        )
    }

    /// `kept` is how many of how many leaflets stay in the cache; nil where none was to be printed.
    package static func stopped(unharmed: String, kept: (Int, of: Int)?) -> Wording {
        let english = kept.map { "; \($0) of \($1) leaflets are kept in the cache" } ?? ""
        let italian = kept.map { "; \($0) opuscoli su \($1) restano nella cache" } ?? ""
        return Wording(
            en: "millegiorni: stopped\(english); '\(unharmed)' is as it was",
            it: "millegiorni: interrotto\(italian); '\(unharmed)' è come prima"
        )
    }

    package static func printing(done: Int, of total: Int, cached: Int) -> Wording {
        Wording(
            en: "leaflets \(done) of \(total), \(cached) from the cache",
            it: "opuscoli \(done) di \(total), \(cached) dalla cache"
        )
    }
}

func counted(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
