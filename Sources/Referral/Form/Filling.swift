/// Who answers a field where the form is filled in on a screen.
package enum Filling: Hashable, Sendable {
    case person
    /// A person, who finds the day of today there already.
    case personFromToday
    /// The form, with the major and minor version of the contract.
    case contractVersion
    /// The form, with a new identifier.
    case newIdentifier
    /// The form, with the language that it is read in.
    case languageOfForm
}

extension FormField {
    package var filling: Filling {
        switch kind {
        case .schemaVersion: .contractVersion
        case .uuid: .newIdentifier
        case .language where path == "formLanguage": .languageOfForm
        case .date where path == sendingPath: .personFromToday
        default: .person
        }
    }

    /// What the contract asks of the text, where the field holds a text that is no code.
    package var textLimits: (pattern: String, maxLength: Int)? {
        kind.stringShape.map { ($0.pattern, $0.maxLength) }
    }
}

extension ContractVersion {
    /// What a document carries as its `schemaVersion`: `1.4`.
    package var schemaVersion: String { "\(major).\(minor)" }
}
