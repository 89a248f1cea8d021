package import Content
import Diagnostics
package import Gettext
package import Referral

/// The catalogue template: every text that a reader sees, in the order in which content has them.
///
/// Furniture comes last, since its order is ours and not the editors'.
package func messageTemplate(of project: Project, form: FormDefinition?) -> Catalogue {
    let content = project.messages.map { message in
        TemplateMessage(
            message.text,
            comment: message.role.explanation,
            references: [message.location.file],
            flags: flags(for: message.text)
        )
    }
    let questions = (form?.messages ?? []).map { message in
        TemplateMessage(
            message.text,
            context: message.context,
            comment: message.comment,
            references: [formPath]
        )
    }
    let furniture = Furniture.allCases.map { furniture in
        TemplateMessage(
            furniture.source.one,
            context: Furniture.context,
            plural: furniture.source.many,
            comment: furniture.explanation,
            references: ["Sources/Site/Localizing/Furniture.swift"],
            flags: flags(for: furniture.source.one)
        )
    }
    return Catalogue.template(content + questions + furniture, project: project.settings.name)
}

/// A catalogue brought up to date with the content, or a new one where there is none: texts that changed keep their
/// translation as fuzzy, new ones are empty.
///
/// Names in braces that have hyphens, as they had before version 0.2, are respelled first.
package func upToDate(
    _ catalogue: Catalogue?,
    language: Language,
    template: Catalogue,
    project: Project
) -> Catalogue {
    let catalogue =
        catalogue?.respelled(respellingPlaceholders)
        ?? .empty(language: language.code, project: project.settings.name)
    return catalogue.merged(with: template, renamed: catalogue.likelyRenames(to: template))
}

/// Braces make gettext's own tools check that a translation has the same ones.
private func flags(for text: String) -> [String] { text.contains("{") ? ["python-brace-format"] : [] }

extension Message.Role {
    /// What a translator reads above the text.
    package var explanation: String {
        switch self {
        case .title: "title of the page"
        case .description: "description of the page, for search engines"
        case .menuLabel: "short label in the menu"
        case .heading(let level): "heading of level \(level)"
        case .paragraph: "paragraph"
        case .listItem: "item of a list"
        case .quotation: "quotation"
        case .columnHeading: "column heading of a table"
        case .cell(let column): "cell of a table, in the column \"\(column)\""
        case .alternativeText(let image):
            "what the picture \(image.split(separator: "/").last ?? "") shows, read aloud to those who can't see it"
        case .fact(let key): "stands where texts say {service.\(key)}"
        case .centreText(let key): "about a centre (\(key))"
        }
    }
}
