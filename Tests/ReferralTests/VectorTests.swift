import Content
import DataWriter
import Diagnostics
import Foundation
import MarkedText
import Testing

@testable import Referral

@Suite struct VectorTests {
    @Test func thereAreEnoughOfBothKinds() throws {
        let tests = try Repository.suites().flatMap(\.tests)
        #expect(tests.count >= 60)
        #expect(tests.count { $0.isValid } >= 20)
        #expect(tests.count { !$0.isValid } >= 40)
        #expect(tests.count { $0.contactDueBy != nil } >= 20)
    }

    @Test func theRulesAgreeWithEveryVector() throws {
        for suite in try Repository.suites() {
            for test in suite.tests where test.isValid {
                #expect(brokenRules(of: test.data, centres: suite.centres) == test.violations, "\(test.description)")
            }
        }
    }

    @Test func everyRuleIsBrokenBySomeVector() throws {
        let broken = try Repository.suites().flatMap(\.tests).flatMap(\.violations).map(\.rule)
        #expect(Set(broken) == Set(ReferralRule.allCases))
    }

    @Test func theCalendarAgreesWithEveryVector() throws {
        for suite in try Repository.suites() {
            for test in suite.tests {
                guard let expected = test.contactDueBy else { continue }
                let sentOn = try #require(test.data["sentOn"]?.text.flatMap { CalendarDate($0) })
                let id = test.data["destination"]?["centreId"]?.text
                let centre = try #require(suite.centres.first { $0.id == id })
                let due = contactDueBy(sentOn: sentOn, patronSaint: centre.patronSaint)
                #expect(due == expected, "\(test.description)")
            }
        }
    }

    @Test func everyRequiredFieldIsMissingInSomeRefusedVector() throws {
        let refused = try Repository.suites().flatMap(\.tests).filter { !$0.isValid }.map(\.data)
        for field in try Repository.form().allFields where field.isRequired {
            let steps = field.path.split(separator: ".").map(String.init)
            #expect(refused.contains { lacks(steps[...], in: $0) }, "\(field.path)")
        }
    }

    /// True where the object that should have the last step is there, and it is not in it.
    private func lacks(_ steps: ArraySlice<String>, in value: JSONValue) -> Bool {
        guard let step = steps.first else { return false }
        switch value {
        case .object(let object):
            guard let inner = object[step] else { return steps.count == 1 }
            return lacks(steps.dropFirst(), in: inner)
        case .array(let items): return items.contains { lacks(steps, in: $0) }
        case .null, .bool, .integer, .decimal, .string: return false
        }
    }

    private let basis = readVectorBasis(
        SourceText(
            file: "documents.yml",
            text: """
                centres: [{ id: c, municipalities: ["999001"], patron-saint: "02-29" }]
                documents: { one: { a: 1, b: [x] } }
                """
        )
    )

    @Test func readsTheBasis() {
        #expect(basis.diagnostics == [])
        #expect(
            basis.value.centres == [
                CentreTerritory(id: "c", municipalities: ["999001"], patronSaint: MonthDay(month: 2, day: 29))
            ]
        )
        #expect(basis.value.documents == [.init(name: "one", data: ["a": 1, "b": ["x"]])])
    }

    @Test func appliesChangesInOrder() {
        let sample = MarkedText(
            """
            description: d
            tests:
              - { description: t, from: one, set: { /b/-: "2", /c: true }, remove: [/a], valid: true }
            """
        )
        let read = readVectorSuite(sample.source, name: "s", basis: basis.value)
        #expect(read.diagnostics == [])
        #expect(read.value.tests.map(\.data) == [["b": ["x", "2"], "c": true]])
    }

    @Test(arguments: [
        ("mixed-test", "▸{ description: t, from: one, set: { /a: 2, /b: 3 }, valid: false }"),
        ("mixed-test", "▸{ description: t, from: one, valid: false }"),
        ("mixed-test", "▸{ description: t, from: one, valid: true, violates: { centre-is-known: /a } }"),
        ("contradiction", "▸{ description: t, from: one, remove: [/a], valid: false, contact-due-by: 2026-01-01 }"),
        ("contradiction", "{ description: t, from: one, valid: true, ▸reader-valid: true }"),
        ("unknown-document", "{ description: t, from: ▸on, valid: true }"),
        ("missing-key", "▸{ description: t, from: one }"),
        ("missing-key", "▸{ from: one, valid: true }"),
        ("bad-pointer", "{ description: t, from: one, remove: [▸/z], valid: false }"),
        ("bad-pointer", "{ description: t, from: one, set: { ▸a: 1 }, valid: true }"),
        ("unknown-rule", "{ description: t, from: one, remove: [/a], valid: true, violates: { ▸centre-known: /a } }"),
        ("unknown-key", "{ description: t, from: one, valid: true, ▸valied: true }"),
        ("bad-date", "{ description: t, from: one, valid: true, contact-due-by: ▸2026-02-30 }"),
        ("wrong-kind", "{ description: t, from: one, set: ▸[], valid: true }"),
    ])
    func tellsWhatIsWrong(identifier: String, test: String) {
        let sample = MarkedText("description: d\ntests:\n  - \(test)\n")
        let read = readVectorSuite(sample.source, name: "s", basis: basis.value)
        #expect(read.diagnostics.identifiers == [identifier])
        #expect(read.diagnostics.places == sample.places)
    }

    @Test func theSameDescriptionTwiceIsAnError() {
        let sample = MarkedText(
            """
            description: d
            tests:
              - { description: t, from: one, valid: true }
              - { description: ▸t, from: one, valid: true }
            """
        )
        let read = readVectorSuite(sample.source, name: "s", basis: basis.value)
        #expect(read.diagnostics.identifiers == ["duplicate-test"])
        #expect(read.diagnostics.places == sample.places)
    }
}
