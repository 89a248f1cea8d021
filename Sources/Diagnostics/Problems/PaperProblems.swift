/// What keeps sheets from being printed.
extension Problem {
    /// `excess` is nil where the paper has more sides than the text.
    package static func leafletTooLong(_ sheets: Wording, excess: Wording?, mend: Wording) -> Problem {
        let sides = Wording(en: "more sides of paper than the text has", it: "più lati di carta che di testo")
        let excess = excess ?? sides
        return Problem(
            "leaflet-overflow",
            en: "too long for \(sheets.english), in the smallest type by \(excess.english)",
            it: "troppo lungo per \(sheets.italian), nel carattere più piccolo di \(excess.italian)",
            hint: mend
        )
    }

    package static func leafletTooWide(_ sheets: Wording, word: String) -> Problem {
        Problem(
            "leaflet-too-wide",
            en: "the word '\(word)' is wider than its line in \(sheets.english)",
            it: "la parola '\(word)' è più larga della sua riga in \(sheets.italian)",
            hint: Wording(
                en: "write a shorter word, or part it with a hyphen",
                it: "scrivi una parola più corta, o dividila con un trattino"
            )
        )
    }

    package static func leafletGlyphs(_ sheets: Wording, glyphs: String) -> Problem {
        Problem(
            "leaflet-glyph",
            en: "no font of the leaflets has \(glyphs), in \(sheets.english)",
            it: "nessun carattere dei fogli ha \(glyphs), in \(sheets.italian)",
            hint: Wording(
                en: "write it with other characters",
                it: "scrivilo con altri segni"
            )
        )
    }

    package static func leafletFont(_ family: String) -> Problem {
        Problem(
            "leaflet-font",
            en: "the font '\(family)' is not there in regular and bold",
            it: "manca il carattere '\(family)', normale e grassetto",
            hint: Wording(
                en: "run 'make site', which links the fonts of Sources/Writers/Leaflet/fonts.txt",
                it: "esegui 'make site', che collega i caratteri di Sources/Writers/Leaflet/fonts.txt"
            )
        )
    }

    package static func leafletFonts(reason: String) -> Problem {
        Problem(
            "leaflet-font",
            en: "no leaflet can be printed: \(reason)",
            it: "nessun foglio si può stampare: \(reason)",
            hint: Wording(
                en: "run 'make site', which sets the fonts up",
                it: "esegui 'make site', che prepara i caratteri"
            )
        )
    }

    package static func leafletStructure(reason: String, side: Int?) -> Problem {
        let (place, posto) = side.map { (" on side \($0)", " sul lato \($0)") } ?? ("", "")
        return Problem(
            "leaflet-structure",
            en: "it can't be laid out\(place): \(reason)",
            it: "non si può impaginare\(posto): \(reason)"
        )
    }

    package static func leafletOutput(reason: String) -> Problem {
        Problem(
            "leaflet-output",
            en: "it can't be written: \(reason)",
            it: "non si può scrivere: \(reason)",
            hint: Wording(
                en: "look for a full disk or a read-only folder",
                it: "guarda se il disco è pieno o la cartella è di sola lettura"
            )
        )
    }

    package static let leafletTime = Problem(
        "leaflet-time",
        en: "it takes too long to lay out",
        it: "ci vuole troppo tempo per impaginarlo",
        hint: Wording(
            en: "look for a picture with very many shapes",
            it: "cerca un disegno con moltissime forme"
        )
    )

    package static func leafletEngine(fault: String, reason: String) -> Problem {
        Problem(
            "leaflet-engine",
            en: "it can't be printed by a fault of the program (\(fault)): \(reason)",
            it: "non si può stampare per un difetto del programma (\(fault)): \(reason)",
            hint: Wording(en: "report it together with the leaflet", it: "segnalalo insieme al foglio")
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

/// Sheets that fail together, and how.
extension Wording {
    private static let namedSheets = 4

    /// `MG-01-it`; `12 sheets (MG-01-ar, MG-01-ar-it …)`.
    package static func sheets(_ names: [String]) -> Wording {
        guard names.count > 1 else { return Wording(en: names.joined(), it: names.joined()) }
        let shown = names.prefix(namedSheets).joined(separator: ", ") + (names.count > namedSheets ? " …" : "")
        return Wording(en: "\(names.count) sheets (\(shown))", it: "\(names.count) fogli (\(shown))")
    }

    /// `3 lines on side 2 (12.3 mm)`.
    package static func excess(_ sides: [(side: Int, lines: Int, mm: Double)], onPanels: Bool) -> Wording {
        let (side, lato) = onPanels ? ("panel", "pannello") : ("side", "lato")
        return Wording(
            en: sides.map { "\($0.lines) \($0.lines == 1 ? "line" : "lines") on \(side) \($0.side) (\($0.mm) mm)" }
                .joined(separator: " and "),
            it: sides.map { "\($0.lines) \($0.lines == 1 ? "riga" : "righe") sul \(lato) \($0.side) (\($0.mm) mm)" }
                .joined(separator: " e ")
        )
    }

    package static func shortenText(lines: [Int]) -> Wording {
        guard lines.count > 1 else { return Wording(en: "shorten the text", it: "accorcia il testo") }
        let numbers = lines.map(String.init).joined(separator: ", ")
        return Wording(
            en: "shorten the text; its longest parts are at lines \(numbers)",
            it: "accorcia il testo; le sue parti più lunghe sono alle righe \(numbers)"
        )
    }

    package static let shortenCentre = Wording(
        en: "the sheet for all centres fits: shorten what this file says, such as its hours",
        it: "il foglio di tutti i centri ci sta: accorcia quello che dice questo file, per esempio gli orari"
    )
}
