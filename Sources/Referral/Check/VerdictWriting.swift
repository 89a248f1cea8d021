internal import Content
internal import Diagnostics

extension ReferralVerdict {
    /// The verdict for a person, one problem on each line.
    package func lines(file: String) -> [String] {
        var lines = syntax.map(\.description)
        lines += findings.findings.map { finding in
            let place = finding.pointer.isEmpty ? "" : shown(finding.pointer) + ": "
            let line = "\(file): error: [\(finding.identifier)] \(place)\(finding.message)"
            return finding.hint.map { line + "\n  hint: " + $0 } ?? line
        }
        if findings.omitted > 0 { lines.append("\(file): and \(findings.omitted) more problems") }
        if isValid { lines.append("\(file): valid\(contactDueBy.map { ", the Centre calls by \($0)" } ?? "")") }
        return lines
    }

    /// The verdict for a program: `{file, valid, contactDueBy, problems: [{identifier, pointer, message, …}], omitted}`.
    ///
    /// A problem of the text itself has `line` and `column` in place of a pointer.
    package func document(file: String) -> JSONValue {
        let faults = syntax.map { fault -> JSONValue in
            var problem: JSONObject = [
                "identifier": .string(fault.identifier), "message": .string(fault.message.english),
            ]
            problem["hint"] = fault.hint.map { .string($0.english) }
            problem["line"] = fault.location.position.map { .integer($0.line) }
            problem["column"] = fault.location.position.map { .integer($0.column) }
            return .object(problem)
        }
        let problems = findings.findings.map { finding -> JSONValue in
            var problem: JSONObject = [
                "identifier": .string(finding.identifier), "pointer": .string(finding.pointer),
                "message": .string(finding.message),
            ]
            problem["hint"] = finding.hint.map { .string($0) }
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
