import Content
import Diagnostics
import MarkedText
import Testing

@testable import Referral

@Suite struct CompatibilityTests {
    private static let lists = """
        code-lists:
          way: { by_foot: A piedi, by_bus: In autobus }
          need: { other: Altro, sleep: Sonno, rest: Riposo }
        """

    private static let fields = """
        fields:
          way: { kind: code, codes: way, label: Come, purpose: p }
          needs: { kind: codes, codes: need, optional: true, label: Bisogni, purpose: p }
          sure: { kind: yes-no, optional: true, label: Sicuro, purpose: p }
          stop: { kind: text, max-length: 40, required-if: { way: by_bus }, label: Fermata, purpose: p }
          zone: { kind: text, max-length: 9, pattern: "^[A-Z]$", optional: true, label: Zona, purpose: p }
          night: { kind: date, optional: true, forbidden-unless: { needs: sleep }, label: Notte, purpose: p }
          day: { kind: date, optional: true, forbidden-if: { sure: true }, label: Giorno, purpose: p }
          people:
            kind: list
            at-most: 3
            label: Persone
            purpose: p
            at-least-one-of: [phone, email]
            fields:
              name: { kind: text, max-length: 9, label: Nome, purpose: p }
              phone: { kind: phone, optional: true, label: Telefono, purpose: p }
              email: { kind: email, optional: true, label: E-mail, purpose: p }
              hours: { kind: text, max-length: 9, optional: true, label: Orari, purpose: p }
        """

    private static let vector: JSONValue = [
        "way": "by_bus", "stop": "Nord", "needs": ["sleep"], "night": "2026-01-01",
        "people": [["name": "Anna", "phone": "050 1234"]],
    ]

    private static func form(version: String, _ body: String) throws -> FormDefinition {
        let read = readForm(SourceText(file: "content/referral/form.yml", text: "version: \(version)\n" + body))
        #expect(read.diagnostics == [])
        return try #require(read.value)
    }

    /// 1.0.0 as it comes back from its files.
    private static func released(vectors: [JSONValue] = [vector]) throws -> ReleasedContract {
        let form = try form(version: "1.0.0", lists + "\n" + fields)
        let schema = referralSchema(of: form, variant: .sender, baseURL: "https://elsewhere.example")
        let tests = vectors.map { ["description": "v", "data": $0, "valid": true] as JSONValue }
        let files = [
            ("schema.json", schema.prettyText),
            ("vectors/all.json", ([["description": "d", "tests": .array(tests)]] as JSONValue).prettyText),
            ("README.md", "not read"),
        ]
        let read = readRelease(
            ContractVersion(major: 1, minor: 0, patch: 0),
            folder: "contract/releases/1.0.0",
            files: files.map { ($0.0, Array($0.1.utf8)) }
        )
        #expect(read.diagnostics == [])
        return try #require(read.value)
    }

    private func problems(
        replacing old: String = "",
        with new: String = "",
        version: String = "1.1.0",
        vectors: [JSONValue] = [vector]
    ) throws -> [Diagnostic] {
        let text = Self.lists + "\n" + Self.fields
        #expect(old.isEmpty || text.contains(old))
        let form = try Self.form(version: version, old.isEmpty ? text : text.replacing(old, with: new))
        return compatibilityProblems(of: form, with: [try Self.released(vectors: vectors)])
    }

    @Test(arguments: [
        ("by_bus: In autobus", "by_bus: In pullman, by_boat: In barca"),
        ("max-length: 40", "max-length: 41"),
        ("at-most: 3", "at-most: 4"),
        ("sure: {", "extra: { kind: date, optional: true, label: X, purpose: p }\n  sure: {"),
        ("label: Nome, purpose: p", "optional: true, label: Nome, purpose: p"),
        ("required-if: { way: by_bus }", "optional: true"),
        (", forbidden-unless: { needs: sleep }", ""),
        ("{ needs: sleep }", "{ needs: [rest, sleep] }"),
        (", forbidden-if: { sure: true }", ""),
        ("    at-least-one-of: [phone, email]\n", ""),
        ("label: Zona, purpose: p", "label: Quartiere, purpose: q"),
    ])
    func whatOnlyAllowsMoreKeepsThePromise(old: String, new: String) throws {
        #expect(try problems(replacing: old, with: new) == [])
    }

    @Test func aNewCodeMayBringItsOwnConditions() throws {
        let pier = "kind: text, max-length: 9, required-if: { way: by_boat }, forbidden-unless: { way: by_boat }"
        let text = (Self.lists + "\n" + Self.fields)
            .replacing("by_bus: In autobus", with: "by_bus: In autobus, by_boat: In barca")
            .replacing("required-if: { way: by_bus }", with: "required-if: { way: [by_bus, by_boat] }")
            .replacing("  sure: {", with: "  pier: { \(pier), label: Molo, purpose: p }\n  sure: {")
        let form = try Self.form(version: "1.1.0", text)
        #expect(compatibilityProblems(of: form, with: [try Self.released()]) == [])
    }

    struct Breach: Sendable {
        var old: String
        var new: String
        /// The field that is named, and the line on which it stands.
        var field: String
        var line: Int
        var rule: String
    }

    @Test(arguments: [
        Breach(
            old: "zone: { kind: text, max-length: 9, pattern: \"^[A-Z]$\"",
            new: "zone: { kind: date",
            field: "zone",
            line: 10,
            rule: "a field can't go or change its kind"
        ),
        Breach(
            old:
                "  zone: { kind: text, max-length: 9, pattern: \"^[A-Z]$\", optional: true, label: Zona, purpose: p }\n",
            new: "",
            field: "zone",
            line: 1,
            rule: "a field can't go or change its kind"
        ),
        Breach(
            old: "      hours: {",
            new: "      times: {",
            field: "people.hours",
            line: 13,
            rule: "a field can't go or change its kind"
        ),
        Breach(
            old: "\"^[A-Z]$\"",
            new: "\"^[A-Y]$\"",
            field: "zone",
            line: 10,
            rule: "a field can't go or change its kind"
        ),
        Breach(
            old: "kind: yes-no, optional",
            new: "kind: confirmation, optional",
            field: "sure",
            line: 8,
            rule: "a bound can't get tighter"
        ),
        Breach(old: ", rest: Riposo", new: "", field: "needs", line: 7, rule: "a code can't go"),
        Breach(old: "max-length: 40", new: "max-length: 39", field: "stop", line: 9, rule: "a bound can't get tighter"),
        Breach(old: "at-most: 3", new: "at-most: 2", field: "people", line: 13, rule: "a bound can't get tighter"),
        Breach(
            old: "optional: true, label: Bisogni",
            new: "label: Bisogni",
            field: "needs",
            line: 7,
            rule: "nothing more can be required"
        ),
        Breach(
            old: "{ way: by_bus }",
            new: "{ way: [by_bus, by_foot] }",
            field: "stop",
            line: 9,
            rule: "nothing more can be required"
        ),
        Breach(
            old: "{ way: by_bus }",
            new: "{ sure: true }",
            field: "stop",
            line: 9,
            rule: "nothing more can be required"
        ),
        Breach(
            old: "    at-least-one-of: [phone, email]",
            new: "    at-least-one-of: [phone]",
            field: "people",
            line: 13,
            rule: "nothing more can be required"
        ),
        Breach(
            old: "      name: {",
            new: "      nick: { kind: yes-no, label: X, purpose: p }\n      name: {",
            field: "people.nick",
            line: 20,
            rule: "nothing more can be required"
        ),
        Breach(
            old: "optional: true, label: Zona",
            new: "optional: true, forbidden-if: { sure: true }, label: Zona",
            field: "zone",
            line: 10,
            rule: "nothing more can be forbidden"
        ),
        Breach(
            old: "optional: true, label: Zona",
            new: "optional: true, forbidden-unless: { sure: true }, label: Zona",
            field: "zone",
            line: 10,
            rule: "nothing more can be forbidden"
        ),
        Breach(
            old: "{ needs: sleep }",
            new: "{ needs: other }",
            field: "night",
            line: 11,
            rule: "nothing more can be forbidden"
        ),
        Breach(
            old: "{ sure: true }",
            new: "{ needs: other }",
            field: "day",
            line: 12,
            rule: "nothing more can be forbidden"
        ),
    ])
    func namesTheFieldAndTheRuleThatAChangeBreaks(breach: Breach) throws {
        let problems = try problems(replacing: breach.old, with: breach.new)
        #expect(Set(problems.map(\.identifier)) == ["breaks-contract"])
        for problem in problems {
            #expect(problem.message.english.hasPrefix("'\(breach.field)' "), "\(problem.message.english)")
            #expect(problem.message.english.hasSuffix("(against 1.0.0)"))
            #expect(problem.hint?.english == breach.rule + " before version 2")
            #expect(problem.location.file == "content/referral/form.yml")
            #expect(problem.location.position?.line == breach.line)
        }
    }

    /// What no comparison of schemas would see: a referral that was right is judged again.
    @Test func everyReferralOfARelease() throws {
        var wrong = Self.vector
        if case .object(var object) = wrong {
            object["stop"] = nil
            wrong = .object(object)
        }
        let problems = try problems(vectors: [Self.vector, wrong])
        #expect(problems.map(\.identifier) == ["breaks-contract"])
        #expect(
            problems.first?.message.english.hasPrefix("a referral of 1.0.0 is refused at /stop: 'Fermata' is missing")
                == true
        )
        #expect(problems.first?.location.position?.line == 9)
    }

    @Test(arguments: [
        ("1.0.0", "", "", []),
        ("1.0.1", "", "", []),
        ("1.0.1", "label: Zona, purpose: p", "label: Quartiere, purpose: q", []),
        ("1.0.0", "max-length: 40", "max-length: 41", ["version-behind"]),
        ("1.0.7", "by_bus: In autobus", "by_bus: In autobus, by_boat: In barca", ["version-behind"]),
        ("1.1.0", "by_bus: In autobus", "by_bus: In autobus, by_boat: In barca", []),
    ])
    func theNumberTellsWhetherMoreThanWordsChanged(version: String, old: String, new: String, expected: [String]) throws
    {
        let problems = try problems(replacing: old, with: new, version: version)
        #expect(problems.map(\.identifier) == expected)
        #expect(problems.allSatisfy { $0.location.position?.line == 1 })
    }

    @Test func noVersionComesAfterALaterOne() throws {
        let form = try Self.form(version: "1.1.9", Self.lists + "\n" + Self.fields)
        var release = try Self.released()
        release.version = ContractVersion(major: 1, minor: 2, patch: 0)
        #expect(compatibilityProblems(of: form, with: [release]).map(\.identifier) == ["version-behind"])
    }

    @Test(arguments: [
        ([("schema.json", "{}")], "broken-release"),
        ([("vectors/a.json", #"[{"tests": [{"data": {}, "valid": true}]}]"#)], "broken-release"),
        ([("schema.json", "{"), ("vectors/a.json", "[]")], "not-json"),
    ])
    func aReleaseThatIsNotWholeIsAnError(files: [(String, String)], identifier: String) {
        let version = ContractVersion(major: 1, minor: 0, patch: 0)
        let read = readRelease(version, folder: "r", files: files.map { ($0.0, Array($0.1.utf8)) })
        #expect(read.value == nil)
        #expect(read.diagnostics.map(\.identifier) == [identifier])
    }

    @Test func theContractKeepsItsPromisesToWhatWasReleased() throws {
        let form = try Repository.form()
        for release in try Repository.releases() {
            #expect(compatibilityProblems(of: form, with: [release]) == [], "\(release.version)")
        }
    }
}
