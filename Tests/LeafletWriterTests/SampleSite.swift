import Content
import Diagnostics
import Gettext
import Referral
import Testing

@testable import LeafletWriter
@testable import Site

/// A site with one leaflet, `MG-01`, written in the test; everything else in it is as small as can be read.
struct SampleSite {
    var body: String
    var title = "Il foglio"
    var centres = 1
    var languages = ["it"]
    var baseURL = "https://prova.example"
    var media: [MediaFile] = []
    var pages: [String: String] = [:]
    /// Arabic translations, and those of the site's own words, by their Italian.
    var arabic: [String: String] = [:]
    var arabicFurniture: [Furniture: String] = [:]
    var form: FormDefinition?
    /// Translations of the form's labels, by their Italian.
    var arabicLabels: [String: String] = [:]
    var reviewed = "2026-03-02"
    var today = "2026-11-21"
    var format = "a4"
    var isPerCentre = false
    var months = 3
    var phone = "0500 000 00"
    var publisher = "Ente Prova"
    /// What stands in the texts, and what takes its place.
    var changes: [(String, String)] = []
    /// Lines of the ledger, without its head.
    var ledger: [String] = []

    init(_ body: String) { self.body = body }

    func resolved() async throws -> Site {
        let texts = self.texts.map { text in
            SourceText(file: text.file, text: changes.reduce(text.text) { $0.replacing($1.0, with: $1.1) })
        }
        let read = readProject(ContentFiles(texts: texts, media: media))
        let project = try #require(read.value, "\(read.diagnostics)")
        let languages = try languages.map { try #require(Language($0)) }
        let entries =
            arabic.sorted { $0.key < $1.key }.map { Entry($0, translations: [$1]) }
            + arabicFurniture.sorted { $0.key.rawValue < $1.key.rawValue }.map { furniture, translation in
                Entry(furniture.source.one, context: Furniture.context, translations: [translation])
            }
            + (form?.messages ?? []).compactMap { message in
                arabicLabels[message.text].map { Entry(message.text, context: message.context, translations: [$0]) }
            }
        return await resolve(
            project,
            form: form,
            languages: languages,
            catalogues: Dictionary(uniqueKeysWithValues: languages.map { ($0, Catalogue(entries: entries)) }),
            hasPaper: true,
            today: try #require(CalendarDate(today))
        )
    }

    /// The sheets of one layout, those for all centres and those of each.
    func jobs(_ layout: Leaflet.Layout = .single) async throws -> Diagnosed<[PrintJob]> {
        let site = try await resolved()
        var diagnostics: [Diagnostic] = []
        let jobs = site.sheets.filter { $0.layout == layout }.compactMap { sheet in
            printJob(for: .leaflet(sheet), of: site).value(reportingTo: &diagnostics)
        }
        return Diagnosed(jobs, diagnostics)
    }

    /// The document of the last language, which has to be without problems.
    func document(_ layout: Leaflet.Layout = .single) async throws -> JSONValue {
        let jobs = try await jobs(layout)
        #expect(jobs.diagnostics == [])
        return try #require(jobs.value.last).document
    }

    /// The blocks of its first side.
    func blocks() async throws -> [JSONValue] {
        try #require(try await document()["panels"]?.items?.first?.items)
    }

    private var texts: [SourceText] {
        var texts = [
            SourceText(
                file: "content/site.yml",
                text: """
                    name: Prova
                    base-url: \(baseURL)
                    source-language: it
                    languages: [\(languages.joined(separator: ", "))]
                    publisher: {name: \(publisher)}
                    accessibility-statement: index
                    theme: {accent: "#9a3b1b", accent-dark: "#f2a688"}
                    """
            ),
            SourceText(
                file: "content/service.yml",
                text: """
                    months: \(months)
                    emergency: {phone: "112"}
                    write_to: {email: "a@prova.example"}
                    place: {text: "Sportello"}
                    """
            ),
            SourceText(
                file: "content/leaflets/MG-01.md",
                text: """
                    ---
                    code: MG-01
                    title: "\(title)"
                    description: "Che cosa c’è sul foglio."
                    format: \(format)
                    per-centre: \(isPerCentre)
                    reviewed: \(reviewed)
                    review-by: 2027-03-02
                    sources: [Prova]
                    ---
                    \(body)
                    """
            ),
        ]
        if !ledger.isEmpty {
            let lines = [EditionLedger.columns.joined(separator: "\t")] + ledger
            texts.append(SourceText(file: EditionLedger.path, text: lines.joined(separator: "\n") + "\n"))
        }
        texts += (0..<centres).map { number in
            SourceText(
                file: "content/centres/c\(number).yml",
                text: """
                    id: c\(number)
                    name: Centro \(number)
                    example: true
                    municipalities: [{istat: "\(999_000 + number)", name: Comune \(number)}]
                    address: {street: Via Prova \(number), postal-code: "\("0000\(number)".suffix(5))", city: Prova, notes: Suona}
                    phones:
                      - {number: "0500 000 01\(number)", label: Messaggi, whatsapp: true, calls: false}
                      - {number: "\(phone)\(number)", label: Sportello}
                    hours:
                      - {days: [monday, wednesday], opens: "09:00", closes: "13:00"}
                      - {days: [thursday], opens: "14:30", closes: "18:00"}
                    languages: [it]
                    mediators: []
                    email: c\(number)@prova.example
                    patron-saint: "06-24"
                    """
            )
        }
        texts += pages.map { slug, body in
            SourceText(
                file: "content/pages/\(slug).md",
                text: """
                    ---
                    title: Pagina
                    description: Una pagina.
                    audience: families
                    reviewed: 2026-03-02
                    review-by: 2027-03-02
                    sources: [Prova]
                    ---
                    \(body)
                    """
            )
        }
        return texts
    }
}

/// A document written by hand, to compare with.
func para(_ text: String) -> JSONValue { ["t": "para", "c": [["t": "text", "v": .string(text)]]] }

extension PrintJob {
    /// The sheet of a leaflet's job.
    var sheet: LeafletSheet {
        get throws {
            guard case .leaflet(let sheet) = printable else { throw NotALeaflet() }
            return sheet
        }
    }

    private struct NotALeaflet: Error {}
}
