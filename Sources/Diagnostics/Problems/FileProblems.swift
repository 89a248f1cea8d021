/// What can be wrong with any file, whatever it holds.
extension Problem {
    package static func notUTF8(_ byte: UInt8, isUTF16: Bool = false) -> Problem {
        let code = "0x" + String(byte, radix: 16, uppercase: true)
        let encoding = isUTF16 ? "UTF-16" : "Windows-1252"
        return Problem(
            "not-utf-8",
            en: "the byte \(code) can't stand here in UTF-8",
            it: "il byte \(code) non può stare qui in UTF-8",
            hint: Wording(
                en: "the file seems to be in \(encoding): save it anew with the encoding UTF-8",
                it: "il file sembra in \(encoding): salvalo di nuovo con la codifica UTF-8"
            )
        )
    }

    /// `limit` is in bytes.
    package static func longFile(bytes: Int, limit: Int) -> Problem {
        Problem(
            "long-file",
            en: "the file has \(bytes) bytes; the limit for a text is \(limit)",
            it: "il file ha \(bytes) byte; il limite per un testo è \(limit)",
            hint: Wording(
                en: "divide it into several pages, or put what is no text into 'content/files/'",
                it: "dividilo in più pagine, o metti quello che non è un testo in 'content/files/'"
            )
        )
    }

    /// `limit` is in bytes.
    package static func longText(bytes: Int, limit: Int) -> Problem {
        Problem(
            "long-text",
            en: "this text has \(bytes) bytes without a break; the limit is \(limit), about ten pages",
            it: "questo testo ha \(bytes) byte senza uno stacco; il limite è \(limit), circa dieci pagine",
            hint: Wording(
                en: "divide it into paragraphs with blank lines: each is translated by itself",
                it: "dividilo in paragrafi con righe vuote: ognuno si traduce da solo"
            )
        )
    }

    /// `count` is how often the character stands in the file.
    package static func hiddenMark(_ scalar: Unicode.Scalar, count: Int) -> Problem {
        let name = unicodeName(scalar)
        return Problem(
            "hidden-mark",
            en: "the character \(name) is not seen, and can change what is read around it (in this file: \(count))",
            it: "il carattere \(name) non si vede, e può cambiare quello che ha intorno (in questo file: \(count))",
            hint: Wording(
                en: "delete it: put the cursor behind it and press the backspace key, or type the words anew",
                it: "cancellalo: metti il cursore subito dopo e premi il tasto di cancellazione, o riscrivi le parole"
            )
        )
    }

    /// `count` is how often the character stands in the file.
    static func hiddenLeftover(_ scalar: Unicode.Scalar, count: Int) -> Problem {
        let name = unicodeName(scalar)
        return Problem(
            "hidden-leftover",
            en: "the character \(name), which nobody sees, is left out (in this file: \(count))",
            it: "il carattere \(name), che nessuno vede, non viene usato (in questo file: \(count))",
            hint: Wording(
                en: "it comes from a word processor; the file stays as it is, delete it when you like",
                it: "viene da un programma di scrittura; il file resta com'è, cancellalo quando vuoi"
            )
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

    package static func publicCollision(_ path: String) -> Problem {
        Problem(
            "public-collision",
            en: "the build makes '\(path)' itself, or a folder or file in its way",
            it: "la costruzione fa da sé '\(path)', o una cartella o un file al suo posto",
            hint: Wording(
                en: "give the file another name: what is in content/public/ never replaces a page",
                it: "dai al file un altro nome: quello che sta in content/public/ non sostituisce mai una pagina"
            )
        )
    }

    package static func publicPhoto(says metadata: String) -> Problem {
        Problem(
            "public-photo",
            en: "the picture says more than it shows (\(metadata)): perhaps where, when and by whom it was made",
            it: "l'immagine dice più di quello che mostra (\(metadata)): forse dove, quando e da chi è stata fatta",
            hint: Wording(
                en: "save it without its metadata; or put it into content/media/, where they are taken out",
                it: "salvala senza metadati; oppure mettila in content/media/, dove vengono tolti"
            )
        )
    }

    package static let linkOutOfPublic = Problem(
        "public-link",
        en: "the link leads out of content/public/, or to a folder",
        it: "il collegamento porta fuori da content/public/, o a una cartella",
        hint: Wording(en: "put the file itself there", it: "metti lì il file stesso")
    )

    package static func leavings(_ paths: [String]) -> Problem {
        let list = paths.prefix(5).joined(separator: ", ") + (paths.count > 5 ? ", …" : "")
        return Problem(
            "leavings",
            en: "files that other programs left are passed over: \(list)",
            it: "i file lasciati da altri programmi non vengono letti: \(list)",
            hint: Wording(en: "delete them when you like", it: "cancellali quando vuoi")
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

    package static let missingFrontMatter = Problem(
        "no-front-matter",
        en: "the file has no front matter",
        it: "il file non ha l'intestazione",
        hint: Wording(
            en: "start the file with a line '---', then 'title: …' and the other keys, then '---'",
            it: "comincia il file con una riga '---', poi 'title: …' e le altre chiavi, poi '---'"
        )
    )

    package static let emptyForm = Problem(
        "missing-form",
        en: "the referral form is empty",
        it: "il modulo di segnalazione è vuoto"
    )

    package static let openFrontMatter = Problem(
        "open-front-matter",
        en: "the front matter has no end",
        it: "l'intestazione del file non ha fine",
        hint: Wording(
            en: "close it with a line '---' before the text begins",
            it: "chiudila con una riga '---' prima che cominci il testo"
        )
    )
}
