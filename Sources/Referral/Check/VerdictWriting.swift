internal import Content
package import Diagnostics

extension ReferralVerdict {
    /// The verdict for a person, one problem on each line.
    package func lines(file: String, in language: DiagnosticLanguage) -> [String] {
        var lines = syntax.map { $0.description(in: language) }
        lines += findings.findings.map { finding in
            let place = finding.pointer.isEmpty ? "" : shown(finding.pointer) + ": "
            let severity = Diagnostic.Severity.error.word(in: language)
            let line = "\(file): \(severity): [\(finding.identifier)] \(place)\(finding.message(in: language))"
            return finding.hint.map { "\(line)\n  \(Wording.hint(in: language)): \($0(in: language))" } ?? line
        }
        if findings.omitted > 0 { lines.append("\(file): \(Wording.omitted(findings.omitted)(in: language))") }
        if isValid {
            let words = contactDueBy.map { Wording.valid(callBy: $0.description) } ?? .valid
            lines.append("\(file): \(words(in: language))")
        }
        return lines
    }

    /// The verdict for a program: `{file, valid, contactDueBy, problems: [{identifier, pointer, message, …}], omitted}`.
    ///
    /// A problem of the text itself has `line` and `column` in place of a pointer.
    package func document(file: String, in language: DiagnosticLanguage) -> JSONValue {
        let faults = syntax.map { fault -> JSONValue in
            var problem: JSONObject = [
                "identifier": .string(fault.identifier), "message": .string(fault.message(in: language)),
            ]
            problem["hint"] = fault.hint.map { .string($0(in: language)) }
            problem["line"] = fault.location.position.map { .integer($0.line) }
            problem["column"] = fault.location.position.map { .integer($0.column) }
            return .object(problem)
        }
        let problems = findings.findings.map { finding -> JSONValue in
            var problem: JSONObject = [
                "identifier": .string(finding.identifier), "pointer": .string(finding.pointer),
                "message": .string(finding.message(in: language)),
            ]
            problem["hint"] = finding.hint.map { .string($0(in: language)) }
            return .object(problem)
        }
        return [
            "file": .string(file),
            "valid": .bool(isValid),
            "contactDueBy": contactDueBy.map { .string($0.description) } ?? .null,
            "problems": .array(faults + problems),
            "omitted": .integer(findings.omitted),
        ]
    }
}
