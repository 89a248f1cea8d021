package import Diagnostics

/// What `site.yml` says of the site as a whole.
package struct SiteSettings: Hashable, Sendable {
    package struct Publisher: Hashable, Sendable {
        package let name: String
        package let url: String?
        /// For who does not know which centre to call.
        package let phone: PhoneNumber?
    }

    /// Colours as `#rrggbb`: one for light grounds and paper, one for dark grounds.
    package struct Theme: Hashable, Sendable {
        package let accent: String
        package let accentDark: String
        package let accentLocation: SourceLocation
        package let accentDarkLocation: SourceLocation
    }

    package let name: String
    /// The published address, without a final slash.
    package let baseURL: String
    package let sourceLanguage: Language
    /// All languages of the site, the source language among them, in the order of menus.
    package let languages: [Language]
    /// Languages in which leaflets were printed once: their addresses still answer.
    package let formerLanguages: [Language]
    /// Ids of centres that once had leaflets of their own.
    package let formerCentres: [String]
    package let publisher: Publisher
    /// Of phone numbers that are written without one: its digits, Italy's unless another is named.
    package let countryCode: String
    /// Slug of the page that states how accessible the site is.
    package let accessibilityStatement: String
    package let theme: Theme
    package let locations: [String: SourceLocation]

    /// The languages that have a catalogue: all but the source language.
    package var translatedLanguages: [Language] { languages.filter { $0 != sourceLanguage } }

    /// Whether the address is one that the world reserves for examples (RFC 2606).
    package var isExample: Bool {
        let host = baseURL.dropFirst("https://".count).prefix { !"/:".contains($0) }
        return host.hasSuffix(".example") || host == "example"
    }
}

/// Reads `site.yml`; nil when something it needs is missing.
package func readSiteSettings(_ source: SourceText) -> Diagnosed<SiteSettings?> {
    let parsed = parseYAML(source)
    guard let root = parsed.value else { return Diagnosed(nil, parsed.diagnostics) }
    var fields = Fields(root, name: .siteSettings, location: root.location)
    let name = fields.text("name")
    let baseURL = fields.node("base-url").flatMap { _ in fields.optionalURL("base-url") }
    if let baseURL, baseURL.hasSuffix("/") || baseURL.contains(where: { "?#".contains($0) }) {
        fields.report(.error(.badBaseURL(baseURL), at: fields.place(of: "base-url")))
    }
    let sourceLanguage = fields.node("source-language").flatMap { fields.language($0, "source-language") }
    if let sourceLanguage, sourceLanguage.code != Language.italian.code {
        fields.report(.error(.sourceLanguage, at: fields.place(of: "source-language")))
    }
    _ = fields.node("languages")
    let languageNodes = fields.list("languages")
    var languages: [Language] = []
    let areAllKnown = fields.add(languageNodes, "languages", to: &languages)
    var everyLanguage = languages
    _ = fields.add(fields.list("former-languages"), "former-languages", to: &everyLanguage)
    let formerCentres = fields.texts("former-centres")
    if let sourceLanguage, !languageNodes.isEmpty, areAllKnown, !languages.contains(sourceLanguage) {
        fields.report(.error(.sourceLanguageLeftOut(sourceLanguage.code), at: fields.place(of: "languages")))
    }
    let countryCode = fields.countryCode() ?? PhoneNumber.italianCountryCode
    let publisher = fields.publisher(countryCode: countryCode)
    let statement = fields.text("accessibility-statement")
    let theme = fields.theme()
    let locations = Dictionary(fields.keys.map { ($0, fields.place(of: $0)) }) { first, _ in first }
    fields.finish()
    let diagnostics = parsed.diagnostics + fields.diagnostics
    guard let name, let baseURL, let sourceLanguage, let publisher, let statement, let theme, !languages.isEmpty else {
        return Diagnosed(nil, diagnostics)
    }
    return Diagnosed(
        SiteSettings(
            name: name,
            baseURL: baseURL,
            sourceLanguage: sourceLanguage,
            languages: languages,
            formerLanguages: Array(everyLanguage.dropFirst(languages.count)),
            formerCentres: formerCentres,
            publisher: publisher,
            countryCode: countryCode,
            accessibilityStatement: statement,
            theme: theme,
            locations: locations
        ),
        diagnostics
    )
}

extension Fields {
    mutating func language(_ node: YAMLNode, _ key: String) -> Language? {
        guard let code = text(of: node, key) else { return nil }
        if let language = Language(code) { return language }
        let hint = didYouMean(code, among: Language.known.map(\.code))
        report(.error(.unknownLanguage(code, hint: hint), at: node.location))
        return nil
    }

    /// Adds the languages of a list, each but once; gives back whether all of them are known.
    fileprivate mutating func add(_ nodes: [YAMLNode], _ key: String, to languages: inout [Language]) -> Bool {
        var areAllKnown = true
        for node in nodes {
            guard let language = language(node, key) else {
                areAllKnown = false
                continue
            }
            if languages.contains(language) {
                report(.error(.duplicateLanguage(language.code), at: node.location))
            } else {
                languages.append(language)
            }
        }
        return areAllKnown
    }

    fileprivate mutating func publisher(countryCode: String) -> SiteSettings.Publisher? {
        guard var inner = fields("publisher", name: .publisher) else { return nil }
        let name = inner.text("name")
        let url = inner.optionalURL("url")
        let phone = inner.optionalPhone("phone", countryCode: countryCode)
        absorb(inner)
        return name.map { SiteSettings.Publisher(name: $0, url: url, phone: phone) }
    }

    /// `"+39"`: a plus and one to three digits (ITU-T E.164, section 6.2.1).
    fileprivate mutating func countryCode() -> String? {
        guard let text = optionalText("country-code") else { return nil }
        let digits = text.drop { $0 == "+" }
        guard text.count - digits.count <= 1, (1...3).contains(digits.count), digits.first != "0",
            digits.allSatisfy({ ("0"..."9").contains($0) })
        else {
            report(.error(.badCountryCode(text), at: place(of: "country-code")))
            return nil
        }
        return String(digits)
    }

    fileprivate mutating func theme() -> SiteSettings.Theme? {
        guard var inner = fields("theme", name: .theme) else { return nil }
        let accent = inner.colour("accent")
        let accentDark = inner.colour("accent-dark")
        let (place, darkPlace) = (inner.place(of: "accent"), inner.place(of: "accent-dark"))
        absorb(inner)
        guard let accent, let accentDark else { return nil }
        return SiteSettings.Theme(
            accent: accent,
            accentDark: accentDark,
            accentLocation: place,
            accentDarkLocation: darkPlace
        )
    }

    private mutating func colour(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        guard text.count == 7, text.first == "#", text.dropFirst().allSatisfy(\.isHexDigit) else {
            report(.error(.badColour(text), at: place(of: key)))
            return nil
        }
        return text.lowercased()
    }
}
