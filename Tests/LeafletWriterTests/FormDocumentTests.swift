import Content
import Diagnostics
import Gettext
import Referral
import Site
import Testing

@testable import LeafletWriter

@Suite("The blank form on paper")
struct FormDocumentTests {
    // MARK: Kinds

    @Test(
        "A kind of question is a kind of room for its answer",
        arguments: [
            ("kind: text\n    max-length: 9", ["t": "text", "lines": 1]),
            ("kind: long-text\n    max-length: 9", ["t": "text", "lines": 3]),
            ("kind: phone", ["t": "text", "lines": 1]),
            ("kind: email", ["t": "text", "lines": 1]),
            ("kind: language", ["t": "text", "lines": 1]),
            ("kind: month", ["t": "month", "like": ["12", "2026"]]),
            (
                "kind: date",
                ["t": "date", "like": ["31", "12", "2026"], "hint": words("Scrivi giorno, mese e anno.")]
            ),
            ("kind: yes-no", ["t": "choice", "options": [["label": words("Sì")], ["label": words("No")]]]),
            ("kind: confirmation", ["t": "confirmation"]),
            (
                "kind: code\n    codes: few",
                ["t": "choice", "options": [["label": words("Prima")], ["label": words("Seconda")]]]
            ),
            (
                "kind: codes\n    codes: few",
                ["t": "choices", "options": [["label": words("Prima")], ["label": words("Seconda")]]]
            ),
            ("kind: centre", ["t": "choice", "options": [["label": words("Centro 0")]]]),
            ("kind: municipality", ["t": "choice", "options": [["label": words("Comune 0")]]]),
        ] as [(String, JSONValue)]
    )
    func kinds(_ kind: String, _ expected: JSONValue) async throws {
        let field = try #require(
            try await fields(of: "  x:\n    label: Domanda\n    purpose: prova\n    \(kind)\n").first
        )
        guard case .object(var rest) = field else {
            Issue.record("\(field) is no object")
            return
        }
        #expect(rest["label"] == words("Domanda"))
        rest["label"] = nil
        #expect(.object(rest) == expected)
    }

    @Test("What a form on a screen answers by itself is not asked")
    func filledIn() async throws {
        let fields = try await fields(
            of: """
                  schemaVersion: {label: Versione, purpose: prova, kind: schema-version}
                  referralId: {label: Numero, purpose: prova, kind: uuid}
                  formLanguage: {label: Lingua, purpose: prova, kind: language}
                  x: {label: Domanda, purpose: prova, kind: phone}

                """
        )
        #expect(fields.map { $0["label"] } == [words("Domanda")])
    }

    @Test("More towns than a side has room for are a line to write on", arguments: [(30, "choice"), (31, "text")])
    func manyNames(count: Int, kind: String) async throws {
        let fields = try await fields(of: "  x: {label: Domanda, purpose: prova, kind: municipality}\n", centres: count)
        #expect(fields.map { $0["t"] } == [.string(kind)])
        #expect(fields.first?["options"]?.items?.count == (kind == "choice" ? count : nil))
    }

    @Test("A list has room for two, or for the one that it takes", arguments: [(1, 1), (2, 2), (9, 2)])
    func lists(most: Int, times: Int) async throws {
        let fields = try await fields(
            of: """
                  x:
                    label: Voci
                    purpose: prova
                    kind: list
                    at-most: \(most)
                    fields: {name: {label: Nome, purpose: prova, kind: text, max-length: 5}}

                """
        )
        #expect(fields.first?["t"] == "list")
        #expect(fields.first?["times"] == .integer(times))
        #expect(fields.first?["fields"]?.items?.map { $0["label"] } == [words("Nome")])
    }

    @Test("Of what is needed once, the group says so and not each question")
    func atLeastOne() async throws {
        let fields = try await fields(
            of: """
                  x:
                    label: Gruppo
                    purpose: prova
                    kind: group
                    at-least-one-of: [one, two]
                    fields:
                      one: {label: Uno, purpose: prova, kind: phone, optional: true}
                      two: {label: Due, purpose: prova, kind: email, optional: true}
                      three: {label: Tre, purpose: prova, kind: email, optional: true}

                """
        )
        let group = try #require(fields.first)
        #expect(group["note"] == words("Serve almeno una di queste risposte: Uno e Due."))
        #expect(group["fields"]?.items?.map { $0["remarks"] } == [nil, nil, [words("facoltativo")]])
    }

    // MARK: Remarks

    @Test("A question that is not always asked names the answers that it is asked after")
    func conditions() async throws {
        let fields = try await fields(
            of: """
                  a: {label: Prima, purpose: prova, kind: code, codes: few}
                  b: {label: "C’è?", purpose: prova, kind: yes-no, required-if: {a: [a, b]}}
                  c: {label: Terza, purpose: prova, kind: phone, required-if: {b: false}, special-category: true}
                  d: {label: Quarta, purpose: prova, kind: confirmation, optional: true, forbidden-if: {b: true}}
                  e: {label: Quinta, purpose: prova, kind: phone, required-if: {d: true}, forbidden-unless: {d: true}}

                """
        )
        let remarks = fields.map { field in field["remarks"]?.items?.map(plain) }
        #expect(
            remarks == [
                nil, ["serve in alcuni casi (Prima: Prima / Seconda)"],
                ["serve in alcuni casi (C’è? No)", "dato sulla salute"], ["facoltativo"],
                ["serve in alcuni casi (Quarta)"],
            ]
        )
    }

    // MARK: Languages

    @Test("The Italian stands beside what is translated, and what is not is marked as Italian")
    func languages() async throws {
        let fields = "  x: {label: Domanda, description: Aiuto, purpose: prova, kind: code, codes: few}\n"
        let field = try #require(try await self.fields(of: fields, arabic: ["Domanda": "سؤال", "Prima": "أولى"]).first)
        #expect(field["label"] == words("سؤال"))
        #expect(field["italian"] == words("Domanda"))
        #expect(field["help"] == marked("Aiuto"))
        #expect(
            field["options"] == [["label": words("أولى"), "italian": words("Prima")], ["label": marked("Seconda")]]
        )
    }

    @Test("A label that has the Italian in it is not followed by it")
    func inTheLabel() async throws {
        let fields = try await fields(
            of: "  x: {label: Domanda, purpose: prova, kind: phone}\n",
            arabic: ["Domanda": "Domanda (سؤال)"]
        )
        #expect(fields.first?["label"] == words("Domanda (سؤال)"))
        #expect(fields.first?["italian"] == nil)
    }

    @Test("What a translator isolates stays isolated")
    func isolates() async throws {
        let fields = try await fields(
            of: "  x: {label: Domanda, description: \"Così: 2026-11-21.\", purpose: prova, kind: phone}\n",
            arabic: ["Così: 2026-11-21.": "هكذا: \u{2066}2026-11-21\u{2069}."]
        )
        let expected: JSONValue = [
            ["t": "text", "v": "هكذا: "], ["t": "isolated", "v": "2026-11-21"], ["t": "text", "v": "."],
        ]
        #expect(fields.first?["help"] == expected)
    }

    // MARK: The sheet

    @Test("The head names the form, its version and the page it stands on")
    func head() async throws {
        let job = try #require(try await job(of: "  x: {label: Domanda, purpose: prova, kind: phone}\n", arabic: [:]))
        #expect(job.id == "referral-form-ar")
        #expect(job.printable.file == "leaflets/referral-form-ar.pdf")
        #expect(job.location.file == "content/pages/scheda.md")
        let meta = try #require(job.document["meta"])
        let expected: [(String, JSONValue)] = [
            ("layout", "form"), ("format", "a4"), ("code", "1.4.2"), ("lang", "ar"), ("dir", "rtl"),
            ("title", "Pagina"), ("italian-title", "Pagina"),
            ("sample", marked("Esempio: numeri e indirizzi inventati")),
        ]
        for (key, value) in expected { #expect(meta[key] == value, "\(key)") }
        // The foot is no part of what is read aloud, and may have no link in it.
        #expect(meta["footer"]?["edition"] == [["t": "isolated", "v": "https://prova.example/ar/scheda/"]])
        #expect(meta["draft"] == nil)
    }

    // MARK: Samples

    /// In Arabic where there are Arabic labels, else in Italian.
    private func fields(
        of fields: String,
        arabic: [String: String]? = nil,
        centres: Int = 1
    ) async throws -> [JSONValue] {
        let job = try #require(try await job(of: fields, arabic: arabic, centres: centres))
        return try #require(job.document["fields"]?.items)
    }

    private func job(of fields: String, arabic: [String: String]?, centres: Int = 1) async throws -> PrintJob? {
        let lists = fields.contains("codes: few") ? "few: {a: Prima, b: Seconda}" : ""
        let text = "version: 1.4.2\ncode-lists: {\(lists)}\nfields:\n\(fields)"
        let read = readForm(SourceText(file: "content/referral/form.yml", text: text))
        let form = try #require(read.value, "\(read.diagnostics)")
        var sample = SampleSite("Ciao")
        sample.form = form
        sample.centres = centres
        sample.pages = ["scheda": "```{referral-form}\n```"]
        if let arabic {
            sample.languages = ["it", "ar"]
            sample.arabicLabels = arabic
        }
        let site = try await sample.resolved()
        let printable = try #require(site.printables.last { if case .form = $0 { true } else { false } })
        return printJob(for: printable, of: site).value
    }
}

private func words(_ text: String) -> JSONValue { [["t": "text", "v": .string(text)]] }

private func marked(_ italian: String) -> JSONValue {
    [["t": "span", "lang": "it", "dir": "ltr", "c": words(italian)]]
}

private func plain(_ inlines: JSONValue) -> String {
    (inlines.items ?? []).map { $0["v"]?.text ?? plain($0["c"] ?? []) }.joined()
}
