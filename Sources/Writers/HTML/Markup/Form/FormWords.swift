import Content
import Referral
import Site

extension FormMarkup {
    // MARK: Labels

    func label(of field: FormField) -> HTML {
        both(page.localizer.label(context: field.messageContext, text: field.label), field.label)
    }

    func label(of entry: CodeList.Entry, in list: CodeList) -> HTML {
        var label = both(phrase(of: entry, in: list), entry.label)
        if entry.isSpecialCategory { label.append(remark(.formHealthData)) }
        return label
    }

    func phrase(of entry: CodeList.Entry, in list: CodeList) -> Phrase {
        page.localizer.label(context: list.messageContext, text: entry.label)
    }

    /// The label, and what else to know before answering; `l` marks the part that errors and answers repeat.
    func named(_ field: FormField) -> HTML {
        var html = HTML.element("span", [HTMLAttribute("class", "l")], label(of: field))
        if field.conditions.contains(where: { if case .requiredIf = $0 { true } else { false } }) {
            // Paper says that it depends; the script knows on what, and shows the other where it isn't needed.
            html.append(remark(.formConditional, class: "some"))
            html.append(remark(.formOptional, class: "optional"))
        } else if !field.isRequired {
            html.append(remark(.formOptional))
        }
        if field.isSpecialCategory { html.append(remark(.formHealthData)) }
        return html
    }

    func legend(of field: FormField) -> HTML { .element("legend", named(field)) }

    func help(of field: FormField, id: String) -> HTML {
        guard let text = field.description else { return HTML() }
        let words = page.html(page.localizer.label(context: field.messageContext, text: text))
        return .element("p", [HTMLAttribute("class", "facts"), HTMLAttribute("id", id + "-h")], words)
    }

    private func remark(_ furniture: Furniture, class name: String? = nil) -> HTML {
        var html = HTML(markup: " ")
        var words = HTML(markup: "(")
        words.append(page.html(furniture))
        words.append(markup: ")")
        html.append(.element("small", name.map { [HTMLAttribute("class", $0)] } ?? [], words))
        return html
    }

    // MARK: Two languages

    /// The words in the page's language and, smaller, in Italian: referrer and family read them together.
    func both(_ phrase: Phrase, _ italian: String) -> HTML {
        var html = page.html(phrase)
        guard phrase.language == page.language, page.language != page.site.source else { return html }
        html.append(markup: " ")
        let attributes = [HTMLAttribute("class", "it")] + page.attributes(of: page.site.source)
        html.append(.element("span", attributes, HTML(escaping: italian)))
        return html
    }

    func both(_ furniture: Furniture) -> HTML {
        both(page.localizer.phrase(furniture), italian.phrase(furniture).text)
    }

    // MARK: What the script brings to life

    /// `words` are in both languages, since the referrer may not read the family's.
    func button(_ act: String, _ words: Furniture) -> HTML {
        .element("button", [HTMLAttribute("type", "button"), HTMLAttribute("data-act", act)], both(words))
    }

    func actions(_ buttons: [(act: String, words: Furniture)]) -> HTML {
        .element("p", [HTMLAttribute("class", "actions")], .joined(buttons.map { button($0.act, $0.words) }))
    }

    /// What is missing or wrong, with a link to each place; shown and filled by the script.
    var problems: HTML {
        .element(
            "div",
            [
                HTMLAttribute("class", "errors"), HTMLAttribute("role", "group"), HTMLAttribute("tabindex", "-1"),
                HTMLAttribute("aria-labelledby", "form-errors"), HTMLAttribute("hidden", ""),
            ],
            .joined([
                .heading(level, [HTMLAttribute("id", "form-errors")], both(.formProblems)), .element("ul", HTML()),
            ])
        )
    }

    /// The answers to read together, on the screen and on paper; shown and filled by the script.
    ///
    /// Not to be translated by the browser, which would send them elsewhere.
    var answers: HTML {
        .element(
            "section",
            [
                HTMLAttribute("class", "answers"), HTMLAttribute("tabindex", "-1"), HTMLAttribute("translate", "no"),
                HTMLAttribute("aria-labelledby", "form-answers"), HTMLAttribute("hidden", ""),
            ],
            .joined([
                .heading(level, [HTMLAttribute("id", "form-answers")], both(.formAnswers)),
                .element("p", page.html(.formAnswersHelp)), .element("div", HTML()),
                actions([("save", .formSave), ("print", .formPrint)]),
            ])
        )
    }
}
