import CommonMark
import Diagnostics

/// The words of a paragraph or a title as one run of bytes, with the way back to where each was typed.
///
/// Marks that CommonMark has read are not in it. What stands for itself alone (a code span, a placeholder, the ends of a
/// link) is one byte `opaque`, a character after a backslash or written as an entity is `escaped`: neither can be part of
/// a mark, a number or an address.
struct TypedText {
    static let opaque: UInt8 = 2
    static let escaped: UInt8 = 1
    /// The longest text that is read, in bytes: a paragraph of ten printed pages, and no person's.
    static let limit = 20_000

    var isTooLong: Bool { bytes.count > Self.limit }

    private struct Piece {
        var start: Int
        var place: SourcePosition
        /// For each byte, how far from `place` it was typed; nil where nothing is escaped.
        var offsets: [Int]?
    }

    private(set) var bytes: [UInt8] = []
    /// The words of links, which lead somewhere already.
    private(set) var links: [Range<Int>] = []
    /// The first character that nobody sees and the place of its text; only an entity can have made it.
    private(set) var hiddenMark: (Unicode.Scalar, SourcePosition)?
    private var pieces: [Piece] = []
    private let lines: TypedLines

    /// `inlines` as `lines` read them.
    init(_ inlines: [Inline<Never>], in lines: TypedLines) {
        self.lines = lines
        add(inlines)
    }

    /// Where a byte was typed, in the file.
    func position(of index: Int) -> SourcePosition {
        guard let piece = pieces.last(where: { $0.start <= index }) ?? pieces.first else { return .start }
        let offset = piece.offsets.map { $0.indices.contains(index - piece.start) ? $0[index - piece.start] : 0 }
        return SourcePosition(
            line: piece.place.line,
            column: piece.place.column + (offset ?? max(0, index - piece.start))
        )
    }

    private mutating func add(_ inlines: [Inline<Never>]) {
        for inline in inlines {
            switch inline {
            case .text(let text, let place): add(text, at: place)
            case .softBreak, .lineBreak: bytes.append(UInt8(ascii: "\n"))
            case .code(_, let place), .html(_, let place): addOpaque(at: place)
            case .emphasis(let children), .strong(let children): add(children)
            case .link(let link): addLink(link.children, at: link.position)
            case .image(let image): addLink(image.alternative, at: image.position)
            case .insert(let never, _): switch never {}
            }
        }
    }

    private mutating func addOpaque(at place: SourcePosition) {
        pieces.append(Piece(start: bytes.count, place: place))
        bytes.append(Self.opaque)
    }

    private mutating func addLink(_ children: [Inline<Never>], at place: SourcePosition) {
        let start = bytes.count
        addOpaque(at: place)
        add(children)
        bytes.append(Self.opaque)
        links.append(start..<bytes.count)
    }

    private mutating func add(_ text: String, at place: SourcePosition) {
        let start = bytes.count
        let typed = lines.bytes(from: place)
        if typed.starts(with: text.utf8) {
            pieces.append(Piece(start: start, place: place))
            bytes += text.utf8
        } else {
            // An entity takes at most 33 bytes, for at least one.
            let (shown, offsets) = aligned(Array(text.utf8), with: Array(typed.prefix(33 * text.utf8.count))[...])
            pieces.append(Piece(start: start, place: place, offsets: offsets))
            bytes += shown
            if hiddenMark == nil { hiddenMark = text.hiddenMark.map { ($0, place) } }
        }
        hidePlaceholders(from: start)
    }

    private mutating func hidePlaceholders(from start: Int) {
        var index = start
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "{")) {
            let name = bytes[(open + 1)...].prefix { $0.isNameByte }
            if !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "}") {
                for hidden in open...name.endIndex { bytes[hidden] = Self.opaque }
            }
            index = open + 1
        }
    }
}

/// The text as it is shown and for each of its bytes where it was typed: backslashes and entities are resolved there.
private func aligned(_ text: [UInt8], with typed: ArraySlice<UInt8>) -> (shown: [UInt8], offsets: [Int]) {
    var (shown, offsets) = (text, [Int]())
    offsets.reserveCapacity(text.count)
    var at = typed.startIndex
    var index = 0
    while index < text.count {
        let offset = at - typed.startIndex
        var (length, width, isEscaped) = (1, 1, false)
        if at + 1 < typed.endIndex, typed[at] == UInt8(ascii: "\\"), typed[at + 1].isPunctuation {
            (length, isEscaped) = (2, true)
        } else if at < typed.endIndex, typed[at] == UInt8(ascii: "&"), let entity = entity(at: typed[at...]) {
            (length, width, isEscaped) = (entity.typed, min(entity.shown, text.count - index), true)
        }
        for byte in index..<index + width {
            if isEscaped, text[byte] < 0x80 { shown[byte] = TypedText.escaped }
            offsets.append(offset)
        }
        index += width
        at = min(typed.endIndex, at + length)
    }
    return (shown, offsets)
}

/// How long the entity is that begins here, as typed and as shown; nil if CommonMark knows none.
private func entity(at typed: ArraySlice<UInt8>) -> (typed: Int, shown: Int)? {
    guard let end = typed.prefix(40).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: typed[...end], as: UTF8.self)
    return shownCount(ofEntity: name).map { (typed: name.utf8.count, shown: $0) }
}

/// How many bytes the entity `&name;` stands for; nil if it is none.
func shownCount(ofEntity name: String) -> Int? {
    let read = parseInlines(name, reportingAt: SourceLocation(file: "")).value
    guard read.count == 1, case .text(let shown, _) = read[0], shown != name else { return nil }
    return shown.utf8.count
}

/// The lines of a text that is being read.
struct TypedLines {
    let source: SourceText
    let firstLine: Int
    private let lines: [Substring.UTF8View]

    init(_ source: SourceText, firstLine: Int) {
        self.source = source
        self.firstLine = firstLine
        lines = source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(\.utf8)
    }

    /// The rest of a line from a place in the file on; nothing where there is no such place.
    func bytes(from place: SourcePosition) -> Substring.UTF8View {
        bytes(ofLine: place.line).dropFirst(max(0, source.textColumn(of: place) - 1))
    }

    var count: Int { lines.count }

    /// A line, by its number in the file.
    func bytes(ofLine line: Int) -> Substring.UTF8View {
        lines.indices.contains(line - firstLine) ? lines[line - firstLine] : Substring().utf8
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    /// A letter of ASCII, or a part of a character outside it.
    var isLetter: Bool { (0x41...0x5A).contains(self & ~0x20) || self >= 0x80 }
    var isWord: Bool { isLetter || isDigit }
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A }
    /// ASCII punctuation (CommonMark 0.30, section 2.1).
    var isPunctuation: Bool { (0x21...0x7E).contains(self) && !isDigit && !isLetter }
    /// What the names of facts are made of.
    var isNameByte: Bool { self < 0x80 && isWord || self == 0x2E || self == 0x2D || self == 0x5F }
}
