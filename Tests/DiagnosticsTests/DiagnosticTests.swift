import Diagnostics
import Testing

@Suite struct DiagnosticTests {
    @Test func printsPlaceIdentifierAndHint() {
        let problem = Diagnostic.error(
            .unknownPlaceholder("service.days", hint: .didYouMean("service.contact_within_working_days")),
            at: SourceLocation(file: "content/pages/index.md", position: SourcePosition(line: 12, column: 5))
        )
        #expect(
            problem.description == """
                content/pages/index.md:12:5: error: [unknown-placeholder] no fact is called 'service.days'
                  hint: did you mean 'service.contact_within_working_days'?
                """
        )
    }

    @Test func sortsByFileThenPlace() {
        func at(_ file: String, _ line: Int) -> Diagnostic {
            .warning(.uselessPhone, at: SourceLocation(file: file, position: SourcePosition(line: line, column: 1)))
        }
        let sorted = [at("b", 1), at("a", 9), at("a", 2)].sortedByPlace()
        #expect(sorted == [at("a", 2), at("a", 9), at("b", 1)])
    }
}
