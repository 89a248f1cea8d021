internal import Diagnostics

/// Matches texts with the patterns of the contract, each compiled once.
struct ShapeMatcher {
    enum Mismatch: Hashable {
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
    func mismatch(of text: String, with shape: StringShape) -> Mismatch? {
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
    var shapeInWords: Wording? {
        switch self {
        case .text(_, nil, _): .visibleText
        case .text(_, let pattern?, _): .match(of: pattern)
        case .schemaVersion: .schemaVersion
        case .uuid: .uuid
        case .language: .languageTag
        case .date: .dayOfCalendar
        case .month: .yearAndMonth
        case .municipality: .municipalityCode
        case .centre: .centreID
        case .phone: .phoneDigits
        case .email: .emailAddressShape
        case .yesNo, .confirmation, .code, .codes, .group, .list: nil
        }
    }
}
