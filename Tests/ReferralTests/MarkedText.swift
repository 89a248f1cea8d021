import Diagnostics

/// A sample in which `▸` stands before every place where a problem is expected, so that nobody counts columns.
struct MarkedText {
    var source: SourceText
    var places: [SourcePosition] = []

    init(_ marked: String, file: String = "form.yml") {
        var text = ""
        var (line, column) = (1, 1)
        for character in marked {
            if character == "▸" {
                places.append(SourcePosition(line: line, column: column))
                continue
            }
            text.append(character)
            if character == "\n" {
                (line, column) = (line + 1, 1)
            } else {
                column += character.utf8.count
            }
        }
        source = SourceText(file: file, text: text)
    }
}

extension [Diagnostic] {
    var places: [SourcePosition] { compactMap(\.location.position) }
    var identifiers: [String] { map(\.identifier) }
}
