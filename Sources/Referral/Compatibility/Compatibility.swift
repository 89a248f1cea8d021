package import Diagnostics

/// Errors for everything in the form that breaks a promise of an earlier version: each names the field and the rule.
///
/// The promise: what a sender may write under 1.a, a reader takes under every later 1.b. The schemas are compared part
/// by part; then the referrals of each release are judged, for what such a comparison doesn't see.
package func compatibilityProblems(of form: FormDefinition, with releases: [ReleasedContract]) -> [Diagnostic] {
    let schema = referralSchema(of: form, variant: .sender, baseURL: "")
    let reader = ReferralValidator(form: form, variant: .reader)
    var diagnostics = versionProblems(of: form, schema: schema, releases: releases)
    for release in releases.sorted(by: { $0.version < $1.version }) {
        let breaches = schemaBreaches(from: release.schema, to: schema)
        diagnostics += breaches.map { breach in
            let against = release.version.description
            let problem = Problem.breaksContract(breach.path, breach.change, rule: breach.rule, against: against)
            return .error(problem, at: form.location(of: breach.path))
        }
        guard breaches.isEmpty else { continue }
        diagnostics += release.vectors.compactMap { vector in
            guard let finding = reader.findings(in: vector.data).findings.first else { return nil }
            let problem = Problem.refusesReleased(
                version: release.version.description,
                vector: vector.name,
                pointer: finding.pointer,
                because: finding.message
            )
            let path = finding.pointer.split(separator: "/").filter { Int($0) == nil }.joined(separator: ".")
            return .error(problem, at: form.location(of: path))
        }
    }
    return diagnostics
}

/// The number tells whether anything but words has changed since the last release.
private func versionProblems(
    of form: FormDefinition,
    schema: JSONValue,
    releases: [ReleasedContract]
) -> [Diagnostic] {
    guard let newest = releases.max(by: { $0.version < $1.version }) else { return [] }
    guard form.version >= newest.version else {
        let problem = Problem.versionBehind(form.version.description, released: newest.version.description)
        return [.error(problem, at: form.versionLocation)]
    }
    let isSameMinor = (form.version.major, form.version.minor) == (newest.version.major, newest.version.minor)
    guard isSameMinor, constraints(of: schema) != constraints(of: newest.schema) else { return [] }
    let next = ContractVersion(major: newest.version.major, minor: newest.version.minor + 1, patch: 0)
    let problem = Problem.versionUnchanged(released: newest.version.description, next: next.description)
    return [.error(problem, at: form.versionLocation)]
}

/// A schema without what may change with its words or its address.
private func constraints(of schema: JSONValue) -> JSONValue {
    switch schema {
    case .object(let object):
        let words: Set<String> = ["$id", "$comment", "title", "x-purpose"]
        // A property of such a name would be an object.
        let members = object.members.filter { !(words.contains($0.name) && $0.value.text != nil) }
        return .object(JSONObject(members.map { ($0.name, constraints(of: $0.value)) }))
    case .array(let items): return .array(items.map(constraints))
    case .null, .bool, .integer, .decimal, .string: return schema
    }
}

extension FormDefinition {
    /// Where a field is, or the group that it was in, or the version when it was in none.
    fileprivate func location(of path: String) -> SourceLocation {
        let fields = allFields
        var steps = path.split(separator: ".")
        while !steps.isEmpty {
            let path = steps.joined(separator: ".")
            if let field = fields.first(where: { $0.path == path }) { return field.location }
            steps.removeLast()
        }
        return versionLocation
    }
}
