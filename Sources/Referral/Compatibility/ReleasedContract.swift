package import Diagnostics

/// A version of the contract as it was released, read back from its files.
package struct ReleasedContract: Hashable, Sendable {
    package struct Vector: Hashable, Sendable {
        package var name: String
        package var data: JSONValue
    }

    package var version: ContractVersion
    /// What a sender may write.
    package var schema: JSONValue
    /// The referrals that a sender may write.
    package var vectors: [Vector]
}

/// Reads a release from its files: `path` is inside of the folder of the version, as in `vectors/rules.json`.
///
/// Nil, and an error, for a release that lacks its schema or holds files that are no JSON: nothing can be promised for it.
package func readRelease(
    _ version: ContractVersion,
    folder: String,
    files: [(path: String, bytes: [UInt8])]
) -> Diagnosed<ReleasedContract?> {
    var diagnostics: [Diagnostic] = []
    var schema: JSONValue?
    var vectors: [ReleasedContract.Vector] = []
    for file in files {
        let isSuite = file.path.hasPrefix("vectors/")
        guard isSuite || file.path == SchemaVariant.sender.fileName else { continue }
        let value = readJSON(file.bytes, file: "\(folder)/\(file.path)").value(reportingTo: &diagnostics)
        if isSuite { vectors += value.map { senderVectors(in: $0, file: file.path) } ?? [] } else { schema = value }
    }
    if diagnostics.isEmpty, schema == nil || vectors.isEmpty {
        let problem: Problem =
            schema == nil ? .releaseWithoutSchema(version.description) : .releaseWithoutVectors(version.description)
        diagnostics.append(.error(problem, at: SourceLocation(file: folder)))
    }
    guard let schema, diagnostics.isEmpty else { return Diagnosed(nil, diagnostics) }
    return Diagnosed(ReleasedContract(version: version, schema: schema, vectors: vectors))
}

private func senderVectors(in document: JSONValue, file: String) -> [ReleasedContract.Vector] {
    (document.items ?? []).flatMap { group in
        (group["tests"]?.items ?? []).compactMap { test in
            guard test["valid"] == true, let data = test["data"] else { return nil }
            return ReleasedContract.Vector(name: "\(file): \(test["description"]?.text ?? "?")", data: data)
        }
    }
}
