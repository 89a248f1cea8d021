import CommonMark
import Diagnostics

/// All that a link or an image can point to, by the path of its file.
struct TargetIndex {
    struct Page {
        var slug: String
        /// Nil where the page can't be read.
        var anchors: [String]?
    }

    /// By path from the project: `content/pages/families/visite.md`.
    var pages: [String: Page] = [:]
    /// Codes, by path: `content/leaflets/MG-01.md`.
    var leaflets: [String: String] = [:]
    var media: Set<String> = []
    /// Their sizes in bytes, by path: `content/files/guida.pdf`.
    var attachments: [String: Int] = [:]
    /// Of phone numbers that are written without one.
    var countryCode = PhoneNumber.italianCountryCode
    /// Headings of the document at hand, by path, for leaflets.
    var leafletAnchors: [String: [String]] = [:]

    /// Looks an address up; what leads nowhere is an error, and stands as an empty outside address.
    func target(
        of destination: NumberedDestination,
        in file: String,
        facts: Facts,
        diagnostics: inout [Diagnostic]
    ) -> Target {
        let location = SourceLocation(file: file, position: destination.position)
        switch destination.kind {
        case .link: return linkTarget(destination.address, in: file, facts, location, &diagnostics)
        case .image: return imageTarget(destination.address, in: file, location, &diagnostics)
        }
    }

    private func linkTarget(
        _ address: String,
        in file: String,
        _ facts: Facts,
        _ location: SourceLocation,
        _ diagnostics: inout [Diagnostic]
    ) -> Target {
        if let scheme = scheme(of: address) {
            return externalTarget(address, scheme: scheme, facts, location, &diagnostics)
        }
        let (path, anchor) = parted(address)
        if path.isEmpty, let anchor {
            let anchors = pages[file]?.anchors ?? leafletAnchors[file] ?? []
            report(anchor, missingFrom: anchors, of: .thisPage, at: location, &diagnostics)
            return .anchor(anchor)
        }
        let whole = resolved(path, against: file)
        if let page = pages[whole] {
            if let anchor, let anchors = page.anchors {
                report(anchor, missingFrom: anchors, of: .key(path), at: location, &diagnostics)
            }
            return .page(slug: page.slug, anchor: anchor)
        }
        if let code = leaflets[whole] { return .leaflet(code: code) }
        for file in [whole, decoded(whole)] {
            guard let size = attachments[file] else { continue }
            let kind = lastPart(of: file).split(separator: ".").last.map { $0.lowercased() } ?? ""
            if attachmentKinds.contains(kind) { return .file(LinkedFile(path: file, size: size)) }
            diagnostics.append(.error(.attachmentKind(lastPart(of: file), kinds: attachmentKinds), at: location))
            return .external("")
        }
        if whole.hasPrefix(attachmentFolder) {
            let meant = filePath(like: decoded(whole), among: attachments.keys)
            let hint = meant.map { Wording.didYouMean(linkAddress(relativePath(to: $0, from: file))) }
            diagnostics.append(.error(.missingAttachment(address, hint: hint ?? .filesAreHere), at: location))
            return .external("")
        }
        diagnostics.append(.error(.deadLink(address, hint: hint(for: path, in: file)), at: location))
        return .external("")
    }

    /// What was probably meant by a path that leads nowhere.
    private func hint(for path: String, in file: String) -> Wording {
        if path.contains("@") { return .writeAddress("mailto:" + path) }
        let host = path.prefix { $0 != "/" }
        let ending = host.split(separator: ".").last.map(String.init) ?? ""
        if host.hasPrefix("www.") || host.contains(".") && webEndings.contains(ending) {
            return .writeAddress("https://" + path)
        }
        let meant = filePath(like: path, among: Array(pages.keys) + Array(leaflets.keys) + Array(attachments.keys))
        return meant.map { .didYouMean(linkAddress(relativePath(to: $0, from: file))) } ?? .linksNameFiles
    }

    private func externalTarget(
        _ address: String,
        scheme: String,
        _ facts: Facts,
        _ location: SourceLocation,
        _ diagnostics: inout [Diagnostic]
    ) -> Target {
        guard ["https", "mailto", "tel"].contains(scheme) else {
            diagnostics.append(.error(.linkScheme(scheme), at: location))
            return .external("")
        }
        let before = diagnostics.count
        var filled = ""
        for span in splitPlaceholders(in: address, at: .start).spans {
            switch span {
            case .text(let text, _): filled += text
            case .insert(let fact, _):
                switch facts[fact] {
                case .number(let number): filled += String(number)
                case .phone(let number): filled += number.dialled
                case .email(let text), .url(let text), .code(let text): filled += text
                case .date(let date): filled += date.description
                case nil where facts.mayHold(fact): break
                case .text, nil:
                    let hint = didYouMean(fact.name, among: facts.referenceNames)
                    diagnostics.append(.error(.unknownFactInAddress(fact.name, hint: hint), at: location))
                }
            default: break
            }
        }
        guard scheme == "tel", diagnostics.count == before else { return .external(filled) }
        let written = filled.dropFirst("tel:".count)
        guard let number = PhoneNumber(String(written), countryCode: countryCode) else {
            diagnostics.append(.error(.badPhone(String(written)), at: location))
            return .external("")
        }
        return .external(number.link)
    }

    private func imageTarget(
        _ address: String,
        in file: String,
        _ location: SourceLocation,
        _ diagnostics: inout [Diagnostic]
    ) -> Target {
        let whole = resolved(address, against: file)
        for path in [whole, decoded(whole)] where media.contains(path) { return .media(path: path) }
        let hint: Wording? =
            if scheme(of: address) != nil {
                .picturesAreHere
            } else {
                filePath(like: whole, among: media).map { .didYouMean(relativePath(to: $0, from: file)) }
            }
        diagnostics.append(.error(.missingImage(address, hint: hint), at: location))
        return .external("")
    }

    private func report(
        _ anchor: String,
        missingFrom anchors: [String],
        of page: Wording,
        at location: SourceLocation,
        _ diagnostics: inout [Diagnostic]
    ) {
        guard !anchors.contains(anchor) else { return }
        let hint = didYouMean(anchor, among: anchors)
        diagnostics.append(.error(.deadAnchor(anchor, page: page, hint: hint), at: location))
    }
}

/// The path whose file has the nearest name; folders, which many have in common, are not compared.
private func filePath(like path: String, among paths: some Sequence<String>) -> String? {
    let paths = paths.sorted()
    let name = nearest(to: lastPart(of: path), among: paths.map(lastPart))
    return paths.first { lastPart(of: $0) == name }
}

private let attachmentFolder = "content/files/"

/// A path as Markdown takes it for an address: one with blanks between `<` and `>`.
private func linkAddress(_ path: String) -> String { path.contains(" ") ? "<\(path)>" : path }

private func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
}

/// How addresses of other sites end, and no file of ours does.
private let webEndings: Set<String> = ["com", "edu", "eu", "gov", "info", "int", "it", "net", "org"]

/// The scheme of an absolute address (RFC 3986, section 3.1), in small letters.
private func scheme(of address: String) -> String? {
    let name = address.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
    guard let first = name.first, first.isLetter, address[name.endIndex...].first == ":" else {
        return address.hasPrefix("//") ? "//" : nil
    }
    return name.lowercased()
}

private func parted(_ address: String) -> (path: String, anchor: String?) {
    guard let hash = address.firstIndex(of: "#") else { return (address, nil) }
    return (String(address[..<hash]), String(address[address.index(after: hash)...]))
}

/// A relative path seen from a file's folder, `.` and `..` worked out.
private func resolved(_ path: String, against file: String) -> String {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") {
        switch part {
        case ".": continue
        case "..": _ = parts.popLast()
        default: parts.append(String(part))
        }
    }
    return parts.joined(separator: "/")
}

/// A path with its percent-encoded bytes as they are (RFC 3986, section 2.1): `Foto%20Centro.jpg` names `Foto Centro.jpg`.
private func decoded(_ path: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
        let digits = rest.prefix(2)
        if byte == UInt8(ascii: "%"), digits.count == 2,
            digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        {
            bytes.append(value)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return String(validating: bytes, as: UTF8.self) ?? path
}

private func relativePath(to path: String, from file: String) -> String {
    let target = path.split(separator: "/")
    let folder = file.split(separator: "/").dropLast()
    let shared = zip(target.dropLast(), folder).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - shared) + target.dropFirst(shared).map(String.init))
        .joined(separator: "/")
}
