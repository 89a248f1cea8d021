/// What can be wrong with links and pictures.
extension Problem {
    package static func deadLink(_ address: String, hint: Wording) -> Problem {
        Problem(
            "dead-link",
            en: "the link leads to '\(address)', where there is no page or leaflet",
            it: "il collegamento porta a '\(address)', dove non c'è né una pagina né un opuscolo",
            hint: hint
        )
    }

    package static func missingImage(_ address: String, hint: Wording?) -> Problem {
        Problem(
            "missing-image",
            en: "there is no picture at '\(address)'",
            it: "non c'è un'immagine in '\(address)'",
            hint: hint
        )
    }

    package static let unlinkedPicture = Problem(
        "unlinked-picture",
        en: "no page or leaflet shows this picture, so it is not published",
        it: "nessuna pagina e nessun opuscolo mostra questa immagine, perciò non viene pubblicata",
        hint: Wording(
            en: "show it with ![what it shows](address), or delete it",
            it: "mostrala con ![che cosa si vede](indirizzo), oppure cancellala"
        )
    )
}

/// What was probably meant by an address.
extension Wording {
    package static let linksNameFiles = Wording(
        en: "links name the file they lead to, from here: [words](other-page.md)",
        it: "i collegamenti indicano il file a cui portano, partendo da qui: [parole](altra-pagina.md)"
    )

    package static let picturesAreHere = Wording(
        en: "put the picture under content/media/: pages load nothing from elsewhere",
        it: "metti l'immagine in content/media/: le pagine non caricano niente da altrove"
    )

    package static func writeAddress(_ address: String) -> Wording {
        Wording(en: "write the address whole: \(address)", it: "scrivi l'indirizzo intero: \(address)")
    }
}
