package import Content
internal import Crypto

/// Which version of a sheet somebody holds: hashes of all that is printed on it, and the day of its release.
///
/// Look and format are no part of it, nor are the notes at the foot (edition, review, day of the last check): a copy
/// that says the same is as good as a new one.
package struct Edition: Hashable, Sendable {
    package let print: EditionLedger.Fingerprint
    /// The day on which exactly this was released; nil for a draft.
    package let released: CalendarDate?

    /// First 8 hexadecimal digits of a SHA-256; also the fragment of the QR code's address, where the whole name would
    /// need a symbol too dense for old phones.
    package var hash: String { print.whole }

    package var isDraft: Bool { released == nil }

    /// As printed at the foot and shown on the leaflet's page: `2026-11-21-3f2a9c1d`, for a draft `3f2a9c1d`.
    package var name: String { released.map { "\($0)-\(hash)" } ?? hash }
}

extension EditionLedger.Entry {
    /// The edition's name as it was printed.
    package var name: String { "\(released)-\(print.whole)" }
}

/// What the holder of an old copy has to know.
package enum EditionChange: String, CaseIterable, Hashable, Sendable {
    case contacts, rules, wording
}

extension EditionLedger.Fingerprint {
    /// What differs between an old copy and this.
    package func changes(since old: Self) -> [EditionChange] {
        EditionChange.allCases.filter { change in
            switch change {
            case .contacts: contacts != old.contacts
            case .rules: rules != old.rules
            case .wording: wording != old.wording
            }
        }
    }

    init(key: EditionLedger.Key, contacts: [String], rules: [String], wording: [String]) {
        let identity = [key.leaflet, key.language, key.layout.rawValue, key.centre ?? ""]
        // The key is in each part too, so that a hash says nothing about any other sheet.
        let parts = [contacts, rules, wording].map { shortHash(identity + $0) }
        self.init(whole: shortHash(identity + parts), contacts: parts[0], rules: parts[1], wording: parts[2])
    }
}

/// First 8 hexadecimal digits of the SHA-256 of some texts, each closed by a unit separator, which no text holds.
private func shortHash(_ texts: [String]) -> String { hexadecimal(digest(texts).prefix(4)) }

/// All of it, to stand for long texts in further hashes.
func longHash(_ bytes: some Sequence<UInt8>) -> String { hexadecimal(SHA256.hash(data: Array(bytes))) }

private func digest(_ texts: [String]) -> SHA256Digest {
    var hasher = SHA256()
    for text in texts { hasher.update(data: Array(text.utf8) + [0x1F]) }
    return hasher.finalize()
}

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) }
}
