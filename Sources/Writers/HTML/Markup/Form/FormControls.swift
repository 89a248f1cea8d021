import Content
import Referral
import Site

extension FormMarkup {
    /// What is answered with one control.
    func control(of field: FormField, id: String) -> HTML {
        var attributes = [HTMLAttribute("class", "a"), HTMLAttribute("id", id)]
        attributes += described(by: [field.description == nil ? nil : id + "-h", id + "-e"])
        attributes += required(field)
        let limits = field.textLimits
        func input(_ type: String, _ more: [HTMLAttribute]) -> HTML {
            .void("input", attributes + [HTMLAttribute("type", type), HTMLAttribute("autocomplete", "off")] + more)
        }
        let length = limits.map { HTMLAttribute("maxlength", String($0.maxLength)) }
        let pattern = limits.map { HTMLAttribute("pattern", $0.pattern) }
        switch field.kind {
        case .text(_, _, isMultiline: true):
            let more = [length, HTMLAttribute("rows", "3"), HTMLAttribute("dir", "auto")].compactMap { $0 }
            return .element("textarea", attributes + [HTMLAttribute("autocomplete", "off")] + more, HTML())
        case .text(_, let own, _):
            return input("text", [length, own == nil ? nil : pattern, HTMLAttribute("dir", "auto")].compactMap { $0 })
        case .phone:
            let more = [length, pattern, HTMLAttribute("inputmode", "tel"), HTMLAttribute("dir", "ltr")]
            return input("tel", more.compactMap { $0 })
        case .email:
            let more = [length, pattern, HTMLAttribute("inputmode", "email"), HTMLAttribute("dir", "ltr")]
            return input("email", more.compactMap { $0 })
        case .date: return input("date", [HTMLAttribute("min", "2000-01-01"), HTMLAttribute("max", "2099-12-31")])
        case .month: return input("month", [HTMLAttribute("min", "2000-01"), HTMLAttribute("max", "2099-12")])
        case .centre: return select(attributes, centres)
        case .municipality: return select(attributes, municipalities)
        case .language: return select(attributes + [HTMLAttribute("data-languages", "")], [])
        case .code(let list):
            let labels = list.entries.map { label(of: $0, in: list) }
            return .joined([
                // A sheet of paper can't unfold a list.
                .element("ul", [HTMLAttribute("class", "paper")], .joined(labels.map { .element("li", $0) })),
                select(attributes, list.entries.map { option(value: $0.code, phrase(of: $0, in: list), $0.label) }),
            ])
        case .schemaVersion, .uuid, .yesNo, .confirmation, .codes, .group, .list: return HTML()
        }
    }

    /// One box, whose label is the question.
    func confirmation(_ field: FormField, id: String) -> HTML {
        let attributes = [
            HTMLAttribute("type", "checkbox"), HTMLAttribute("id", id), HTMLAttribute("value", "true"),
        ]
        let descriptions = described(by: [field.description == nil ? nil : id + "-h", id + "-e"])
        return .element(
            "label",
            [HTMLAttribute("class", "a")],
            .joined([.void("input", attributes + descriptions + required(field)), .element("span", named(field))])
        )
    }

    /// The ids of what is read aloud after the name of a control.
    func described(by ids: [String?]) -> [HTMLAttribute] {
        [HTMLAttribute("aria-describedby", ids.compactMap { $0 }.joined(separator: " "))]
    }

    /// An empty field is needed, not wrong yet: browsers would call it invalid from the start.
    private func required(_ field: FormField) -> [HTMLAttribute] {
        field.isRequired ? [HTMLAttribute("required", ""), HTMLAttribute("aria-invalid", "false")] : []
    }

    // MARK: Lists to choose from

    private func select(_ attributes: [HTMLAttribute], _ options: [HTML]) -> HTML {
        let choose = page.localizer.phrase(.formChoose)
        let empty = HTML.element(
            "option",
            [HTMLAttribute("value", "")] + page.attributes(of: choose.language),
            HTML(escaping: choose.text)
        )
        return .element("select", attributes + [HTMLAttribute("autocomplete", "off")], .joined([empty] + options))
    }

    /// An option holds no markup, so the two languages stand in one text.
    private func option(value: String, _ phrase: Phrase, _ italian: String) -> HTML {
        let isForeign = phrase.language != page.language
        let text = isForeign || page.language == page.site.source ? phrase.text : "\(phrase.text) – \(italian)"
        return .element(
            "option",
            [HTMLAttribute("value", value)] + page.attributes(of: phrase.language),
            HTML(escaping: text)
        )
    }

    private var centres: [HTML] {
        page.site.project.centres.map { centre in
            .element(
                "option",
                [HTMLAttribute("value", centre.id)] + page.attributes(of: page.site.source),
                HTML(escaping: centre.name)
            )
        }
    }

    /// Each municipality once, with the centres it belongs to.
    private var municipalities: [HTML] {
        let pairs = page.site.project.centres.flatMap { centre in
            centre.municipalities.map { (municipality: $0, centre: centre.id) }
        }
        let byCode = Dictionary(grouping: pairs, by: \.municipality.istat)
        let sorted = byCode.values.compactMap { pairs in
            pairs.first.map { (municipality: $0.municipality, centres: pairs.map(\.centre)) }
        }.sorted { ($0.municipality.name, $0.municipality.istat) < ($1.municipality.name, $1.municipality.istat) }
        return sorted.map { municipality, centres in
            .element(
                "option",
                [HTMLAttribute("value", municipality.istat), HTMLAttribute("data-c", centres.joined(separator: " "))]
                    + page.attributes(of: page.site.source),
                HTML(escaping: municipality.name)
            )
        }
    }
}
