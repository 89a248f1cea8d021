/// One text of the content that is to be translated, as whoever reads the content hands it over.
package struct TemplateMessage: Hashable, Sendable {
    package var context: String?
    package var id: String
    package var plural: String?
    package var comment: String?
    /// Files without line numbers, so that a moved paragraph changes no catalogue.
    package var references: [String]
    package var flags: [String]

    package init(
        _ id: String,
        context: String? = nil,
        plural: String? = nil,
        comment: String? = nil,
        references: [String] = [],
        flags: [String] = []
    ) {
        self.context = context
        self.id = id
        self.plural = plural
        self.comment = comment
        self.references = references
        self.flags = flags
    }
}

extension Catalogue {
    /// The template of these messages, in their order.
    ///
    /// Texts that occur several times become one entry at the first
    /// place, which names every file, comment and flag; an empty text has nothing to translate and gives none.
    ///
    /// The header holds no date and no version: the same content gives the same file.
    package static func template(_ messages: [TemplateMessage], project: String) -> Catalogue {
        var entries: [Entry] = []
        var indices: [MessageKey: Int] = [:]
        for message in messages where !message.id.isEmpty {
            let key = MessageKey(message.id, context: message.context)
            let index = indices[key] ?? entries.count
            if index == entries.count {
                indices[key] = index
                entries.append(Entry(message.id, context: message.context))
            }
            entries[index].plural = entries[index].plural ?? message.plural
            if entries[index].plural != nil { entries[index].translations = ["", ""] }
            appendNew(message.comment.map { [$0] } ?? [], to: &entries[index].extractedComments)
            appendNew(message.references, to: &entries[index].references)
            appendNew(message.flags, to: &entries[index].flags)
        }
        return Catalogue(header: header(project: project, language: ""), entries: entries)
    }

    /// A catalogue without entries for a language, to be merged with the template; its plural forms come from
    /// ``PluralRule/header(for:)`` and are left out for a language that is not in that table.
    package static func empty(language: String, project: String) -> Catalogue {
        Catalogue(header: header(project: project, language: language))
    }

    private static func header(project: String, language: String) -> Entry {
        var fields = [
            HeaderField("Project-Id-Version", project),
            HeaderField("Language", language.split(separator: "-").joined(separator: "_")),
            HeaderField("MIME-Version", "1.0"),
            HeaderField("Content-Type", "text/plain; charset=UTF-8"),
            HeaderField("Content-Transfer-Encoding", "8bit"),
        ]
        if let plurals = PluralRule.header(for: language) { fields.append(HeaderField("Plural-Forms", plurals)) }
        return Entry("", translations: [fields.map { "\($0.name): \($0.value)\n" }.joined()])
    }
}

private func appendNew(_ items: [String], to list: inout [String]) {
    for item in items where !list.contains(item) { list.append(item) }
}
