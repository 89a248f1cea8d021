package import Content
package import Diagnostics
package import Gettext
package import Referral

/// Every translation of a catalogue that may not be shown, with its place in the PO file.
package func problems(of catalogue: Catalogue, file: String, project: Project, form: FormDefinition?) -> [Diagnostic] {
    let lookup = catalogue.lookup()
    var diagnostics: [Diagnostic] = []
    func report(_ faults: [TranslationFault], in entry: Entry, form: Int) {
        let position = entry.place.translations.indices.contains(form) ? entry.place.translations[form] : entry.place.id
        diagnostics += faults.map { fault in
            .error(
                fault.identifier,
                "\(fault.message) [\(beginning(of: entry.id))]",
                hint: fault.hint,
                at: SourceLocation(file: file, position: position)
            )
        }
    }
    var seen: Set<String> = []
    for message in project.messages where seen.insert(message.text).inserted {
        guard let entry = lookup[message.text, context: nil], entry.isTranslated, !entry.isFuzzy else { continue }
        report(faults(in: entry.translations.first ?? "", of: message), in: entry, form: 0)
    }
    for label in form?.messages ?? [] {
        guard let entry = lookup[label.text, context: label.context], entry.isTranslated, !entry.isFuzzy else {
            continue
        }
        report(furnitureFaults(in: entry.translations.first ?? "", id: label.text, plural: nil), in: entry, form: 0)
    }
    for furniture in Furniture.allCases {
        let (id, plural) = furniture.source
        guard let entry = lookup[id, context: Furniture.context], entry.isTranslated, !entry.isFuzzy else { continue }
        for (form, translation) in entry.translations.enumerated() {
            report(furnitureFaults(in: translation, id: id, plural: plural), in: entry, form: form)
        }
    }
    return diagnostics
}

private func beginning(of text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
}
