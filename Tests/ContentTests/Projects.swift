import Content
import Diagnostics
import MarkedText

/// A whole small project, sound as it is; a test puts other files in place of its own.
struct SampleProject {
    var texts: [String: String] = [
        "content/site.yml": """
        name: Prova
        base-url: https://prova.example
        source-language: it
        languages: [it, en]
        publisher: {name: Ente di prova}
        accessibility-statement: index
        theme: {accent: "#0b5d5e", accent-dark: "#7fd1d2"}
        """,
        "content/service.yml": """
        days: 5
        help: {phone: "112"}
        place: {text: Sportello}
        cadence: {code: weekly}
        """,
        "content/centres/uno.yml": """
        id: uno
        name: Centro di prova
        example: true
        municipalities: [{istat: "999001", name: Comune di prova}]
        address: {street: Via di prova 1, postal-code: "00001", city: Comune di prova}
        phones: [{number: "0500 000 001"}]
        hours: [{days: [monday], opens: "09:00", closes: "13:00"}]
        languages: [it]
        mediators: []
        patron-saint: "06-24"
        """,
        "content/pages/index.md": SampleProject.page("Ciao.\n"),
    ]
    var media: [String] = ["content/media/casa.svg"]

    static func page(_ body: String, keys: String = "") -> String {
        """
        ---
        title: Pagina
        description: Una pagina di prova.
        audience: families
        reviewed: 2026-11-21
        review-by: 2027-05-21
        \(keys.isEmpty ? "" : keys + "\n")---
        \(body)
        """
    }

    func with(_ path: String, _ text: String?) -> SampleProject {
        var copy = self
        copy.texts[path] = text
        return copy
    }

    var files: ContentFiles {
        ContentFiles(
            texts: texts.sorted { $0.key < $1.key }.map { SourceText(file: $0.key, text: $0.value) },
            media: media.map { MediaFile(path: $0, bytes: Array("<svg viewBox=\"0 0 30 20\"/>".utf8)) }
        )
    }

    func read() -> Diagnosed<Project?> { readProject(files) }
}

/// The problems of a project in which one file is a marked sample, and the places that the sample marks.
func problems(
    in project: SampleProject = SampleProject(),
    with path: String,
    marked: String
) -> (found: [Diagnostic], places: [SourcePosition]) {
    let sample = MarkedText(marked, file: path)
    return (project.with(path, sample.source.text).read().diagnostics, sample.places)
}
