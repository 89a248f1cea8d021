/// What can be wrong with any file, whatever it holds.
extension Problem {
    package static func notUTF8(_ byte: UInt8) -> Problem {
        let code = "0x" + String(byte, radix: 16, uppercase: true)
        return Problem(
            "not-utf-8",
            en: "the byte \(code) can't stand here in UTF-8",
            it: "il byte \(code) non può stare qui in UTF-8",
            hint: Wording(en: "save the file with the encoding UTF-8", it: "salva il file con la codifica UTF-8")
        )
    }

    package static func missingFile(_ path: String) -> Problem {
        Problem("missing-file", en: "there is no file '\(path)'", it: "non c'è un file '\(path)'")
    }

    package static func unreadableFile(reason: String) -> Problem {
        Problem(
            "unreadable-file",
            en: "the file can't be read: \(reason)",
            it: "il file non si può leggere: \(reason)"
        )
    }

    package static func missingCatalogue(language: String) -> Problem {
        Problem(
            "missing-catalogue",
            en: "there is no catalogue for '\(language)'",
            it: "non c'è un catalogo per '\(language)'",
            hint: Wording(
                en: "run 'millegiorni translations update' to make it",
                it: "esegui 'millegiorni translations update' per farlo"
            )
        )
    }

    package static func siteNotMade(reason: String) -> Problem {
        Problem(
            "preview",
            en: "the site could not be made: \(reason)",
            it: "il sito non si è potuto fare: \(reason)"
        )
    }
}
