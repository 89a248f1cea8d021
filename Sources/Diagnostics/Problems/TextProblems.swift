/// What can be wrong with a Markdown text.
extension Problem {
    package static func nestingTooDeep(limit: Int) -> Problem {
        Problem(
            "nesting-too-deep",
            en: "more than \(limit) lists, quotes, emphases and links stand inside each other",
            it: "più di \(limit) tra liste, citazioni, risalti e collegamenti stanno uno dentro l'altro",
            hint: Wording(en: "write it flatter", it: "scrivilo con meno livelli")
        )
    }

    package static func hardToRead(index: Int, minimum: Int, hardest: String, hardestIndex: Int) -> Problem {
        Problem(
            "hard-to-read",
            en: "the text has a Gulpease index of \(index), and needs \(minimum)",
            it: "il testo ha un indice Gulpease di \(index), e gli serve \(minimum)",
            hint: Wording(
                en: "begin with the hardest sentence (\(hardestIndex)): \(hardest)",
                it: "comincia dalla frase più difficile (\(hardestIndex)): \(hardest)"
            )
        )
    }

    package static let rawHTML = Problem(
        "raw-html",
        en: "HTML can't stand in a text",
        it: "l'HTML non può stare in un testo",
        hint: Wording(en: "write it in Markdown", it: "scrivilo in Markdown")
    )

    package static let ambiguousMarkup = Problem(
        "ambiguous-markup",
        en: "these marks can be read in more than one way",
        it: "questi segni si possono leggere in più di un modo",
        hint: Wording(
            en: "put a space between the marks, or use fewer of them",
            it: "metti uno spazio tra i segni, o usane di meno"
        )
    )

    package static let emptyLink = Problem(
        "empty-link",
        en: "the link has no words",
        it: "il collegamento non ha parole",
        hint: Wording(en: "say where it leads", it: "di' dove porta")
    )

    package static func imageWithoutAlt(_ source: String) -> Problem {
        Problem(
            "image-without-alt",
            en: "the image has no alternative text",
            it: "l'immagine non ha una descrizione",
            hint: Wording(
                en: "say what it shows, between the square brackets: ![…](\(source))",
                it: "di' che cosa si vede, tra le parentesi quadre: ![…](\(source))"
            )
        )
    }

    // MARK: Headings

    package static let headingOne = Problem(
        "heading-order",
        en: "a heading of level 1 stands in the text",
        it: "nel testo c'è un titolo di livello 1",
        hint: Wording(
            en: "the title of the front matter is heading 1; start this one with '##'",
            it: "il titolo 1 è quello scritto in alto nel file; comincia questo con '##'"
        )
    )

    package static func headingSkips(from level: Int, to found: Int) -> Problem {
        let marks = String(repeating: "#", count: level + 1)
        return Problem(
            "heading-order",
            en: "the heading skips from level \(level) to \(found)",
            it: "il titolo salta dal livello \(level) al \(found)",
            hint: Wording(en: "use '\(marks)'", it: "usa '\(marks)'")
        )
    }

    package static let emptyHeading = Problem(
        "empty-heading",
        en: "the heading has no words",
        it: "il titolo non ha parole"
    )

    // MARK: Tables and blocks

    package static func unknownDirective(_ info: String, hint: Wording?) -> Problem {
        Problem(
            "unknown-directive",
            en: "no directive is called '\(info)'",
            it: "nessun riquadro si chiama '\(info)'",
            hint: hint
        )
    }

    package static func directiveText(_ name: String) -> Problem {
        Problem(
            "directive-text",
            en: "'{\(name)}' fills itself in and takes no text",
            it: "'{\(name)}' si riempie da sé e non prende testo",
            hint: Wording(
                en: "close the block right after its first line",
                it: "chiudi il riquadro subito dopo la sua prima riga"
            )
        )
    }

    package static func emptyDirective(_ name: String) -> Problem {
        Problem("empty-directive", en: "'{\(name)}' has no text", it: "'{\(name)}' non ha testo")
    }

    package static func directiveWithoutBraces(_ name: String) -> Problem {
        Problem(
            "unknown-directive",
            en: "'\(name)' without braces makes a block of code",
            it: "'\(name)' senza graffe fa un blocco di codice",
            hint: Wording(en: "write ```{\(name)}", it: "scrivi ```{\(name)}")
        )
    }

    package static let indentedCode = Problem(
        "indented-code",
        en: "the line begins four or more columns in, and so becomes a block of code that nobody translates",
        it: "la riga comincia quattro o più colonne dopo, e diventa un blocco di codice che nessuno traduce",
        hint: Wording(
            en: "take away the blanks or the tab before it; a list in a list begins with two spaces and '-'",
            it:
                "togli gli spazi o il tabulatore che ha davanti; una lista dentro una lista comincia con due spazi e '-'"
        )
    )

    package static func tableColumns(_ count: Int) -> Problem {
        Problem(
            "table-shape",
            en: "the table has \(count) columns, and may have 2 or 3",
            it: "la tabella ha \(count) colonne, e può averne 2 o 3",
            hint: Wording(
                en:
                    "a bar '|' parts one column from the next: | Quando | Dove |; write '\\|' for a bar that is to be seen",
                it:
                    "una barra '|' divide una colonna dall'altra: | Quando | Dove |; scrivi '\\|' per una barra da vedere"
            )
        )
    }

    package static let tableWithoutRows = Problem(
        "table-shape",
        en: "the table has column headings and no rows",
        it: "la tabella ha le intestazioni e nessuna riga",
        hint: Wording(
            en: "the first line holds the headings; write the rows below it, each on a line",
            it: "la prima riga ha le intestazioni; scrivi sotto le altre, ognuna su una riga"
        )
    )

    package static func unevenTable(found: Int, expected: Int) -> Problem {
        Problem(
            "table-shape",
            en: "the row has \(found) cells, and the headings are \(expected)",
            it: "la riga ha \(found) celle, e le intestazioni sono \(expected)",
            hint: Wording(
                en: "put as many bars '|' in each line as in the first; write '\\|' for a bar that is to be seen",
                it: "metti in ogni riga tante barre '|' quante nella prima; scrivi '\\|' per una barra da vedere"
            )
        )
    }

    package static func emptyColumnHeading(_ column: Int) -> Problem {
        Problem(
            "table-shape",
            en: "column \(column) has no heading",
            it: "la colonna \(column) non ha intestazione",
            hint: Wording(
                en: "say in a word what the column holds: who listens to the page hears it before each cell",
                it: "di' con una parola che cosa c'è nella colonna: chi ascolta la pagina la sente prima di ogni cella"
            )
        )
    }

    package static let emptyCell = Problem(
        "table-shape",
        en: "a cell of the table is empty",
        it: "una cella della tabella è vuota",
        hint: Wording(
            en: "say that there is nothing: niente, nessuno, '—'",
            it: "di' che non c'è niente: niente, nessuno, '—'"
        )
    )

    package static let pictureInTable = Problem(
        "table-shape",
        en: "a cell of the table holds a picture, and can hold words only",
        it: "una cella della tabella ha un disegno, e può avere solo parole",
        hint: Wording(
            en: "put the picture in a paragraph of its own, before or after the table",
            it: "metti il disegno in un paragrafo suo, prima o dopo la tabella"
        )
    )
}
