import Content
internal import Crypto
import Site

/// A file that pages load, named after what is in it, so that it can be kept for ever.
struct Asset: Sendable {
    let text: String
    let file: String

    init(_ name: String, _ ending: String, text: String) {
        self.text = text
        let digest = SHA256.hash(data: Array(text.utf8))
        let hash = digest.prefix(4).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
        file = "assets/\(name)-\(hash).\(ending)"
    }
}

/// What pages load: one style sheet for all; a sheet, a script and its words for the page of the form; a sheet and
/// scripts for the pages about the paper.
struct Assets: Sendable {
    let styleSheet: Asset
    let formStyleSheet: Asset
    let formScript: Asset
    /// What the script says, by language.
    let formWords: [Language: Asset]
    let paperStyleSheet: Asset
    /// Choosing in the catalogue.
    let catalogueScript: Asset
    /// Whether a printed copy is still good.
    let copyScript: Asset

    init(site: Site) {
        let colours = Palette.styles(site.project.settings.theme)
        styleSheet = Asset("site", "css", text: colours + published(css: PackageResources.site_css))
        formStyleSheet = Asset("form", "css", text: published(css: PackageResources.form_css))
        formScript = Asset("form", "js", text: published(script: PackageResources.form_js))
        paperStyleSheet = Asset("paper", "css", text: published(css: PackageResources.paper_css))
        catalogueScript = Asset("catalogue", "js", text: published(script: PackageResources.catalogue_js))
        copyScript = Asset("copy", "js", text: published(script: PackageResources.copy_js))
        let words = site.editions.map { edition in
            let text = site.form.map { HTMLWriter.formWords(of: $0, in: edition, of: site) } ?? ""
            return (edition.language, Asset("form-\(edition.language.code)", "js", text: text))
        }
        formWords = Dictionary(words) { first, _ in first }
    }
}

extension Assets {
    /// In a site without a form or without leaflets, their parts are not published.
    func files(of site: Site) -> [OutputFile] {
        let form = site.form == nil ? [] : [formStyleSheet, formScript] + formWords.values
        let paper = site.project.leaflets.isEmpty ? [] : [paperStyleSheet, catalogueScript, copyScript]
        return ([styleSheet] + form + paper).map { OutputFile(path: $0.file, text: $0.text) }
    }
}

/// The sheet without comments and without spaces at the beginning of lines: phones load it, people read the source.
private func published(css: [UInt8]) -> String {
    var result = ""
    var rest = Substring(String(decoding: css, as: UTF8.self))
    while let start = rest.firstRange(of: "/*"), let end = rest[start.upperBound...].firstRange(of: "*/") {
        result += rest[..<start.lowerBound]
        rest = rest[end.upperBound...]
    }
    return withoutIndentation(result + rest)
}

/// The same for a script whose comments stand on lines of their own, and whose strings hold no line end.
private func published(script: [UInt8]) -> String {
    let lines = String(decoding: script, as: UTF8.self).split(separator: "\n")
    return withoutIndentation(
        lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    )
}

private func withoutIndentation(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
}
