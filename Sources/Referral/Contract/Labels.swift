/// The labels of the form in one language: `labels/<lang>.json`.
///
/// Complete in every language: where there is no translation the Italian text stands in its place, and its key is
/// listed under `untranslated`, so that a tool can mark it with `sourceLanguage`. Keys are `<path>.label`,
/// `<path>.description` and `<path>.<code>`, in the order of the form.
///
/// `language` is a BCP 47 tag, `direction` is `ltr` or `rtl` as the language's script is written, and `translate` goes
/// from a message's context and text to what is read in the language.
package func labels(
    of form: FormDefinition,
    language: String,
    direction: String,
    translate: (_ context: String, _ text: String) -> FormTranslation
) -> JSONValue {
    var labels = JSONObject()
    var untranslated: [JSONValue] = []
    func add(_ key: String, _ context: String, _ text: String) {
        let translation = translate(context, text)
        labels[key] = .string(translation.text)
        if !translation.isTranslated { untranslated.append(.string(key)) }
    }
    for field in form.allFields {
        add(field.path + ".label", field.messageContext, field.label)
        if let description = field.description { add(field.path + ".description", field.messageContext, description) }
        for entry in field.kind.codeList?.entries ?? [] {
            add(field.path + "." + entry.code, field.kind.codeList?.messageContext ?? "", entry.label)
        }
    }
    return [
        "formVersion": .string(form.version.description),
        "language": .string(language),
        "direction": .string(direction),
        "sourceLanguage": .string(sourceLanguage),
        "labels": .object(labels),
        "untranslated": .array(untranslated),
    ]
}

/// The language in which the form is written.
private let sourceLanguage = "it"
