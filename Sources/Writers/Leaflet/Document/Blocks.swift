import CommonMark
import Content
import Diagnostics
import Referral
import Site

extension LeafletDocument {
    mutating func blocks(_ blocks: [LocalizedBlock]) -> [JSONValue] {
        var written: [JSONValue] = []
        for block in blocks { written += self.block(block) }
        return written
    }

    private mutating func block(_ block: LocalizedBlock) -> [JSONValue] {
        switch block {
        case .paragraph(let passage, let range):
            return paragraph(passage, at: range).map { [$0] } ?? []
        case .heading(let level, let passage, let range):
            checkPictures(of: passage, at: range)
            return [marked(["t": "heading", "level": .integer(level), "c": content(of: passage)], passage.language)]
        case .thematicBreak:
            return [.object(["t": "rule"])]
        case .blockQuote(let blocks, _):
            return [.object(["t": "quote", "c": .array(self.blocks(blocks))])]
        case .list(let list):
            return [self.list(list)]
        case .codeBlock(let code):
            return [.object(["t": "code", "v": .string(code.literal)])]
        case .html:
            // Reading the content has refused it, with its place.
            return []
        case .insert(let directive, let range):
            return self.directive(directive, at: range)
        }
    }

    private mutating func paragraph(_ passage: Passage, at range: SourceRange) -> JSONValue? {
        if let image = passage.onlyPicture {
            guard var picture = picture(image, at: range) else { return nil }
            picture["t"] = "image"
            return marked(picture, passage.language)
        }
        checkPictures(of: passage, at: range)
        return marked(["t": "para", "c": content(of: passage)], passage.language)
    }

    private mutating func list(_ list: List<Passage, Directive<Passage>>) -> JSONValue {
        var object: JSONObject = ["t": "list", "tight": .bool(list.isTight)]
        if case .ordered(let start) = list.kind { object["start"] = .integer(start) }
        var items: [JSONValue] = []
        for item in list.items { items.append(.array(blocks(item))) }
        object["items"] = .array(items)
        return .object(object)
    }

    // MARK: Directives

    private mutating func directive(_ directive: Directive<Passage>, at range: SourceRange) -> [JSONValue] {
        switch directive {
        case .note(let blocks): [box("note", .noteLabel, blocks)]
        case .important(let blocks): [box("important", .importantLabel, blocks)]
        case .contact: [contactBox]
        case .centres: centres.map { contact(of: $0) }
        case .qr: qrCode(at: range).map { [$0] } ?? []
        // Reading the content has refused them on a leaflet, with their place.
        case .leaflets, .editions, .referralForm: []
        }
    }

    private mutating func box(_ role: JSONValue, _ label: Furniture, _ blocks: [LocalizedBlock]) -> JSONValue {
        let title = words(of: localizer.phrase(label))
        return .object(["t": "box", "role": role, "title": .array(title), "c": .array(self.blocks(blocks))])
    }

    /// The code to the leaflet's page.
    ///
    /// Its fragment says which edition was printed; the letters under it leave that out, for those who type them.
    private mutating func qrCode(at range: SourceRange) -> JSONValue? {
        let page = site.absolute(leaflet.route)
        let address = page + "#" + sheet.edition.hash
        guard let matrix = qrMatrix(of: address) else {
            let excess = address.utf8.count - longestQRText
            report(
                "qr-address",
                "the address '\(address)' is \(excess) bytes too long for a QR code that any phone can read",
                hint: "choose a shorter base-url in content/site.yml, or a shorter code for the leaflet",
                at: range
            )
            return nil
        }
        let label = page.hasPrefix("https://") ? String(page.dropFirst("https://".count)) : page
        let alternative = localizer.phrase(.qrAlternative, ["address": label])
        let caption = words(of: localizer.phrase(.qrCaption), in: alternative.language)
        return marked(
            [
                "t": "qr", "matrix": .array(matrix.map { .string($0) }), "alt": .string(alternative.text),
                "url": .string(address), "label": .string(label), "caption": .array(caption),
            ],
            alternative.language
        )
    }

    // MARK: Pictures

    /// A picture's drawing and its words, from the project's own files.
    mutating func picture(_ image: Image<ShownFact>, at range: SourceRange) -> JSONObject? {
        guard let file = site.project.media[image.source], image.source.hasSuffix(".svg"),
            let drawing = String(validating: file.bytes, as: UTF8.self)
        else {
            let problem = "'\(image.source)' can't be printed: a leaflet takes SVG pictures from content/media/"
            report("leaflet-picture", problem, hint: "draw it as SVG, or leave it to the pages", at: range)
            return nil
        }
        return ["svg": .string(drawing), "alt": .string(plainWords(of: image.alternative))]
    }

    private mutating func checkPictures(of passage: Passage, at range: SourceRange) {
        guard passage.spans.contains(where: \.holdsPicture) else { return }
        let hint = "put the picture in a paragraph of its own, outside of links and headings"
        report("leaflet-picture", "a picture in the middle of a text can't be printed", hint: hint, at: range)
    }

    // MARK: Languages

    /// The block, with its language and direction where they are not the leaflet's.
    private func marked(_ block: JSONObject, _ other: Language) -> JSONValue {
        guard other != language else { return .object(block) }
        var block = block
        block["lang"] = .string(other.code)
        block["dir"] = .string(other.direction.rawValue)
        return .object(block)
    }

    private func content(of passage: Passage) -> JSONValue { .array(inlines(of: passage.spans)) }
}

extension Passage {
    /// The picture, where there is nothing else.
    var onlyPicture: Image<ShownFact>? {
        if case .image(let image)? = spans.first, spans.count == 1 { image } else { nil }
    }
}

extension Inline {
    fileprivate var holdsPicture: Bool {
        switch self {
        case .image: true
        case .emphasis(let children), .strong(let children): children.contains(where: \.holdsPicture)
        case .link(let link): link.children.contains(where: \.holdsPicture)
        case .text, .softBreak, .lineBreak, .code, .html, .insert: false
        }
    }
}
