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

extension LocalizedLeaflet {
    /// Beside the leaflet's page: a script, since a page opened from disk may read no other file.
    var editionsFile: String { String(route.file.dropLast("index.html".count)) + "editions.js" }
}

/// Every edition that was ever released of a leaflet in one language, by the eight digits in its QR code: the sheet that
/// takes its place, whether there is a newer one, and what has changed since.
///
/// `const editions={"3f2a9c1d":["MG-02-ar","newer","contacts","wording"]}`. The page loads it only when its address
/// names an edition.
func copyEditions(of leaflet: LocalizedLeaflet, in site: Site) -> String {
    var copies: [String: [String]] = [:]
    let ledger = site.project.ledger
    let sheets = site.sheets(of: leaflet)
    let keys = ledger.entries.map(\.key).filter {
        $0.leaflet == leaflet.leaflet.code && $0.language == leaflet.language.code
    }
    for key in Set(keys) {
        let history = ledger.history(key)
        guard let sheet = sheets.first(where: { $0.key == key }), let inForce = history.last else {
            // Nobody prints it any more, so who keeps it needs to know whom to call now.
            for old in history { copies[old.digits] = answer(.newer, [.contacts], sheets.first) }
            continue
        }
        for old in history {
            copies[old.digits] = answer(.newer, changes(since: old, inForce: inForce, sheet), sheet)
        }
        // Last, in case the words went back to what they were.
        copies[inForce.digits] = answer(.current, changes(since: inForce, inForce: inForce, sheet), sheet)
    }
    for sheet in sheets where sheet.edition.isDraft && copies[sheet.edition.digits] == nil {
        copies[sheet.edition.digits] = answer(.draft, [], sheet)
    }
    var object = JSONObject()
    for (hash, answer) in copies.sorted(by: { $0.key < $1.key }) { object[hash] = .array(answer.map { .string($0) }) }
    return "const editions=\(JSONValue.object(object).compactText)\n"
}

private func answer(_ answer: CopyAnswer, _ changes: [EditionChange], _ sheet: LeafletSheet?) -> [String] {
    [sheet?.name ?? "", answer.rawValue] + changes.map(\.rawValue)
}

/// What the edition in force says differently; and contacts that are wrong by now, whether a new edition is out or not.
private func changes(
    since copy: EditionLedger.Entry,
    inForce: EditionLedger.Entry,
    _ sheet: LeafletSheet
) -> [EditionChange] {
    let now = EditionChange.between(copy.print, sheet.edition.print).filter(\.isUrgent)
    let released = EditionChange.between(copy.print, inForce.print)
    return EditionChange.allCases.filter { now.contains($0) || released.contains($0) }
}
