/// The words of the site itself: buttons, labels, notices.
///
/// Written in Italian like the content, translated like it.
///
/// Parameters stand in braces and are filled in by name; `explanation` is what translators see.
package enum Furniture: String, CaseIterable, Hashable, Sendable {
    case skipToContent, mainMenu, breadcrumbs, chooseLanguage
    case exampleNotice, draftNotice, reviewedNotice, untranslatedNotice, sourceNotice
    case lastChecked, nextCheck, overdueNotice, sources, publishedBy, textLicence, inThisSection
    case forFamilies, forReferrers, aboutSite
    case notFoundTitle, notFoundText, notFoundHome
    case municipalities, address, phone, whatsApp, whatsAppGreeting, email, openingHours, hoursRange, labelledValue
    case byAppointment, hoursByAppointment, hoursInSeason
    case closedDay, closedDays, closedBecause, closedHoliday, closedPatronSaint, closedEveryYear, closedDayEveryYear
    case spokenLanguages, mediators, noMediators, centreAt
    case contactHeading, contactCallOrCome, contactYourCentre
    case noteLabel, importantLabel
    case leafletCode, leafletRead, leafletPrint, leafletBilingual, leafletEdition
    case leafletHintFlat, leafletHintBooklet, leafletHintTrifold
    case leafletInForce, leafletNotReleased, leafletOfCentres, leafletCheckCopy
    case leafletPageIntro, leafletNone, leafletLanguages
    case leafletWithdrawn, leafletInstead, leafletLanguageGone, leafletLanguageInstead
    case copyCurrent, copyNewer, copyDraft, copyUnknown
    case changedSince, changedContacts, changedNumbers, changedAddresses, changedHours, changedRules, changedWording
    case copyContacts, copyNumbers, copyAddresses, copyHours, copyRules, copyWording
    case catalogueLanguage, catalogueAllLanguages, catalogueTown, catalogueAllCentres, catalogueShow
    case editionsLanguage, editionsOfCentres, editionsBefore, editionBefore, editionsWithdrawn
    case qrCaption, qrAlternative, paperPage, paperDraft, paperReviewed, paperSource, paperSample, paperUnreleased
    case formIntro, formStaysHere, formAnswerAll, formWithoutScript
    case formOptional, formConditional, formHealthData, formAtLeastOne, formSchema, formYes, formNo
    case formChoose, formAdd, formAdded, formRemove, formRemoved, formCentreChosen
    case formCheck, formSaveDraft, formOpenDraft, formSaved, formOpened, formNotADraft, formReplaces
    case formAnswers, formAnswersHelp, formSave, formPrint
    case formProblems, formWrite, formPick, formConfirm, formPhone, formEmail, formDate, formMonth, formShape
    case formTooLong, formFuture, formAgreementLate, formChildUnborn, formChildTooOld, formDueMonth
    case formOtherCentre, formBlank

    /// The Italian words, with the form for many where the words count something.
    package var source: (one: String, many: String?) {
        switch self {
        case .skipToContent: ("Vai al contenuto", nil)
        case .mainMenu: ("Menu", nil)
        case .breadcrumbs: ("Sei qui", nil)
        case .chooseLanguage: ("Scegli la lingua", nil)
        case .exampleNotice:
            ("Questo sito è una prova. I centri, gli indirizzi e i numeri dei centri sono inventati: non usarli.", nil)
        case .draftNotice: ("Una mediatrice culturale non ha ancora controllato questa traduzione.", nil)
        case .reviewedNotice: ("Una mediatrice culturale ha controllato questa traduzione.", nil)
        case .untranslatedNotice:
            (
                "{count} parte di questa pagina non è ancora tradotta o è cambiata da poco: la trovi in italiano.",
                "{count} parti di questa pagina non sono ancora tradotte o sono cambiate da poco: le trovi in italiano."
            )
        case .sourceNotice: ("Testo originale in italiano.", nil)
        case .lastChecked: ("Ultimo controllo: {date}", nil)
        case .nextCheck: ("Prossimo controllo: entro il {date}", nil)
        case .overdueNotice:
            (
                "Questa pagina non è controllata da un po’. Ultimo controllo: {date}. "
                    + "Qualcosa può essere cambiato: se hai un dubbio, chiedici.",
                nil
            )
        case .sources: ("Da dove vengono le informazioni", nil)
        case .publishedBy: ("Pubblicato da {publisher}", nil)
        case .textLicence: ("I testi si possono riusare, citando la fonte: licenza CC BY 4.0.", nil)
        case .inThisSection: ("In questa parte del sito", nil)
        case .forFamilies: ("Per le famiglie", nil)
        case .forReferrers: ("Per chi lavora con le famiglie", nil)
        case .aboutSite: ("Questo sito", nil)
        case .notFoundTitle: ("Questa pagina non c’è", nil)
        case .notFoundText: ("Forse l’indirizzo è cambiato. Parti dalla prima pagina nella tua lingua.", nil)
        case .notFoundHome: ("Vai alla prima pagina", nil)
        case .municipalities: ("Comuni", nil)
        case .address: ("Indirizzo", nil)
        case .phone: ("Telefono", nil)
        case .whatsApp: ("WhatsApp", nil)
        case .whatsAppGreeting: ("Buongiorno, vorrei sapere delle visite a casa.", nil)
        case .email: ("E-mail", nil)
        case .openingHours: ("Orari", nil)
        case .hoursRange: ("{opens}–{closes}", nil)
        case .labelledValue: ("{label}: {value}", nil)
        case .byAppointment: ("su appuntamento", nil)
        case .hoursByAppointment: ("{hours}, su appuntamento", nil)
        case .hoursInSeason: ("{hours} (ogni anno {first} – {last})", nil)
        case .closedDay: ("Chiuso {day}", nil)
        case .closedDays: ("Chiuso da {first} a {last}", nil)
        case .closedBecause: ("{closed} ({reason})", nil)
        case .closedHoliday: ("giorno di festa", nil)
        case .closedPatronSaint: ("festa del patrono", nil)
        case .closedEveryYear: ("Chiuso ogni anno: {first} – {last}", nil)
        case .closedDayEveryYear: ("Chiuso ogni anno: {day}", nil)
        case .spokenLanguages: ("Lingue parlate allo sportello", nil)
        case .mediators: ("Mediatrici culturali per", nil)
        case .noMediators: ("Chiedi allo sportello", nil)
        case .centreAt: ("Come arrivare", nil)
        case .contactHeading: ("Chiama o vieni", nil)
        case .contactCallOrCome: ("Chiama il centro del tuo comune, o vieni durante gli orari.", nil)
        case .contactYourCentre: ("Il tuo Centro", nil)
        case .noteLabel: ("Buono a sapersi", nil)
        case .importantLabel: ("Importante", nil)
        case .leafletCode: ("Codice", nil)
        case .leafletRead: ("Apri il foglio", nil)
        case .leafletPrint: ("Stampa e piega", nil)
        case .leafletBilingual: ("Con l’italiano a fianco", nil)
        case .leafletEdition: ("Edizione", nil)
        case .leafletHintFlat: ("Fronte e retro, gira sul lato lungo. Dimensioni effettive.", nil)
        case .leafletHintBooklet:
            ("Fronte e retro, gira sul lato corto. Dimensioni effettive. Poi piega a metà e metti i punti.", nil)
        case .leafletHintTrifold: ("Fronte e retro, gira sul lato corto. Dimensioni effettive. Poi piega in tre.", nil)
        case .leafletInForce: ("Edizione in vigore dal {date}", nil)
        case .leafletNotReleased: ("Non c’è ancora un’edizione in vigore.", nil)
        case .leafletOfCentres: ("I fogli di ogni Centro", nil)
        case .leafletCheckCopy:
            ("Hai il foglio di carta? L’edizione è scritta in fondo. Se qui non la trovi, usa il foglio nuovo.", nil)
        case .leafletPageIntro: ("Questa pagina dice le stesse cose del foglio di carta {code}.", nil)
        case .leafletNone: ("Non ci sono ancora fogli da stampare.", nil)
        case .leafletLanguages: ("In altre lingue", nil)
        case .leafletWithdrawn: ("Questo foglio è stato ritirato il {date}. Se ne hai una copia, non usarla.", nil)
        case .leafletInstead: ("Guarda invece: {link}", nil)
        case .leafletLanguageGone: ("Questo foglio non c’è più in questa lingua", nil)
        case .leafletLanguageInstead:
            ("Se hai una copia del foglio {leaflet}, non usarla. Scegli un’altra lingua.", nil)
        case .copyCurrent: ("La tua copia è quella in vigore.", nil)
        case .copyNewer: ("C’è un’edizione più nuova del tuo foglio.", nil)
        case .copyContacts:
            ("Numeri di telefono, indirizzi o orari possono essere cambiati: usa quelli di questa pagina.", nil)
        case .copyNumbers: ("Sono cambiati numeri di telefono: non usare quelli della tua copia.", nil)
        case .copyAddresses: ("Sono cambiati indirizzi: non usare quelli della tua copia.", nil)
        case .copyHours: ("Sono cambiati gli orari. Quelli nuovi:", nil)
        case .copyRules: ("Sono cambiate le regole del servizio.", nil)
        case .copyWording: ("Sono cambiate alcune parole.", nil)
        case .copyDraft: ("Questa copia è una bozza: non usarla. Le informazioni giuste sono in questa pagina.", nil)
        case .copyUnknown: ("Questa edizione non c’è nel nostro elenco. Usa il foglio di questa pagina.", nil)
        case .changedSince: ("Cambiato da allora: {changes}", nil)
        case .changedContacts: ("forse numeri, indirizzi o orari", nil)
        case .changedNumbers: ("numeri di telefono", nil)
        case .changedAddresses: ("indirizzi", nil)
        case .changedHours: ("orari", nil)
        case .changedRules: ("regole del servizio", nil)
        case .changedWording: ("parole", nil)
        case .catalogueLanguage: ("Lingua della famiglia", nil)
        case .catalogueAllLanguages: ("Tutte le lingue", nil)
        case .catalogueTown: ("Scegli il comune", nil)
        case .catalogueAllCentres: ("Tutti i Centri", nil)
        case .catalogueShow: ("Mostra i fogli", nil)
        case .editionsLanguage: ("Lingua", nil)
        case .editionsOfCentres: ("I fogli di un solo Centro hanno un elenco a parte: scegli il comune.", nil)
        case .editionsBefore: ("Edizioni di prima", nil)
        case .editionBefore: ("Edizione di prima: {edition}", nil)
        case .editionsWithdrawn: ("Ritirato il {date}: non consegnare", nil)
        case .qrCaption: ("Inquadra il codice con il telefono: trovi questo foglio e tutto il sito.", nil)
        case .qrAlternative: ("Codice QR che apre {address}", nil)
        case .paperPage: ("pagina {page} di {pages}", nil)
        case .paperDraft: ("Traduzione non ancora controllata da una mediatrice culturale", nil)
        case .paperReviewed: ("Traduzione controllata da una mediatrice culturale", nil)
        case .paperSource: ("Testo originale", nil)
        case .paperSample: ("Esempio: numeri e indirizzi inventati", nil)
        case .paperUnreleased: ("BOZZA: non consegnare", nil)
        case .formIntro: ("Queste sono le domande della scheda. Si compila insieme alla famiglia.", nil)
        case .formStaysHere:
            ("Quello che scrivi resta in questo dispositivo. La pagina non invia niente e non conserva niente.", nil)
        case .formAnswerAll: ("Rispondi a tutte le domande, tranne a quelle facoltative.", nil)
        case .formWithoutScript:
            (
                "Qui JavaScript è spento, e senza JavaScript la pagina non prepara il file. Stampa la scheda e compilala a mano.",
                nil
            )
        case .formOptional: ("facoltativo", nil)
        case .formConditional: ("serve in alcuni casi", nil)
        case .formHealthData: ("dato sulla salute", nil)
        case .formAtLeastOne: ("Serve almeno una di queste risposte: {fields}.", nil)
        case .formChoose: ("Scegli", nil)
        case .formAdd: ("Aggiungi ancora", nil)
        case .formAdded: ("Aggiunto il numero {number}.", nil)
        case .formRemove: ("Togli", nil)
        case .formRemoved: ("Tolto il numero {number}.", nil)
        case .formCentreChosen: ("Il Centro di questo comune: {centre}.", nil)
        case .formCheck: ("Controlla le risposte", nil)
        case .formSaveDraft: ("Salva una bozza", nil)
        case .formOpenDraft: ("Apri una bozza", nil)
        case .formSaved: ("Il file {file} è tra quelli scaricati.", nil)
        case .formOpened: ("La bozza è aperta.", nil)
        case .formNotADraft: ("Questo file non è una scheda di invio.", nil)
        case .formReplaces: ("La bozza prende il posto delle risposte che hai scritto. Vuoi aprirla?", nil)
        case .formAnswers: ("Le risposte", nil)
        case .formAnswersHelp:
            (
                "Rileggetele insieme. Se una non va bene, cambiala sopra. Poi salva il file: al Centro lo invii tu.",
                nil
            )
        case .formSave: ("Salva il file per il Centro", nil)
        case .formPrint: ("Stampa le risposte", nil)
        case .formProblems: ("Queste risposte non vanno ancora bene", nil)
        case .formWrite: ("Scrivi la risposta.", nil)
        case .formPick: ("Scegli una risposta.", nil)
        case .formConfirm: ("Senza questa conferma l’invio non parte.", nil)
        case .formPhone: ("Scrivi il numero di telefono intero, solo con le cifre.", nil)
        case .formEmail: ("Scrivi l’indirizzo intero, con la chiocciola: @.", nil)
        case .formDate: ("Scrivi giorno, mese e anno.", nil)
        case .formMonth: ("Scrivi prima l’anno e poi il mese, in cifre.", nil)
        case .formShape: ("Scrivi la risposta come dice la spiegazione qui sopra.", nil)
        case .formTooLong: ("Scrivi al massimo {max} caratteri.", nil)
        case .formFuture: ("Questo giorno deve ancora venire.", nil)
        case .formAgreementLate: ("L’accordo viene prima dell’invio: questo giorno viene dopo.", nil)
        case .formChildUnborn: ("Questo mese viene dopo la data dell’invio.", nil)
        case .formChildTooOld: ("Alla data dell’invio ha più di {years} anni.", nil)
        case .formDueMonth: ("Questo mese è troppo lontano dalla data dell’invio.", nil)
        case .formOtherCentre: ("Questo comune non è del Centro scelto: cambia uno dei due.", nil)
        case .formYes: ("Sì", nil)
        case .formNo: ("No", nil)
        case .formBlank: ("La scheda vuota da stampare (PDF)", nil)
        case .formSchema: ("Formato dei dati per i programmi (JSON Schema)", nil)
        }
    }

    package var explanation: String {
        switch self {
        case .skipToContent: "link at the very top, for people who use the keyboard or a screen reader"
        case .mainMenu: "name of the main menu"
        case .breadcrumbs: "name of the line that says where in the site you are"
        case .chooseLanguage: "name of the list of languages"
        case .exampleNotice: "banner on sites with sample data"
        case .overdueNotice: "notice at the top of a page that nobody has read again in time"
        case .draftNotice, .reviewedNotice: "notice at the top of a page in another language"
        case .untranslatedNotice: "notice at the top of a page; {count} is how many parts are still in Italian"
        case .sourceNotice: "in the footer of Italian pages"
        case .lastChecked, .nextCheck: "foot of each page; {date} is a day"
        case .sources: "heading over the names of documents"
        case .publishedBy: "footer; {publisher} is the name of a public body"
        case .textLicence: "footer"
        case .inThisSection: "heading over links to pages that belong together"
        case .forFamilies, .forReferrers, .aboutSite: "heading in the footer, over links to pages"
        case .notFoundTitle, .notFoundText, .notFoundHome: "page shown when an address does not exist"
        case .municipalities: "label: the towns that a centre serves"
        case .address, .phone, .whatsApp, .email, .openingHours: "label in a centre's contact details"
        case .whatsAppGreeting: "begins the message that a family sends to a centre by WhatsApp"
        case .hoursRange: "from opening to closing time; the times are 09:00 and 13:00"
        case .byAppointment: "of the hours of a centre: families have to call before they come"
        case .hoursByAppointment: "after the days and hours of a centre: families have to call before they come"
        case .hoursInSeason: "{hours} are days and hours; {first} and {last} are days without a year: 1 October"
        case .closedDay: "of a centre; {day} is a day of the week with its date: Thursday 24 December 2026"
        case .closedDays: "of a centre; {first} and {last} are days of the week with their dates, both included"
        case .closedBecause: "{closed} is 'Closed on …'; {reason} is why, in a few words: holidays of the staff"
        case .closedHoliday: "why a centre is closed: a national holiday"
        case .closedPatronSaint: "why a centre is closed: the day of the town's patron saint"
        case .closedEveryYear: "of a centre; {first} and {last} are days without a year: 1 August"
        case .closedDayEveryYear: "of a centre; {day} is a day without a year: 24 December"
        case .labelledValue: "a label and what it says: Edition: 2026-11-21"
        case .spokenLanguages: "label: languages that the people at the desk speak"
        case .mediators: "label: languages for which a mediator can come along"
        case .noMediators: "after the label of the mediators, when the list is empty"
        case .centreAt: "label: bus stop, steps, entrance"
        case .contactHeading: "heading of the contact box"
        case .contactCallOrCome: "first line of the contact box"
        case .contactYourCentre: "on paper, before a line on which the name of the family's centre is written by hand"
        case .noteLabel, .importantLabel: "label of a box in a text"
        case .leafletCode: "label before a leaflet's code, such as MG-01"
        case .leafletRead: "button that opens a leaflet to read it, or to print it where nothing is folded"
        case .leafletPrint: "button that opens a leaflet to print and fold"
        case .leafletBilingual:
            "button that opens a leaflet with the Italian text beside the other language; also the head of a column"
        case .leafletEdition: "label before a leaflet's edition; also the head of a column"
        case .leafletHintFlat, .leafletHintBooklet, .leafletHintTrifold:
            "how to print a leaflet, in the words of the printer's window: both sides, flip on long (short) edge, actual size"
        case .leafletInForce: "label over the name of an edition; {date} is a day"
        case .leafletNotReleased: "in place of the name of an edition"
        case .leafletOfCentres: "on a leaflet's page: opens the list of the sheets that name one centre each"
        case .leafletCheckCopy: "on a leaflet's page, under the names of its editions"
        case .leafletPageIntro: "on a leaflet's page; {code} is the leaflet's code"
        case .leafletNone: "where the list of leaflets is empty"
        case .leafletLanguages: "before links to the same leaflet in other languages"
        case .leafletWithdrawn: "on the page of a leaflet that is printed no more; {date} is a day"
        case .leafletInstead: "under that; {link} is the title of another leaflet, or of the list of leaflets"
        case .leafletLanguageGone: "title of the page where the QR code of a leaflet in a language that is gone leads"
        case .leafletLanguageInstead: "under that; {leaflet} is a code and the Italian name of a language"
        case .copyCurrent, .copyNewer, .copyDraft, .copyUnknown:
            "to somebody who scanned the QR code of a printed leaflet: whether the paper is still good"
        case .copyContacts, .copyNumbers, .copyAddresses, .copyRules, .copyWording:
            "what is new since that leaflet was printed"
        case .copyHours: "what is new since that leaflet was printed; the hours follow, or the page that has them"
        case .changedSince: "after the name of an old edition; {changes} is a list of the words that follow here"
        case .changedContacts, .changedNumbers, .changedAddresses, .changedHours, .changedRules, .changedWording:
            "what has changed since an old edition: one of a list, after a colon"
        case .catalogueLanguage: "label of a list of languages; the reader is a professional"
        case .catalogueAllLanguages: "first line of that list: nothing chosen"
        case .catalogueTown: "label of a list of towns"
        case .catalogueAllCentres: "link to the leaflets for all centres; also the first line of the list of towns"
        case .catalogueShow: "button beside the list of towns: shows the leaflets for that town"
        case .editionsLanguage: "head of a column of languages"
        case .editionsOfCentres: "above the list of editions, where there are many centres; the list of towns follows"
        case .editionsBefore: "opens the list of old editions of a leaflet"
        case .editionBefore:
            "in the list of editions, under the one in force; {edition} is a date and eight letters or digits"
        case .editionsWithdrawn: "in the list of editions, in place of those of a leaflet that is printed no more"
        case .qrCaption: "on paper, beside the QR code"
        case .qrAlternative: "read aloud in place of the QR code; {address} is a web address"
        case .paperPage: "foot of a leaflet: page number {page} of {pages}"
        case .paperDraft, .paperReviewed, .paperSource, .paperSample: "foot of a leaflet"
        case .paperUnreleased: "stamped at the head of a leaflet that is not released: a draft, not to be handed out"
        case .formIntro: "above the list of the form's questions"
        case .formStaysHere: "above the form's questions, in a box"
        case .formAnswerAll: "above the form's questions; 'optional' must be the word of 'facoltativo'"
        case .formWithoutScript: "above the form's questions, for browsers without JavaScript"
        case .formOptional, .formConditional, .formHealthData: "after a question of the form, in small letters"
        case .formAtLeastOne: "under the name of a group of questions; {fields} are the names of some of them"
        case .formChoose: "first line of a list to choose from, while nothing is chosen"
        case .formAdd: "button: one more adult, child or objective"
        case .formAdded, .formRemoved: "read aloud after the button; {number} counts adults, children or objectives"
        case .formRemove: "button: takes this adult, child or objective away"
        case .formCentreChosen: "read aloud after the municipality is chosen; {centre} is the name of a centre"
        case .formCheck: "button at the end of the form: are all the answers there?"
        case .formSaveDraft: "button: saves unfinished answers as a file"
        case .formOpenDraft: "button: opens a file saved before"
        case .formSaved: "after a file was saved; {file} is its name"
        case .formOpened: "after a draft was opened"
        case .formNotADraft: "after another kind of file was opened"
        case .formReplaces: "question before a draft is opened: it takes the place of the answers on the page"
        case .formAnswers: "heading over the answers, on the screen and on paper"
        case .formAnswersHelp: "under the heading; the reader is the professional, beside the family"
        case .formSave: "button: saves the finished form as a file"
        case .formPrint: "button"
        case .formProblems: "heading over the list of answers that are missing or wrong"
        case .formWrite, .formPick, .formConfirm, .formPhone, .formEmail, .formDate, .formMonth, .formShape,
            .formFuture, .formOtherCentre:
            "beside an answer of the form that is missing or wrong"
        case .formTooLong: "beside an answer that is too long; {max} is a number"
        case .formAgreementLate: "beside the day of the family's agreement"
        case .formChildUnborn: "beside a child's month of birth"
        case .formChildTooOld: "beside a child's month of birth; {years} is a number"
        case .formDueMonth: "beside the month in which a birth is expected"
        case .formYes, .formNo: "answer to a question of the form"
        case .formBlank: "link: the form without answers, to print and fill in with a pen"
        case .formSchema: "link for people who write software"
        }
    }

    /// The msgctxt of all of them: short words need another translation here than in a sentence.
    package static let context = "furniture"
}
