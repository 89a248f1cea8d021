import Referral
import Site

extension PageMarkup {
    /// The questions of the referral form, with boxes to tick and lines to write on: what is needed, read or on paper.
    func form(level: Int) -> HTML {
        guard let form = site.form else { return HTML() }
        let schema = link(to: route.link(to: "referral/v1/schema.json"), html(.formSchema))
        return .element(
            "div",
            [HTMLAttribute("class", "form")],
            .joined([
                .element("p", html(.formIntro)),
                questions(form.fields),
                .element("p", [HTMLAttribute("class", "facts")], schema),
            ])
        )
    }

    private func questions(_ fields: [FormField]) -> HTML {
        .element("ol", .joined(fields.filter(\.kind.isAnsweredByPeople).map { .element("li", question($0)) }))
    }

    private func question(_ field: FormField) -> HTML {
        var label = html(localizer.label(context: field.messageContext, text: field.label))
        var remarks = [need(of: field)]
        if field.isSpecialCategory { remarks.append(html(.formHealthData)) }
        for remark in remarks {
            label.append(markup: " ")
            label.append(.element("small", parenthesized(remark)))
        }
        let help = field.description.map { text in
            HTML.element(
                "p",
                [HTMLAttribute("class", "facts")],
                html(localizer.label(context: field.messageContext, text: text))
            )
        }
        return .joined([
            .element("p", [HTMLAttribute("class", "question")], label), help ?? HTML(), answer(to: field.kind),
        ])
    }

    private func need(of field: FormField) -> HTML {
        let isConditional = field.conditions.contains { condition in
            if case .requiredIf = condition { true } else { false }
        }
        return html(field.isRequired ? .formRequired : isConditional ? .formConditional : .formOptional)
    }

    private func answer(to kind: FieldKind) -> HTML {
        switch kind {
        case .code(let list), .codes(let list):
            choices(
                list.entries.map { entry in
                    var label = html(localizer.label(context: list.messageContext, text: entry.label))
                    if entry.isSpecialCategory {
                        label.append(markup: " ")
                        label.append(.element("small", parenthesized(html(.formHealthData))))
                    }
                    return label
                }
            )
        case .yesNo: choices([html(.formYes), html(.formNo)])
        case .confirmation: choices([html(.formYes)])
        case .group(let group), .list(let group, _): questions(group.fields)
        case .text, .language, .date, .month, .municipality, .centre, .phone, .email, .schemaVersion, .uuid:
            .element("div", [HTMLAttribute("class", "blank")], HTML())
        }
    }

    private func choices(_ labels: [HTML]) -> HTML {
        .element("ul", [HTMLAttribute("class", "choices")], .joined(labels.map { .element("li", $0) }))
    }

    private func parenthesized(_ html: HTML) -> HTML {
        var result = HTML(markup: "(")
        result.append(html)
        result.append(markup: ")")
        return result
    }
}

extension FieldKind {
    /// The rest is filled in by programs.
    fileprivate var isAnsweredByPeople: Bool {
        switch self {
        case .schemaVersion, .uuid: false
        default: true
        }
    }
}
