package import Diagnostics

/// A sample in which `▸` stands before every place that a test is about, so that nobody counts columns.
///
/// The marks are not part of the text.
package struct MarkedText {
    package var source: SourceText
    package var places: [SourcePosition] = []

    package init(_ marked: String, file: String = "sample") {
        var text = ""
        var position = SourcePosition.start
        for scalar in marked.unicodeScalars {
            if scalar == "▸" {
                places.append(position)
                continue
            }
            text.unicodeScalars.append(scalar)
            position.column += UTF8.width(scalar)
            if scalar == "\n" { position = SourcePosition(line: position.line + 1, column: 1) }
        }
        source = SourceText(file: file, text: text)
    }
}

extension [Diagnostic] {
    package var places: [SourcePosition] { compactMap(\.location.position) }
    package var identifiers: [String] { map(\.identifier) }
}
