/// One problem in what a person wrote: what is wrong, where, and the one likely way out.
///
/// Wording: lead with the specific thing, state the rule, no final period.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        case warning
        case error
    }

    package var severity: Severity
    /// Stable kebab-case name of the kind of problem, for tools and tests: `unknown-placeholder`.
    package var identifier: String
    package var message: String
    package var hint: String?
    package var location: SourceLocation

    package init(
        _ severity: Severity,
        _ identifier: String,
        _ message: String,
        hint: String? = nil,
        at location: SourceLocation
    ) {
        self.severity = severity
        self.identifier = identifier
        self.message = message
        self.hint = hint
        self.location = location
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
    /// `file:line:column: error: [identifier] message`, and the hint on a line of its own.
    package var description: String {
        var place = location.file
        if let position = location.position {
            place += ":\(position.line):\(position.column)"
        }
        let line = "\(place): \(severity.rawValue): [\(identifier)] \(message)"
        return if let hint { line + "\n  hint: " + hint } else { line }
    }
}

extension Sequence<Diagnostic> {
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// The order in which a person works through them: by file, then by place.
    package func sortedByPlace() -> [Diagnostic] {
        sorted { a, b in
            let (p, q) = (a.location.position ?? .start, b.location.position ?? .start)
            return (a.location.file, p.line, p.column, a.identifier, a.message)
                < (b.location.file, q.line, q.column, b.identifier, b.message)
        }
    }
}
