import Diagnostics

/// The catalogue without the entries that contradict its header, the problems of both added and sorted by place.
func checked(_ catalogue: Catalogue, file: String, _ found: [Diagnostic]) -> Diagnosed<Catalogue> {
    var catalogue = catalogue
    var diagnostics = found
    guard let header = catalogue.header else {
        diagnostics.append(.error(.missingHeader, at: SourceLocation(file: file, position: .start)))
        return Diagnosed(catalogue, diagnostics.sortedByPlace())
    }
    let location = SourceLocation(file: file, position: header.place.translations.first ?? .start)
    for line in (header.translations.first ?? "").split(separator: "\n") where !line.contains(":") {
        diagnostics.append(.warning(.headerLine(line), at: location))
    }

    switch charset(of: catalogue) {
    case nil:
        diagnostics.append(.warning(.missingCharset, at: location))
    case let charset? where !["utf-8", "utf8"].contains(charset.lowercased()):
        // What this one problem explains need not be said for every line.
        diagnostics.removeAll { $0.identifier == "invalid-utf8" }
        diagnostics.append(.error(.otherCharset(charset), at: location))
    default: break
    }

    let pluralForms = catalogue[header: "Plural-Forms"]
    switch pluralForms.map(PluralRule.parse) {
    case .success(let rule)?:
        catalogue.removeForms(differingFrom: rule.formCount, file: file, reportingTo: &diagnostics)
    case .failure(let problem)?:
        diagnostics.append(.error(problem, at: location))
    case nil:
        for entry in catalogue.entries where entry.plural != nil && entry.isTranslated {
            let position = entry.place.translations.first
            diagnostics.append(.error(.missingPluralForms, at: SourceLocation(file: file, position: position)))
        }
    }
    return Diagnosed(catalogue, diagnostics.sortedByPlace())
}

/// What follows `charset=` in the header's Content-Type.
private func charset(of catalogue: Catalogue) -> String? {
    guard let type = catalogue[header: "Content-Type"] else { return nil }
    let parameters = type.split(separator: ";").map(trimmed)
    return parameters.first { $0.lowercased().hasPrefix("charset=") }.map { String($0.dropFirst("charset=".count)) }
}

extension Catalogue {
    /// Untranslated messages may have any number of forms: templates know no language.
    fileprivate mutating func removeForms(
        differingFrom count: Int,
        file: String,
        reportingTo diagnostics: inout [Diagnostic]
    ) {
        entries.removeAll { entry in
            guard entry.plural != nil, entry.translations.count != count,
                !entry.translations.allSatisfy(\.isEmpty)
            else { return false }
            let position = entry.place.translations.prefix(count + 1).last
            let location = SourceLocation(file: file, position: position)
            diagnostics.append(.error(.formCount(entry.translations.count, expected: count), at: location))
            return true
        }
    }
}
