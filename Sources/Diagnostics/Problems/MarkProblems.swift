/// Marks of other tools, which are printed as they stand, and what is typed in place of a fact.
extension Problem {
    /// `what` is printed as it stands; `way` is how the same is written here.
    package static func unreadMark(_ what: Wording, way: Wording) -> Problem {
        Problem(
            "unread-mark",
            en: "\(what.english) is not read here, and is printed as it stands",
            it: "\(what.italian) qui non vale, e si stampa così com'è",
            hint: way
        )
    }

    package static func unclosedMark(_ mark: String) -> Problem {
        Problem(
            "unclosed-mark",
            en: "'\(mark)' has no pair, and is printed as it stands",
            it: "'\(mark)' non ha il suo compagno, e si stampa così com'è",
            hint: Wording(
                en:
                    "put '\(mark)' at both ends of the words, touching them; write '\\\(mark.prefix(1))' for one that is to be"
                    + " seen",
                it:
                    "metti '\(mark)' da tutte e due le parti delle parole, attaccato; scrivi '\\\(mark.prefix(1))' per uno da"
                    + " vedere"
            )
        )
    }

    package static func typedContact(_ text: String, kind: Wording, way: Wording) -> Problem {
        Problem(
            "typed-contact",
            en: "\(kind.english) '\(text)' is typed as words: nobody can tap it, and it has to be changed by hand",
            it: "\(kind.italian) '\(text)' è scritto come testo: non si può toccare, e va cambiato a mano",
            hint: way
        )
    }

    /// `names` are the facts of the Italian that the translation lacks.
    package static func translationContact(_ text: String, inPlaceOf names: [String]) -> Problem {
        let list = names.joined(separator: ", ")
        return Problem(
            "typed-contact",
            en: "'\(text)' is typed into the translation",
            it: "'\(text)' è scritto nella traduzione",
            hint: names.isEmpty
                ? Wording(
                    en: "leave it out: the Italian has no such number or address",
                    it: "lascialo via: l'italiano non ha quel numero o indirizzo"
                )
                : Wording(en: "copy \(list) from the text in its place", it: "copia al suo posto \(list) dal testo")
        )
    }

    package static let marksInPlainText = Problem(
        "unread-mark",
        en: "marks stand in a text that takes none, and are printed as they stand",
        it: "ci sono segni in un testo che non ne prende, e si stampano così come sono",
        hint: Wording(en: "write the words alone", it: "scrivi solo le parole")
    )
}

/// What each mark is, and how the same is written here.
extension Wording {
    package static let pipeTable = Wording(en: "a table of bars", it: "una tabella di barre")
    package static let writeTable = Wording(
        en: "put it into a block: ```{table} on the line before it, ``` on the line after it",
        it: "mettila in un riquadro: ```{table} sulla riga prima, ``` sulla riga dopo"
    )
    package static let taskBox = Wording(en: "the box '[ ]' of a task", it: "la casella '[ ]' di un'attività")
    package static let writePlainItem = Wording(
        en: "write '- ' and the words alone",
        it: "scrivi '- ' e poi solo le parole"
    )
    package static let footnote = Wording(en: "a footnote '[^1]'", it: "una nota '[^1]'")
    package static let writeFootnote = Wording(
        en: "say it in the sentence, or name the document under 'sources:' at the top",
        it: "dillo nella frase, o scrivi il documento in alto sotto 'sources:'"
    )
    package static let struckText = Wording(en: "struck text '~~…~~'", it: "il testo barrato '~~…~~'")
    package static let writeStruck = Wording(
        en: "leave out what holds no more; write '\\~' for a '~' that is to be seen",
        it: "togli quello che non vale più; scrivi '\\~' per una '~' da vedere"
    )
    package static let highlight = Wording(en: "the mark '==…=='", it: "il segno '==…=='")
    package static let wikiBold = Wording(en: "the mark ''''…''''", it: "il segno ''''…''''")
    package static let forumTag = Wording(en: "a tag '[b]…[/b]'", it: "un'etichetta '[b]…[/b]'")
    package static let writeStrong = Wording(
        en: "write '**…**' for what is to stand out",
        it: "scrivi '**…**' per mettere in evidenza"
    )
    package static let emojiName = Wording(en: "a name between colons ':smile:'", it: "un nome tra due punti ':smile:'")
    package static let writeEmoji = Wording(
        en: "write the picture itself, or leave it out",
        it: "scrivi la figurina stessa, o lasciala via"
    )
    package static let unknownEntity = Wording(
        en: "an '&…;' that HTML does not know, or one without its ';'",
        it: "un '&…;' che l'HTML non conosce, o senza il suo ';'"
    )
    package static let writeEntity = Wording(
        en: "type the character itself; write '\\&' for an '&' that is to be seen",
        it: "scrivi il carattere stesso; scrivi '\\&' per una '&' da vedere"
    )
    package static let otherHeading = Wording(en: "this mark of a heading", it: "questo segno di titolo")
    package static let writeHeading = Wording(
        en: "write '## ' with a blank after it, up to '###### '; '\\#' for a '#' that is to be seen",
        it: "scrivi '## ' con uno spazio dopo, al massimo '###### '; '\\#' per un '#' da vedere"
    )
    package static let otherListSign = Wording(en: "this sign of a list", it: "questo segno di lista")
    package static let writeListItem = Wording(
        en: "begin each item with '- ', at the start of its line, below an empty line",
        it: "comincia ogni voce con '- ', all'inizio della riga, sotto una riga vuota"
    )
    package static let definitionList = Wording(
        en: "a line that begins with ': '",
        it: "una riga che comincia con ': '"
    )
    package static let writeDefinition = Wording(
        en: "write **word**: what it means, each in a paragraph of its own",
        it: "scrivi **parola**: che cosa vuol dire, ognuna in un paragrafo suo"
    )
    package static let otherBox = Wording(en: "this mark of a box", it: "questo segno di riquadro")
    package static let writeBox = Wording(
        en: "write ```{note} or ```{important} on the line before the words, ``` on the line after them",
        it: "scrivi ```{note} o ```{important} sulla riga prima delle parole, ``` sulla riga dopo"
    )
    package static let tableOfContents = Wording(en: "the mark of a table of contents", it: "il segno di un indice")
    package static let writeNoContents = Wording(
        en: "leave it out, or write links to the headings: [words](#heading)",
        it: "lascialo via, o scrivi i link ai titoli: [parole](#titolo)"
    )
    package static let command = Wording(en: "a command with a backslash", it: "un comando con la barra rovesciata")
    package static let writePanel = Wording(
        en: "leave it out; on a leaflet a line '---' begins the next panel",
        it: "lascialo via; in un foglio una riga '---' comincia il pannello seguente"
    )
    package static let lastBackslash = Wording(
        en: "a backslash at the end of a text",
        it: "una barra rovesciata in fondo a un testo"
    )
    package static let writeNoBackslash = Wording(
        en: "take it away, or write the next line right below it",
        it: "toglila, o scrivi la riga seguente subito sotto"
    )
    package static let apartLink = Wording(
        en: "a link whose parts stand apart or the wrong way round",
        it: "un link con le parti staccate o scambiate"
    )
    package static let linkReference = Wording(
        en: "a link to a '[…]' that is defined nowhere",
        it: "un link a un '[…]' che non è definito"
    )
    package static let wikiLink = Wording(en: "a link '[[…]]'", it: "un link '[[…]]'")
    package static let writeLink = Wording(
        en: "write [words](other-page.md), with nothing between ']' and '('",
        it: "scrivi [parole](altra-pagina.md), senza niente tra ']' e '('"
    )
    package static let unreadAddress = Wording(
        en: "an address with blanks in it or without its ')'",
        it: "un indirizzo con spazi dentro o senza la sua ')'"
    )
    package static let writeAddress = Wording(
        en: "name the file without blanks (foto-centro.jpg), or write (<…>) around its address",
        it: "dai al file un nome senza spazi (foto-centro.jpg), o scrivi (<…>) attorno all'indirizzo"
    )
    package static let phoneNumber = Wording(en: "the phone number", it: "il numero di telefono")
    package static let emailAddress = Wording(en: "the e-mail address", it: "l'indirizzo e-mail")
    package static let webAddress = Wording(en: "the web address", it: "l'indirizzo web")

    package static func writeFact(_ name: String) -> Wording {
        Wording(
            en: "write {\(name)}, the fact of content/service.yml",
            it: "scrivi {\(name)}, il fatto di content/service.yml"
        )
    }

    package static let writeContactBox = Wording(
        en: "a centre's own contacts come with the block ```{contact}",
        it: "i contatti di un centro arrivano con il riquadro ```{contact}"
    )

    package static let writePhoneFact = Wording(
        en:
            "write it once in content/service.yml (name: {phone: \"…\"}) and {service.name} here; a centre's number comes"
            + " with the block ```{contact}",
        it:
            "scrivilo una volta in content/service.yml (nome: {phone: \"…\"}) e qui {service.nome}; il numero di un centro"
            + " arriva con il riquadro ```{contact}"
    )

    package static func writeMailLink(_ address: String) -> Wording {
        Wording(
            en:
                "write <\(address)> to make it a link, or keep it in content/service.yml; a centre's address comes with the"
                + " block ```{contact}",
            it:
                "scrivi <\(address)> per farne un link, o tienilo in content/service.yml; l'indirizzo di un centro arriva con"
                + " il riquadro ```{contact}"
        )
    }

    package static func writeWebLink(_ address: String) -> Wording {
        Wording(
            en: "write words and address, [words](\(address)), or <\(address)> where the address is to be seen",
            it: "scrivi parole e indirizzo, [parole](\(address)), o <\(address)> se l'indirizzo si deve vedere"
        )
    }
}
