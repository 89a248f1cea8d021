import Content
import Diagnostics
import Gettext
import HTMLWriter
import Referral
import Site
import Testing

/// A small project in Italian and Arabic, from texts to the files of its site.
struct SampleSite {
    var home = "Chiama il {service.help} entro {service.days} giorni.\n\n[Vai allo sportello](sportello.md#orari)\n"
    var desk = "## Orari\n\n- Ogni *giorno*\n- Mai la domenica\n\n```{centres}\n```\n"
    var arabic: [(id: String, text: String)] = []
    var languages = ["it", "ar"]
    var today = "2026-11-21"

    func project(homePath: String = "content/pages/index.md") throws -> Project {
        let sources = texts.map { SourceText(file: $0.0 == "content/pages/index.md" ? homePath : $0.0, text: $0.1) }
        let read = readProject(ContentFiles(texts: sources, media: []))
        try #require(read.diagnostics == [])
        return try #require(read.value)
    }

    func site(form: FormDefinition? = nil) async throws -> Site {
        let project = try project()
        let arabic = try #require(Language("ar"))
        return await resolve(
            project,
            form: form,
            languages: project.settings.languages,
            catalogues: [arabic: try catalogue(of: project, form: form)],
            hasPaper: false,
            today: try #require(CalendarDate(today))
        )
    }

    func catalogue(of project: Project, form: FormDefinition? = nil) throws -> Catalogue {
        var catalogue = Catalogue.empty(language: "ar", project: "Prova")
            .merged(with: messageTemplate(of: project, form: form))
        for (id, text) in arabic {
            let index = try #require(catalogue.entries.firstIndex { $0.id == id }, "no message '\(id)'")
            catalogue.entries[index].translations = [text]
        }
        return catalogue
    }

    func files() async throws -> [String: String] {
        let project = try project()
        let arabic = try #require(Language("ar"))
        return try await files(of: project, catalogues: [arabic: try catalogue(of: project)])
    }

    func files(of project: Project, catalogues: [Language: Catalogue]) async throws -> [String: String] {
        let site = await resolve(
            project,
            form: nil,
            languages: project.settings.languages,
            catalogues: catalogues,
            hasPaper: false,
            today: try #require(CalendarDate(today))
        )
        let files = try await webFiles(of: site)
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private var texts: [(String, String)] {
        let dates = "reviewed: 2026-11-21\nreview-by: 2027-05-21"
        return [
            (
                "content/site.yml",
                """
                name: Prova
                base-url: https://prova.example/nidi
                source-language: it
                languages: [\(languages.joined(separator: ", "))]
                publisher: {name: Ente di prova}
                accessibility-statement: index
                theme: {accent: "#0b5d5e", accent-dark: "#7fd1d2"}
                """
            ),
            ("content/service.yml", "days: 5\nlong_days: 9\nhelp: {phone: \"112\"}\n"),
            (
                "content/centres/uno.yml",
                """
                id: uno
                name: Centro di prova
                example: true
                municipalities: [{istat: "999001", name: Comune di prova}]
                address: {street: Via di prova 1, postal-code: "00001", city: Comune di prova}
                phones: [{number: "0500 000 001"}]
                hours: [{days: [monday, wednesday], opens: "09:00", closes: "13:00"}]
                languages: [it, ar]
                mediators: [zh-Hans]
                patron-saint: "06-24"
                """
            ),
            (
                "content/pages/index.md",
                "---\ntitle: Benvenuti\ndescription: Prova.\naudience: families\n\(dates)\n---\n\(home)"
            ),
            (
                "content/pages/sportello.md",
                """
                ---
                title: Lo sportello
                description: Dove.
                audience: families
                menu: {order: 10, label: Sportello}
                aliases: [contatti]
                \(dates)
                ---
                \(desk)
                """
            ),
        ]
    }
}
