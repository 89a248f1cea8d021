/// What keeps one leaflet from being printed; `sheet` names it as the subject of a sentence.
extension Problem {
    /// `sides` are those that overflow; empty where the leaflet takes more sides than its text has.
    package static func leafletOverflow(_ sheet: Wording, sides: [Wording], canHaveSecondSide: Bool) -> Problem {
        let english = sides.map(\.english).joined(separator: " and ")
        let italian = sides.map(\.italian).joined(separator: " e ")
        return Problem(
            "leaflet-overflow",
            en: sides.isEmpty
                ? "\(sheet.english) takes more sides of paper than its text has"
                : "\(sheet.english) does not fit: in the smallest type it overflows \(english)",
            it: sides.isEmpty
                ? "\(sheet.italian) prende più facciate di quante ne ha il suo testo"
                : "\(sheet.italian) non ci sta: con i caratteri più piccoli esce \(italian)",
            hint: Wording(
                en: "shorten the text or its translation"
                    + (canHaveSecondSide ? ", or begin a second side with a line of ---" : ""),
                it: "accorcia il testo o la sua traduzione"
                    + (canHaveSecondSide ? ", o comincia una seconda facciata con una riga ---" : "")
            )
        )
    }

    package static func leafletGlyphs(_ sheet: Wording, _ names: String) -> Problem {
        Problem(
            "leaflet-glyph",
            en: "\(sheet.english) has characters that no font shows: \(names)",
            it: "\(sheet.italian) ha caratteri che nessun font mostra: \(names)",
            hint: Wording(
                en: "write it with other characters, or add a font that has them to fonts.txt",
                it: "scrivilo con altri caratteri, o aggiungi a fonts.txt un font che li ha"
            )
        )
    }

    package static func leafletFont(_ sheet: Wording, family: String) -> Problem {
        Problem(
            "leaflet-font",
            en: "\(sheet.english) can't be printed without the font '\(family)' in regular and bold",
            it: "\(sheet.italian) non si può stampare senza il font '\(family)', normale e grassetto",
            hint: Wording(
                en: "run 'make site', which links the fonts of fonts.txt",
                it: "esegui 'make site', che collega i font di fonts.txt"
            )
        )
    }

    /// `reason` is in the words of the worker.
    package static func leafletFonts(reason: String) -> Problem {
        Problem(
            "leaflet-font",
            en: "no leaflet can be printed: \(reason)",
            it: "nessun opuscolo si può stampare: \(reason)",
            hint: Wording(en: "run 'make site', which sets the fonts up", it: "esegui 'make site', che prepara i font")
        )
    }

    package static func leafletTooWide(_ sheet: Wording, word: String) -> Problem {
        Problem(
            "leaflet-too-wide",
            en: "\(sheet.english) has a word wider than its line: '\(word)'",
            it: "\(sheet.italian) ha una parola più larga della sua riga: '\(word)'",
            hint: Wording(
                en: "write a shorter word, or part it with a hyphen",
                it: "scrivi una parola più corta, o dividila con un trattino"
            )
        )
    }

    /// `reason` and `hint` are in the words of the engine.
    package static func leafletStructure(_ sheet: Wording, side: Int?, reason: String, hint: String?) -> Problem {
        Problem(
            "leaflet-structure",
            en: "\(sheet.english) can't be laid out\(side.map { " on side \($0)" } ?? ""): \(reason)",
            it: "\(sheet.italian) non si può impaginare\(side.map { " sulla facciata \($0)" } ?? ""): \(reason)",
            hint: hint.map { .foreign($0) }
        )
    }

    package static func leafletNotWritten(_ sheet: Wording, reason: String) -> Problem {
        Problem(
            "leaflet-output",
            en: "\(sheet.english) can't be written: \(reason)",
            it: "\(sheet.italian) non si può scrivere: \(reason)",
            hint: Wording(
                en: "look for a full disk or a read-only folder",
                it: "guarda se il disco è pieno o la cartella è di sola lettura"
            )
        )
    }

    package static func leafletTime(_ sheet: Wording) -> Problem {
        Problem(
            "leaflet-time",
            en: "\(sheet.english) takes too long to lay out",
            it: "\(sheet.italian) richiede troppo tempo per l'impaginazione",
            hint: Wording(
                en: "look for a picture with very many shapes",
                it: "cerca un disegno con moltissime forme"
            )
        )
    }

    /// `reason` and `hint` are in the words of the engine.
    package static func leafletProgramFault(_ sheet: Wording, fault: String, reason: String, hint: String?) -> Problem {
        Problem(
            "leaflet-engine",
            en: "\(sheet.english) can't be printed by a fault of the program (\(fault)): \(reason)",
            it: "\(sheet.italian) non si può stampare per un errore del programma (\(fault)): \(reason)",
            hint: hint.map { .foreign($0) }
                ?? Wording(
                    en: "report it together with the leaflet",
                    it: "segnalalo insieme all'opuscolo"
                )
        )
    }
}

/// What can be wrong with a picture of a leaflet.
extension Problem {
    package static func pictureNotPrinted(_ address: String) -> Problem {
        Problem(
            "leaflet-picture",
            en: "'\(address)' can't be printed: a leaflet takes SVG, JPEG, PNG and WebP from content/media/",
            it: "'\(address)' non si può stampare: un opuscolo prende SVG, JPEG, PNG e WebP da content/media/",
            hint: Wording(
                en: "save it as one of these, or leave it to the pages",
                it: "salvala in uno di questi formati, o lasciala alle pagine"
            )
        )
    }

    package static func photoNotReady(_ address: String) -> Problem {
        Problem(
            "leaflet-picture",
            en: "'\(address)' can't be printed: the photo was not made ready for paper",
            it: "'\(address)' non si può stampare: la foto non è stata preparata per la carta",
            hint: Wording(
                en: "build again; 'make site' puts in place what is needed",
                it: "costruisci di nuovo; 'make site' mette a posto quello che serve"
            )
        )
    }

    package static let pictureInPrintedText = Problem(
        "leaflet-picture",
        en: "a picture in the middle of a text can't be printed",
        it: "un'immagine in mezzo a un testo non si può stampare",
        hint: Wording(
            en: "put the picture in a paragraph of its own, outside of links and headings",
            it: "metti l'immagine in un paragrafo suo, fuori da link e titoli"
        )
    )
}

/// Sheets as the subject of a sentence, and how much is too much on one.
extension Wording {
    package static let noLeaflet = Wording(en: "no leaflet", it: "nessun opuscolo")

    /// `MG-01 in ar`, `MG-01 in ar and Italian for esempio-nord`.
    package static func sheet(_ code: String, language: String, isBilingual: Bool, centre: String?) -> Wording {
        Wording(
            en: "\(code) in \(language)" + (isBilingual ? " and Italian" : "") + (centre.map { " for \($0)" } ?? ""),
            it: "\(code) in \(language)" + (isBilingual ? " e italiano" : "") + (centre.map { " per \($0)" } ?? "")
        )
    }

    package static func printedForm(language: String) -> Wording {
        Wording(en: "the referral form in \(language)", it: "la scheda di invio in \(language)")
    }

    package static func overflowing(side: Int, lines: Int, millimetres: String) -> Wording {
        Wording(
            en: "side \(side) by \(counted(lines, "line", "lines")) (\(millimetres) mm)",
            it: "dalla facciata \(side) di \(counted(lines, "riga", "righe")) (\(millimetres) mm)"
        )
    }
}
