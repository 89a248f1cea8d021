import CommonMark
import Content
import Diagnostics
import Foundation

extension LeafletDocument {
    mutating func blocks(_ blocks: [LocalizedBlock]) -> [PaperBlock] {
        var written: [PaperBlock] = []
        for block in blocks { written += self.block(block) }
        return written
    }

    private mutating func block(_ block: LocalizedBlock) -> [PaperBlock] {
        switch block {
        case .paragraph(let passage, let range):
            return paragraph(passage, at: range).map { [$0] } ?? []
        case .heading(let level, let passage, let range):
            checkPictures(of: passage, at: range)
            return [marked(.heading(level: level, inlines(of: passage.spans)), passage.language)]
        case .thematicBreak:
            return [PaperBlock(.rule)]
        case .blockQuote(let blocks, _):
            return [PaperBlock(.quote(self.blocks(blocks)))]
        case .list(let list):
            return [self.list(list)]
        case .codeBlock(let code):
            return [PaperBlock(.code(code.literal))]
        case .html:
            // Reading the content has refused it, with its place.
            return []
        case .insert(let directive, let range):
            return self.directive(directive, at: range)
        }
    }

    private mutating func paragraph(_ passage: Passage, at range: SourceRange) -> PaperBlock? {
        if let image = passage.onlyPicture {
            return picture(image, at: range).map { marked(.picture($0), passage.language) }
        }
        checkPictures(of: passage, at: range)
        return marked(.paragraph(inlines(of: passage.spans)), passage.language)
    }

    private mutating func list(_ list: List<Passage, Directive<Passage>>) -> PaperBlock {
        var items: [[PaperBlock]] = []
        for item in list.items { items.append(blocks(item)) }
        return PaperBlock(.list(isTight: list.isTight, start: list.kind.start, items))
    }

    // MARK: Directives

    private mutating func directive(_ directive: Directive<Passage>, at range: SourceRange) -> [PaperBlock] {
        switch directive {
        case .note(let blocks): [box(.note, .noteLabel, blocks)]
        case .important(let blocks): [box(.important, .importantLabel, blocks)]
        case .table(let table): [self.table(table)]
        case .contact: [contactBox]
        case .centres: centres.map { contact(of: $0) }
        case .qr: [qrCode(at: range)]
        // Reading the content has refused them on a leaflet, with their place.
        case .leaflets, .editions, .referralForm: []
        }
    }

    private mutating func box(
        _ role: PaperBlock.BoxRole,
        _ label: Furniture,
        _ blocks: [LocalizedBlock]
    ) -> PaperBlock {
        PaperBlock(.box(role, title: words(of: localizer.phrase(label)), self.blocks(blocks)))
    }

    private func table(_ table: Table<Passage>) -> PaperBlock {
        func cells(_ row: [Table<Passage>.Cell]) -> [PaperCell] {
            row.map { cell in
                let other = cell.leaf.language
                return PaperCell(content: inlines(of: cell.leaf.spans), language: other == language ? nil : other)
            }
        }
        return PaperBlock(.table(head: cells(table.head), rows: table.rows.map(cells)))
    }

    /// The code to the leaflet's page, and its address for those who type it.
    private func qrCode(at range: SourceRange) -> PaperBlock {
        let page = site.absolute(leaflet.route)
        let label = page.hasPrefix("https://") ? String(page.dropFirst("https://".count)) : page
        let alternative = localizer.pattern(.qrAlternative)
        let code = PaperCode(
            page: page,
            label: label,
            alternative: words(of: .qrAlternative, filling: ["address": [.text(label)]]),
            caption: words(of: localizer.phrase(.qrCaption), in: alternative.language),
            place: range
        )
        return marked(.qr(code), alternative.language)
    }

    // MARK: Pictures

    /// A picture's drawing and its words, from the project's own files.
    mutating func picture(_ image: Image<ShownFact>, at range: SourceRange) -> PaperPicture? {
        let file = site.project.media[image.source]
        if let file, file.isPhoto {
            if file.picture == nil { report(.photoNotReady(image.source), at: range) }
            let drawing = file.picture.map { photoDrawing($0.forPaper) } ?? ""
            return PaperPicture(drawing: drawing, photo: file.digest, alternative: inlines(of: image.alternative))
        }
        guard let file, file.isDrawing, let drawing = String(validating: file.bytes, as: UTF8.self) else {
            report(.pictureNotPrinted(image.source), at: range)
            return nil
        }
        return PaperPicture(drawing: drawing, alternative: inlines(of: image.alternative))
    }

    private mutating func checkPictures(of passage: Passage, at range: SourceRange) {
        guard passage.spans.contains(where: \.holdsPicture) else { return }
        report(.pictureInPrintedText, at: range)
    }

    // MARK: Languages

    /// The block, with its language where that is not the leaflet's.
    private func marked(_ content: PaperBlock.Content, _ other: Language) -> PaperBlock {
        PaperBlock(content, in: other == language ? nil : other)
    }
}

/// A photo as a drawing that holds nothing else, so that paper has pictures of one kind.
private func photoDrawing(_ photo: PreparedPicture.Form) -> String {
    let size = "width=\"\(photo.size.width)\" height=\"\(photo.size.height)\""
    let address = "data:\(photo.type.mediaType);base64,\(Data(photo.bytes).base64EncodedString())"
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size)><image \(size) href=\"\(address)\"/></svg>"
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

extension ListKind {
    /// The number of the first item; nil for a list without numbers.
    var start: Int? {
        if case .ordered(let start) = self { start } else { nil }
    }
}
