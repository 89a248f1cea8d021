package import CommonMark

/// What a fenced block with a name in braces asks for (MyST's directives).
package indirect enum Directive<Leaf: Hashable & Sendable>: Hashable, Sendable {
    /// Something worth knowing.
    case note([Block<Leaf, Directive>])
    /// Something not to be missed.
    case important([Block<Leaf, Directive>])
    /// A small table: when, where, what to bring.
    case table(Table<Leaf>)
    /// All centres, with municipalities, phones and hours.
    case centres
    /// How to reach the service, short.
    case contact
    /// The leaflets to print, in all languages.
    case leaflets
    /// The editions in force, to go through the drawer with.
    case editions
    /// The questions of the referral form.
    case referralForm
    /// On paper: the code that leads to the leaflet's page.
    case qr

    package func mapped<Other>(
        leaf: (Leaf, Block<Leaf, Directive>.Context) -> Other,
        cell: (Leaf, CellContext) -> Other
    ) -> Directive<Other> {
        func all(_ blocks: [Block<Leaf, Directive>]) -> [Block<Other, Directive<Other>>] {
            blocks.map { $0.mapped(leaf: leaf, insert: { $0.mapped(leaf: leaf, cell: cell) }) }
        }
        return switch self {
        case .note(let blocks): .note(all(blocks))
        case .important(let blocks): .important(all(blocks))
        case .table(let table): .table(table.mapped(leaf: cell))
        case .centres: .centres
        case .contact: .contact
        case .leaflets: .leaflets
        case .editions: .editions
        case .referralForm: .referralForm
        case .qr: .qr
        }
    }

    /// The blocks inside, for those that hold any; each cell of a table is a paragraph.
    package var blocks: [Block<Leaf, Directive>] {
        switch self {
        case .note(let blocks), .important(let blocks): blocks
        case .table(let table): (table.head + table.rows.joined()).map { .paragraph($0.leaf, at: $0.range) }
        case .centres, .contact, .leaflets, .editions, .referralForm, .qr: []
        }
    }
}

/// The names by which texts call the directives.
enum DirectiveName: String, CaseIterable {
    case note
    case important
    case table
    case centres
    case contact
    case leaflets
    case editions
    case referralForm = "referral-form"
    case qr

    /// Whether the block's text is Markdown to show; otherwise it must be empty.
    var holdsText: Bool { self == .note || self == .important || self == .table }
}

/// A document whose words are still inlines.
typealias RawBlock = Block<[Inline<Never>], Directive<[Inline<Never>]>>

/// A document whose words are messages.
package typealias ContentBlock = Block<Message, Directive<Message>>
