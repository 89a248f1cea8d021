import Content
import Referral
import Site

/// The blank referral form as the document that the template lays out: every question, to be answered with a pen.
///
/// Nil where the site has no form, or no page for it.
func formDocument(in edition: LocalizedSite, site: Site) -> JSONValue? {
    guard let form = site.form, let page = edition.pageOfForm else { return nil }
    return FormDocument(site: site, edition: edition, form: form, page: page).document
}

private struct FormDocument {
    let site: Site
    let edition: LocalizedSite
    let form: FormDefinition
    let page: LocalizedPage

    private var language: Language { edition.language }
    private var localizer: Localizer { edition.localizer }
    private var italian: Localizer { site.original.localizer }

    var document: JSONValue {
        .object([
            "meta": .object(meta),
            "intro": .array([.formIntro, .formAnswerAll].map { .array(words($0)) }),
            "fields": .array(form.fields.compactMap { field($0) }),
        ])
    }

    private var meta: JSONObject {
        let settings = site.project.settings
        var meta: JSONObject = [
            "format": "a4",
            "layout": "form",
            "max-sides": 12,
            "code": .string(form.version.description),
            "title": .string(page.title.text),
            "lang": .string(language.code),
            "dir": .string(language.direction.rawValue),
            "language": .string(language.ownName),
            "publisher": .string(settings.publisher.name),
            "accent": .string(settings.theme.accent),
        ]
        if language != site.source { meta["italian-title"] = .string(italian.phrase(page.page.title).text) }
        if site.project.isExample { meta["sample"] = .array(words(.paperSample)) }
        let address = site.absolute(page.route)
        let review: Furniture =
            language == site.source ? .paperSource : page.coverage.isFullyReviewed ? .paperReviewed : .paperDraft
        meta["footer"] = .object([
            "edition": [isolated(address, href: address)],
            "review": .array(words(review)),
            "page": .string(localizer.phrase(.paperPage, ["page": "{page}", "pages": "{pages}"]).text),
        ])
        return meta
    }

    // MARK: Questions

    /// A question with the room for its answer; nil for what the form answers by itself.
    private func field(_ field: FormField, isOneOfSeveral: Bool = false) -> JSONValue? {
        switch field.filling {
        case .person, .personFromToday: break
        case .contractVersion, .languageOfForm, .newIdentifier: return nil
        }
        var node: JSONObject = ["label": .array(label(field.messageContext, field.label))]
        node["italian"] = beside(field.messageContext, field.label)
        if let help = field.description { node["help"] = .array(label(field.messageContext, help)) }
        let remarks = remarks(on: field, isOneOfSeveral: isOneOfSeveral)
        if !remarks.isEmpty { node["remarks"] = .array(remarks.map { .array(words($0)) }) }
        switch field.kind {
        case .group(let group):
            node["t"] = "group"
            add(group, to: &node)
        case .list(let group, let atMost):
            node["t"] = "list"
            // Paper has no button for one more: room for two, and whoever needs more copies the sheet.
            node["times"] = .integer(min(2, atMost))
            add(group, to: &node)
        case .code(let list): add(list, isMany: false, to: &node)
        case .codes(let list): add(list, isMany: true, to: &node)
        case .centre: add(options: site.project.centres.map(\.name), to: &node)
        case .municipality:
            add(options: Set(site.project.centres.flatMap { $0.municipalities.map(\.name) }).sorted(), to: &node)
        case .yesNo:
            node["t"] = "choice"
            node["options"] = .array([Furniture.formYes, .formNo].map { option(words($0), italian.phrase($0).text) })
        case .confirmation: node["t"] = "confirmation"
        case .date: node["t"] = "date"
        case .month: node["t"] = "month"
        case .text(_, _, isMultiline: true):
            node["t"] = "text"
            node["lines"] = 3
        case .text, .phone, .email, .language, .uuid, .schemaVersion:
            node["t"] = "text"
            node["lines"] = 1
        }
        return .object(node)
    }

    private func add(_ group: FieldGroup, to node: inout JSONObject) {
        let several = group.fields.filter { group.atLeastOneOf.contains($0.property) }
        if !several.isEmpty {
            // The names follow the language of the sentence, which may not be translated yet.
            let words = localizer.phrase(.formAtLeastOne).language == language ? localizer : italian
            let names = several.map { words.label(context: $0.messageContext, text: $0.label).text }
            node["note"] = .array(inlines(words.phrase(.formAtLeastOne, ["fields": words.formats.list(names)])))
        }
        node["fields"] = .array(group.fields.compactMap { field($0, isOneOfSeveral: several.contains($0)) })
    }

    private func add(_ list: CodeList, isMany: Bool, to node: inout JSONObject) {
        node["t"] = isMany ? "choices" : "choice"
        let options = list.entries.map { entry -> JSONValue in
            let remark = entry.isSpecialCategory ? [inlineText(" (")] + words(.formHealthData) + [inlineText(")")] : []
            let name = label(list.messageContext, entry.label) + remark
            return beside(list.messageContext, entry.label) == nil
                ? .object(["label": .array(name)]) : option(name, entry.label)
        }
        node["options"] = .array(options)
    }

    /// Names, which stay in Italian.
    private func add(options names: [String], to node: inout JSONObject) {
        node["t"] = "choice"
        node["options"] = .array(names.map { .object(["label": .array(inlines(Phrase($0, in: site.source)))]) })
    }

    private func option(_ label: [JSONValue], _ original: String) -> JSONValue {
        var option: JSONObject = ["label": .array(label)]
        if language != site.source { option["italian"] = .array([inlineText(original)]) }
        return .object(option)
    }

    private func remarks(on field: FormField, isOneOfSeveral: Bool) -> [Furniture] {
        var remarks: [Furniture] = []
        if field.conditions.contains(where: { if case .requiredIf = $0 { true } else { false } }) {
            remarks.append(.formConditional)
        } else if !field.isRequired, !isOneOfSeveral {
            remarks.append(.formOptional)
        }
        if field.isSpecialCategory { remarks.append(.formHealthData) }
        return remarks
    }

    // MARK: Words

    private func label(_ context: String, _ text: String) -> [JSONValue] {
        inlines(localizer.label(context: context, text: text))
    }

    /// The Italian, where the label itself is in another language.
    private func beside(_ context: String, _ text: String) -> JSONValue? {
        let isTranslated = localizer.label(context: context, text: text).language != site.source
        return isTranslated ? .array([inlineText(text)]) : nil
    }

    private func words(_ furniture: Furniture) -> [JSONValue] { inlines(localizer.phrase(furniture)) }

    private func inlines(_ phrase: Phrase) -> [JSONValue] {
        phrase.language == language
            ? [inlineText(phrase.text)] : [inlineSpan([inlineText(phrase.text)], phrase.language)]
    }
}
