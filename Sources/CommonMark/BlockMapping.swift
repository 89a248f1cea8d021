extension Block {
    /// The same blocks with other leaves and inserts.
    package func mapped<NewLeaf, NewInsert>(
        leaf: (Leaf, Context) -> NewLeaf,
        insert: (Insert) -> NewInsert
    ) -> Block<NewLeaf, NewInsert> {
        mapped(in: .body, leaf: leaf, insert: insert)
    }

    /// What a leaf is part of.
    package enum Context: Hashable, Sendable {
        case body
        case heading(level: Int)
        case listItem
        case quotation
    }

    private func mapped<NewLeaf, NewInsert>(
        in context: Context,
        leaf: (Leaf, Context) -> NewLeaf,
        insert: (Insert) -> NewInsert
    ) -> Block<NewLeaf, NewInsert> {
        switch self {
        case .paragraph(let value, let range):
            return .paragraph(leaf(value, context), at: range)
        case .heading(let level, let value, let range):
            return .heading(level: level, leaf(value, .heading(level: level)), at: range)
        case .thematicBreak(let range):
            return .thematicBreak(at: range)
        case .blockQuote(let blocks, let range):
            return .blockQuote(blocks.map { $0.mapped(in: .quotation, leaf: leaf, insert: insert) }, at: range)
        case .list(let list):
            let items = list.items.map { item in
                item.map { $0.mapped(in: .listItem, leaf: leaf, insert: insert) }
            }
            return .list(
                List<NewLeaf, NewInsert>(kind: list.kind, isTight: list.isTight, items: items, range: list.range)
            )
        case .codeBlock(let block):
            return .codeBlock(block)
        case .html(let text, let range):
            return .html(text, at: range)
        case .insert(let value, let range):
            return .insert(insert(value), at: range)
        }
    }

    /// Calls `visit` for each block of this one and below it, in the order of the document.
    package func forEach(_ visit: (Block) -> Void) {
        visit(self)
        switch self {
        case .blockQuote(let blocks, _): blocks.forEach { $0.forEach(visit) }
        case .list(let list): list.items.forEach { $0.forEach { $0.forEach(visit) } }
        case .paragraph, .heading, .thematicBreak, .codeBlock, .html, .insert: break
        }
    }
}
