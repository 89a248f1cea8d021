/// The schemas that the contract publishes, all of the same form.
package enum SchemaVariant: Hashable, Sendable, CaseIterable {
    /// What a sender may write: closed, in JSON Schema 2020-12.
    case sender
    /// What a receiver must take: the same, open to properties and codes that a later minor version may add.
    case reader
    /// The sender's, for form renderers that know only draft-07. The keywords used are those that mean the same in both.
    case draft07

    package var fileName: String {
        switch self {
        case .sender: "schema.json"
        case .reader: "reader.schema.json"
        case .draft07: "draft-07.schema.json"
        }
    }

    /// Where the schema is published; a slash at the end of the base address makes no difference.
    package func address(baseURL: String) -> String {
        contractFolder(baseURL: baseURL) + fileName
    }

    var dialect: String {
        switch self {
        case .sender, .reader: "https://json-schema.org/draft/2020-12/schema"
        case .draft07: "http://json-schema.org/draft-07/schema#"
        }
    }

    var title: String {
        switch self {
        case .sender, .draft07: "Referral of a family to home visits: what a sender may write"
        case .reader: "Referral of a family to home visits: what a receiver must take"
        }
    }

    /// Properties and codes that the form doesn't have are let through.
    var isOpen: Bool { self == .reader }
}

/// Where the contract is published, with a slash at the end.
func contractFolder(baseURL: String) -> String {
    (baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL) + "/referral/v1/"
}
