import Diagnostics
import Gettext
import Testing

let header = """
    msgid ""
    msgstr ""
    "Language: en\\n"
    "Content-Type: text/plain; charset=UTF-8\\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\\n"
    """

/// The catalogue of a sample after the usual header, in which nothing may be wrong.
func parseSound(_ entries: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Catalogue {
    let parsed = parseCatalogue(SourceText(file: "en.po", text: header + "\n\n" + entries))
    try #require(parsed.diagnostics == [], sourceLocation: sourceLocation)
    return parsed.value
}
