import Content
import Referral
import Site

extension PageMarkup {
    /// The referral form: to fill in here where `form.js` runs, to print and fill in by hand where it doesn't.
    func form(level: Int) -> HTML {
        guard let form = site.form else { return HTML() }
        return FormMarkup(page: self, form: form, level: level).html
    }
}

/// The questions of the form as native controls, with all that the script needs to know in `data-` attributes.
///
/// There is no `<form>` around them: without one, no browser has anything to send, whatever key is pressed.
///
/// | attribute | on | says |
/// |---|---|---|
/// | `data-p` | a field | its property in the JSON |
/// | `data-k` | a field | `group`, `list`, `code`, `codes`, `flag`, `day`, `centre`, `id`, `fixed`; else it is a text |
/// | `data-i` | an item of a list | |
/// | `data-max` | a list | how many items at most |
/// | `data-any` | a field | one of those with this mark, in the same group, is needed |
/// | `data-need` | a field | `yes`: always |
/// | `data-if`, `data-ban-if`, `data-ban-unless` | a field | `property=value` or `property=value\|value` |
/// | `data-missing`, `data-shape` | a field | what to say where there is no answer, or one of the wrong shape |
/// | `data-pattern` | a field | the shape, where HTML has no attribute for it |
/// | `data-early`, `data-late` | a day or a month | what to say where it comes before the first, or after the last |
/// | `data-months` | a month | the first and the last, from the month of sending |
/// | `data-until` | a day | the last is the day of sending, and not today |
/// | `data-today` | a field | it starts with today, and is the day of sending |
/// | `data-c` | a municipality | its centres |
/// | `data-act` | a button | what it does, to the element that it stands in |
struct FormMarkup {
    let page: PageMarkup
    let form: FormDefinition
    /// Of the headings that the script adds.
    let level: Int
    let italian: Localizer

    init(page: PageMarkup, form: FormDefinition, level: Int) {
        self.page = page
        self.form = form
        self.level = level
        italian = Localizer(
            language: page.site.source,
            source: page.site.source,
            facts: page.site.project.facts,
            catalogue: nil
        )
    }

    var html: HTML {
        let schema = page.link(to: page.route.link(to: "referral/v1/schema.json"), page.html(.formSchema))
        let stays = [HTMLAttribute("class", "stays")]
        return .element(
            "div",
            [HTMLAttribute("class", "form"), HTMLAttribute("spellcheck", "false")],
            .joined([
                .element("p", page.html(.formIntro)), blank,
                .element("p", stays, page.html(.formStaysHere)),
                .element("noscript", .element("p", stays, page.html(.formWithoutScript))),
                .element("p", page.html(.formAnswerAll)),
                problems,
                .element(
                    "div",
                    [HTMLAttribute("class", "questions")],
                    .joined(form.fields.map { field($0, under: "f") })
                ),
                actions([("check", .formCheck), ("draft", .formSaveDraft), ("open", .formOpenDraft)]),
                .void(
                    "input",
                    [HTMLAttribute("type", "file"), HTMLAttribute("accept", ".json"), HTMLAttribute("hidden", "")]
                ),
                answers,
                .element("p", [HTMLAttribute("class", "status"), HTMLAttribute("role", "status")], HTML()),
                .element("p", [HTMLAttribute("class", "facts")], schema),
            ])
        )
    }

    /// The same questions on paper, for whoever fills them in with a pen; nothing where no paper is made.
    private var blank: HTML {
        guard let printable = page.site.blankForm(in: page.edition) else { return HTML() }
        return .element("p", page.link(to: page.route.link(to: printable.file), page.html(.formBlank)))
    }

    // MARK: Fields

    /// `prefix` makes ids unique: `f-family-adults-0`.
    private func field(_ field: FormField, under prefix: String, isOneOfSeveral: Bool = false) -> HTML {
        let id = "\(prefix)-\(field.property)"
        var attributes = attributes(of: field)
        if isOneOfSeveral { attributes.append(HTMLAttribute("data-any", "")) }
        func kind(_ name: String) { attributes.append(HTMLAttribute("data-k", name)) }
        if let filledIn = filledIn(field) { return filledIn }
        switch field.kind {
        case .group(let group):
            kind("group")
            return .element(
                "fieldset",
                attributes,
                .joined([legend(of: field), help(of: field, id: id), fields(of: group, under: id)])
            )
        case .list(let group, let atMost):
            kind("list")
            attributes += [HTMLAttribute("id", id), HTMLAttribute("data-max", String(atMost))]
            return .element(
                "fieldset",
                attributes,
                .joined([
                    legend(of: field), help(of: field, id: id), item(of: group, under: id + "-0"),
                    button("add", .formAdd),
                ])
            )
        case .code(let list) where list.entries.count <= longestRow:
            kind("code")
            let labels = list.entries.map { ($0.code, label(of: $0, in: list)) }
            return choices("radio", labels, of: field, id: id, attributes)
        case .codes(let list):
            kind("codes")
            let labels = list.entries.map { ($0.code, label(of: $0, in: list)) }
            return choices("checkbox", labels, of: field, id: id, attributes)
        case .yesNo:
            kind("flag")
            let labels = [("true", both(.formYes)), ("false", both(.formNo))]
            return choices("radio", labels, of: field, id: id, attributes)
        case .confirmation:
            kind("flag")
            let parts = [help(of: field, id: id), error(id), confirmation(field, id: id)]
            return .element("div", attributes, .joined(parts))
        case .date, .month: kind("day")
        case .centre: kind("centre")
        case .text, .language, .municipality, .phone, .email, .schemaVersion, .uuid, .code: break
        }
        return .element(
            "div",
            attributes,
            .joined([
                .element("label", [HTMLAttribute("for", id)], named(field)), help(of: field, id: id), error(id),
                control(of: field, id: id),
            ])
        )
    }

    /// Where the script says what is wrong; always there, so that controls can point at it.
    private func error(_ id: String) -> HTML {
        .element("p", [HTMLAttribute("class", "error"), HTMLAttribute("id", id + "-e")], HTML())
    }

    private func item(of group: FieldGroup, under prefix: String) -> HTML {
        .element(
            "fieldset",
            [HTMLAttribute("data-i", "")],
            .joined([
                .element("legend", HTML(escaping: "1")), fields(of: group, under: prefix),
                button("remove", .formRemove),
            ])
        )
    }

    private func fields(of group: FieldGroup, under prefix: String) -> HTML {
        let several = group.fields.filter { group.atLeastOneOf.contains($0.property) }
        // The names follow the language of the sentence, which may not be translated yet.
        let words = page.localizer.phrase(.formAtLeastOne).language == page.language ? page.localizer : italian
        let labels = several.map { words.label(context: $0.messageContext, text: $0.label).text }
        let sentence = page.html(words.phrase(.formAtLeastOne, ["fields": words.formats.list(labels)]))
        let hint = HTML.element("p", [HTMLAttribute("class", "facts any")], .element("span", sentence))
        let fields = group.fields.map { field($0, under: prefix, isOneOfSeveral: several.contains($0)) }
        return .joined([several.isEmpty ? HTML() : hint] + fields)
    }

    /// What the form answers by itself; the identifier has a name, since people cite it.
    private func filledIn(_ field: FormField) -> HTML? {
        var attributes = [HTMLAttribute("class", "auto"), HTMLAttribute("data-p", field.property)]
        var input = [HTMLAttribute("type", "hidden")]
        var name = HTML()
        switch field.filling {
        case .person, .personFromToday: return nil
        case .contractVersion: input.append(HTMLAttribute("value", form.version.schemaVersion))
        case .languageOfForm: input.append(HTMLAttribute("value", page.language.code))
        case .newIdentifier:
            name = .element("span", [HTMLAttribute("class", "l")], label(of: field))
            if let limits = field.textLimits { attributes.append(HTMLAttribute("data-pattern", limits.pattern)) }
        }
        attributes.append(HTMLAttribute("data-k", field.filling == .newIdentifier ? "id" : "fixed"))
        return .element("div", attributes, .joined([name, .void("input", input)]))
    }

    // MARK: Frames

    private func choices(
        _ type: String,
        _ labels: [(value: String, label: HTML)],
        of field: FormField,
        id: String,
        _ attributes: [HTMLAttribute]
    ) -> HTML {
        let isRequired = field.isRequired && type == "radio"
        let rows = labels.enumerated().map { index, each in
            var attributes = [
                HTMLAttribute("type", type), HTMLAttribute("name", id), HTMLAttribute("value", each.value),
            ]
            if index == 0 { attributes.append(HTMLAttribute("id", id)) }
            if isRequired { attributes.append(HTMLAttribute("required", "")) }
            let label = HTML.element("span", [HTMLAttribute("class", "l")], each.label)
            return HTML.element("label", .joined([.void("input", attributes), label]))
        }
        var attributes = attributes + described(by: [field.description == nil ? nil : id + "-h", id + "-e"])
        if type == "radio" { attributes.append(HTMLAttribute("role", "radiogroup")) }
        let answer = HTML.element("div", [HTMLAttribute("class", "a")], .joined(rows))
        return .element(
            "fieldset",
            attributes,
            .joined([legend(of: field), help(of: field, id: id), error(id), answer])
        )
    }
}

/// Codes beyond these are a list to choose from: a row of dots for each would push all else off a phone's screen.
let longestRow = 6
