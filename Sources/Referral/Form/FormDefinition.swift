package import Diagnostics

/// The referral form: what a sender is asked, in which words, and when.
///
/// All else of the contract is generated from it.
package struct FormDefinition: Hashable, Sendable {
    /// The version of the contract, `1.4.0`.
    package var version: ContractVersion
    package var versionLocation: SourceLocation
    /// In the order in which they stand in the form.
    package var codeLists: [CodeList]
    package var fields: [FormField]
}

/// Semantic versioning: a document valid under 1.a stays valid under every later 1.b.
package struct ContractVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var major: Int
    package var minor: Int
    package var patch: Int

    package init(major: Int, minor: Int, patch: Int) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads `1.4.0` and nothing else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard parts.count == 3, numbers.map(String.init) == parts.map(String.init), numbers.allSatisfy({ $0 >= 0 })
        else { return nil }
        self.init(major: numbers[0], minor: numbers[1], patch: numbers[2])
    }

    package static func < (a: Self, b: Self) -> Bool { (a.major, a.minor, a.patch) < (b.major, b.minor, b.patch) }

    package var description: String { "\(major).\(minor).\(patch)" }
}

/// A closed list of codes that fields share.
package struct CodeList: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var code: String
        package var label: String
        /// Choosing this code says something about a person's health (article 9 of Regulation (EU) 2016/679).
        package var isSpecialCategory: Bool
    }

    package var name: String
    package var entries: [Entry]

    package var codes: [String] { entries.map(\.code) }

    func has(_ code: String) -> Bool { entries.contains { $0.code == code } }
}

/// One question, or a group of them.
package struct FormField: Hashable, Sendable {
    /// The property of the JSON object: `givenName`.
    package var property: String
    /// From the root, lists passed through without an index: `family.adults.givenName`.
    package var path: String
    package var kind: FieldKind
    package var label: String
    package var description: String?
    /// Whose task needs it.
    package var purpose: String
    package var isSpecialCategory: Bool
    /// Asked always; else optional, or as the conditions say.
    package var isRequired: Bool
    package var conditions: [FieldCondition]
    /// Where its name stands in the file.
    package var location: SourceLocation
}

package enum FieldKind: Hashable, Sendable {
    case text(maxLength: Int, pattern: String?, isMultiline: Bool)
    case schemaVersion
    case uuid
    /// A BCP 47 tag: language, script and region, in their usual letter case.
    case language
    case date
    /// Year and month: `2026-11`.
    case month
    /// ISTAT's six digits.
    case municipality
    /// The id of a centre. The list of centres is data: it changes while the contract stays.
    case centre
    case phone
    case email
    case yesNo
    /// True, and nothing else.
    case confirmation
    case code(CodeList)
    /// One or more different codes.
    case codes(CodeList)
    case group(FieldGroup)
    /// One or more groups, `atMost` of them.
    case list(FieldGroup, atMost: Int)

    /// The codes to choose from, where the field is such a choice.
    package var codeList: CodeList? {
        switch self {
        case .code(let list), .codes(let list): list
        default: nil
        }
    }

    /// The fields inside, where it holds any.
    package var group: FieldGroup? {
        switch self {
        case .group(let group), .list(let group, _): group
        default: nil
        }
    }
}

package struct FieldGroup: Hashable, Sendable {
    package var fields: [FormField]
    /// Of these properties at least one must be there; empty where nothing of the kind is asked.
    package var atLeastOneOf: [String]
}

/// When a field must or must not be there, judged by another field of the same group.
package enum FieldCondition: Hashable, Sendable {
    case requiredIf(FieldTest)
    case forbiddenIf(FieldTest)
    case forbiddenUnless(FieldTest)

    package var test: FieldTest {
        switch self {
        case .requiredIf(let test), .forbiddenIf(let test), .forbiddenUnless(let test): test
        }
    }
}

/// What is asked of the other field; an absent field passes no test.
package struct FieldTest: Hashable, Sendable {
    package enum Expectation: Hashable, Sendable {
        case isTrue
        case isFalse
        /// A single code that is one of these.
        case isOne(of: [String])
        /// A list of codes that has one of these in it.
        case contains(oneOf: [String])
    }

    package var property: String
    package var expectation: Expectation
}

extension FormDefinition {
    /// Every field, a group before what it holds.
    package var allFields: [FormField] {
        func flattened(_ fields: [FormField]) -> [FormField] {
            fields.flatMap { [$0] + flattened($0.kind.group?.fields ?? []) }
        }
        return flattened(fields)
    }
}
