import Content
import Diagnostics
import Gettext
import HTMLWriter
import Site
import Testing

/// A small site about its paper: a sheet, a booklet and a folded leaflet, in Italian and Arabic.
struct PaperSite {
    var centres = ["nord", "sud"]
    var formerCentres: [String] = []
    var hasPaper = true
    var today = "2026-11-21"
    /// Lines of `editions.tsv`, under its head.
    var ledger: [String] = []
    /// Changes of the contents: what stands there, and what takes its place.
    var changes: [(String, String)] = []

    func site() async throws -> Site {
        let texts = self.texts.map { text in
            SourceText(
                file: text.0,
                text: changes.reduce(text.1) { $0.replacing($1.0, with: $1.1) }
            )
        }
        let read = readProject(ContentFiles(texts: texts, media: []))
        try #require(read.diagnostics == [])
        let project = try #require(read.value)
        var catalogue = Catalogue.empty(language: "ar", project: "Prova")
            .merged(with: messageTemplate(of: project, form: nil))
        let index = try #require(catalogue.entries.firstIndex { $0.id == "Un foglio" })
        catalogue.entries[index].translations = ["ورقة"]
        let arabic = try #require(Language("ar"))
        return await resolve(
            project,
            form: nil,
            languages: project.settings.languages,
            catalogues: [arabic: catalogue],
            hasPaper: hasPaper,
            today: try #require(CalendarDate(today))
        )
    }

    func files() async throws -> [String: String] {
        let files = try await webFiles(of: site())
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    /// A line of the ledger for a sheet: as it is now, or with parts that are not what they are now.
    func line(
        _ sheet: LeafletSheet,
        released: String,
        digits: String? = nil,
        unlike parts: Set<EditionPart> = []
    ) -> String {
        let (key, print) = (sheet.key, sheet.edition.print)
        let identity = [key.leaflet, key.language, key.layout.rawValue, key.centre ?? "-", released]
        let whole = [digits ?? print.whole, digits ?? print.whole]
        let hashes = EditionPart.allCases.map { parts.contains($0) ? "00000001" : print[$0] }
        return (identity + whole + hashes).joined(separator: "\t")
    }

    private var texts: [(String, String)] {
        let dates = "reviewed: 2026-11-21\nreview-by: 2027-05-21"
        func leaflet(_ code: String, title: String, format: String, panels: Int, isPerCentre: Bool) -> (String, String)
        {
            let head = """
                ---
                code: \(code)
                title: \(title)
                description: Parla di {service.days} giorni.
                format: \(format)
                per-centre: \(isPerCentre)
                \(dates)
                ---

                """
            let waysBack = "```{contact}\n```\n\n```{qr}\n```\n"
            let text = (1...panels).map { "Lato \($0) di {service.days}.\n\n" + ($0 == 1 ? waysBack : "") }
            return ("content/leaflets/\(code).md", head + text.joined(separator: "\n---\n\n"))
        }
        func page(_ slug: String, _ title: String, _ body: String) -> (String, String) {
            let head = "---\ntitle: \(title)\ndescription: Prova.\naudience: referrers\n\(dates)\n---\n"
            return ("content/pages/\(slug).md", head + body)
        }
        return [
            (
                "content/site.yml",
                """
                name: Prova
                base-url: https://prova.example
                source-language: it
                languages: [it, ar]
                publisher: {name: Ente di prova}
                accessibility-statement: index
                former-centres: [\(formerCentres.joined(separator: ", "))]
                theme: {accent: "#0b5d5e", accent-dark: "#7fd1d2"}
                """
            ),
            ("content/service.yml", "days: 5\n"),
            page("index", "Casa", "Ciao.\n"),
            page("materiali", "Materiali", "Prima.\n\n```{leaflets}\n```\n"),
            page("edizioni", "Edizioni", "Prima.\n\n```{editions}\n```\n"),
            leaflet("MG-01", title: "Un foglio", format: "a4", panels: 1, isPerCentre: false),
            leaflet("MG-02", title: "Un libretto", format: "a5-booklet", panels: 4, isPerCentre: true),
            leaflet("MG-03", title: "Un pieghevole", format: "trifold", panels: 6, isPerCentre: true),
            ("content/leaflets/editions.tsv", ([head] + ledger).map { $0 + "\n" }.joined()),
        ]
            + centres.enumerated().map { number, id in
                (
                    "content/centres/\(id).yml",
                    """
                    id: \(id)
                    name: Centro \(id)
                    example: true
                    municipalities: [{istat: "99900\(number)", name: Comune \(id)}]
                    address: {street: Via di prova 1, postal-code: "00001", city: Comune \(id)}
                    phones: [{number: "0500 000 00\(number)"}]
                    hours: [{days: [monday], opens: "09:00", closes: "13:00"}]
                    languages: [it]
                    mediators: []
                    patron-saint: "06-24"
                    """
                )
            }
    }

    private var head: String { EditionLedger.columns.joined(separator: "\t") }
}
