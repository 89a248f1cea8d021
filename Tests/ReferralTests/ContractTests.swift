import DataWriter
import Diagnostics
import Foundation
import Testing

@testable import Referral

@Suite struct ContractTests {
    /// The schema, the labels and one file of vectors, as recorded in `Golden/`.
    ///
    /// `MILLEGIORNI_RECORD=1` writes them anew; read them in the diff. The whole contract is in `output/referral/`.
    @Test(arguments: ["schema.json", "reader.schema.json", "labels/it.json", "vectors/rules.json"])
    func theContractIsAsRecorded(path: String) throws {
        let contents = try #require(try files().first { $0.path == "referral/v1/" + path }?.contents)
        let url = Repository.root.appending(path: "Tests/ReferralTests/Golden").appending(path: path)
        if ProcessInfo.processInfo.environment["MILLEGIORNI_RECORD"] != nil {
            let folder = url.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try contents.write(to: url, atomically: true, encoding: .utf8)
        }
        let recorded = try String(contentsOf: url, encoding: .utf8)
        #expect(recorded == contents, "\(path) is not as recorded")
    }

    @Test func everyFileHasItsPlaceUnderTheVersion() throws {
        let lists = try Repository.form().codeLists.map { "codes/\($0.name).json" }
        let suites = try Repository.suites().map { "vectors/\($0.name).json" }
        let texts = ["types.d.ts", "README.md", "COMPATIBILITY.md", "rules.md", "fhir/README.md", "CHANGELOG.md"]
        let schemas = ["schema.json", "reader.schema.json", "draft-07.schema.json"]
        let names =
            schemas + ["uischema.json", "fhir/questionnaire.json"] + lists + ["labels/it.json"] + suites + texts
        #expect(try files().map(\.path) == names.map { "referral/v1/" + $0 })
    }

    @Test func theTextsNameAddressAndVersion() throws {
        for file in try files() where file.path.hasSuffix(".md") {
            for placeholder in ["{base-url}", "{version}", "{schema-version}"] {
                #expect(!file.contents.contains(placeholder), "\(file.path)")
            }
        }
        let guide = try #require(try files().first { $0.path.hasSuffix("v1/README.md") }?.contents)
        #expect(guide.hasPrefix("# Referral contract \(try Repository.form().version)\n"))
        #expect(guide.contains("`https://millegiorni.example/referral/1.0.0/`"))
    }

    private func files() throws -> [(path: String, contents: String)] {
        let form = try Repository.form()
        var sources = ContractSources(baseURL: "https://millegiorni.example", publisher: "Ente", title: "Visite")
        sources.labels = [("it", labels(of: form, language: "it", direction: "ltr") { _, text in (text, true) })]
        sources.vectors = try Repository.suites()
        sources.changelog = "# Changes\n"
        return referralFiles(of: form, sources)
    }

    private func schema(_ fields: String, _ variant: SchemaVariant = .sender) throws -> JSONValue {
        let source = SourceText(
            file: "form.yml",
            text: """
                version: 1.0.0
                code-lists:
                  way: { by_foot: A piedi, by_bus: In autobus }
                  need: { other: Altro, sleep: { label: Sonno, special-category: true } }
                fields:
                  way: { kind: code, codes: way, label: Come, purpose: p }
                  needs: { kind: codes, codes: need, label: Bisogni, purpose: q }
                \(fields)
                """
        )
        let read = readForm(source)
        #expect(read.diagnostics == [])
        return referralSchema(of: try #require(read.value), variant: variant, baseURL: "https://x.example/")
    }

    @Test func theAddressIsThePublishedOne() throws {
        #expect(try schema("")["$id"] == "https://x.example/referral/v1/schema.json")
        #expect(try schema("", .reader)["$id"] == "https://x.example/referral/v1/reader.schema.json")
        #expect(
            SchemaVariant.draft07.address(baseURL: "https://x.example")
                == "https://x.example/referral/v1/draft-07.schema.json"
        )
    }

    @Test func healthCodesAreMarkedByTheirValue() throws {
        #expect(
            try schema("")["properties"]?["needs"] == [
                "type": "array",
                "items": [
                    "type": "string", "enum": ["other", "sleep"],
                    "if": ["const": "sleep"], "then": ["x-special-category": true],
                ],
                "minItems": 1,
                "uniqueItems": true,
                "x-purpose": "q",
            ]
        )
    }

    @Test func conditionsOfOneTestShareTheirIf() throws {
        let schema = try schema(
            "  day: { kind: date, required-if: { needs: other }, forbidden-unless: { needs: other }, label: A, purpose: p }"
        )
        #expect(
            schema["allOf"] == [
                [
                    "if": [
                        "properties": ["needs": ["type": "array", "contains": ["const": "other"]]],
                        "required": ["needs"],
                    ],
                    "then": ["required": ["day"]],
                    "else": ["properties": ["day": false]],
                ]
            ]
        )
        #expect(schema["required"] == ["way", "needs"])
    }

    @Test func differentTestsHaveTheirOwnIf() throws {
        let schema = try schema(
            """
              day: { kind: date, required-if: { way: [by_foot, by_bus] }, forbidden-if: { needs: sleep }, label: A, purpose: p }
            """
        )
        #expect(
            schema["allOf"] == [
                [
                    "if": ["properties": ["way": ["enum": ["by_foot", "by_bus"]]], "required": ["way"]],
                    "then": ["required": ["day"]],
                ],
                [
                    "if": [
                        "properties": ["needs": ["type": "array", "contains": ["const": "sleep"]]],
                        "required": ["needs"],
                    ],
                    "then": ["properties": ["day": false]],
                ],
            ]
        )
    }

    @Test func theReaderTakesLaterCodesAndWhatComesWithThem() throws {
        let schema = try schema(
            "  day: { kind: date, optional: true, forbidden-unless: { way: by_bus }, label: A, purpose: p }",
            .reader
        )
        #expect(schema["additionalProperties"] == nil)
        #expect(
            schema["properties"]?["way"] == [
                "type": "string",
                "anyOf": [["enum": ["by_foot", "by_bus"]], ["pattern": "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"]],
                "maxLength": 60,
                "x-purpose": "p",
            ]
        )
        #expect(
            schema["allOf"] == [
                [
                    "if": ["properties": ["way": ["const": "by_bus"]], "required": ["way"]],
                    "else": [
                        "if": ["properties": ["way": ["enum": ["by_foot", "by_bus"]]]],
                        "then": ["properties": ["day": false]],
                    ],
                ]
            ]
        )
    }

    @Test func draft07SaysTheSame() throws {
        guard case .object(var sender) = try schema(""), case .object(let draft07) = try schema("", .draft07) else {
            Issue.record("not objects")
            return
        }
        sender["$schema"] = "http://json-schema.org/draft-07/schema#"
        sender["$id"] = "https://x.example/referral/v1/draft-07.schema.json"
        #expect(sender == draft07)
    }

    @Test func everyObjectIsClosedAndEveryTextBounded() throws {
        func check(_ value: JSONValue, _ path: String) {
            guard case .object(let object) = value else { return }
            if object["type"] == "object" { #expect(object["additionalProperties"] == false, "\(path)") }
            if object["type"] == "string" {
                #expect(object["maxLength"] != nil || object["enum"] != nil, "\(path)")
                #expect(object["format"] == nil || object["pattern"] != nil, "\(path)")
            }
            for (name, field) in object["properties"].map(members) ?? [] {
                check(field, path + "/" + name)
                #expect(field["x-purpose"] != nil, "\(path)/\(name)")
            }
            if let items = object["items"] { check(items, path + "/*") }
        }
        check(referralSchema(of: try Repository.form(), variant: .sender, baseURL: "https://x.example"), "")
    }

    private func members(_ value: JSONValue) -> [(String, JSONValue)] {
        if case .object(let object) = value { object.members.map { ($0.name, $0.value) } } else { [] }
    }

    /// The patterns of the contract pass the same check as those that an editor writes.
    @Test(arguments: [
        StringShape.schemaVersion, .uuid, .language, .date, .month, .municipality, .centre, .phone, .email,
        .code,
    ])
    func patternsAreReadAlikeEverywhere(shape: StringShape) {
        #expect(problemWithPattern(shape.pattern) == nil)
    }

    @Test func labelsAreCompleteAndTellWhatIsUntranslated() throws {
        let source = SourceText(
            file: "form.yml",
            text: """
                version: 1.2.3
                code-lists: { way: { by_foot: A piedi, by_bus: In autobus } }
                fields:
                  trip:
                    kind: group
                    label: Viaggio
                    purpose: p
                    fields:
                      way: { kind: code, codes: way, label: Come, description: Di solito, purpose: p }
                      back: { kind: code, codes: way, label: Ritorno, purpose: p }
                """
        )
        let form = try #require(readForm(source).value)
        #expect(
            form.messages == [
                FormMessage(context: "form:trip", text: "Viaggio", comment: "form: label of trip"),
                FormMessage(context: "form:trip.way", text: "Come", comment: "form: label of trip.way"),
                FormMessage(context: "form:trip.way", text: "Di solito", comment: "form: help for trip.way"),
                FormMessage(context: "form:codes.way", text: "A piedi", comment: "form: answer 'by_foot' to trip.way"),
                FormMessage(
                    context: "form:codes.way",
                    text: "In autobus",
                    comment: "form: answer 'by_bus' to trip.way"
                ),
                FormMessage(context: "form:trip.back", text: "Ritorno", comment: "form: label of trip.back"),
            ]
        )
        let translations = ["form:trip/Viaggio": "رحلة", "form:codes.way/A piedi": "مشيا"]
        let document = labels(of: form, language: "ar", direction: "rtl") { context, text in
            translations["\(context)/\(text)"].map { ($0, true) } ?? (text, false)
        }
        #expect(
            document == [
                "formVersion": "1.2.3",
                "language": "ar",
                "direction": "rtl",
                "sourceLanguage": "it",
                "labels": [
                    "trip.label": "رحلة",
                    "trip.way.label": "Come",
                    "trip.way.description": "Di solito",
                    "trip.way.by_foot": "مشيا",
                    "trip.way.by_bus": "In autobus",
                    "trip.back.label": "Ritorno",
                    "trip.back.by_foot": "مشيا",
                    "trip.back.by_bus": "In autobus",
                ],
                "untranslated": [
                    "trip.way.label", "trip.way.description", "trip.way.by_bus", "trip.back.label", "trip.back.by_bus",
                ],
            ]
        )
    }

    @Test func messagesOfTheFormAreUniqueAndAreAllThatLabelsAskFor() throws {
        let form = try Repository.form()
        let keys = form.messages.map { "\($0.context)\n\($0.text)" }
        #expect(Set(keys).count == keys.count)
        var asked: Set<String> = []
        _ = labels(of: form, language: "it", direction: "ltr") { context, text in
            asked.insert("\(context)\n\(text)")
            return (text, true)
        }
        #expect(asked == Set(keys))
    }
}
