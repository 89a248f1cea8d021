import Content
import Referral

extension Site {
    /// The blank referral form: every question, to be answered with a pen.
    ///
    /// Nil where the site has no form, or no page for it.
    func formDocument(in edition: LocalizedSite) -> PaperDocument? {
        guard let form, let page = edition.pageOfForm else { return nil }
        return FormDocument(site: self, edition: edition, form: form, page: page).document
    }
}

private struct FormDocument {
    let site: Site
    let edition: LocalizedSite
    let form: FormDefinition
    let page: LocalizedPage

    private var language: Language { edition.language }
    private var localizer: Localizer { edition.localizer }
    private var italian: Localizer { site.original.localizer }

    var document: PaperDocument {
        PaperDocument(
            meta: meta,
            body: .form(
                intro: [.formIntro, .formAnswerAll].map(words),
                fields: form.fields.compactMap { field($0, among: form.fields) }
            )
        )
    }

    private var meta: PaperMeta {
        let settings = site.project.settings
        var coverage = Coverage()
        coverage.count(page.page.title, as: localizer.state(of: page.page.title))
        for message in form.messages {
            coverage.count(message.text, as: localizer.state(ofLabel: message.context, text: message.text))
        }
        return PaperMeta(
            format: .a4,
            layout: "form",
            mostSides: 12,
            code: form.version.description,
            title: [.text(page.title.text)],
            language: language,
            publisher: settings.publisher.name,
            accent: settings.theme.accent,
            italianTitle: language == site.source ? nil : [.text(italian.phrase(page.page.title).text)],
            sample: site.project.isExample ? words(.paperSample) : nil,
            edition: [.isolated(site.absolute(page.route))],
            review: words(coverage.standing.paperNote),
            page: localizer.phrase(.paperPage, ["page": "{page}", "pages": "{pages}"]).text
        )
    }

    // MARK: Questions

    /// A question with the room for its answer; nil for what the form answers by itself.
    private func field(
        _ field: FormField,
        among fields: [FormField],
        isOneOfSeveral: Bool = false
    ) -> PaperField? {
        switch field.filling {
        case .person, .personFromToday: break
        case .contractVersion, .languageOfForm, .newIdentifier: return nil
        }
        return PaperField(
            label: label(field.messageContext, field.label),
            italian: beside(field.messageContext, field.label),
            help: field.description.map { label(field.messageContext, $0) },
            remarks: remarks(on: field, among: fields, isOneOfSeveral: isOneOfSeveral),
            note: note(on: field.kind),
            kind: kind(of: field.kind)
        )
    }

    private func kind(of kind: FieldKind) -> PaperField.Kind {
        switch kind {
        case .group(let group): .group(fields(of: group))
        // Paper has no button for one more: room for two, and whoever needs more copies the sheet.
        case .list(let group, let atMost): .list(times: min(2, atMost), fields(of: group))
        case .code(let list): .choice(isMany: false, options(of: list))
        case .codes(let list): .choice(isMany: true, options(of: list))
        case .centre: choice(among: site.project.centres.map(\.name))
        case .municipality:
            choice(among: Set(site.project.centres.flatMap { $0.municipalities.map(\.name) }).sorted())
        case .yesNo:
            .choice(
                isMany: false,
                [Furniture.formYes, .formNo].map { option(words($0), italian.phrase($0).text) }
            )
        case .confirmation: .confirmation
        case .date: .date(like: ["31", "12", year], hint: words(.formDate))
        case .month: .month(like: ["12", year])
        case .text(_, _, isMultiline: true): .text(lines: 3)
        case .text, .phone, .email, .language, .uuid, .schemaVersion: .text(lines: 1)
        }
    }

    /// Of the date that shows in which order to write one; it is the content's, so that it ages with that.
    private var year: String { String(page.page.review.reviewed.year) }

    private func fields(of group: FieldGroup) -> [PaperField] {
        group.fields.compactMap {
            field($0, among: group.fields, isOneOfSeveral: group.atLeastOneOf.contains($0.property))
        }
    }

    private func note(on kind: FieldKind) -> [PaperInline]? {
        let group: FieldGroup
        switch kind {
        case .group(let inner), .list(let inner, _): group = inner
        default: return nil
        }
        let several = group.fields.filter { group.atLeastOneOf.contains($0.property) }
        guard !several.isEmpty else { return nil }
        // The names follow the language of the sentence, which may not be translated yet.
        let words = localizer.phrase(.formAtLeastOne).language == language ? localizer : italian
        let names = several.map { words.label(context: $0.messageContext, text: $0.label).text }
        return inlines(words.phrase(.formAtLeastOne, ["fields": words.formats.list(names)]))
    }

    private func options(of list: CodeList) -> [PaperField.Option] {
        list.entries.map { entry in
            let remark: [PaperInline] =
                entry.isSpecialCategory ? [.text(" (")] + words(.formHealthData) + [.text(")")] : []
            let name = label(list.messageContext, entry.label) + remark
            return beside(list.messageContext, entry.label) == nil ? .init(label: name) : option(name, entry.label)
        }
    }

    /// Names, which stay in Italian; a line to write on where they would fill a side.
    private func choice(among names: [String]) -> PaperField.Kind {
        guard names.count <= mostNames else { return .text(lines: 1) }
        return .choice(isMany: false, names.map { .init(label: inlines(Phrase($0, in: site.source))) })
    }

    private func option(_ label: [PaperInline], _ original: String) -> PaperField.Option {
        .init(label: label, italian: language == site.source ? nil : [.text(original)])
    }

    private func remarks(on field: FormField, among fields: [FormField], isOneOfSeveral: Bool) -> [[PaperInline]] {
        var remarks: [[PaperInline]] = []
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
    private func cases(of field: FormField, among fields: [FormField]) -> [PaperInline] {
        var tests: [FieldTest] = []
        for condition in field.conditions {
            if case .forbiddenIf = condition { continue }
            if !tests.contains(condition.test) { tests.append(condition.test) }
        }
        let cases = tests.compactMap { test -> [PaperInline]? in
            guard let asked = fields.first(where: { $0.property == test.property }) else { return nil }
            let question = label(asked.messageContext, asked.label)
            let answers = answers(in: test.expectation, to: asked)
            if answers.isEmpty { return question }
            let mark = asked.label.hasSuffix("?") ? " " : ": "
            return question + [.text(mark)] + Array(answers.joined(separator: [.text(" / ")]))
        }
        if cases.isEmpty { return [] }
        return [.text(" (")] + cases.joined(separator: [.text("; ")]) + [.text(")")]
    }

    /// None for a confirmation, which has no other answer than being given.
    private func answers(in expectation: FieldTest.Expectation, to field: FormField) -> [[PaperInline]] {
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

    private func label(_ context: String, _ text: String) -> [PaperInline] {
        inlines(localizer.label(context: context, text: text))
    }

    /// The Italian, where the label itself is in another language and does not have it in it already.
    private func beside(_ context: String, _ text: String) -> [PaperInline]? {
        let label = localizer.label(context: context, text: text)
        return label.language == site.source || label.text.contains(text) ? nil : [.text(text)]
    }

    private func words(_ furniture: Furniture) -> [PaperInline] { inlines(localizer.phrase(furniture)) }

    private func inlines(_ phrase: Phrase) -> [PaperInline] {
        let text = isolates(in: phrase.text)
        return phrase.language == language ? text : [.span(text, phrase.language)]
    }
}

/// Words with what translators isolate in them, such as a date in Arabic: the template drops the bare characters.
private func isolates(in text: String) -> [PaperInline] {
    var inlines: [PaperInline] = []
    for (index, part) in text.split(separator: "\u{2066}", omittingEmptySubsequences: false).enumerated() {
        let pieces = part.split(separator: "\u{2069}", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if index > 0, pieces.count == 2 {
            inlines.append(.isolated(pieces[0]))
            if !pieces[1].isEmpty { inlines.append(.text(pieces[1])) }
        } else if !part.isEmpty {
            inlines.append(.text(String(part)))
        }
    }
    return inlines
}

/// Three columns of ten take half a side.
private let mostNames = 30
