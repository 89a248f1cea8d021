import Diagnostics

/// A keyword, a string, a comment; what it belongs to is for the parser to say.
struct Token {
    enum Kind: Equatable {
        case msgctxt
        case msgid
        case msgidPlural
        case msgstr(Int?)
        /// Its text went to the scanner's buffer; not sound when something in it was reported.
        case string(isSound: Bool)
        case comment(CommentKind, Range<Int>)
        case blankLine
        /// The rest of a line that starts with none of these.
        case unknown(Range<Int>)
        case end
    }

    enum CommentKind {
        case translator
        case extracted
        case reference
        case flag
    }

    var kind: Kind
    var offset: Int
    var place: SourcePosition
    /// The line is marked `#~`.
    var isObsolete: Bool
    /// The line is marked `#|`.
    var isPrevious: Bool

    static let msgctxt = Array("msgctxt".utf8)[...]
    static let msgid = Array("msgid".utf8)[...]
    static let msgidPlural = Array("msgid_plural".utf8)[...]
    static let msgstr = Array("msgstr".utf8)[...]
}

extension UInt8 {
    static let endOfTransmission: UInt8 = 0x04
    static let tab = UInt8(ascii: "\t")
    static let newline = UInt8(ascii: "\n")
    static let verticalTab: UInt8 = 0x0B
    static let formFeed: UInt8 = 0x0C
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let hash = UInt8(ascii: "#")
    static let backslash = UInt8(ascii: "\\")
    static let bar = UInt8(ascii: "|")

    var isBlank: Bool { self == .space || self == .tab }

    var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// Stands for itself inside a string, so that runs of such bytes are copied at once.
    var isPlainInString: Bool { self >= 0x20 && self != .quote && self != .backslash }

    func digit(radix: Int) -> Int? {
        let value: Int? =
            switch self {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self - UInt8(ascii: "a")) + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self - UInt8(ascii: "A")) + 10
            default: nil
            }
        guard let value, value < radix else { return nil }
        return value
    }

    /// What a backslash before this byte makes of it; the writer's table is the same one read backwards.
    var escapedMeaning: UInt8? { Self.escapes.first { $0.letter == self }?.meaning }

    /// The letter that stands for this byte after a backslash.
    var escapeLetter: UInt8? { Self.escapes.first { $0.meaning == self }?.letter }

    private static let escapes: [(letter: UInt8, meaning: UInt8)] = [
        (UInt8(ascii: "n"), .newline), (.quote, .quote), (.backslash, .backslash), (UInt8(ascii: "t"), .tab),
        (UInt8(ascii: "r"), .carriageReturn), (UInt8(ascii: "a"), 0x07), (UInt8(ascii: "b"), 0x08),
        (UInt8(ascii: "f"), .formFeed), (UInt8(ascii: "v"), .verticalTab),
    ]
}
