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

/// A sample in which `‹` marks places, so that nobody counts columns; the marks are not part of the text.
struct MarkedText {
    var source: SourceText
    var marks: [SourcePosition] = []

    init(_ marked: String, file: String = "en.po") {
        var text = ""
        var position = SourcePosition.start
        for scalar in marked.unicodeScalars {
            if scalar == "‹" {
                marks.append(position)
                continue
            }
            text.unicodeScalars.append(scalar)
            position.column += UTF8.width(scalar)
            if scalar == "\n" { position = SourcePosition(line: position.line + 1, column: 1) }
        }
        source = SourceText(file: file, text: text)
    }
}
