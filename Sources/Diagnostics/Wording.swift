/// A sentence in each language that the program speaks to those who write.
///
/// Lead with the specific thing, state the rule, no final period. Names of files, keys and commands stay as they are.
package struct Wording: Hashable, Sendable {
    package var english: String
    package var italian: String

    package init(en english: String, it italian: String) {
        self.english = english
        self.italian = italian
    }

    package func callAsFunction(in language: DiagnosticLanguage) -> String {
        switch language {
        case .english: english
        case .italian: italian
        }
    }
}

/// A language of the program's own sentences; what families read has languages of its own.
package enum DiagnosticLanguage: String, CaseIterable, Hashable, Sendable {
    case english = "en"
    case italian = "it"
}
