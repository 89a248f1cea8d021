import CommonMark
import Content

extension LeafletDocument {
    /// A block beside the Italian one it was translated from; lists give a row for each of their items.
    mutating func rows(
        of block: LocalizedBlock,
        beside original: LocalizedBlock,
        by italian: inout LeafletDocument
    ) -> [[PaperBlock]] {
        switch (original, block) {
        case (.list(let originals), .list(let list)):
            return zip(originals.items.enumerated(), list.items).map { original, item in
                let start = list.kind.start.map { $0 + original.offset }
                let cell = self.item(item, start: start)
                return [italian.item(original.element, start: start).marked(site.source), cell]
            }
        case (_, .paragraph(let passage, _)) where passage.onlyPicture != nil:
            // A picture says the same in both; one is enough.
            return blocks([block]).map { [$0] }
        case (_, .insert(.qr, _)):
            let caption = site.original.localizer.phrase(.qrCaption)
            let cell = PaperBlock(.paragraph([.text(caption.text)]), in: site.source)
            return blocks([block]).map { [cell, $0] }
        case (.thematicBreak, _): return []
        default:
            return zip(italian.blocks([original]), blocks([block])).map { [$0.marked(site.source), $1] }
        }
    }

    private mutating func item(_ blocks: [LocalizedBlock], start: Int?) -> PaperBlock {
        PaperBlock(.list(isTight: true, start: start, [self.blocks(blocks)]))
    }
}

extension PaperBlock {
    /// The block, in a language of its own.
    fileprivate func marked(_ language: Language) -> PaperBlock { PaperBlock(content, in: language) }
}
