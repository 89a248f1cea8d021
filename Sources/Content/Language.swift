/// A language that readers can choose, with what its script asks of a page or a sheet of paper.
package struct Language: Hashable, Sendable {
    package enum Direction: String, Hashable, Sendable {
        case leftToRight = "ltr"
        case rightToLeft = "rtl"
    }

    /// BCP 47 tag, as it stands in `lang` attributes and in addresses: `zh-Hans`.
    package let code: String
    /// ISO 15924 code of the script.
    package let script: String
    /// The language's own name, for its readers.
    package let ownName: String
    /// Its name in Italian, for those who hand a leaflet over.
    package let italianName: String

    /// The locale whose dates, days and lists are used, digits Western: `en` alone would write dates as in America.
    package var locale: String { (code == "en" ? "en-GB" : code) + "-u-nu-latn" }

    /// From the script: Arabic is the one right-to-left script among the languages in use.
    package var direction: Direction { script == "Arab" ? .rightToLeft : .leftToRight }

    /// The language with that tag, if Millegiorni knows it.
    package init?(_ code: String) {
        guard let known = Self.known.first(where: { $0.code == code }) else { return nil }
        self = known
    }

    private init(_ code: String, _ script: String, _ ownName: String, _ italianName: String) {
        self.code = code
        self.script = script
        self.ownName = ownName
        self.italianName = italianName
    }

    /// The languages of the families the service meets; scripts by CLDR's likely subtags, own names as CLDR has them.
    package static let known: [Language] = [
        Language("it", "Latn", "Italiano", "italiano"),
        Language("en", "Latn", "English", "inglese"),
        Language("fr", "Latn", "Français", "francese"),
        Language("es", "Latn", "Español", "spagnolo"),
        Language("ro", "Latn", "Română", "romeno"),
        Language("sq", "Latn", "Shqip", "albanese"),
        Language("ar", "Arab", "العربية", "arabo"),
        Language("uk", "Cyrl", "Українська", "ucraino"),
        Language("ru", "Cyrl", "Русский", "russo"),
        Language("zh-Hans", "Hans", "简体中文", "cinese"),
        Language("ur", "Arab", "اردو", "urdu"),
        Language("bn", "Beng", "বাংলা", "bengalese"),
        Language("pa", "Guru", "ਪੰਜਾਬੀ", "panjabi"),
    ]

    /// The language in which content is written.
    package static let italian = Language("it", "Latn", "Italiano", "italiano")
}
