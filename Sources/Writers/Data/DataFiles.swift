import Content
package import Referral
package import Site

/// The contract and the service's data, for programs that have never heard of this one.
package func dataFiles(of site: Site, form: FormDefinition, vectors: [VectorSuite]) -> [OutputFile] {
    let labels = site.editions.map { edition in
        let document = Referral.labels(
            of: form,
            language: edition.language.code,
            direction: edition.language.direction.rawValue
        ) { context, text in
            let phrase = edition.localizer.label(context: context, text: text)
            return (phrase.text, phrase.language == edition.language)
        }
        return (language: edition.language.code, document: document)
    }
    let contract = referralFiles(
        of: form,
        baseURL: site.project.settings.baseURL,
        labels: labels,
        vectors: vectors
    )
    return contract.map { OutputFile(path: $0.path, text: $0.contents) } + [
        OutputFile(path: "data/service.json", text: serviceData(of: site.project).prettyText),
        OutputFile(path: "data/centres.json", text: centresData(of: site.project).prettyText),
    ]
}
