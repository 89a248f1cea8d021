package import Content

/// Which version of a sheet somebody holds: hashes of all that is printed on it, and the day of its release.
///
/// Look and format are no part of it, nor are the notes at the foot (edition, review, day of the last check): a copy
/// that says the same is as good as a new one.
package struct Edition: Hashable, Sendable {
    package let print: EditionLedger.Fingerprint
    /// The line of the ledger that released exactly this; nil for a draft.
    private let entry: EditionLedger.Entry?

    /// What is printed now, and the edition of the sheet that was released last.
    init(print: EditionLedger.Fingerprint, inForce: EditionLedger.Entry?) {
        self.print = print
        entry = inForce.flatMap { $0.print == print ? $0 : nil }
    }

    /// The 8 hexadecimal digits that its copies bear; also the fragment of the QR code's address, where the whole name
    /// would need a symbol too dense for old phones.
    package var digits: String { entry?.digits ?? print.whole }

    package var released: CalendarDate? { entry?.released }

    package var isDraft: Bool { entry == nil }

    /// As printed at the foot and shown on the leaflet's page: `2026-11-21-3f2a9c1d`, for a draft `3f2a9c1d`.
    package var name: String { entry?.name ?? digits }
}

extension EditionLedger.Entry {
    /// The edition's name as it was printed.
    package var name: String { "\(released)-\(digits)" }
}

/// What the holder of an old copy has to know.
package enum EditionChange: String, CaseIterable, Hashable, Sendable {
    /// Numbers, addresses or hours may be others: an edition from before they were told apart.
    case contacts
    case numbers, addresses, hours, rules, wording

    private init(_ part: EditionPart) {
        self =
            switch part {
            case .numbers: .numbers
            case .addresses: .addresses
            case .hours: .hours
            case .rules: .rules
            case .wording: .wording
            }
    }

    /// Whether who relies on the copy calls in vain or stands before a closed door.
    package var isUrgent: Bool {
        switch self {
        case .contacts, .numbers, .addresses, .hours: true
        case .rules, .wording: false
        }
    }

    /// What differs between an old copy and a newer one.
    package static func between(
        _ old: EditionLedger.Fingerprint,
        _ new: EditionLedger.Fingerprint
    ) -> [EditionChange] {
        guard old != new else { return [] }
        guard old.isFormer == new.isFormer else { return [.contacts] }
        var changes = EditionPart.allCases.filter { old[$0] != new[$0] }.map(Self.init)
        // The former fingerprints have one hash for all three of them.
        if new.isFormer, changes.contains(.numbers) { changes = [.contacts] + changes.filter { !$0.isUrgent } }
        // What is no piece by itself, such as the end of a list.
        return changes.isEmpty ? [.wording] : changes
    }
}
