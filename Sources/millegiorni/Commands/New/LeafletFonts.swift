import Content
import LeafletWriter

extension Language {
    /// How the leaflets' template sets this language.
    enum LeafletFonts {
        /// Noto Sans has its letters.
        case common
        case own([String])
        /// The template would look for its letters in Noto Sans, which has none of them.
        case unknown
    }

    /// Read from the template itself, so that there is no second list to keep: its line `ur: … fonts: ("…",)`.
    var leafletFonts: LeafletFonts {
        let template = String(decoding: LeafletResources.languages, as: UTF8.self)
        let primary = code.prefix { $0 != "-" }
        if let row = template.firstRange(of: "\n  \(primary): latin + ("),
            let list = template[row.upperBound...].firstRange(of: "fonts: (")
        {
            let names = template[list.upperBound...].prefix { $0 != ")" }.split(separator: "\"")
            return .own(names.filter { $0.contains(where: \.isLetter) }.map(String.init))
        }
        return ["Latn", "Cyrl"].contains(script) ? .common : .unknown
    }
}
