internal import Diagnostics

/// How a text ends, whatever the script's own mark for it.
package enum SentenceEnd: Hashable, Sendable {
    case none
    case stop
    case question
    case exclamation
    case colon
    case semicolon
    case comma
    case ellipsis

    var words: Wording {
        switch self {
        case .none: .noMark
        case .stop: .fullStop
        case .question: .questionMark
        case .exclamation: .exclamationMark
        case .colon: .colon
        case .semicolon: .semicolon
        case .comma: .comma
        case .ellipsis: .ellipsis
        }
    }

    /// The class of the last mark, and the byte at which it begins.
    ///
    /// Quotes and brackets after it are left aside, since scripts differ in what stands inside of them.
    static func end(of text: String) -> (class: SentenceEnd, byte: Int) {
        let scalars = text.unicodeScalars
        var end = scalars.endIndex
        while end > scalars.startIndex, scalars[scalars.index(before: end)].closesOrIsBlank {
            end = scalars.index(before: end)
        }
        guard end > scalars.startIndex else { return (.none, 0) }
        let last = scalars.index(before: end)
        let byte = text.utf8.distance(from: text.startIndex, to: last)
        let isDotted = scalars[..<end].suffix(3).elementsEqual("...".unicodeScalars)
        return (isDotted ? .ellipsis : SentenceEnd(scalars[last]), byte)
    }

    private init(_ scalar: Unicode.Scalar) {
        self =
            switch scalar {
            // Latin and Cyrillic; Chinese; Urdu; danda of Bengali and Gurmukhi; full width.
            case ".", "。", "۔", "।", "．": .stop
            case "?", "؟", "？": .question
            case "!", "！": .exclamation
            case ":", "：": .colon
            case ";", "؛", "；": .semicolon
            case ",", "،", "，": .comma
            case "…", "⋯": .ellipsis
            default: .none
            }
    }
}

extension Unicode.Scalar {
    /// A closing quote or bracket, of whatever script, white space, or an invisible mark.
    fileprivate var closesOrIsBlank: Bool {
        switch properties.generalCategory {
        // Initial quotes too: “ closes in German, and « in some texts.
        case .closePunctuation, .finalPunctuation, .initialPunctuation, .format, .spaceSeparator, .control,
            .lineSeparator, .paragraphSeparator:
            true
        default: self == "\"" || self == "'"
        }
    }
}
