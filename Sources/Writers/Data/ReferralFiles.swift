package import Referral

/// The files of the referral contract, under `referral/v1/` of the output.
///
/// `baseURL` is the published address of the site; `labels` holds the labels of each language.
package func referralFiles(
    of form: FormDefinition,
    baseURL: String,
    labels: [(language: String, document: JSONValue)],
    vectors: [VectorSuite]
) -> [(path: String, contents: String)] {
    let schemaID = SchemaVariant.sender.address(baseURL: baseURL)
    let documents =
        SchemaVariant.allCases.map { ($0.fileName, referralSchema(of: form, variant: $0, baseURL: baseURL)) }
        + labels.map { ("labels/\($0.language).json", $0.document) }
        + vectors.map { ("vectors/\($0.name).json", vectorDocument(of: $0, schemaID: schemaID)) }
    return documents.map { ("referral/v1/" + $0.0, $0.1.prettyText) }
}
