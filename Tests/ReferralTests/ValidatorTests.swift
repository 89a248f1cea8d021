import Content
import Diagnostics
import Testing

@testable import Referral

@Suite struct ValidatorTests {
    @Test func agreesWithEveryVectorAsSenderAndAsReader() throws {
        let form = try Repository.form()
        let (sender, reader) = (
            ReferralValidator(form: form, variant: .sender), ReferralValidator(form: form, variant: .reader)
        )
        for suite in try Repository.suites() {
            for test in suite.tests {
                #expect(sender.findings(in: test.data).isEmpty == test.isValid, "\(suite.name): \(test.description)")
                #expect(
                    reader.findings(in: test.data).isEmpty == test.isReaderValid,
                    "\(suite.name): \(test.description)"
                )
            }
        }
    }

    private func findings(
        _ change: (inout JSONObject) -> Void,
        variant: SchemaVariant = .sender
    ) throws -> [String] {
        var object: JSONObject = [
            "way": "by_foot", "needs": ["other"], "people": [["name": "A", "phone": "050 1234"]],
        ]
        change(&object)
        let source = SourceText(
            file: "form.yml",
            text: """
                version: 1.0.0
                code-lists:
                  way: { by_foot: A piedi, by_bus: In autobus }
                  need: { other: Altro, sleep: Sonno }
                fields:
                  way: { kind: code, codes: way, label: Come, purpose: p }
                  needs: { kind: codes, codes: need, label: Bisogni, purpose: p }
                  stop:
                    { kind: text, max-length: 5, required-if: { way: by_bus }, forbidden-unless: { way: by_bus },
                      label: Fermata, purpose: p }
                  sure: { kind: confirmation, optional: true, label: Sicuro, purpose: p }
                  day: { kind: date, optional: true, forbidden-if: { needs: sleep }, label: Giorno, purpose: p }
                  people:
                    kind: list
                    at-most: 2
                    label: Persone
                    purpose: p
                    at-least-one-of: [phone, email]
                    fields:
                      name: { kind: text, max-length: 9, label: Nome, purpose: p }
                      phone: { kind: phone, optional: true, label: Telefono, purpose: p }
                      email: { kind: email, optional: true, label: E-mail, purpose: p }
                """
        )
        let form = try #require(readForm(source).value)
        return ReferralValidator(form: form, variant: variant).findings(in: .object(object)).findings.map { finding in
            "\(finding.identifier) \(finding.pointer) \(finding.message.english)"
                + (finding.hint.map { " (\($0.english))" } ?? "")
        }
    }

    @Test func tellsWhatIsWrongInWords() throws {
        #expect(try findings { _ in } == [])
        #expect(try findings { $0["way"] = nil } == ["missing-field /way 'Come' is missing"])
        #expect(
            try findings { $0["way"] = "by_bus" } == [
                "missing-field /stop 'Fermata' is missing: it must be there when 'Come' is 'In autobus' (by_bus)"
            ]
        )
        #expect(
            try findings { $0["stop"] = "Nord" } == [
                "forbidden-field /stop 'Fermata' must not be there unless 'Come' is 'In autobus' (by_bus)"
            ]
        )
        #expect(
            try findings {
                $0["needs"] = ["other", "sleep"]
                $0["day"] = "2026-01-01"
            } == ["forbidden-field /day 'Giorno' must not be there when 'Bisogni' has 'Sonno' (sleep) in it"]
        )
        #expect(
            try findings { $0["way"] = "by_fot" } == [
                "unknown-code /way \"by_fot\" is no answer to 'Come' (did you mean 'by_foot'?)"
            ]
        )
        #expect(try findings { $0["sure"] = false } == ["not-confirmed /sure 'Sicuro' must be true"])
        #expect(try findings { $0["needs"] = [] } == ["empty-list /needs 'Bisogni' has nothing in it"])
        #expect(
            try findings { $0["needs"] = ["other", "other"] } == [
                "repeated-code /needs/1 'Bisogni' says the same twice"
            ]
        )
        #expect(
            try findings { $0["people"] = [["name": "Anna Maria Rosa", "email": "x"]] } == [
                "too-long /people/0/name 'Nome' has 15 characters, and may have at most 9",
                "bad-value /people/0/email 'E-mail' can't be \"x\" (an e-mail address: nome@servizio.example)",
            ]
        )
        #expect(
            try findings { $0["people"] = [["name": "A"], 3, ["a~/b": 1]] } == [
                "too-many /people 'Persone' has 3 items, and may have at most 2",
                "missing-field /people/0 'Persone' needs at least one of 'Telefono', 'E-mail' (add 'phone' or 'email')",
                "wrong-kind /people/1 'Persone' is a number, and must be an object",
            ]
        )
        #expect(
            try findings { $0["a~/b"] = 1 }.first?.hasPrefix(
                "unknown-field /a~0~1b the form has no field \"a~/b\" here"
            ) == true
        )
    }

    @Test func aReaderTakesWhatALaterVersionMayAdd() throws {
        let later = try findings(
            { object in
                object["way"] = "by_boat"
                object["stop"] = "Molo"
                object["harbour"] = ["any": "thing"]
            },
            variant: .reader
        )
        #expect(later == [])
        #expect(try findings({ $0["way"] = "By boat" }, variant: .reader).count == 1)
    }

    @Test func theLengthOfATextIsCountedInCodePoints() throws {
        let family = "👩‍👩‍👧"  // one letter to a reader, five code points
        #expect(try findings { $0["people"] = [["name": .string(family), "phone": "050 1234"]] } == [])
        #expect(
            try findings { $0["people"] = [["name": .string(family + family), "phone": "050 1234"]] } == [
                "too-long /people/0/name 'Nome' has 10 characters, and may have at most 9"
            ]
        )
    }

    @Test(arguments: ["050 1234\n", "\n050 1234", "050\u{660}1234"])
    func thePatternHoldsForTheWholeText(phone: String) throws {
        let found = try findings { $0["people"] = [["name": "A", "phone": .string(phone)]] }
        #expect(found.count == 1 && found[0].hasPrefix("bad-value /people/0/phone"))
    }

    /// What somebody else wrote is shown on one line, cut, and can't move a cursor.
    @Test func showsNothingThatATerminalObeys() throws {
        let found = try findings { $0["\u{1B}[2J" + String(repeating: "x", count: 5000)] = 1 }
        #expect(found.count == 1 && found[0].contains("\\u001b[2Jxxx"))
        #expect(!found[0].dropFirst(5100).contains("\u{1B}"))
        var verdict = ReferralVerdict(syntax: [], findings: ReferralFindings())
        verdict.findings.add(Problem("i", en: "m", it: "n"), at: JSONPointer(steps: ["\u{1B}[2J"]))
        #expect(verdict.lines(file: "f", in: .english) == ["f: error: [i] /\\u001b[2J: m"])
        #expect(verdict.lines(file: "f", in: .italian) == ["f: errore: [i] /\\u001b[2J: n"])
    }

    @Test func aHundredProblemsAreEnough() throws {
        var findings = ReferralFindings()
        for index in 0..<130 { findings.add(.notConfirmed("Sicuro"), at: .root.appending(index)) }
        #expect(findings.findings.count == 100 && findings.omitted == 30)
    }

    @Test func theLongestReferralOfTheFormIsRead() throws {
        func longest(_ fields: [FormField]) -> Int {
            fields.reduce(2) { total, field in
                let value =
                    switch field.kind {
                    case .group(let group): longest(group.fields)
                    case .list(let group, let atMost): atMost * longest(group.fields)
                    case .codes(let list): list.entries.count * (longestCode + 4)
                    // Twelve bytes for a code point: two escapes.
                    default: 12 * (field.kind.stringShape?.maxLength ?? longestCode)
                    }
                return total + field.property.utf8.count + 6 + value
            }
        }
        #expect(longest(try Repository.form().fields) < longestReferral / 4)
    }
}
