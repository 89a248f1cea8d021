import CommonMark
import Content
import Referral
import Site

extension LeafletDocument {
    /// A block beside the Italian one it was translated from; lists give a row for each of their items.
    mutating func rows(
        of block: LocalizedBlock,
        beside original: LocalizedBlock,
        by italian: inout LeafletDocument
    ) -> [JSONValue] {
        switch (original, block) {
        case (.list(let originals), .list(let list)):
            return zip(originals.items.enumerated(), list.items).map { original, item in
                let start = list.kind.start.map { $0 + original.offset }
                let cell = self.item(item, start: start)
                return .array([italian.item(original.element, start: start).marked(site.source), cell])
            }
        case (_, .paragraph(let passage, _)) where passage.onlyPicture != nil:
            // A picture says the same in both; one is enough.
            return blocks([block]).map { .array([$0]) }
        case (_, .insert(.qr, _)):
            let caption = site.original.localizer.phrase(.qrCaption)
            let cell: JSONValue = .object(["t": "para", "c": .array([inlineText(caption.text)])])
            return blocks([block]).map { .array([cell.marked(site.source), $0]) }
        case (.thematicBreak, _): return []
        default:
            return zip(italian.blocks([original]), blocks([block])).map { .array([$0.marked(site.source), $1]) }
        }
    }

    private mutating func item(_ blocks: [LocalizedBlock], start: Int?) -> JSONValue {
        var object: JSONObject = ["t": "list", "tight": .bool(true), "items": [.array(self.blocks(blocks))]]
        if let start { object["start"] = .integer(start) }
        return .object(object)
    }
}

extension JSONValue {
    /// The block, in a language of its own.
    fileprivate func marked(_ language: Language) -> JSONValue {
        guard case .object(var block) = self else { return self }
        block["lang"] = .string(language.code)
        block["dir"] = .string(language.direction.rawValue)
        return .object(block)
    }
}

extension ListKind {
    /// The number of the first item; nil for a list without numbers.
    fileprivate var start: Int? {
        if case .ordered(let start) = self { start } else { nil }
    }
}
