import CommonMark
package import Content
internal import Crypto

/// Which version of a leaflet somebody holds: the day of its content's last check, and a hash of all that is printed.
package struct Edition: Hashable, Sendable {
    package let date: CalendarDate
    /// First 8 hexadecimal digits of a SHA-256; also the fragment of the QR code's address, where the whole name would
    /// need a symbol too dense for old phones.
    package let hash: String

    /// As printed at the foot and shown on the leaflet's page: `2026-11-21-3f2a9c1d`.
    package var name: String { "\(date)-\(hash)" }

    init(of leaflet: Leaflet, title: Phrase, panels: [[LocalizedBlock]], localizer: Localizer, project: Project) {
        var parts = [leaflet.code, localizer.language.code, title.text]
        for panel in panels {
            parts.append("---")
            parts += printedWords(of: panel)
        }
        // A contact box prints the centres, so a new phone number is a new edition.
        parts += project.centres.flatMap { centre in
            [centre.name, centre.address.street, centre.address.postalCode, centre.address.city]
                + centre.phones.map(\.number) + [centre.email ?? ""]
                + centre.hours.map { "\($0.days.map(\.rawValue)) \($0.opens) \($0.closes)" }
        }
        let digest = SHA256.hash(data: Array(parts.joined(separator: "\u{1F}").utf8))
        date = leaflet.review.reviewed
        hash = digest.prefix(4).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

private func printedWords(of blocks: [LocalizedBlock]) -> [String] {
    var words: [String] = []
    for block in blocks {
        block.forEach { inner in
            switch inner {
            case .paragraph(let passage, _), .heading(_, let passage, _): words.append(plainWords(of: passage.spans))
            case .insert(let directive, _): words += printedWords(of: directive.blocks)
            case .codeBlock(let code): words.append(code.literal)
            case .thematicBreak, .blockQuote, .list, .html: break
            }
        }
    }
    return words
}
