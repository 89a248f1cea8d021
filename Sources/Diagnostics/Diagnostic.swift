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

/// For problems that are not worded in two languages yet.
extension Diagnostic {
    package init(
        _ severity: Severity,
        _ identifier: String,
        _ message: String,
        hint: String? = nil,
        at location: SourceLocation
    ) {
        let hint = hint.map { Wording(en: $0, it: $0) }
        self.init(severity, Problem(identifier, en: message, it: message, hint: hint), at: location)
    }

    package static func error(
        _ identifier: String,
        _ message: String,
        hint: String? = nil,
        at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(.error, identifier, message, hint: hint, at: location)
    }

    package static func warning(
        _ identifier: String,
        _ message: String,
        hint: String? = nil,
        at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(.warning, identifier, message, hint: hint, at: location)
    }
}

extension Diagnostic: CustomStringConvertible {
    package var description: String { description(in: .english) }

    /// `file:line:column: error: [identifier] message`, and the hint on a line of its own.
    package func description(in language: DiagnosticLanguage) -> String {
        var place = location.file
        if let position = location.position {
            place += ":\(position.line):\(position.column)"
        }
        let line = "\(place): \(severity.rawValue): [\(identifier)] \(message(in: language))"
        return if let hint { line + "\n  hint: " + hint(in: language) } else { line }
    }
}

extension Sequence<Diagnostic> {
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
