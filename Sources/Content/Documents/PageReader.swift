import Diagnostics

/// A page or leaflet whose front matter is read and whose text is parsed, but whose links are not yet looked up.
struct PageDraft {
    var path: String
    var slug: String
    var title: Message?
    var description: Message?
    var audience: Page.Audience?
    var menu: Page.MenuEntry?
    var parent: String?
    var parentLocation: SourceLocation
    var review: Review?
    /// Nil where they are written and can't be read.
    var aliases: [String]?
    var document: RawDocument

    /// The words of the front matter, which take facts and no marks.
    var plainTexts: [Message] { [title, description, menu?.label].compactMap { $0 } }
}

struct LeafletDraft {
    var path: String
    var code: String
    /// Nil where they can't be read.
    var aliases: [String]?
    var aliasesLocation: SourceLocation
    var title: Message?
    var description: Message?
    var format: Leaflet.Format?
    var formatLocation: SourceLocation
    var isPerCentre: Bool
    var withdrawal: Leaflet.Withdrawal?
    var successorLocation: SourceLocation
    var review: Review?
    var document: RawDocument

    /// The words of the front matter, which take facts and no marks.
    var plainTexts: [Message] { [title, description].compactMap { $0 } }
}

/// Reads `content/pages/**.md`; the slug is the name of the file.
///
/// Nil where the file can't be read.
func readPageDraft(_ source: SourceText) -> Diagnosed<PageDraft?> {
    var diagnostics: [Diagnostic] = []
    let start = SourceLocation(file: source.file, position: .start)
    guard let parts = splitFrontMatter(source).value(reportingTo: &diagnostics),
        let yaml = parseYAML(parts.yaml, firstLine: parts.yamlFirstLine).value(reportingTo: &diagnostics)
    else { return Diagnosed(nil, diagnostics) }
    var fields = Fields(yaml, name: .frontMatter, location: start)
    let slug = fileStem(of: source.file)
    if !isKebabCase(slug) {
        fields.report(.error(.badSlug(slug), at: start))
    }
    let title = fields.message("title", role: .title)
    let description = fields.shortDescription()
    let audience = fields.choice("audience", of: Page.Audience.self)
    let menu = fields.menuEntry()
    let parent = fields.optionalText("parent")
    let parentLocation = fields.place(of: "parent")
    let review = fields.review()
    let aliases = fields.unlessFaulty("aliases") { $0.texts("aliases") }
    for alias in aliases ?? [] where !isKebabCase(alias) {
        fields.report(.error(.badSlug(alias), at: fields.place(of: "aliases")))
    }
    fields.finish()
    let document = parseDocument(parts.body, firstLine: parts.bodyFirstLine).value(reportingTo: &diagnostics)
    let draft = PageDraft(
        path: source.file,
        slug: slug,
        title: title,
        description: description,
        audience: audience,
        menu: menu,
        parent: parent,
        parentLocation: parentLocation,
        review: review,
        aliases: aliases,
        document: document
    )
    return Diagnosed(draft, diagnostics + fields.diagnostics)
}

/// Reads `content/leaflets/*.md`; `---` in the text starts the next panel.
///
/// Nil where the file can't be read.
func readLeafletDraft(_ source: SourceText) -> Diagnosed<LeafletDraft?> {
    var diagnostics: [Diagnostic] = []
    let start = SourceLocation(file: source.file, position: .start)
    guard let parts = splitFrontMatter(source).value(reportingTo: &diagnostics),
        let yaml = parseYAML(parts.yaml, firstLine: parts.yamlFirstLine).value(reportingTo: &diagnostics)
    else { return Diagnosed(nil, diagnostics) }
    var fields = Fields(yaml, name: .frontMatter, location: start)
    let code = fields.text("code")
    if let code, code != fileStem(of: source.file) || !isLeafletCode(code) {
        fields.report(.error(.leafletCode(code), at: fields.place(of: "code")))
    }
    let title = fields.message("title", role: .title)
    let description = fields.shortDescription()
    let format = fields.choice("format", of: Leaflet.Format.self)
    let formatLocation = fields.place(of: "format")
    let isPerCentre = fields.flag("per-centre")
    let review = fields.review()
    let aliases = fields.unlessFaulty("aliases") { $0.texts("aliases") }
    let aliasesLocation = fields.place(of: "aliases")
    for alias in aliases ?? [] where !isLeafletCode(alias) {
        fields.report(.error(.leafletAlias(alias), at: aliasesLocation))
    }
    let withdrawn = fields.optionalDate("withdrawn")
    let successor = fields.optionalText("successor")
    let successorLocation = fields.place(of: "successor")
    if successor != nil, !fields.has("withdrawn") {
        fields.report(.error(.successorOfCurrent, at: fields.keyPlace(of: "successor")))
    }
    fields.finish()
    let document = parseDocument(parts.body, firstLine: parts.bodyFirstLine).value(reportingTo: &diagnostics)
    let draft = LeafletDraft(
        path: source.file,
        code: code ?? fileStem(of: source.file),
        aliases: aliases,
        aliasesLocation: aliasesLocation,
        title: title,
        description: description,
        format: format,
        formatLocation: formatLocation,
        isPerCentre: isPerCentre,
        withdrawal: withdrawn.map { Leaflet.Withdrawal(day: $0, successor: successor) },
        successorLocation: successorLocation,
        review: review,
        document: document
    )
    return Diagnosed(draft, diagnostics + fields.diagnostics)
}

extension LeafletDraft {
    /// All codes that it was ever printed with.
    var codes: [String] { [code] + (aliases ?? []) }
}

func fileStem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
}

private func isLeafletCode(_ code: String) -> Bool {
    code.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "-") }
}

/// Longer ones take a line of the menu for themselves on a phone.
private let labelLimit = 24

/// Search engines cut descriptions off at about this many characters.
private let descriptionLimit = 160

extension Fields {
    fileprivate mutating func message(_ key: String, role: Message.Role) -> Message? {
        text(key).map { Message(plain: $0, role: role, at: place(of: key)) }
    }

    fileprivate mutating func shortDescription() -> Message? {
        guard let message = message("description", role: .description) else { return nil }
        if message.text.count > descriptionLimit {
            report(.error(.longDescription(message.text.count, limit: descriptionLimit), at: place(of: "description")))
        }
        return message
    }

    fileprivate mutating func menuEntry() -> Page.MenuEntry? {
        guard var inner = optionalFields("menu", name: .menuEntry) else { return nil }
        let order = inner.integer("order")
        let label = inner.message("label", role: .menuLabel)
        if let label, label.text.count > labelLimit {
            inner.report(
                .warning(.longMenuLabel(label.text.count, limit: labelLimit), at: inner.place(of: "label"))
            )
        }
        absorb(inner)
        guard let order, let label else { return nil }
        return Page.MenuEntry(order: order, label: label)
    }

    fileprivate mutating func review() -> Review? {
        let reviewed = date("reviewed")
        let reviewBy = date("review-by")
        let sources = texts("sources")
        guard let reviewed, let reviewBy else { return nil }
        if reviewBy <= reviewed {
            report(
                .error(.reviewOrder(next: reviewBy.description, last: reviewed.description), at: place(of: "review-by"))
            )
        }
        return Review(
            reviewed: reviewed,
            reviewBy: reviewBy,
            sources: sources,
            reviewedLocation: place(of: "reviewed"),
            reviewByLocation: place(of: "review-by")
        )
    }
}
