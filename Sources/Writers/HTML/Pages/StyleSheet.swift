import Content
internal import Crypto

/// The one style sheet, with the site's colours; its name holds a hash, so that it can be kept for ever.
struct StyleSheet {
    let text: String
    let file: String

    init(theme: SiteSettings.Theme) {
        let colours = ":root{--accent:\(theme.accent);--accent-dark:\(theme.accentDark)}\n"
        text = colours + withoutComments(String(decoding: PackageResources.site_css, as: UTF8.self))
        let digest = SHA256.hash(data: Array(text.utf8))
        let hash = digest.prefix(4).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
        file = "assets/site-\(hash).css"
    }
}

/// The sheet without comments and without spaces at the beginning of lines: phones load it, people read the source.
private func withoutComments(_ css: String) -> String {
    var result = ""
    var rest = Substring(css)
    while let start = rest.firstRange(of: "/*"), let end = rest[start.upperBound...].firstRange(of: "*/") {
        result += rest[..<start.lowerBound]
        rest = rest[end.upperBound...]
    }
    result += rest
    return result.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
        .joined(separator: "\n") + "\n"
}
