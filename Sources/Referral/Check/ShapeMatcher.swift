/// Matches texts with the patterns of the contract, each compiled once.
struct ShapeMatcher {
    enum Problem: Hashable {
        /// In code points, as JSON Schema counts (Validation, section 6.3.1).
        case tooLong(Int)
        case malformed
    }

    private let patterns: [String: Regex<AnyRegexOutput>]

    init(form: FormDefinition) {
        var patterns: [String: Regex<AnyRegexOutput>] = [:]
        for shape in form.allFields.compactMap(\.kind.stringShape) + [.code] where patterns[shape.pattern] == nil {
            // A pattern that can't be read matches nothing; the reader of the form refuses such patterns.
            patterns[shape.pattern] = try? Regex(shape.pattern).matchingSemantics(.unicodeScalar)
        }
        self.patterns = patterns
    }

    /// Nil for a text of that shape.
    ///
    /// A text that is too long meets no pattern, so the time is bounded.
    func problem(with text: String, as shape: StringShape) -> Problem? {
        let length = text.unicodeScalars.count
        if length > shape.maxLength { return .tooLong(length) }
        guard let pattern = patterns[shape.pattern] else { return .malformed }
        // What begins with ^ also ends with $, which some engines match before a final line break: the whole is meant.
        let match = shape.pattern.hasPrefix("^") ? text.wholeMatch(of: pattern) : text.firstMatch(of: pattern)
        return match == nil ? .malformed : nil
    }
}

extension FieldKind {
    /// What a text must look like, for a person.
    var shapeInWords: String? {
        switch self {
        case .text(_, nil, _): "it needs something other than spaces in it"
        case .text(_, let pattern?, _): "it must match \(pattern)"
        case .schemaVersion: "1, a point and a number: 1.0"
        case .uuid: "a UUID in small letters: 00000000-0000-4000-8000-000000000001"
        case .language: "a BCP 47 tag of language, script and region: ar, zh-Hans, pt-BR"
        case .date: "a day of the calendar, from 2000 to 2099: 2026-11-16"
        case .month: "a year from 2000 to 2099 and a month: 2026-11"
        case .municipality: "the six digits of ISTAT"
        case .centre: "an id from data/centres.json"
        case .phone: "5 to 15 digits, single spaces between them, + before a country code"
        case .email: "an e-mail address: nome@servizio.example"
        case .yesNo, .confirmation, .code, .codes, .group, .list: nil
        }
    }
}
