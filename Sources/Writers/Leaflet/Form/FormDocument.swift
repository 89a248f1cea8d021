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
            "fields": .array(form.fields.compactMap { field($0, among: form.fields) }),
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
        let review: Furniture =
            language == site.source ? .paperSource : page.coverage.isFullyReviewed ? .paperReviewed : .paperDraft
        meta["footer"] = .object([
            "edition": [isolated(site.absolute(page.route))],
            "review": .array(words(review)),
            "page": .string(localizer.phrase(.paperPage, ["page": "{page}", "pages": "{pages}"]).text),
        ])
        return meta
    }

    // MARK: Questions

    /// A question with the room for its answer; nil for what the form answers by itself.
    private func field(_ field: FormField, among fields: [FormField], isOneOfSeveral: Bool = false) -> JSONValue? {
        switch field.filling {
        case .person, .personFromToday: break
        case .contractVersion, .languageOfForm, .newIdentifier: return nil
        }
        var node: JSONObject = ["label": .array(label(field.messageContext, field.label))]
        node["italian"] = beside(field.messageContext, field.label)
        if let help = field.description { node["help"] = .array(label(field.messageContext, help)) }
        let remarks = remarks(on: field, among: fields, isOneOfSeveral: isOneOfSeveral)
        if !remarks.isEmpty { node["remarks"] = .array(remarks.map { .array($0) }) }
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
        case .centre: add(names: site.project.centres.map(\.name), to: &node)
        case .municipality:
            add(names: Set(site.project.centres.flatMap { $0.municipalities.map(\.name) }).sorted(), to: &node)
        case .yesNo:
            node["t"] = "choice"
            node["options"] = .array([Furniture.formYes, .formNo].map { option(words($0), italian.phrase($0).text) })
        case .confirmation: node["t"] = "confirmation"
        case .date:
            node["t"] = "date"
            node["like"] = .array(["31", "12", year])
            node["hint"] = .array(words(.formDate))
        case .month:
            node["t"] = "month"
            node["like"] = .array(["12", year])
        case .text(_, _, isMultiline: true): add(lines: 3, to: &node)
        case .text, .phone, .email, .language, .uuid, .schemaVersion: add(lines: 1, to: &node)
        }
        return .object(node)
    }

    /// Of the date that shows in which order to write one; it is the content's, so that it ages with that.
    private var year: JSONValue { .string(String(page.page.review.reviewed.year)) }

    private func add(lines: Int, to node: inout JSONObject) {
        node["t"] = "text"
        node["lines"] = .integer(lines)
    }

    private func add(_ group: FieldGroup, to node: inout JSONObject) {
        let several = group.fields.filter { group.atLeastOneOf.contains($0.property) }
        if !several.isEmpty {
            // The names follow the language of the sentence, which may not be translated yet.
            let words = localizer.phrase(.formAtLeastOne).language == language ? localizer : italian
            let names = several.map { words.label(context: $0.messageContext, text: $0.label).text }
            node["note"] = .array(inlines(words.phrase(.formAtLeastOne, ["fields": words.formats.list(names)])))
        }
        node["fields"] = .array(
            group.fields.compactMap {
                field($0, among: group.fields, isOneOfSeveral: several.contains($0))
            }
        )
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

    /// Names, which stay in Italian; a line to write on where they would fill a side.
    private func add(names: [String], to node: inout JSONObject) {
        guard names.count <= mostNames else { return add(lines: 1, to: &node) }
        node["t"] = "choice"
        node["options"] = .array(names.map { .object(["label": .array(inlines(Phrase($0, in: site.source)))]) })
    }

    private func option(_ label: [JSONValue], _ original: String) -> JSONValue {
        var option: JSONObject = ["label": .array(label)]
        if language != site.source { option["italian"] = .array([inlineText(original)]) }
        return .object(option)
    }

    private func remarks(on field: FormField, among fields: [FormField], isOneOfSeveral: Bool) -> [[JSONValue]] {
        var remarks: [[JSONValue]] = []
        let isConditional = field.conditions.contains { if case .requiredIf = $0 { true } else { false } }
        if isConditional {
            remarks.append(words(.formConditional) + cases(of: field, among: fields))
        } else if !field.isRequired, !isOneOfSeveral {
            remarks.append(words(.formOptional) + cases(of: field, among: fields))
        }
        if field.isSpecialCategory { remarks.append(words(.formHealthData)) }
        return remarks
    }

    /// The answers that a question is asked after, in brackets: paper hides none of the others.
    private func cases(of field: FormField, among fields: [FormField]) -> [JSONValue] {
        var tests: [FieldTest] = []
        for condition in field.conditions {
            if case .forbiddenIf = condition { continue }
            if !tests.contains(condition.test) { tests.append(condition.test) }
        }
        let cases = tests.compactMap { test -> [JSONValue]? in
            guard let asked = fields.first(where: { $0.property == test.property }) else { return nil }
            let question = label(asked.messageContext, asked.label)
            let answers = answers(in: test.expectation, to: asked)
            if answers.isEmpty { return question }
            let mark = asked.label.hasSuffix("?") ? " " : ": "
            return question + [inlineText(mark)] + Array(answers.joined(separator: [inlineText(" / ")]))
        }
        if cases.isEmpty { return [] }
        return [inlineText(" (")] + cases.joined(separator: [inlineText("; ")]) + [inlineText(")")]
    }

    /// None for a confirmation, which has no other answer than being given.
    private func answers(in expectation: FieldTest.Expectation, to field: FormField) -> [[JSONValue]] {
        switch expectation {
        case .isTrue: field.kind == .confirmation ? [] : [words(.formYes)]
        case .isFalse: [words(.formNo)]
        case .isOne(let codes), .contains(let codes):
            field.kind.codeList.map { list in
                list.entries.filter { codes.contains($0.code) }.map { label(list.messageContext, $0.label) }
            } ?? []
        }
    }

    // MARK: Words

    private func label(_ context: String, _ text: String) -> [JSONValue] {
        inlines(localizer.label(context: context, text: text))
    }

    /// The Italian, where the label itself is in another language and does not have it in it already.
    private func beside(_ context: String, _ text: String) -> JSONValue? {
        let label = localizer.label(context: context, text: text)
        return label.language == site.source || label.text.contains(text) ? nil : .array([inlineText(text)])
    }

    private func words(_ furniture: Furniture) -> [JSONValue] { inlines(localizer.phrase(furniture)) }

    private func inlines(_ phrase: Phrase) -> [JSONValue] {
        let text = isolates(in: phrase.text)
        return phrase.language == language ? text : [inlineSpan(text, phrase.language)]
    }
}

/// Words with what translators isolate in them, such as a date in Arabic: the template drops the bare characters.
private func isolates(in text: String) -> [JSONValue] {
    var inlines: [JSONValue] = []
    for (index, part) in text.split(separator: "\u{2066}", omittingEmptySubsequences: false).enumerated() {
        let pieces = part.split(separator: "\u{2069}", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if index > 0, pieces.count == 2 {
            inlines.append(isolated(pieces[0]))
            if !pieces[1].isEmpty { inlines.append(inlineText(pieces[1])) }
        } else if !part.isEmpty {
            inlines.append(inlineText(String(part)))
        }
    }
    return inlines
}

/// Three columns of ten take half a side.
private let mostNames = 30
