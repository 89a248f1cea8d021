package import Gettext

/// What came of somebody answering for the translations of some messages.
package struct Approval: Sendable {
    /// The catalogue with the new attestations.
    package private(set) var catalogue: Catalogue
    package private(set) var counts: [PassageState: Int] = [:]

    /// How many messages are attested now that were drafts before.
    package var approved: Int { counts[.draft] ?? 0 }

    /// Attests every draft among the messages that passes the checks.
    ///
    /// What is reviewed already keeps the name and the day it has. Nil when `reviewer` is blank.
    package init?(of catalogue: Catalogue, units: [TranslationUnit], on date: ISODate, by reviewer: String) {
        guard !reviewer.allSatisfy(\.isWhitespace) else { return nil }
        self.catalogue = catalogue
        let rule = catalogue.pluralRule
        let indices = Dictionary(
            zip(catalogue.entries.map(\.key), catalogue.entries.indices),
            uniquingKeysWith: { first, _ in first }
        )
        for unit in units {
            let index = indices[unit.key]
            let state = unit.state(of: index.map { catalogue.entries[$0] }, rule: rule)
            counts[state, default: 0] += 1
            guard state == .draft, let index,
                let attested = catalogue.entries[index].attested(on: date, by: reviewer)
            else { continue }
            self.catalogue.entries[index] = attested
        }
    }
}
