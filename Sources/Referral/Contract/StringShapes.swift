/// What a text of the contract must look like.
///
/// `format` is only an annotation in JSON Schema 2020-12 (Validation, section 7.2.1), so every format comes with a
/// pattern that says the same by itself. The patterns keep to the syntax that ECMAScript (also with its flags `u` and
/// `v`), Python, Rust and their like share: no look-around, no `\d`, hyphens in classes escaped.
struct StringShape: Hashable, Sendable {
    var format: String?
    var pattern: String
    var maxLength: Int

    /// `1.0`, `1.12`: the documents of one major version.
    static let schemaVersion = StringShape(pattern: "^1\\.(0|[1-9][0-9]{0,3})$", maxLength: 6)

    /// RFC 9562 section 4, in small letters, versions 1 to 8.
    static let uuid = StringShape(
        format: "uuid",
        pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        maxLength: 36
    )

    /// RFC 5646 section 2.1, without variants and extensions: language, script and region, cased as section 2.1.1 says.
    static let language = StringShape(
        pattern: "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$",
        maxLength: 12
    )

    /// RFC 3339 `full-date` from 2000 to 2099, with the length of every month and the leap years of that century.
    static let date = StringShape(format: "date", pattern: "^20(\(commonDay)|\(leapDay))$", maxLength: 10)

    private static let commonDay =
        "[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
    private static let leapDay = "([02468][048]|[13579][26])-02-29"

    /// Year and month, from 2000 to 2099.
    static let month = StringShape(pattern: "^20[0-9]{2}-(0[1-9]|1[0-2])$", maxLength: 7)

    /// ISTAT's code of a municipality: three digits for the province or metropolitan city, three for the municipality.
    static let municipality = StringShape(pattern: "^[0-9]{6}$", maxLength: 6)

    /// The id of a centre, as its file is named.
    static let centre = StringShape(pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 60)

    /// Five to fifteen digits (ITU-T E.164 section 6), a plus sign before and single spaces between them allowed.
    static let phone = StringShape(pattern: "^\\+?[0-9]( ?[0-9]){4,14}$", maxLength: 30)

    /// RFC 5321 section 4.1.2 without quoted local parts and address literals; at least two labels in the domain.
    static let email = StringShape(
        format: "email",
        pattern: "^\(atom)(\\.\(atom))*@\(domainLabel)(\\.\(domainLabel))+$",
        maxLength: 254
    )

    private static let atom = "[A-Za-z0-9!#\\$%&'*+=?^_~\\-]+"
    private static let domainLabel = "[A-Za-z0-9]([A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?"

    /// What may be a code in a later version, as `isCode` asks of one.
    static let code = StringShape(pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$", maxLength: longestCode)

    /// Free text: something other than white space.
    static func text(maxLength: Int, pattern: String?) -> StringShape {
        StringShape(pattern: pattern ?? "\\S", maxLength: maxLength)
    }

    init(format: String? = nil, pattern: String, maxLength: Int) {
        self.format = format
        self.pattern = pattern
        self.maxLength = maxLength
    }
}

/// Codes keep to this length, so that a reader's schema can bound those it doesn't know yet.
let longestCode = 60

extension FieldKind {
    /// The shape of the text, where the field holds a text that is no code.
    var stringShape: StringShape? {
        switch self {
        case .text(let maxLength, let pattern, _): .text(maxLength: maxLength, pattern: pattern)
        case .schemaVersion: .schemaVersion
        case .uuid: .uuid
        case .language: .language
        case .date: .date
        case .month: .month
        case .municipality: .municipality
        case .centre: .centre
        case .phone: .phone
        case .email: .email
        case .yesNo, .confirmation, .code, .codes, .group, .list: nil
        }
    }
}
