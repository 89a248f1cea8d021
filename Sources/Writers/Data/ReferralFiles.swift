package import Referral

/// What the contract is made from, beside the form itself.
package struct ContractSources: Sendable {
    /// The published address of the site.
    package var baseURL: String
    package var publisher: String
    package var isExample = false
    /// The name of the service.
    package var title: String
    /// The labels of each language, the source language first.
    package var labels: [(language: String, document: JSONValue)] = []
    package var vectors: [VectorSuite] = []
    /// `contract/CHANGELOG.md`; nil where there is none yet.
    package var changelog: String?

    package init(baseURL: String, publisher: String, title: String) {
        self.baseURL = baseURL
        self.publisher = publisher
        self.title = title
    }
}

/// Where the contract of this major version lies in the output.
package let contractPath = "referral/v1/"

/// The files of the referral contract, under `referral/v1/` of the output.
package func referralFiles(of form: FormDefinition, _ sources: ContractSources) -> [(path: String, contents: String)] {
    let schemaID = SchemaVariant.sender.address(baseURL: sources.baseURL)
    let questionnaire = fhirQuestionnaire(
        of: form,
        baseURL: sources.baseURL,
        publisher: sources.publisher,
        isExample: sources.isExample,
        title: sources.title,
        labels: sources.labels.map(\.document)
    )
    let documents =
        SchemaVariant.allCases.map { ($0.fileName, referralSchema(of: form, variant: $0, baseURL: sources.baseURL)) }
        + [("uischema.json", uiSchema(of: form)), ("fhir/questionnaire.json", questionnaire)]
        + form.codeLists.map { ("codes/\($0.name).json", codeDocument(of: $0, in: form)) }
        + sources.labels.map { ("labels/\($0.language).json", $0.document) }
        + sources.vectors.map { ("vectors/\($0.name).json", vectorDocument(of: $0, schemaID: schemaID)) }
    var texts = [("types.d.ts", typeScriptTypes(of: form))] + guides(form: form, baseURL: sources.baseURL)
    if let changelog = sources.changelog { texts.append(("CHANGELOG.md", changelog)) }
    return (documents.map { ($0.0, $0.1.prettyText) } + texts).map { (contractPath + $0.0, $0.1) }
}
