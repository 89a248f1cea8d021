import Diagnostics
import MarkedText
import Site
import Testing

@Suite struct GlossaryTests {
    @Test(arguments: [
        ("▸term,language,rendering\n", "glossary-columns"), ("▸", "glossary-columns"),
        ("term,language,rendering,note\n▸a,en,b\n", "glossary-columns"),
        ("term,language,rendering,note\n▸a,en,b,c,d\n", "glossary-columns"),
        ("term,language,rendering,note\na,▸eng,b,\n", "unknown-language"),
        ("term,language,rendering,note\n▸(solo nota),en,b,\n", "glossary-empty"),
        ("term,language,rendering,note\na,en,▸,\n", "glossary-empty"),
        ("term,language,rendering,note\na,en,b,\nA,ar,b,\n▸A,en,c,\n", "duplicate-term"),
        ("term,language,rendering,note\na,en,▸\"b,\nc,en,d,\n", "csv-quote"),
        ("term,language,rendering,note\na,en,\"b\"▸c,\n", "csv-quote"),
        ("term,language,rendering,note\na,en,b▸\"c,\n", "csv-quote"),
        ("term,language,rendering,note\r\n\"a\r\nb\",en,c,\r\n\r\nd,▸xx,e,\r\n", "unknown-language"),
    ])
    func saysWhatIsWrongAndWhere(marked: String, identifier: String) {
        let sample = MarkedText(marked, file: "translations/glossary.csv")
        let found = readGlossary(sample.source).diagnostics
        #expect(found.first?.identifier == identifier)
        #expect(found.first?.location.position == sample.places.first)
        #expect(found.allSatisfy { $0.severity == .error })
    }

    @Test func readsQuotedFieldsAsRFC4180HasThem() throws {
        let text = "term,language,rendering,note\n\"a, \"\"b\"\"\nc\",en,\"x|y (z)\",\"(advice) n\"\n"
        let read = readGlossary(SourceText(file: "glossary.csv", text: text))
        #expect(read.diagnostics == [])
        let row = try #require(read.value.rows.first)
        #expect((row.term, row.renderings, row.isAdvice) == ("a, \"b\"\nc", ["x", "y"], true))
    }
}
