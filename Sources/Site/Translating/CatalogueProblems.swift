package import Diagnostics
package import Gettext

/// Every translation of some messages that may not be shown, with its place in the PO file.
package func blockingProblems(of file: CatalogueFile, units: [TranslationUnit]) -> [Diagnostic] {
    problems(of: file, units: units) { entry, unit, form, rule in
        unit.originals(ofForm: form, rule: rule).flatMap { blockingFaults(in: entry.translations[form], of: $0) }
    }
}

/// What someone should look at in the translations that are shown, with its place in the PO file.
package func styleProblems(of file: CatalogueFile, units: [TranslationUnit], guide: StyleGuide) -> [Diagnostic] {
    problems(of: file, units: units) { entry, unit, form, rule in
        let mayBeSame = entry.isMarkedSame
        return unit.originals(ofForm: form, rule: rule).flatMap {
            styleFaults(in: entry.translations[form], of: $0, mayBeSame: mayBeSame, guide: guide)
        }
    }
}

/// What all catalogues together lack of the content, and still have that is not in it any more.
///
/// A warning: the site is built with the Italian where a translation lacks.
package func staleCatalogueProblem(of catalogues: [Catalogue], template: Catalogue, path: String) -> Diagnostic? {
    let wanted = Set(template.entries.map(\.key))
    var (missing, left): (Set<MessageKey>, Set<MessageKey>) = ([], [])
    var languages = 0
    for catalogue in catalogues {
        let had = Set(catalogue.entries.map(\.key))
        if !wanted.isSubset(of: had) { languages += 1 }
        missing.formUnion(wanted.subtracting(had))
        left.formUnion(had.subtracting(wanted))
    }
    guard !missing.isEmpty || !left.isEmpty else { return nil }
    return .warning(
        .catalogueBehind(missing: missing.count, languages: languages, left: left.count),
        at: SourceLocation(file: path)
    )
}

private func problems(
    of file: CatalogueFile,
    units: [TranslationUnit],
    faults: (Entry, TranslationUnit, _ form: Int, PluralRule?) -> [FoundFault]
) -> [Diagnostic] {
    let (lookup, rule) = (file.catalogue.lookup(), file.catalogue.pluralRule)
    var diagnostics: [Diagnostic] = []
    for unit in units {
        guard let entry = lookup[unit.key], entry.isTranslated, !entry.isFuzzy else { continue }
        for form in entry.translations.indices {
            var seen: Set<FoundFault> = []
            for found in faults(entry, unit, form, rule) where seen.insert(found).inserted {
                diagnostics.append(
                    found.diagnostic(
                        for: entry,
                        at: file.location(inForm: form, of: entry, byte: found.byte)
                    )
                )
            }
        }
    }
    return diagnostics
}

extension FoundFault {
    fileprivate func diagnostic(for entry: Entry, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            fault.isBlocking ? .error : .warning,
            fault.problem.inMessage(beginning(of: entry.id)),
            at: location
        )
    }
}

/// The first words of a message, as commands show it and take it.
package func beginning(of text: String) -> String {
    let line = foldingSpaces(text)
    return line.count > 40 ? line.prefix(40) + "…" : line
}
