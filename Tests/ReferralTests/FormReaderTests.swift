import Diagnostics
import MarkedText
import Testing

@testable import Referral

@Suite struct FormReaderTests {
    /// A form with these lines under `fields`, and two lists of codes.
    private func form(_ fields: String) -> MarkedText {
        MarkedText(
            """
            version: 1.0.0
            code-lists:
              way: { by_foot: A piedi, by_bus: In autobus }
              need: { other: Altro, sleep: { label: Sonno, special-category: true } }
            fields:
              way: { kind: code, codes: way, label: Come, purpose: p }
              needs: { kind: codes, codes: need, label: Bisogni, purpose: p }
              sure: { kind: yes-no, label: Sicuro, purpose: p }
            \(fields)
            """
        )
    }

    @Test func readsKindsConditionsAndMarks() throws {
        let sample = form(
            """
              stop:
                kind: text
                max-length: 40
                pattern: ^[a-z]+$
                required-if: { way: by_bus }
                forbidden-unless: { way: by_bus }
                label: Fermata
                description: Dove scende
                purpose: p
              notes: { kind: long-text, max-length: 9, optional: true, special-category: true, label: Note, purpose: p }
              people:
                kind: list
                at-most: 3
                at-least-one-of: [phone, email]
                label: Persone
                purpose: p
                fields:
                  phone: { kind: phone, optional: true, label: Telefono, purpose: p }
                  email: { kind: email, optional: true, label: E-mail, purpose: p }
            """
        )
        let read = readForm(sample.source)
        #expect(read.diagnostics == [])
        let form = try #require(read.value)
        #expect(form.version == ContractVersion(major: 1, minor: 0, patch: 0))
        #expect(form.codeLists.map(\.name) == ["way", "need"])
        #expect(form.codeLists[1].entries.map(\.isSpecialCategory) == [false, true])
        #expect(
            form.allFields.map(\.path)
                == ["way", "needs", "sure", "stop", "notes", "people", "people.phone", "people.email"]
        )
        let stop = form.fields[3]
        let byBus = FieldTest(property: "way", expectation: .isOne(of: ["by_bus"]))
        #expect(stop.kind == .text(maxLength: 40, pattern: "^[a-z]+$", isMultiline: false))
        #expect(stop.conditions == [.requiredIf(byBus), .forbiddenUnless(byBus)])
        #expect(stop.description == "Dove scende")
        #expect(!stop.isRequired)
        #expect(form.fields[4].isSpecialCategory)
        guard case .list(let group, atMost: 3) = form.fields[5].kind else {
            Issue.record("not a list: \(form.fields[5].kind)")
            return
        }
        #expect(group.atLeastOneOf == ["phone", "email"])
    }

    @Test(arguments: [
        ("way: by_foot", FieldTest.Expectation.isOne(of: ["by_foot"])),
        ("way: [by_foot, by_bus]", .isOne(of: ["by_foot", "by_bus"])),
        ("needs: other", .contains(oneOf: ["other"])),
        ("sure: true", .isTrue),
        ("sure: false", .isFalse),
    ])
    func readsTests(written: String, expectation: FieldTest.Expectation) {
        let sample = form("  day: { kind: date, required-if: { \(written) }, label: Giorno, purpose: p }")
        #expect(readForm(sample.source).value?.fields.last?.conditions.map(\.test.expectation) == [expectation])
    }

    @Test(arguments: [
        ("unknown-key", "  a: { kind: date, ▸labels: A, label: A, purpose: p }"),
        ("unknown-key", "  a: { kind: date, ▸max-length: 4, label: A, purpose: p }"),
        ("missing-key", "  a: ▸{ kind: date, purpose: p }"),
        ("missing-key", "  a: ▸{ kind: date, label: A }"),
        ("missing-key", "  a: ▸{ kind: text, label: A, purpose: p }"),
        ("missing-key", "  a: ▸{ kind: group, label: A, purpose: p }"),
        ("missing-key", "  a: ▸{ label: A, purpose: p, fields: {} }"),
        ("empty-value", "  a: { kind: date, label: ▸'', purpose: p }"),
        ("wrong-kind", "  a: ▸date"),
        ("wrong-kind", "  a: { kind: date, optional: ▸sometimes, label: A, purpose: p }"),
        ("unknown-value", "  a: { kind: ▸dat, label: A, purpose: p }"),
        ("unknown-code-list", "  a: { kind: code, codes: ▸ways, label: A, purpose: p }"),
        ("bad-name", "  ▸Given_name: { kind: date, label: A, purpose: p }"),
        ("bad-name", "  ▸label: { kind: date, label: A, purpose: p }"),
        ("bad-number", "  a: { kind: text, max-length: ▸0, label: A, purpose: p }"),
        ("bad-number", "  a: { kind: text, max-length: ▸5000, label: A, purpose: p }"),
        ("bad-pattern", "  a: { kind: text, max-length: 5, pattern: ▸'[a-z]+', label: A, purpose: p }"),
        ("bad-pattern", "  a: { kind: text, max-length: 5, pattern: ▸'^\\d+$', label: A, purpose: p }"),
        ("bad-pattern", "  a: { kind: text, max-length: 5, pattern: ▸'^(?=a)$', label: A, purpose: p }"),
        ("bad-pattern", "  a: { kind: text, max-length: 5, pattern: ▸'^(a$', label: A, purpose: p }"),
        ("bad-pattern", "  a: { kind: text, max-length: 5, pattern: ▸'^a\\-b$', label: A, purpose: p }"),
        ("bad-pattern", "  a: { kind: text, max-length: 5, pattern: ▸'^[a|b]$', label: A, purpose: p }"),
        ("bad-pattern", "  a: { kind: text, max-length: 5, pattern: ▸'^[a$b]$', label: A, purpose: p }"),
        ("bad-pattern", "  a: { kind: text, max-length: 5, pattern: ▸'^[è]$', label: A, purpose: p }"),
        ("duplicate-label", "  a: { kind: date, label: A, description: ▸A, purpose: p }"),
        ("empty-group", "  a: { kind: group, label: A, purpose: p, ▸fields: {} }"),
        ("wrong-kind", "  a: { kind: group, label: A, purpose: p, fields: ▸[] }"),
        ("contradiction", "  a: { kind: date, ▸forbidden-if: { sure: true }, label: A, purpose: p }"),
        ("contradiction", "  a: { kind: date, optional: true, ▸required-if: { sure: true }, label: A, purpose: p }"),
        ("bad-condition", "  a: { kind: date, required-if: ▸sure, label: A, purpose: p }"),
        ("bad-condition", "  a: { kind: date, required-if: ▸{ sure: true, way: by_bus }, label: A, purpose: p }"),
        ("bad-condition", "  a: { kind: date, required-if: { ▸a: true }, label: A, purpose: p }"),
        ("bad-condition", "  a: { kind: date, required-if: { sure: ▸maybe }, label: A, purpose: p }"),
        ("bad-condition", "  a: { kind: date, required-if: { sure: ▸'true' }, label: A, purpose: p }"),
        ("bad-condition", "  a: { kind: date, required-if: { way: [by_bus, ▸by_bus] }, label: A, purpose: p }"),
        ("bad-condition", "  a: { kind: date, ▸required-if: { way: [] }, label: A, purpose: p }"),
        ("unknown-field", "  a: { kind: date, required-if: { ▸sur: true }, label: A, purpose: p }"),
        ("unknown-code", "  a: { kind: date, required-if: { way: ▸by_car }, label: A, purpose: p }"),
        ("unknown-code", "  a: { kind: date, required-if: { needs: [other, ▸sleeep] }, label: A, purpose: p }"),
    ])
    func tellsWhatIsWrong(identifier: String, fields: String) {
        let sample = form(fields)
        let read = readForm(sample.source)
        #expect(read.value == nil)
        #expect(read.diagnostics.identifiers == [identifier])
        #expect(read.diagnostics.places == sample.places)
    }

    @Test func aConditionCannotBeOnFreeValues() {
        let sample = form(
            """
              a: { kind: date, label: A, purpose: p }
              b: { kind: date, required-if: { ▸a: 2026-01-01 }, label: B, purpose: p }
            """
        )
        let read = readForm(sample.source)
        #expect(read.diagnostics.identifiers == ["bad-condition"])
        #expect(read.diagnostics.places == sample.places)
    }

    @Test func aConditionStaysInItsGroup() {
        let sample = form(
            """
              a:
                kind: group
                label: A
                purpose: p
                fields:
                  b: { kind: date, required-if: { ▸sure: true }, label: B, purpose: p }
            """
        )
        let read = readForm(sample.source)
        #expect(read.diagnostics.identifiers == ["unknown-field"])
        #expect(read.diagnostics.places == sample.places)
    }

    @Test(arguments: [
        ("unknown-field", "▸[c, b]", "optional: true, "),
        ("contradiction", "▸[b]", ""),
    ])
    func checksAtLeastOneOf(identifier: String, names: String, presence: String) {
        let sample = form(
            """
              a:
                kind: group
                label: A
                purpose: p
                at-least-one-of: \(names)
                fields:
                  b: { kind: date, \(presence)label: B, purpose: p }
            """
        )
        let read = readForm(sample.source)
        #expect(read.diagnostics.identifiers == [identifier])
        #expect(read.diagnostics.places == sample.places)
    }

    @Test(arguments: [
        ("bad-code", "  l: { ▸byFoot: A piedi }"),
        ("bad-code", "  l: { ▸description: A piedi }"),
        ("bad-code", "  l: { ▸\(String(repeating: "a", count: 61)): A piedi }"),
        ("bad-name", "  ▸someList: { a: A }"),
        ("empty-list", "  ▸l: {}"),
        ("duplicate-label", "  l: { a: Uguale, b: ▸Uguale }"),
        ("empty-value", "  l: { a: ▸'' }"),
        ("missing-key", "  l: { a: ▸{ special-category: true } }"),
        ("unknown-key", "  l: { a: { label: A, ▸special: true } }"),
        ("wrong-kind", "  l: ▸[a]"),
        ("duplicate-key", "  l: { ▸a: A, a: B }"),
    ])
    func checksListsOfCodes(identifier: String, list: String) {
        let name = list.contains("someList") ? "someList" : "l"
        let sample = MarkedText(
            """
            version: 1.0.0
            code-lists:
            \(list)
            fields:
              x: { kind: code, codes: \(name), label: X, purpose: p }
            """
        )
        let read = readForm(sample.source)
        #expect(read.value == nil)
        #expect(read.diagnostics.first?.identifier == identifier)
        #expect(read.diagnostics.first?.location.position == sample.places.first)
    }

    @Test func anUnusedListIsOnlyAWarning() {
        let sample = MarkedText(
            """
            version: 1.0.0
            code-lists:
              ▸way: { by_foot: A piedi }
            fields:
              x: { kind: date, label: X, purpose: p }
            """
        )
        let read = readForm(sample.source)
        #expect(read.value != nil)
        #expect(read.diagnostics.identifiers == ["unused-code-list"])
        #expect(read.diagnostics.places == sample.places)
    }

    @Test(arguments: ["▸2.0.0", "▸1.0", "▸'1.00.0'", "▸1.-1.0", "▸1.+1.0"])
    func theVersionIsThreeNumbersFromOne(version: String) {
        let sample = MarkedText("version: \(version)\nfields: { x: { kind: date, label: X, purpose: p } }")
        let read = readForm(sample.source)
        #expect(read.diagnostics.identifiers == ["bad-version"])
        #expect(read.diagnostics.places == sample.places)
    }

    @Test(arguments: ["", "# solo un commento\n"])
    func anEmptyFormIsAnError(text: String) {
        let read = readForm(SourceText(file: "form.yml", text: text))
        #expect(read.value == nil)
        #expect(read.diagnostics.identifiers == ["missing-form"])
    }

    @Test func aPropertyTwiceIsAnError() {
        let read = readForm(form("  way: { kind: date, label: A, purpose: p }").source)
        #expect(read.value == nil)
        #expect(read.diagnostics.identifiers == ["duplicate-key"])
    }

    @Test func allProblemsAreToldAtOnceInTheOrderOfTheFile() {
        let sample = form(
            """
              a: { kind: ▸dat, label: A, purpose: p }
              b: { kind: code, codes: ▸ways, label: B, purpose: p }
              c: { kind: date, required-if: { a: true }, ▸descripton: D, label: C, purpose: p }
            """
        )
        let read = readForm(sample.source)
        #expect(read.diagnostics.identifiers == ["unknown-value", "unknown-code-list", "unknown-key"])
        #expect(read.diagnostics.places == sample.places)
        #expect(
            read.diagnostics.map(\.hint?.english) == [
                "did you mean 'date'?", "did you mean 'way'?", "did you mean 'description'?",
            ]
        )
    }

    /// Half-written files are what an editor saves all day: there is a form, or an error that says why there is none.
    @Test func aFormCutAnywhereIsReadOrExplained() throws {
        let text = try Repository.source("content/referral/form.yml").text
        for length in stride(from: 0, to: text.count, by: 397) {
            let read = readForm(SourceText(file: "form.yml", text: String(text.prefix(length))))
            #expect((read.value == nil) == read.diagnostics.hasErrors)
        }
    }
}
