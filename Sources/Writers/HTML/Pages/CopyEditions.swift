import Content
import Referral
import Site

/// What can be said of a copy that somebody holds.
enum CopyAnswer: String, CaseIterable {
    case current, newer, draft, unknown

    var words: Furniture {
        switch self {
        case .current: .copyCurrent
        case .newer: .copyNewer
        case .draft: .copyDraft
        case .unknown: .copyUnknown
        }
    }
}

extension Route {
    /// Beside a leaflet's page: a script, since a page opened from disk may read no other file.
    var editionsFile: String { String(file.dropLast("index.html".count)) + "editions.js" }
}

/// What is to be said of the copies of one edition.
struct CopyStatus {
    let edition: EditionLedger.Entry
    /// The sheet that takes its place; nil where none is printed.
    let sheet: LeafletSheet?
    let answer: CopyAnswer
    /// What the edition in force says differently; and what is wrong by now, whether a new edition is out or not.
    let changes: [EditionChange]
}

extension Site {
    /// Every edition that was ever released of a leaflet in one language, those of a sheet oldest first.
    func copies(of leaflet: LocalizedLeaflet) -> [CopyStatus] {
        let sheets = sheets(of: leaflet)
        let known = Set(sheets.flatMap(\.keys))
        let gone = project.ledger.entries.filter { entry in
            leaflet.leaflet.codes.contains(entry.key.leaflet) && entry.key.language == leaflet.language.code
                && !known.contains(entry.key)
        }
        // Nobody prints it any more, so who keeps it needs to know whom to call now.
        return gone.map { CopyStatus(edition: $0, sheet: sheets.first, answer: .newer, changes: [.contacts]) }
            + sheets.flatMap(copies)
    }

    func copies(of sheet: LeafletSheet) -> [CopyStatus] {
        let history = history(of: sheet)
        guard let inForce = history.last else { return [] }
        return history.map { copy in
            let released = EditionChange.between(copy.print, inForce.print)
            let now = EditionChange.between(copy.print, sheet.edition.print).filter(\.isUrgent)
            return CopyStatus(
                edition: copy,
                sheet: sheet,
                // It may have been in force before, and be it again.
                answer: copy.print == inForce.print ? .current : .newer,
                changes: EditionChange.allCases.filter { now.contains($0) || released.contains($0) }
            )
        }
    }
}

/// What there is to say of each copy of a leaflet in one language, by the eight digits in its QR code: the sheet that
/// takes its place, whether there is a newer one, and what has changed since.
///
/// `const editions={"3f2a9c1d":["MG-02-ar","newer","hours","wording"]}`. The page loads it only when its address
/// names an edition.
func copyEditions(of leaflet: LocalizedLeaflet, in site: Site) -> String {
    var copies: [String: [String]] = [:]
    for sheet in site.sheets(of: leaflet) where sheet.edition.isDraft {
        copies[sheet.edition.digits] = [sheet.name, CopyAnswer.draft.rawValue]
    }
    for copy in site.copies(of: leaflet) {
        copies[copy.edition.digits] = [copy.sheet?.name ?? "", copy.answer.rawValue] + copy.changes.map(\.rawValue)
    }
    var object = JSONObject()
    for (digits, answer) in copies.sorted(by: { $0.key < $1.key }) {
        object[digits] = .array(answer.map { .string($0) })
    }
    return "const editions=\(JSONValue.object(object).compactText)\n"
}
