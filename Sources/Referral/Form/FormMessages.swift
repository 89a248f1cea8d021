/// One text of the form for the translators.
///
/// `context` and `text` together are unique, and are the key under which a translation is asked back.
package struct FormMessage: Hashable, Sendable {
    /// `form:family.adults.role` for a field's texts, `form:codes.adult-role` for the labels of a list of codes.
    package var context: String
    package var text: String
    /// What the text is, for the translator.
    package var comment: String
}

/// A text of the form in another language, or the Italian text itself where there is no translation.
package typealias FormTranslation = (text: String, isTranslated: Bool)

extension FormField {
    package var messageContext: String { "form:" + path }
}

extension CodeList {
    package var messageContext: String { "form:codes." + name }
}

extension FormDefinition {
    /// All texts that people read, in the order of the form; a list of codes follows the first field that uses it.
    package var messages: [FormMessage] {
        var messages: [FormMessage] = []
        var seenLists: Set<String> = []
        for field in allFields {
            let (context, path) = (field.messageContext, field.path)
            messages.append(FormMessage(context: context, text: field.label, comment: "form: label of \(path)"))
            if let description = field.description {
                messages.append(FormMessage(context: context, text: description, comment: "form: help for \(path)"))
            }
            guard let list = field.kind.codeList, seenLists.insert(list.name).inserted else { continue }
            messages += list.entries.map { entry in
                FormMessage(
                    context: list.messageContext,
                    text: entry.label,
                    comment: "form: answer '\(entry.code)' to \(path)"
                )
            }
        }
        return messages
    }
}
