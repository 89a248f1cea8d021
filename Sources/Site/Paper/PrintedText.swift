import CommonMark
import Content

/// All that a leaflet prints in one language but its centres, parted by what may change.
package struct PrintedText: Hashable, Sendable {
    /// Phones, addresses of the web and of mail.
    private(set) var contacts: [String] = []
    /// Numbers and days of the service.
    private(set) var rules: [String] = []
    /// Words, pictures and the site's own words; long ones as hashes.
    private(set) var wording: [String] = []
    private(set) var printsContact = false
    private(set) var printsCentres = false

    init(of leaflet: Leaflet, localizer: Localizer, project: Project, address: (Target) -> String) {
        wording = [project.settings.publisher.name]
        contacts = [project.settings.baseURL]
        add(localizer, [.labelledValue, .leafletEdition, .lastChecked, .paperPage])
        add(leaflet.title, localizer: localizer, project: project, address: address)
        for panel in leaflet.panels {
            wording.append("---")
            for block in panel { add(block, localizer: localizer, project: project, address: address) }
        }
    }

    private mutating func add(
        _ block: ContentBlock,
        localizer: Localizer,
        project: Project,
        address: (Target) -> String
    ) {
        block.forEach { inner in
            switch inner {
            case .paragraph(let message, _):
                wording.append("p")
                add(message, localizer: localizer, project: project, address: address)
            case .heading(let level, let message, _):
                wording.append("h\(level)")
                add(message, localizer: localizer, project: project, address: address)
            case .insert(let directive, _):
                add(directive, localizer: localizer, project: project, address: address)
            case .codeBlock(let code): wording.append(code.literal)
            case .list(let list): wording.append("list \(list.kind) \(list.items.map(\.count))")
            case .thematicBreak: wording.append("hr")
            case .blockQuote: wording.append("quote")
            case .html: break
            }
        }
    }

    private mutating func add(
        _ directive: Directive<Message>,
        localizer: Localizer,
        project: Project,
        address: (Target) -> String
    ) {
        switch directive {
        case .note: add(localizer, [.noteLabel])
        case .important: add(localizer, [.importantLabel])
        case .contact:
            printsContact = true
            add(localizer, [.contactCallOrCome, .hoursRange, .phone])
        case .centres:
            printsCentres = true
            add(
                localizer,
                [.municipalities, .hoursRange, .spokenLanguages, .mediators, .noMediators, .phone, .whatsApp]
            )
        case .qr: add(localizer, [.qrCaption, .qrAlternative])
        case .leaflets, .editions, .referralForm: break
        }
        for block in directive.blocks { add(block, localizer: localizer, project: project, address: address) }
    }

    private mutating func add(
        _ message: Message,
        localizer: Localizer,
        project: Project,
        address: (Target) -> String
    ) {
        wording.append(localizer.wording(of: message))
        for target in message.targets {
            if case .media(let path) = target {
                wording.append(longHash(project.media[path]?.bytes ?? []))
            } else {
                contacts.append(address(target))
            }
        }
        for reference in factReferences(in: message) {
            switch project.facts[reference] {
            case .number(let number): rules.append("\(reference.name) \(number)")
            case .date(let date): rules.append("\(reference.name) \(date)")
            case .phone(let text), .email(let text), .url(let text): contacts.append(text)
            case .text(let message): wording.append(localizer.wording(of: message))
            case .code, nil: break
            }
        }
    }

    private mutating func add(_ localizer: Localizer, _ furniture: [Furniture]) {
        wording += furniture.map { localizer.phrase($0).text }
    }
}

/// The facts that a message names, in the order of its words.
private func factReferences(in message: Message) -> [FactReference] {
    var found: [FactReference] = []
    for span in parseSpans(message.text, syntax: message.syntax) { collect(span, into: &found) }
    return found
}

private func collect(_ span: Inline<FactReference>, into found: inout [FactReference]) {
    switch span {
    case .insert(let reference, _): found.append(reference)
    case .emphasis(let children), .strong(let children): for child in children { collect(child, into: &found) }
    case .link(let link): for child in link.children { collect(child, into: &found) }
    case .image(let image): for child in image.alternative { collect(child, into: &found) }
    case .text, .code, .html, .softBreak, .lineBreak: break
    }
}
