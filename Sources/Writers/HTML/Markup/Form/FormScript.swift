import Content
import Referral
import Site

/// What the form's script says in one language, as a script of its own: `const formWords = {...}`.
///
/// The words are no part of the page, which has to stay light, and are no JSON file either, which a page opened from disk
/// may not read.
func formWords(of form: FormDefinition, in edition: LocalizedSite, of site: Site) -> String {
    var words = JSONObject()
    func add(_ furniture: Furniture, _ parameters: [String: String] = [:]) {
        let phrase = edition.localizer.phrase(furniture, parameters)
        words[furniture.rawValue] = [
            .string(phrase.text), .string(phrase.language.code), .string(phrase.language.direction.rawValue),
        ]
    }
    for furniture in spokenByScript { add(furniture) }
    for field in form.allFields {
        guard case .months(let range, .childIsAtMostThree, _)? = field.sendingWindow else { continue }
        add(.formChildTooOld, ["years": String(-range.lowerBound / 12)])
    }
    words["languages"] = .array(
        languages(in: edition, of: site).map { [.string($0.code), .string($0.name)] }
    )
    return "const formWords=\(JSONValue.object(words).compactText)\n"
}

/// The script fills in the placeholders.
private let spokenByScript: [Furniture] = [
    .formAdded, .formRemoved, .formCentreChosen, .formSaved, .formOpened, .formNotADraft, .formReplaces, .formYes,
    .formWrite, .formPick, .formConfirm, .formPhone, .formEmail, .formDate, .formMonth, .formShape, .formTooLong,
    .formFuture, .formAgreementLate, .formChildUnborn, .formDueMonth, .formOtherCentre,
]

/// The languages of Millegiorni first, then those that other families speak, as this language sorts words.
///
/// An option of a list holds no markup, so the name in Italian stands in the same text.
private func languages(in edition: LocalizedSite, of site: Site) -> [(code: String, name: String)] {
    let own = edition.localizer.formats
    let italian = Formats(site.source)
    func both(_ name: String, _ italianName: String?) -> String {
        guard edition.language != site.source, let italianName, italianName != name else { return name }
        return "\(name) – \(italianName)"
    }
    let known = Language.known.map { ($0.code, both(own.name(of: $0), $0.italianName)) }
    let others = lessCommonLanguages.compactMap { code in
        own.name(ofLanguage: code).map { (code, both($0, italian.name(ofLanguage: code))) }
    }
    return known + own.sorted(others, by: \.1)
}

/// Languages that families may speak, and that the site will hardly be written in.
///
/// Two letters of ISO 639-1 where a language has them, else three of ISO 639-3.
private let lessCommonLanguages = [
    "af", "ak", "am", "ay", "az", "be", "bg", "bin", "bm", "bs", "ca", "ckb", "cs", "da", "de", "dyu", "ee", "el", "et",
    "fa", "ff", "fi", "fil", "gn", "gu", "ha", "he", "hi", "hr", "hu", "hy", "id", "ig", "ja", "ka", "kab", "kk", "km",
    "ko", "kri", "ku", "ky", "lg", "ln", "lo", "lt", "lv", "mg", "mk", "ml", "mn", "mr", "ms", "mt", "my", "ne", "nl",
    "no", "om", "pcm", "pl", "ps", "pt", "qu", "rn", "rom", "rw", "sd", "si", "sk", "sl", "snk", "so", "sr", "sv", "sw",
    "ta", "te", "tg", "th", "ti", "tk", "tr", "ug", "uz", "vi", "wo", "xh", "yo", "yue", "zgh", "zu",
]
