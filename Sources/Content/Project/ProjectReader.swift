import CommonMark
package import Diagnostics

/// Reads the whole of `content/`.
///
/// The value is nil only when `site.yml` can't be used; all problems are reported.
package func readProject(_ files: ContentFiles) -> Diagnosed<Project?> {
    var reader = ProjectReader(files: files)
    let project = reader.project()
    let pictures = project?.pictureProblems ?? []
    return Diagnosed(project, (reader.diagnostics + pictures).sortedByPlace())
}

private struct ProjectReader {
    let files: ContentFiles
    var diagnostics: [Diagnostic] = []

    mutating func project() -> Project? {
        let settings = required("content/site.yml").flatMap {
            readSiteSettings($0).value(reportingTo: &diagnostics)
        }
        let countryCode = settings?.countryCode ?? PhoneNumber.italianCountryCode
        let facts =
            required("content/service.yml").map {
                readFacts($0, countryCode: countryCode).value(reportingTo: &diagnostics)
            } ?? Facts()
        let centreFiles = texts(under: "content/centres/", ending: ".yml")
        let centres = distinct(
            centreFiles.compactMap { readCentre($0, countryCode: countryCode).value(reportingTo: &diagnostics) }
        )
        checkMunicipalities(of: centres)
        if centreFiles.isEmpty {
            diagnostics.append(.error(.noCentre, at: SourceLocation(file: "content/centres")))
        }
        checkFactTexts(facts)
        let pageFiles = texts(under: "content/pages/", ending: ".md")
        let pageDrafts = pageFiles.compactMap { readPageDraft($0).value(reportingTo: &diagnostics) }
        let leafletFiles = texts(under: "content/leaflets/", ending: ".md")
        let leafletDrafts = leafletFiles.compactMap { readLeafletDraft($0).value(reportingTo: &diagnostics) }
        let index = TargetIndex(
            pageFiles: pageFiles.map(\.file),
            pages: pageDrafts,
            leafletFiles: leafletFiles.map(\.file),
            leaflets: leafletDrafts,
            media: files.media,
            attachments: files.attachments,
            countryCode: countryCode
        )
        let contacts = (pageDrafts.map(\.document) + leafletDrafts.map(\.document)).flatMap(\.contacts)
        let plainTexts = pageDrafts.flatMap(\.plainTexts) + leafletDrafts.flatMap(\.plainTexts)
        diagnostics += contactProblems(
            contacts + plainTexts.flatMap { typedContacts(inPlainText: $0) },
            facts: facts,
            centres: centres,
            countryCode: countryCode
        )
        diagnostics += (plainTexts + facts.messages + centres.flatMap(\.messages)).flatMap {
            plainTextProblems($0.text, at: $0.location)
        }
        let pages = pageDrafts.compactMap { page(from: $0, facts: facts, index: index) }
        let leaflets = leafletDrafts.compactMap { leaflet(from: $0, facts: facts, index: index) }
        diagnostics += pages.compactMap { unwrittenProblem($0.messages) }
        diagnostics += leaflets.compactMap { unwrittenProblem($0.messages) }
        checkMedia()
        checkUnknownFiles()
        let routes = publishedRoutes()
        let slugs = pageFiles.map { fileStem(of: $0.file) }
        let ledger = files.texts.first { $0.file == EditionLedger.path }
            .map { readEditionLedger($0).value(reportingTo: &diagnostics) }
        check(pageDrafts, slugs: Set(slugs), routes: routes, settings: settings)
        check(leafletDrafts, areAllRead: leafletDrafts.count == leafletFiles.count)
        let areLeafletsKnown =
            leafletDrafts.count == leafletFiles.count && !leafletDrafts.contains { $0.aliases == nil }
        if let ledger, let settings {
            diagnostics += lostEditions(
                in: ledger,
                // Of what can't be read nobody knows what it keeps.
                leaflets: areLeafletsKnown ? leafletDrafts.map(\.codes) : nil,
                centres: centres.count == centreFiles.count ? centres.map(\.id) : nil,
                settings: settings
            )
        }
        guard let settings else { return nil }
        let isWhole =
            facts.unread?.isEmpty == true && centres.count == centreFiles.count && pages.count == pageFiles.count
            && leaflets.count == leafletFiles.count && !files.texts.contains(where: \.isUnread)
        return Project(
            settings: settings,
            facts: facts,
            centres: centres,
            pages: pages,
            leaflets: leaflets,
            media: Dictionary(files.media.map { ($0.path, $0) }) { first, _ in first },
            attachments: Dictionary(files.attachments.map { ($0.path, $0) }) { first, _ in first },
            publishedRoutes: routes.map(\.slug),
            ledger: ledger ?? EditionLedger(),
            isWhole: isWhole
        )
    }

    private mutating func required(_ path: String) -> SourceText? {
        if let text = files.texts.first(where: { $0.file == path }) { return text }
        diagnostics.append(.error(.missingFile(path), at: SourceLocation(file: path)))
        return nil
    }

    private func texts(under folder: String, ending: String) -> [SourceText] {
        files.texts.filter { $0.file.hasPrefix(folder) && $0.file.hasSuffix(ending) && !isReadme($0.file) }
            .sorted { $0.file < $1.file }
    }

    private mutating func page(from draft: PageDraft, facts: Facts, index: TargetIndex) -> Page? {
        let blocks = takingMessages(from: draft.document, file: draft.path, facts: facts, index: index)
            .value(reportingTo: &diagnostics)
        check(draft.plainTexts, facts: facts)
        guard let title = draft.title, let description = draft.description, let audience = draft.audience,
            let review = draft.review
        else { return nil }
        forEachBlock(of: blocks) { block in
            guard case .insert(.qr, let range) = block else { return }
            let place = SourceLocation(file: draft.path, position: range.first)
            diagnostics.append(.error(.qrOnPage, at: place))
        }
        return Page(
            path: draft.path,
            slug: draft.slug,
            title: title,
            description: description,
            audience: audience,
            menu: draft.menu,
            parent: draft.parent,
            review: review,
            aliases: draft.aliases ?? [],
            blocks: blocks
        )
    }

    private mutating func leaflet(from draft: LeafletDraft, facts: Facts, index: TargetIndex) -> Leaflet? {
        check(draft.plainTexts, facts: facts)
        let panels = panels(of: draft, facts: facts, index: index)
        guard let title = draft.title, let description = draft.description, let format = draft.format,
            let review = draft.review
        else { return nil }
        return Leaflet(
            path: draft.path,
            code: draft.code,
            aliases: draft.aliases ?? [],
            title: title,
            description: description,
            format: format,
            isPerCentre: draft.isPerCentre,
            review: review,
            withdrawal: draft.withdrawal,
            panels: panels
        )
    }

    /// None of what is withdrawn: nobody reads that any more, and it may speak of what is gone.
    private mutating func panels(of draft: LeafletDraft, facts: Facts, index: TargetIndex) -> [[ContentBlock]] {
        guard draft.withdrawal == nil else { return [] }
        let blocks = takingMessages(from: draft.document, file: draft.path, facts: facts, index: index)
            .value(reportingTo: &diagnostics)
        checkLeafletBlocks(blocks, path: draft.path)
        checkWaysBack(from: blocks, path: draft.path)
        let panels = blocks.split(omittingEmptySubsequences: false) { block in
            if case .thematicBreak = block { true } else { false }
        }
        if let empty = panels.firstIndex(where: \.isEmpty) {
            let place = SourceLocation(file: draft.path, position: .start)
            diagnostics.append(.error(.emptyPanel(empty + 1), at: place))
        } else if let format = draft.format, !format.holds(panels: panels.count) {
            diagnostics.append(.error(.panels(panels.count, rule: format.panelRule), at: draft.formatLocation))
        }
        return panels.map(Array.init)
    }

    /// Who holds a copy has to find whom to call, and whether it still holds.
    private mutating func checkWaysBack(from blocks: [ContentBlock], path: String) {
        var (hasContact, hasCode) = (false, false)
        forEachBlock(of: blocks) { block in
            guard case .insert(let directive, _) = block else { return }
            switch directive {
            case .contact, .centres: hasContact = true
            case .qr: hasCode = true
            case .note, .important, .table, .leaflets, .editions, .referralForm: break
            }
        }
        let place = SourceLocation(file: path)
        if !hasContact { diagnostics.append(.warning(.leafletWithoutContact, at: place)) }
        if !hasCode { diagnostics.append(.warning(.leafletWithoutCode, at: place)) }
    }

    private mutating func checkLeafletBlocks(_ blocks: [ContentBlock], path: String) {
        forEachBlock(of: blocks) { block in
            guard case .insert(let directive, let range) = block else { return }
            switch directive {
            case .leaflets, .editions, .referralForm:
                let place = SourceLocation(file: path, position: range.first)
                diagnostics.append(.error(.pageDirectiveOnPaper, at: place))
            case .note, .important, .table, .centres, .contact, .qr: break
            }
        }
    }

    /// The placeholders of titles and labels, which are not Markdown.
    private mutating func check(_ messages: [Message], facts: Facts) {
        for message in messages {
            let split = splitPlaceholders(in: message.text, at: message.location.position ?? .start)
            for case .insert(let fact, _) in split.spans {
                if let problem = factProblem(fact, facts: facts, at: message.location) { diagnostics.append(problem) }
            }
            if !split.strayBraces.isEmpty {
                diagnostics.append(.error(.strayBrace, at: message.location))
            }
        }
    }

    private mutating func checkFactTexts(_ facts: Facts) {
        for entry in facts.entries {
            guard case .text(let message) = entry.fact, message.text.contains("{") || message.text.contains("}") else {
                continue
            }
            diagnostics.append(.error(.braceInFact, at: message.location))
        }
    }

    /// The centres that have an id of their own; a copy whose id was not changed is left out.
    private mutating func distinct(_ centres: [Centre]) -> [Centre] {
        var owners: [String: String] = [:]
        return centres.filter { centre in
            guard let owner = owners[centre.id] else {
                owners[centre.id] = centre.location.file
                return true
            }
            diagnostics.append(.error(.duplicateID(centre.id, ownedBy: owner), at: centre.idLocation))
            return false
        }
    }

    private mutating func checkMunicipalities(of centres: [Centre]) {
        var owners: [String: String] = [:]
        for centre in centres {
            var shared: [(owner: String, names: [String])] = []
            for municipality in centre.municipalities {
                guard let owner = owners.updateValue(centre.location.file, forKey: municipality.istat) else { continue }
                let name = "\(municipality.istat) (\(municipality.name))"
                if let index = shared.firstIndex(where: { $0.owner == owner }) {
                    shared[index].names.append(name)
                } else {
                    shared.append((owner, [name]))
                }
            }
            for (owner, names) in shared {
                diagnostics.append(
                    .error(.sharedMunicipalities(names, ownedBy: owner), at: centre.municipalitiesLocation)
                )
            }
        }
    }

    private mutating func checkMedia() {
        for file in files.media where !file.path.hasPrefix("content/media/") {
            diagnostics.append(.error(.unknownMedia, at: SourceLocation(file: file.path)))
        }
    }

    private mutating func checkUnknownFiles() {
        let files = Set(["content/site.yml", "content/service.yml", "content/routes.txt", EditionLedger.path])
        for text in self.files.texts {
            let path = text.file
            let isExpected =
                switch path.split(separator: ".").last {
                case "md": isReadme(path) || path.hasPrefix("content/pages/") || path.hasPrefix("content/leaflets/")
                case "yml":
                    files.contains(path) || path.hasPrefix("content/centres/") || path.hasPrefix("content/referral/")
                default: files.contains(path)
                }
            if !isExpected {
                diagnostics.append(.error(.unknownFile, at: SourceLocation(file: path)))
            }
        }
    }

    /// `content/routes.txt`: a slug on each line, `#` begins a comment.
    private func publishedRoutes() -> [(slug: String, location: SourceLocation)] {
        guard let text = files.texts.first(where: { $0.file == "content/routes.txt" }) else { return [] }
        return text.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .compactMap { index, line in
                let slug = String(line.prefix { $0 != "#" }).trimmingSpaces
                guard !slug.isEmpty else { return nil }
                let position = SourcePosition(line: index + 1, column: 1)
                return (slug, SourceLocation(file: text.file, position: position))
            }
    }

    /// Slugs are unique, parents and the accessibility statement exist, and no printed address dies.
    private mutating func check(
        _ pages: [PageDraft],
        slugs: Set<String>,
        routes: [(slug: String, location: SourceLocation)],
        settings: SiteSettings?
    ) {
        var owners: [String: String] = [:]
        for page in pages {
            for slug in [page.slug] + (page.aliases ?? []) {
                if let other = owners.updateValue(page.path, forKey: slug) {
                    let place = SourceLocation(file: page.path, position: .start)
                    diagnostics.append(.error(.duplicateSlug(slug, owner: other), at: place))
                }
            }
        }
        for page in pages {
            guard let parent = page.parent, !slugs.contains(parent) else { continue }
            diagnostics.append(
                .error(.unknownParent(parent, hint: didYouMean(parent, among: slugs)), at: page.parentLocation)
            )
        }
        for ring in rings(of: pages) {
            let slugs = ring.map(\.slug)
            diagnostics.append(.error(.parentRing(slugs), at: ring[0].parentLocation))
        }
        if !slugs.contains("index") {
            let place = SourceLocation(file: "content/pages/index.md")
            diagnostics.append(.error(.noHomePage, at: place))
        }
        // A page that can't be read may have any alias.
        let areAliasesKnown = pages.count == slugs.count && !pages.contains { $0.aliases == nil }
        for route in routes where areAliasesKnown && owners[route.slug] == nil {
            diagnostics.append(.error(.deadRoute(route.slug), at: route.location))
        }
        if let settings, !slugs.contains(settings.accessibilityStatement) {
            let hint = didYouMean(settings.accessibilityStatement, among: slugs)
            let place = settings.locations["accessibility-statement"] ?? SourceLocation(file: "content/site.yml")
            diagnostics.append(.error(.unknownPage(settings.accessibilityStatement, hint: hint), at: place))
        }
    }
}

extension ProjectReader {
    /// Codes are unique, and what takes the place of a leaflet is there.
    private mutating func check(_ leaflets: [LeafletDraft], areAllRead: Bool) {
        var owners = Dictionary(leaflets.map { ($0.code, $0.path) }) { first, _ in first }
        for leaflet in leaflets {
            for alias in leaflet.aliases ?? [] {
                guard let owner = owners.updateValue(leaflet.path, forKey: alias) else { continue }
                diagnostics.append(.error(.duplicateSlug(alias, owner: owner), at: leaflet.aliasesLocation))
            }
            guard areAllRead, let successor = leaflet.withdrawal?.successor else { continue }
            let current = leaflets.filter { $0.withdrawal == nil }.map(\.code)
            if !current.contains(successor) {
                let hint = didYouMean(successor, among: current)
                diagnostics.append(.error(.unknownSuccessor(successor, hint: hint), at: leaflet.successorLocation))
            }
        }
    }
}

/// Pages that are each other's parents, the first by its path in front; each ring once.
private func rings(of pages: [PageDraft]) -> [[PageDraft]] {
    let bySlug = Dictionary(pages.map { ($0.slug, $0) }) { first, _ in first }
    var seen: Set<String> = []
    var rings: [[PageDraft]] = []
    for page in pages {
        var way: [PageDraft] = []
        var next: PageDraft? = page
        while let current = next, seen.insert(current.slug).inserted {
            way.append(current)
            next = current.parent.flatMap { bySlug[$0] }
        }
        guard let next, let start = way.firstIndex(where: { $0.slug == next.slug }) else { continue }
        rings.append(Array(way[start...]))
    }
    return rings
}

private func isReadme(_ path: String) -> Bool {
    path.hasSuffix("/README.md") || path.hasSuffix("/LICENSE.md")
}

extension TargetIndex {
    fileprivate init(
        pageFiles: [String],
        pages: [PageDraft],
        leafletFiles: [String],
        leaflets: [LeafletDraft],
        media: [MediaFile],
        attachments: [Attachment],
        countryCode: String
    ) {
        self.countryCode = countryCode
        for file in pageFiles { self.pages[file] = Page(slug: fileStem(of: file), anchors: nil) }
        for file in leafletFiles { self.leaflets[file] = fileStem(of: file) }
        for page in pages { self.pages[page.path] = Page(slug: page.slug, anchors: page.document.anchors) }
        for leaflet in leaflets {
            self.leaflets[leaflet.path] = leaflet.code
            leafletAnchors[leaflet.path] = leaflet.document.anchors
        }
        self.media = Set(media.map(\.path))
        self.attachments = Dictionary(attachments.map { ($0.path, $0.bytes.count) }) { first, _ in first }
    }
}
