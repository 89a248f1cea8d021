import Content
package import Referral
package import Site

/// The contract and the service's data, for programs that have never heard of this one.
///
/// `frozen` are the files of released versions, published as they were: `referral/1.0.0/schema.json`.
package func dataFiles(
    of site: Site,
    form: FormDefinition,
    vectors: [VectorSuite],
    changelog: String?,
    frozen: [OutputFile] = []
) -> [OutputFile] {
    let project = site.project
    var sources = ContractSources(
        baseURL: project.settings.baseURL,
        publisher: project.settings.publisher.name,
        title: project.name
    )
    sources.isExample = project.isExample
    sources.vectors = vectors
    sources.changelog = changelog
    sources.labels = site.editions.sorted { $0.language == site.source && $1.language != site.source }.map { edition in
        (edition.language.code, labels(of: form, in: edition))
    }
    return referralFiles(of: form, sources).map { OutputFile(path: $0.path, text: $0.contents) } + frozen + [
        OutputFile(path: "data/service.json", text: serviceData(of: project).prettyText),
        OutputFile(path: "data/centres.json", text: centresData(of: project).prettyText),
        OutputFile(path: "data/hsds.json", text: hsdsData(of: project, today: site.today).prettyText),
    ]
}

private func labels(of form: FormDefinition, in edition: LocalizedSite) -> JSONValue {
    let language = edition.language
    return labels(of: form, language: language.code, direction: language.direction.rawValue) { context, text in
        let phrase = edition.localizer.label(context: context, text: text)
        return (phrase.text, phrase.language == language)
    }
}

extension Project {
    /// The service's name, or the site's where the facts have none.
    var name: String {
        if case .text(let message)? = facts["name"] { message.text } else { settings.name }
    }
}
