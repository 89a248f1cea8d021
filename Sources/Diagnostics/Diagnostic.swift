/// One problem in what a person wrote: what is wrong, where, and the one likely way out.
///
/// Wording: lead with the specific thing, state the rule, no final period.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        case warning
        case error
    }

    package var severity: Severity
    package var problem: Problem
    package var location: SourceLocation

    package init(_ severity: Severity, _ problem: Problem, at location: SourceLocation) {
        self.severity = severity
        self.problem = problem
        self.location = location
    }

    package static func error(_ problem: Problem, at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, problem, at: location)
    }

    package static func warning(_ problem: Problem, at location: SourceLocation) -> Diagnostic {
        Diagnostic(.warning, problem, at: location)
    }

    package var identifier: String { problem.identifier }
    package var message: Wording { problem.message }
    package var hint: Wording? { problem.hint }
}

extension Diagnostic: CustomStringConvertible {
    package var description: String { description(in: .english) }

    /// `file:line:column: error: [identifier] message`, the line with a caret under the place, and the hint.
    ///
    /// `line` is the text of the line that the place is in; nil where nobody has it.
    package func description(in language: DiagnosticLanguage, line: String? = nil) -> String {
        var place = location.file
        var quotation: [String] = []
        if let position = location.position {
            place += ":\(position.line):\(position.column)"
            if let line {
                let quoted = QuotedLine(line: line, column: position.column)
                let number = String(position.line)
                let margin = String(repeating: " ", count: number.count)
                quotation = ["  \(number) | \(quoted.text)", "  \(margin) | \(quoted.caret)"]
            }
        }
        let head = "\(place): \(severity.word(in: language)): [\(identifier)] \(message(in: language))"
        let way = hint.map { ["  \(Wording.hint(in: language)): \($0(in: language))"] } ?? []
        return ([head] + quotation + way).joined(separator: "\n")
    }
}

extension Diagnostic.Severity {
    package func word(in language: DiagnosticLanguage) -> String {
        switch self {
        case .error: Wording.error(in: language)
        case .warning: Wording.warning(in: language)
        }
    }
}

extension Sequence<Diagnostic> {
    /// The same where something is released: texts that are still to be written are errors in the files that `includes`.
    package func forRelease(of includes: (String) -> Bool = { _ in true }) -> [Diagnostic] {
        map { diagnostic in
            guard diagnostic.identifier == Problem.unwrittenIdentifier, includes(diagnostic.location.file) else {
                return diagnostic
            }
            return .error(diagnostic.problem, at: diagnostic.location)
        }
    }

    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// The order in which a person works through them: by file, then by place.
    package func sortedByPlace() -> [Diagnostic] {
        sorted { a, b in
            let (p, q) = (a.location.position ?? .start, b.location.position ?? .start)
            return (a.location.file, p.line, p.column, a.identifier, a.message.english)
                < (b.location.file, q.line, q.column, b.identifier, b.message.english)
        }
    }
}
