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

    package static func missingAttachment(_ address: String, hint: Wording) -> Problem {
        Problem(
            "missing-file",
            en: "the link leads to '\(address)', and content/files/ holds no such file",
            it: "il collegamento porta a '\(address)', e in content/files/ questo file non c'è",
            hint: hint
        )
    }

    package static func attachmentKind(_ name: String, kinds: [String]) -> Problem {
        let list = kinds.joined(separator: ", ")
        return Problem(
            "attachment-kind",
            en: "'\(name)' can't be given to download: the kinds of files are \(list)",
            it: "'\(name)' non si può dare da scaricare: i tipi di file sono \(list)",
            hint: Wording(
                en: "save it as PDF; a picture belongs in content/media/, and is shown with ![what it shows](address)",
                it: "salvalo come PDF; un'immagine va in content/media/, e si mostra con ![che cosa si vede](indirizzo)"
            )
        )
    }

    package static let unlinkedFile = Problem(
        "unlinked-file",
        en: "no page or leaflet links to this file, so it is not published",
        it: "nessuna pagina e nessun opuscolo porta a questo file, perciò non viene pubblicato",
        hint: Wording(
            en: "link to it with [words](address), or delete it",
            it: "mettici un collegamento con [parole](indirizzo), oppure cancellalo"
        )
    )

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

/// What can be wrong with a picture that is shown.
extension Problem {
    package static func pictureFormat(_ name: String) -> Problem {
        picture(
            en: "'\(name)' is no SVG, JPEG, PNG or WebP, and only these are shown everywhere",
            it: "'\(name)' non è un file SVG, JPEG, PNG o WebP, e solo questi si vedono dappertutto",
            hint: saveAsJPEG
        )
    }

    package static func unreadablePicture(_ reason: String) -> Problem {
        picture(
            en: "this picture can't be read: it is damaged, or no JPEG, PNG or WebP (\(reason))",
            it: "questa immagine non si può leggere: è rovinata, o non è JPEG, PNG o WebP (\(reason))",
            hint: saveAsJPEG
        )
    }

    package static let movingPicture = picture(
        en: "this picture moves, and pages show only what stands still",
        it: "questa immagine si muove, e le pagine mostrano solo immagini ferme",
        hint: Wording(en: "save one of its pictures as PNG or JPEG", it: "salva una delle sue immagini come PNG o JPEG")
    )

    package static let largePicture = picture(
        en: "this picture has more pixels than can be read: 120 million are the limit",
        it: "questa immagine ha troppi pixel: il limite è 120 milioni",
        hint: Wording(
            en: "make it smaller: 4000 pixels wide are plenty",
            it: "riducila: 4000 pixel di larghezza bastano"
        )
    )

    package static func drawingHolds(_ element: String) -> Problem {
        drawing(
            en: "the drawing holds \(element), which can do more than be looked at",
            it: "il disegno contiene \(element), che può fare più che farsi guardare"
        )
    }

    package static func drawingLoads(_ element: String) -> Problem {
        drawing(
            en: "the drawing loads something from outside itself in \(element)",
            it: "il disegno carica qualcosa da fuori in \(element)"
        )
    }

    package static let malformedDrawing = drawing(
        en: "the drawing can't be read: from here on it is no SVG",
        it: "il disegno non si può leggere: da qui in poi non è un SVG"
    )

    private static func drawing(en: String, it: String) -> Problem {
        picture(
            en: en,
            it: it,
            hint: Wording(
                en: "save it as plain SVG in the program that it was drawn with, or as PNG",
                it: "salvalo come SVG semplice dal programma con cui è stato disegnato, oppure come PNG"
            )
        )
    }

    package static func coarsePhoto(_ path: String, width: Int, needed: Int, place: Int) -> Problem {
        picture(
            en: "'\(path)' is \(width) pixels wide, and looks coarse on paper: its place is \(place) mm wide",
            it: "'\(path)' è larga \(width) pixel, e sulla carta si vede sgranata: il suo posto è largo \(place) mm",
            hint: Wording(
                en: "take the photo as the phone made it: at least \(needed) pixels, better \(2 * needed)",
                it: "usa la foto come l'ha fatta il telefono: almeno \(needed) pixel, meglio \(2 * needed)"
            )
        )
    }

    private static let saveAsJPEG = Wording(
        en: "open it in a program for photos and save it as JPEG",
        it: "aprila con un programma per foto e salvala come JPEG"
    )

    private static func picture(en: String, it: String, hint: Wording?) -> Problem {
        Problem("picture", en: en, it: it, hint: hint)
    }
}

/// What was probably meant by an address.
extension Wording {
    package static let linksNameFiles = Wording(
        en: "links name the file they lead to, from here: [words](other-page.md)",
        it: "i collegamenti indicano il file a cui portano, partendo da qui: [parole](altra-pagina.md)"
    )

    package static let filesAreHere = Wording(
        en: "put the file into content/files/, under just this name",
        it: "metti il file in content/files/, proprio con questo nome"
    )

    package static let picturesAreHere = Wording(
        en: "put the picture under content/media/: pages load nothing from elsewhere",
        it: "metti l'immagine in content/media/: le pagine non caricano niente da altrove"
    )

    package static func writeAddress(_ address: String) -> Wording {
        Wording(en: "write the address whole: \(address)", it: "scrivi l'indirizzo intero: \(address)")
    }
}
