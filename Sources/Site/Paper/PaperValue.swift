package import Content
internal import Crypto
package import Diagnostics

/// A printed document as the engine is given it, each piece with the part of an edition that a change of it changes.
///
/// All that is printed goes through here, and an edition's hash is of all that is here but for what says that it is no
/// part of an edition. So nothing new can be printed that the hash does not see.
package indirect enum PaperValue: Hashable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    /// Texts that are printed as one, so that parts of it can be told apart.
    case joined([PaperValue])
    case list([PaperValue])
    case record([Member])
    /// Nil for what is no part of an edition: look, format, and the notes at the foot.
    case part(EditionPart?, PaperValue)
    case mark(CopyMark)

    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: PaperValue
    }
}

/// What tells one edition's copies from another's; it follows from what is printed, and so is no part of it.
package enum CopyMark: Hashable, Sendable {
    /// The name of the edition.
    case name
    /// The stamp of what is not released; nothing on what is.
    case draftStamp(PaperValue)
    /// The address of the leaflet's page with the edition in its fragment.
    case address(of: String)
    /// That address as the modules of a QR code.
    case code(of: String, at: SourceRange)
}

extension PaperValue: ExpressibleByDictionaryLiteral {
    /// Members that are nil are left out.
    package init(dictionaryLiteral elements: (String, PaperValue?)...) {
        self = .record(elements.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }
}

extension EditionLedger.Fingerprint {
    /// Of a sheet's document; the key keeps sheets apart that say the same.
    init(of document: PaperValue, key: EditionLedger.Key) {
        var fold = Fold()
        for name in [key.leaflet, key.language, key.layout.rawValue, key.centre ?? ""] { fold.addToWhole(name) }
        fold.add(document, to: .wording)
        let parts = EditionPart.allCases.map { ($0, shortHash(fold.parts[$0] ?? [])) }
        self.init(whole: shortHash(fold.whole), parts: Dictionary(parts) { first, _ in first })
    }
}

/// The bytes that are hashed: all that is said, in the order it is printed in, and what is said of each part by itself.
///
/// How it is laid out and nested is look, and not said.
private struct Fold {
    private(set) var whole: [UInt8] = []
    private(set) var parts: [EditionPart: [UInt8]] = [:]

    mutating func add(_ value: PaperValue, to part: EditionPart) {
        switch value {
        case .text(let text): add(piece: text, to: part)
        case .number(let number): add(piece: String(number), to: part)
        case .flag(let flag): add(piece: String(flag), to: part)
        case .joined(let values), .list(let values): for value in values { add(value, to: part) }
        case .record(let members): for member in members { add(member.value, to: part) }
        case .part(let inner, let value): if let inner { add(value, to: inner) }
        // Who comes by it is here, so it is no address to warn of.
        case .mark(.address(let page)): add(piece: page, to: part)
        case .mark(.name), .mark(.draftStamp), .mark(.code): break
        }
    }

    /// Each piece is closed by a unit separator, which no text holds.
    mutating func addToWhole(_ text: String) {
        whole += text.utf8
        whole.append(0x1F)
    }

    private mutating func add(piece: String, to part: EditionPart) {
        addToWhole(piece)
        parts[part, default: []] += piece.utf8
        parts[part, default: []].append(0x1F)
    }
}

/// First 8 hexadecimal digits of the SHA-256 of some bytes.
private func shortHash(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).prefix(4).reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) }
}
