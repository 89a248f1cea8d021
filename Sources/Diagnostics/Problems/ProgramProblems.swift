/// Why a command can't do what it was asked for, whatever the content says.
extension Problem {
    package static func missingProject(_ path: String) -> Problem {
        Problem(
            "missing-project",
            en: "there is no folder '\(path)'",
            it: "non c'è una cartella '\(path)'",
            hint: Wording(
                en: "run millegiorni in the project's folder, or name it with --project",
                it: "esegui millegiorni nella cartella del progetto, o indicala con --project"
            )
        )
    }

    package static func foreignOutput(_ path: String) -> Problem {
        Problem(
            "foreign-output",
            en: "'\(path)' holds files and no mark of a build",
            it: "'\(path)' contiene file e nessun segno di una costruzione",
            hint: Wording(
                en: "name an empty folder with --output, or remove it yourself",
                it: "indica una cartella vuota con --output, o toglila tu"
            )
        )
    }

    package static func protectedOutput(_ path: String, _ reason: Wording) -> Problem {
        Problem(
            "protected-output",
            en: "'\(path)' \(reason.english), and a build replaces its output folder",
            it: "'\(path)' \(reason.italian), e una costruzione sostituisce la sua cartella",
            hint: Wording(en: "name another one with --output", it: "indicane un'altra con --output")
        )
    }

    package static func strayFiles(in path: String, _ files: [String]) -> Problem {
        let list = files.prefix(10).joined(separator: ", ") + (files.count > 10 ? ", …" : "")
        return Problem(
            "stray-files",
            en: "'\(path)' holds files that no build has made: \(list)",
            it: "'\(path)' contiene file che nessuna costruzione ha fatto: \(list)",
            hint: Wording(
                en: "move them away, or remove them with --clean",
                it: "spostali altrove, o toglili con --clean"
            )
        )
    }

    package static func brokenLink(_ path: String) -> Problem {
        Problem(
            "broken-link",
            en: "'\(path)' is a link to something that is not there",
            it: "'\(path)' è un collegamento a qualcosa che non c'è"
        )
    }

    package static func outputNotReplaced(_ path: String, reason: String) -> Problem {
        Problem(
            "output-not-replaced",
            en: "the finished site could not take the place of '\(path)': \(reason)",
            it: "il sito finito non ha potuto prendere il posto di '\(path)': \(reason)"
        )
    }

    package static func diskFull(_ path: String, reason: String) -> Problem {
        Problem(
            "disk",
            en: "the disk that holds '\(path)' is full (\(reason))",
            it: "il disco che contiene '\(path)' è pieno (\(reason))",
            hint: Wording(en: "make room on it and build again", it: "fai spazio e costruisci di nuovo")
        )
    }

    package static func notWritable(_ path: String, reason: String) -> Problem {
        Problem(
            "disk",
            en: "'\(path)' can't be written: \(reason)",
            it: "'\(path)' non si può scrivere: \(reason)"
        )
    }

    /// What the system or a library says in its own words, of which there is no kind.
    package static func unforeseen(_ message: String) -> Problem { Problem("unforeseen", en: message, it: message) }
}

/// Why a build may not replace a folder, to follow its name.
extension Wording {
    package static let isFile = Wording(en: "is a file", it: "è un file")
    package static let liesInGit = Wording(en: "lies in a folder of git", it: "sta in una cartella di git")
    package static let isWorkTree = Wording(en: "is a work tree of git", it: "è un'area di lavoro di git")
    package static let isHome = Wording(
        en: "is your home folder, or holds it",
        it: "è la tua cartella personale, o la contiene"
    )
    package static let isProject = Wording(
        en: "is the project's folder, or holds it",
        it: "è la cartella del progetto, o la contiene"
    )

    package static func isOf(_ folder: String) -> Wording {
        Wording(
            en: "is the project's '\(folder)', holds it or lies in it",
            it: "è la cartella '\(folder)' del progetto, la contiene o ci sta dentro"
        )
    }
}

/// What can be wrong with what a command is told.
extension Problem {
    package static func unknownArgument(_ text: String, kind: Wording, hint: Wording?) -> Problem {
        Problem(
            "unknown-argument",
            en: "\(kind.english) '\(text)'",
            it: "\(kind.italian) '\(text)'",
            hint: hint
        )
    }

    package static func sourceIsNotTranslated(_ code: String) -> Problem {
        Problem(
            "unknown-argument",
            en: "'\(code)' is the language that content is written in: it has no translation",
            it: "'\(code)' è la lingua in cui sono scritti i contenuti: non ha traduzione"
        )
    }

    package static func languageNotOfSite(_ code: String) -> Problem {
        Problem(
            "unknown-argument",
            en: "'\(code)' is not among the languages of site.yml",
            it: "'\(code)' non è tra le lingue di site.yml",
            hint: Wording(
                en: "'millegiorni new language \(code)' adds it",
                it: "'millegiorni new language \(code)' la aggiunge"
            )
        )
    }

    package static func badDayArgument(_ text: String) -> Problem {
        Problem(
            "bad-argument",
            en: "'\(text)' is not a day of the calendar",
            it: "'\(text)' non è un giorno del calendario",
            hint: Wording(en: "days are written 2026-11-21", it: "i giorni si scrivono 2026-11-21")
        )
    }

    package static let noReviewer = Problem("bad-argument", en: "--by names nobody", it: "--by non dice chi")

    package static func portsTaken(_ port: UInt16) -> Problem {
        Problem(
            "port-taken",
            en: "port \(port) and those after it are taken by other programs",
            it: "la porta \(port) e quelle dopo sono di altri programmi",
            hint: Wording(en: "name another one with --port", it: "indicane un'altra con --port")
        )
    }

    package static func noInitials(_ text: String) -> Problem {
        Problem(
            "bad-argument",
            en: "'\(text)' may be somebody's name, and what --by says is published",
            it: "'\(text)' può essere il nome di qualcuno, e quello che dice --by è pubblico",
            hint: Wording(
                en: "write two to four initials, with a role in front if you like: \"mediatrice A.B.\"",
                it: "scrivi da due a quattro iniziali, se vuoi con un ruolo davanti: \"mediatrice A.B.\""
            )
        )
    }

    package static let nothingChosen = Problem(
        "bad-argument",
        en: "say what was read: --page with a slug, or --all",
        it: "di' che cosa è stato letto: --page con il nome di una pagina, o --all"
    )

    package static let pageAndAll = Problem(
        "bad-argument",
        en: "--page and --all exclude each other",
        it: "--page e --all si escludono"
    )

    package static let printTimeout = Problem(
        "bad-argument",
        en: "--print-timeout is a number of seconds from 1",
        it: "--print-timeout è un numero di secondi da 1 in su"
    )

    package static let noClock = Problem(
        "clock",
        en: "the clock of this machine gives no usable day",
        it: "l'orologio di questa macchina non dà un giorno utilizzabile",
        hint: Wording(
            en: "set it; where a command has --date, that names a day",
            it: "regolalo; dove un comando ha --date, quella opzione indica un giorno"
        )
    )

    package static func existsAlready(_ path: String) -> Problem {
        Problem("exists-already", en: "'\(path)' is there already", it: "'\(path)' c'è già")
    }

    package static func languagesNotChanged(_ code: String, file: String) -> Problem {
        Problem(
            "settings-by-hand",
            en: "the list of languages of \(file) is written in a way that can't be changed safely",
            it: "la lista delle lingue di \(file) è scritta in un modo che non si può cambiare con sicurezza",
            hint: Wording(en: "add '\(code)' to it by hand", it: "aggiungi '\(code)' a mano")
        )
    }

    package static func ambiguousWords(_ list: String) -> Problem {
        Problem(
            "ambiguous-words",
            en: "several messages begin so; write more of one:\n\(list)",
            it: "più messaggi cominciano così; scrivi più parole di uno:\n\(list)"
        )
    }

    package static func nothingToDecide(_ list: String) -> Problem {
        Problem(
            "nothing-to-decide",
            en: "there is nothing to decide, the Italian has not changed:\n\(list)",
            it: "non c'è nulla da decidere, l'italiano non è cambiato:\n\(list)"
        )
    }

    package static func unknownWords(nearest: String?) -> Problem {
        Problem(
            "unknown-argument",
            en: "no message of the catalogue begins so",
            it: "nessun messaggio del catalogo comincia così",
            hint: nearest.map { .didYouMean($0) }
        )
    }
}

/// Kinds of names that a command takes, to stand before one that is not known.
extension Wording {
    package static let noLanguageKnown = Wording(en: "no language is known as", it: "non si conosce una lingua")
    package static let noLanguageOfSite = Wording(en: "site.yml has no language", it: "site.yml non ha una lingua")
    package static let noLeafletCode = Wording(en: "no leaflet has the code", it: "nessun opuscolo ha il codice")
    package static let noCentre = Wording(en: "no centre has the id", it: "nessun centro ha l'id")
    package static let noPart = Wording(
        en: "no part of the content is called",
        it: "nessuna parte dei contenuti si chiama"
    )

    package static func amongThese(_ names: [String]) -> Wording {
        let list = names.joined(separator: ", ")
        return Wording(en: "there are \(list)", it: "ci sono \(list)")
    }
}

/// What can keep leaflets from being printed, whatever they say.
extension Problem {
    package static func pythonMissing(at path: String) -> Problem {
        Problem(
            "picture-worker",
            en: "the Python that makes photos ready is not at '\(path)'",
            it: "il Python che prepara le foto non è in '\(path)'",
            hint: Wording(en: "'make site' puts it there", it: "'make site' lo mette lì")
        )
    }

    package static func pythonNotStarted(at path: String, reason: String) -> Problem {
        Problem(
            "picture-worker",
            en: "the Python at '\(path)', which makes photos ready, does not start: \(reason)",
            it: "il Python in '\(path)', che prepara le foto, non parte: \(reason)"
        )
    }

    package static func pictureWorkerFailed(over path: String, _ reason: Wording) -> Problem {
        Problem(
            "picture-worker",
            en: "the program that makes photos ready failed at '\(path)': \(reason.english)",
            it: "il programma che prepara le foto si è fermato a '\(path)': \(reason.italian)"
        )
    }

    package static func engineMissing(at path: String) -> Problem {
        engineProblem(
            en: "the Python of the PDF engine is not at '\(path)'",
            it: "il Python del motore PDF non è in '\(path)'",
            hint: makeSitePutsItThere
        )
    }

    package static func fontsMissing(at path: String) -> Problem {
        engineProblem(
            en: "the folder of fonts is not at '\(path)'",
            it: "la cartella dei caratteri non è in '\(path)'",
            hint: makeSitePutsItThere
        )
    }

    private static let makeSitePutsItThere = Wording(
        en: "'make site' puts it there, or build with --no-leaflets",
        it: "'make site' lo mette lì, oppure costruisci con --no-leaflets"
    )

    package static func engineNotStarted(at path: String, reason: String) -> Problem {
        engineProblem(
            en: "the PDF engine at '\(path)' does not start: \(reason)",
            it: "il motore PDF in '\(path)' non parte: \(reason)"
        )
    }

    package static func engineNotStarted(_ reason: Wording) -> Problem {
        engineProblem(
            en: "the PDF engine does not start: \(reason.english)",
            it: "il motore PDF non parte: \(reason.italian)"
        )
    }

    package static let engineChanged = engineProblem(
        en: "the PDF engine or its fonts have just been changed",
        it: "il motore PDF o i suoi caratteri sono appena cambiati",
        hint: Wording(en: "build again", it: "costruisci di nuovo")
    )

    package static func engineKeepsDying(_ last: Wording, times: Int, leaflet: String) -> Problem {
        engineProblem(
            en: "\(last.english), and so it went \(times) times in a row; the leaflet is \(leaflet)",
            it: "\(last.italian), e così \(times) volte di seguito; l'opuscolo è \(leaflet)"
        )
    }

    package static func engineEnded(over leaflet: String, end: Wording) -> Problem {
        engineFailed(
            en: "the PDF engine ended while it printed \(leaflet) (\(end.english))",
            it: "il motore PDF è finito mentre stampava \(leaflet) (\(end.italian))"
        )
    }

    package static func engineSilent(over leaflet: String, seconds: Int64) -> Problem {
        engineFailed(
            en: "the PDF engine was ended, since it said nothing about \(leaflet) for \(seconds) s",
            it: "il motore PDF è stato fermato, perché per \(seconds) s non ha detto nulla di \(leaflet)"
        )
    }

    package static func engineNonsense(over leaflet: String, words: String) -> Problem {
        engineFailed(
            en: "the PDF engine said '\(words)' when it was to print \(leaflet)",
            it: "il motore PDF ha detto '\(words)' quando doveva stampare \(leaflet)"
        )
    }

    package static func engineUntrue(over leaflet: String) -> Problem {
        engineFailed(
            en: "the PDF engine says that it has printed \(leaflet), and has not",
            it: "il motore PDF dice di aver stampato \(leaflet), e non l'ha fatto"
        )
    }

    private static func engineFailed(en: String, it: String) -> Problem {
        engineProblem(
            en: en,
            it: it,
            hint: Wording(
                en: "build again; if it happens again, this leaflet is more than the engine can take",
                it: "costruisci di nuovo; se succede ancora, questo opuscolo è troppo per il motore"
            )
        )
    }

    private static func engineProblem(en: String, it: String, hint: Wording? = nil) -> Problem {
        Problem("leaflet-engine", en: en, it: it, hint: hint)
    }
}

/// How a PDF engine ends, or fails to start.
extension Wording {
    package static func exitCode(_ code: Int32, lastWords: String) -> Wording {
        ended(en: "exit code \(code)", it: "codice di uscita \(code)", lastWords: lastWords)
    }

    package static func signal(_ number: Int32, lastWords: String) -> Wording {
        ended(en: "signal \(number)", it: "segnale \(number)", lastWords: lastWords)
    }

    private static func ended(en: String, it: String, lastWords: String) -> Wording {
        let rest = lastWords.isEmpty ? "" : ": " + lastWords
        return Wording(en: en + rest, it: it + rest)
    }

    package static func speaksTooEarly(of leaflet: String) -> Wording {
        Wording(en: "it speaks of '\(leaflet)' before it was asked", it: "parla di '\(leaflet)' prima di una richiesta")
    }

    package static func says(_ words: String) -> Wording { Wording(en: "it says '\(words)'", it: "dice '\(words)'") }

    package static func silent(seconds: Int64) -> Wording {
        Wording(en: "it has said nothing for \(seconds) s", it: "per \(seconds) s non ha detto nulla")
    }

    package static let madeNothing = Wording(
        en: "it says that it is done, and has made nothing",
        it: "dice di avere finito, e non ha fatto nulla"
    )

    /// Words of the system or of a library.
    package static func foreign(_ text: String) -> Wording { Wording(en: text, it: text) }
}
