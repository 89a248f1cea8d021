package import Content

/// An address of the site.
///
/// Printed on paper and kept in other people's bookmarks, so a contract.
package enum Route: Hashable, Sendable {
    /// The list of languages at the root.
    case chooser
    case page(slug: String, language: Language)
    /// What a page about the paper shows for one centre.
    case centrePage(slug: String, centre: String, language: Language)
    /// The permanent page of a leaflet, where its QR code leads.
    case leaflet(code: String, language: Language)
    case notFound

    /// The file that a web server or a browser opens, from the root of the site.
    package var file: String {
        switch self {
        case .chooser: "index.html"
        case .page("index", let language): "\(language.code)/index.html"
        case .page(let slug, let language): "\(language.code)/\(slug)/index.html"
        case .centrePage(let slug, let centre, let language): "\(language.code)/\(slug)/\(centre)/index.html"
        case .leaflet(let code, let language): "\(language.code)/l/\(code)/index.html"
        case .notFound: "404.html"
        }
    }

    /// The address under the base, without the name of the file: `it/visite-a-casa/`.
    package var address: String {
        file.hasSuffix("index.html") ? String(file.dropLast("index.html".count)) : file
    }

    /// The page of the content that stands here, for one centre or for all.
    package var slug: String? {
        switch self {
        case .page(let slug, _), .centrePage(let slug, _, _): slug
        case .chooser, .leaflet, .notFound: nil
        }
    }

    /// A relative link from this page to a file of the site: works from any folder and without a server.
    package func link(to file: String) -> String {
        let from = self.file.split(separator: "/").dropLast()
        let to = file.split(separator: "/")
        let shared = zip(from, to.dropLast()).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: from.count - shared) + to.dropFirst(shared).map(String.init))
            .joined(separator: "/")
    }
}

extension Leaflet {
    /// The picture of the first side: `leaflets/MG-01-ar.png`.
    package func preview(in language: Language) -> String { "leaflets/\(code)-\(language.code).png" }
}

extension Attachment {
    /// Where it is published: `files/guida.ar.pdf`.
    package var publishedFile: String { String(path.dropFirst("content/".count)) }
}

extension LinkedFile {
    /// Its address from the root of the site.
    var publishedAddress: String { percentEncoded(path.dropFirst("content/".count), keeping: "/") }
}

extension MediaFile {
    /// Where a picture is published; of a photo the widest form that every browser shows.
    package var publishedFile: String {
        picture?.common.last.map { file(of: $0) } ?? "media/" + path.dropFirst("content/media/".count)
    }

    /// Where a form of a photo is published: under the photo's name, in letters that need no escaping anywhere, and the
    /// beginning of its hash, so that no two files have one name.
    package func file(of form: PreparedPicture.Form) -> String {
        let folders = path.split(separator: "/").dropFirst(2)
        let names = folders.map { name in
            String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" ? $0 : "-" })
        }
        return "media/\(names.joined(separator: "/")).\(form.digest.prefix(8)).\(form.type.rawValue)"
    }

    /// What is published of it; nothing of a photo that was not made ready, since it may say where it was taken.
    package var publishedFiles: [OutputFile] {
        guard isPhoto else { return [OutputFile(path: publishedFile, bytes: bytes)] }
        return picture?.forPages.map { OutputFile(path: file(of: $0), bytes: $0.bytes) } ?? []
    }
}
