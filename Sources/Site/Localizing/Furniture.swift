/// The words of the site itself: buttons, labels, notices.
///
/// Written in Italian like the content, translated like it.
///
/// Parameters stand in braces and are filled in by name; `explanation` is what translators see.
package enum Furniture: String, CaseIterable, Hashable, Sendable {
    case skipToContent, mainMenu, breadcrumbs, chooseLanguage
    case exampleNotice, draftNotice, reviewedNotice, untranslatedNotice, sourceNotice
    case lastChecked, nextCheck, sources, publishedBy, textLicence, inThisSection
    case forFamilies, forReferrers, aboutSite
    case notFoundTitle, notFoundText, notFoundHome
    case municipalities, address, phone, whatsApp, email, openingHours, hoursRange, labelledValue
    case spokenLanguages, mediators, noMediators, centreAt
    case contactHeading, contactCallOrCome
    case noteLabel, importantLabel
    case leafletCode, leafletRead, leafletEdition, leafletCheckCopy, leafletPageIntro, leafletNone, leafletLanguages
    case qrCaption, qrAlternative, paperPage, paperDraft, paperReviewed, paperSource, paperSample
    case formIntro, formRequired, formOptional, formConditional, formHealthData, formSchema, formYes, formNo

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
        case .email: ("E-mail", nil)
        case .openingHours: ("Orari", nil)
        case .hoursRange: ("{opens}–{closes}", nil)
        case .labelledValue: ("{label}: {value}", nil)
        case .spokenLanguages: ("Lingue parlate allo sportello", nil)
        case .mediators: ("Mediatrici culturali per", nil)
        case .noMediators: ("Chiedi allo sportello", nil)
        case .centreAt: ("Come arrivare", nil)
        case .contactHeading: ("Chiama o vieni", nil)
        case .contactCallOrCome: ("Chiama il centro del tuo comune, o vieni durante gli orari.", nil)
        case .noteLabel: ("Buono a sapersi", nil)
        case .importantLabel: ("Importante", nil)
        case .leafletCode: ("Codice", nil)
        case .leafletRead: ("Apri il foglio da stampare (PDF)", nil)
        case .leafletEdition: ("Edizione", nil)
        case .leafletCheckCopy:
            ("Hai il foglio di carta? L’edizione è scritta in fondo. Se è diversa da questa, usa il foglio nuovo.", nil)
        case .leafletPageIntro: ("Questa pagina dice le stesse cose del foglio di carta {code}.", nil)
        case .leafletNone: ("Non ci sono ancora fogli da stampare.", nil)
        case .leafletLanguages: ("In altre lingue", nil)
        case .qrCaption: ("Inquadra il codice con il telefono: trovi questo foglio e tutto il sito.", nil)
        case .qrAlternative: ("Codice QR che apre {address}", nil)
        case .paperPage: ("pagina {page} di {pages}", nil)
        case .paperDraft: ("Traduzione non ancora controllata da una mediatrice culturale", nil)
        case .paperReviewed: ("Traduzione controllata da una mediatrice culturale", nil)
        case .paperSource: ("Testo originale", nil)
        case .paperSample: ("Esempio: numeri e indirizzi inventati", nil)
        case .formIntro: ("Queste sono le domande della scheda. Si compila insieme alla famiglia.", nil)
        case .formRequired: ("serve sempre", nil)
        case .formOptional: ("facoltativo", nil)
        case .formConditional: ("serve in alcuni casi", nil)
        case .formHealthData: ("dato sulla salute", nil)
        case .formYes: ("Sì", nil)
        case .formNo: ("No", nil)
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
        case .hoursRange: "from opening to closing time; the times are 09:00 and 13:00"
        case .labelledValue: "a label and what it says: Edition: 2026-11-21"
        case .spokenLanguages: "label: languages that the people at the desk speak"
        case .mediators: "label: languages for which a mediator can come along"
        case .noMediators: "after the label of the mediators, when the list is empty"
        case .centreAt: "label: bus stop, steps, entrance"
        case .contactHeading: "heading of the contact box"
        case .contactCallOrCome: "first line of the contact box"
        case .noteLabel, .importantLabel: "label of a box in a text"
        case .leafletCode: "label before a leaflet's code, such as MG-01"
        case .leafletRead: "button that opens a leaflet"
        case .leafletEdition: "label before a leaflet's edition"
        case .leafletCheckCopy: "on a leaflet's page"
        case .leafletPageIntro: "on a leaflet's page; {code} is the leaflet's code"
        case .leafletNone: "where the list of leaflets is empty"
        case .leafletLanguages: "before links to the same leaflet in other languages"
        case .qrCaption: "on paper, beside the QR code"
        case .qrAlternative: "read aloud in place of the QR code; {address} is a web address"
        case .paperPage: "foot of a leaflet: page number {page} of {pages}"
        case .paperDraft, .paperReviewed, .paperSource, .paperSample: "foot of a leaflet"
        case .formIntro: "above the list of the form's questions"
        case .formRequired, .formOptional, .formConditional, .formHealthData:
            "after a question of the form, in small letters"
        case .formYes, .formNo: "answer to a question of the form"
        case .formSchema: "link for people who write software"
        }
    }

    /// The msgctxt of all of them: short words need another translation here than in a sentence.
    package static let context = "furniture"
}
