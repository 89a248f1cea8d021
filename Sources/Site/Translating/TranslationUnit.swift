package import Content
import Diagnostics
package import Gettext
package import Referral

/// One message as the translation workflow sees it: what it says, how it is read, and where readers meet it.
package struct TranslationUnit: Sendable {
    package let key: MessageKey
    package let plural: String?
    /// How the text is read in each of its places: a title is plain, the same words in a paragraph are Markdown.
    package private(set) var syntaxes: [Message.Syntax]
    /// The pages, leaflets and files that the message stands in, each once.
    package private(set) var sections: [Section]

    package init(
        _ id: String,
        context: String? = nil,
        plural: String? = nil,
        syntax: Message.Syntax = .plain,
        sections: [Section] = []
    ) {
        key = MessageKey(id, context: context)
        self.plural = plural
        syntaxes = [syntax]
        self.sections = sections
    }

    /// A part of the content that is translated and reviewed as a whole.
    package enum Section: Hashable, Sendable {
        case page(slug: String)
        case leaflet(code: String)
        /// A file of `content/` that is neither.
        case file(String)
        /// Millegiorni's own words.
        case furniture

        /// How commands call it: a page's slug, a leaflet's code, a path below `content/`, `furniture`.
        package var name: String {
            switch self {
            case .page(let slug): slug
            case .leaflet(let code): code
            case .file(let path): path.hasPrefix("content/") ? String(path.dropFirst("content/".count)) : path
            case .furniture: "furniture"
            }
        }
    }

    /// Words of the Italian text; both forms of one that counts something.
    package var words: Int {
        [key.id, plural ?? ""].reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
    }

    /// What one form of a translation is held against, in each way the text is read.
    func originals(ofForm form: Int, rule: PluralRule?) -> [Original] {
        syntaxes.map { syntax in
            Original(
                text: key.id,
                syntax: syntax,
                form: plural.map { PluralForm(plural: $0, index: form, rule: rule) }
            )
        }
    }
}

/// Every message of the template in its order, as `messageTemplate(of:form:)` has them.
package func translationUnits(of project: Project, form: FormDefinition?) -> [TranslationUnit] {
    var units = UnitList()
    let documents: [(Section, [Message])] =
        project.pages.map { (.page(slug: $0.slug), $0.messages) }
        + project.leaflets.map { (.leaflet(code: $0.code), $0.messages) }
    let facts = project.facts.entries.compactMap { if case .text(let message) = $0.fact { message } else { nil } }
    for message in facts + project.centres.flatMap(\.messages) {
        units.add(message.text, syntax: message.syntax, section: .file(message.location.file))
    }
    for (section, messages) in documents {
        for message in messages { units.add(message.text, syntax: message.syntax, section: section) }
    }
    for message in form?.messages ?? [] {
        units.add(message.text, context: message.context, section: .file(formPath))
    }
    for furniture in Furniture.allCases {
        let (one, many) = furniture.source
        units.add(one, context: Furniture.context, plural: many, section: .furniture)
    }
    return units.list
}

/// Where the referral form is written.
let formPath = "content/referral/form.yml"

private typealias Section = TranslationUnit.Section

private struct UnitList {
    var list: [TranslationUnit] = []
    private var indices: [MessageKey: Int] = [:]

    mutating func add(
        _ id: String,
        context: String? = nil,
        plural: String? = nil,
        syntax: Message.Syntax = .plain,
        section: Section
    ) {
        guard !id.isEmpty else { return }
        let key = MessageKey(id, context: context)
        guard let index = indices[key] else {
            indices[key] = list.count
            list.append(
                TranslationUnit(id, context: context, plural: plural, syntax: syntax, sections: [section])
            )
            return
        }
        list[index].note(syntax, section)
    }
}

extension TranslationUnit {
    fileprivate mutating func note(_ syntax: Message.Syntax, _ section: Section) {
        if !syntaxes.contains(syntax) { syntaxes.append(syntax) }
        if !sections.contains(section) { sections.append(section) }
    }
}
