/// What must not be when a site, a sheet or the contract is released.
extension Problem {
    package static let unwrittenIdentifier = "unwritten-text"

    /// A warning, but for what is released.
    package static func unwrittenText(excerpts: [String], mark: String) -> Problem {
        let list = excerpts.map { "'\(excerpt($0))'" }.joined(separator: ", ")
        let count = excerpts.count
        return Problem(
            unwrittenIdentifier,
            en: "\(count == 1 ? "1 text is" : "\(count) texts are") still to be written: \(list)",
            it: "\(count == 1 ? "1 testo è ancora" : "\(count) testi sono ancora") da scrivere: \(list)",
            hint: Wording(
                en: "write your own in the place of each that begins with '\(mark)'",
                it: "scrivi il tuo al posto di ogni testo che comincia con '\(mark)'"
            )
        )
    }

    package static func untranslatedLeaflet(_ code: String, language: String, parts: Int, catalogue: String) -> Problem
    {
        Problem(
            "untranslated-leaflet",
            en:
                "\(code) in \(language) has \(parts == 1 ? "1 part" : "\(parts) parts") in Italian, and is not released",
            it:
                "\(code) in \(language) ha \(parts == 1 ? "1 parte" : "\(parts) parti") in italiano, e non viene rilasciato",
            hint: Wording(
                en: "translate them in \(catalogue), then release again",
                it: "traducile in \(catalogue), poi rilascia di nuovo"
            )
        )
    }

    package static func releaseOrder(day: String, last: String) -> Problem {
        Problem(
            "release-order",
            en: "the day \(day) is before that of an edition in force, \(last)",
            it: "il giorno \(day) viene prima di quello di un'edizione in vigore, \(last)",
            hint: Wording(
                en: "name a later day with --date, or set the clock of this machine",
                it: "indica un giorno successivo con --date, o regola l'orologio di questa macchina"
            )
        )
    }

    package static func draftSheets(_ drafts: Int, of sheets: Int, leaflet: String, languages: [String]) -> Problem {
        let list = languages.joined(separator: ", ")
        return Problem(
            "draft-sheets",
            en: "\(drafts) of \(sheets) sheets of \(leaflet) are drafts, as every page of theirs says: in \(list)",
            it: "\(drafts) fogli di \(leaflet) su \(sheets) sono bozze, come dice ogni loro pagina: in \(list)",
            hint: Wording(
                en: "'millegiorni leaflets status' tells why, 'millegiorni leaflets release' releases them",
                it: "'millegiorni leaflets status' dice perché, 'millegiorni leaflets release' li rilascia"
            )
        )
    }

    package static func unreleasedContract(version: String) -> Problem {
        Problem(
            "unreleased-contract",
            en: "version \(version) of the referral contract is not released, and may still change",
            it: "la versione \(version) del contratto di segnalazione non è rilasciata, e può ancora cambiare",
            hint: Wording(
                en: "run 'millegiorni referral release', and commit what it writes",
                it: "esegui 'millegiorni referral release', e registra con git quello che scrive"
            )
        )
    }

    package static func releasedAlready(version: String, files: String, next: String) -> Problem {
        Problem(
            "released-already",
            en: "version \(version) is released already, with other contents: \(files)",
            it: "la versione \(version) è già rilasciata, con altri contenuti: \(files)",
            hint: Wording(
                en: "write version: \(next) to release new words, or the next minor version for new fields and codes",
                it:
                    "scrivi version: \(next) per rilasciare parole nuove, o la versione minore successiva per campi e codici nuovi"
            )
        )
    }

    package static func undescribedVersion(_ version: String, heading: String) -> Problem {
        Problem(
            "undescribed-version",
            en: "the changelog does not say what is new in \(version)",
            it: "il registro delle modifiche non dice che cosa c'è di nuovo in \(version)",
            hint: Wording(en: "write it below a heading '\(heading)'", it: "scrivilo sotto un titolo '\(heading)'")
        )
    }

    package static func notVersion(_ name: String) -> Problem {
        Problem(
            "unknown-file",
            en: "'\(name)' is not a version",
            it: "'\(name)' non è una versione",
            hint: Wording(
                en: "the folders there are versions, as in 1.0.0",
                it: "le cartelle lì sono versioni, come 1.0.0"
            )
        )
    }

    package static func unlistedRoute(_ slug: String) -> Problem {
        Problem(
            "unlisted-route",
            en: "the address '\(slug)' is not in content/routes.txt, and may be lost one day",
            it: "l'indirizzo '\(slug)' non è in content/routes.txt, e un giorno può andare perso",
            hint: Wording(en: "add a line '\(slug)' there", it: "aggiungi lì una riga '\(slug)'")
        )
    }

    package static func sampleCentre(_ id: String) -> Problem {
        Problem(
            "sample-data",
            en: "the centre '\(id)' is an example, and can't be released",
            it: "il centro '\(id)' è un esempio, e non si può rilasciare",
            hint: Wording(
                en: "put the real centre in its place, without 'example: true'",
                it: "metti al suo posto il centro vero, senza 'example: true'"
            )
        )
    }

    package static func sampleAddress(_ address: String) -> Problem {
        Problem(
            "sample-data",
            en: "'\(address)' is an address reserved for examples",
            it: "'\(address)' è un indirizzo riservato agli esempi",
            hint: Wording(en: "write the address of the real site", it: "scrivi l'indirizzo del sito vero")
        )
    }
}
