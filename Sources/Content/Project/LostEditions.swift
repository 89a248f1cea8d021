import Diagnostics

/// Editions whose printed address would lead nowhere: one error for each leaflet, language or centre that is gone.
///
/// `leaflets` are all codes of each leaflet; what is nil is not known, and nothing is said of it.
func lostEditions(
    in ledger: EditionLedger,
    leaflets: [[String]]?,
    centres: [String]?,
    settings: SiteSettings
) -> [Diagnostic] {
    var rest = ledger.entries
    /// Takes out the editions with a name that none has any more, and reports each name once.
    func report(
        _ name: (EditionLedger.Key) -> String?,
        known: some Sequence<String>,
        at place: (String) -> SourceLocation,
        _ problem: (String, Int) -> Problem
    ) -> [Diagnostic] {
        let known = Set(known)
        var names: [String] = []
        var counts: [String: Int] = [:]
        rest.removeAll { entry in
            guard let name = name(entry.key), !known.contains(name) else { return false }
            if counts.updateValue(counts[name, default: 0] + 1, forKey: name) == nil { names.append(name) }
            return true
        }
        return names.map { .error(problem($0, counts[$0, default: 0]), at: place($0)) }
    }
    var diagnostics: [Diagnostic] = []
    if let leaflets {
        diagnostics += report(
            \.leaflet,
            known: leaflets.joined(),
            at: { SourceLocation(file: "content/leaflets/\($0).md") },
            Problem.lostLeaflet
        )
    }
    diagnostics += report(
        \.language,
        known: (settings.languages + settings.formerLanguages).map(\.code),
        at: { _ in settings.locations["languages"] ?? SourceLocation(file: "content/site.yml") },
        Problem.lostLanguage
    )
    if let centres {
        diagnostics += report(
            \.centre,
            known: centres + settings.formerCentres,
            at: { SourceLocation(file: "content/centres/\($0).yml") },
            Problem.lostCentre
        )
    }
    return diagnostics
}
