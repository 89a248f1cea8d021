import Diagnostics

/// A Markdown file cut in two: the YAML between its first `---` lines, and the rest with the line it starts at.
struct FrontMatter {
    var yaml: SourceText
    /// Line of the file at which the YAML starts; the opening `---` is line 1.
    var yamlFirstLine: Int
    var body: SourceText
    var bodyFirstLine: Int
}

/// Cuts the front matter off before any parser sees the text: libcmark would read `---` as a rule or a heading.
///
/// Nil where there is none, or none that ends.
func splitFrontMatter(_ source: SourceText) -> Diagnosed<FrontMatter?> {
    guard !source.isUnread else { return Diagnosed(nil) }
    let start = SourceLocation(file: source.file, position: .start)
    let lines = source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }
    func file(_ text: String) -> SourceText { SourceText(file: source.file, text: text, columns: source.columns) }
    guard let first = lines.first, isFence(first) else {
        return Diagnosed(nil, [.error(.missingFrontMatter, at: start)])
    }
    guard let end = lines.dropFirst().firstIndex(where: isFence) else {
        return Diagnosed(nil, [.error(.openFrontMatter, at: start)])
    }
    return Diagnosed(
        FrontMatter(
            yaml: file(lines[1..<end].joined(separator: "\n")),
            yamlFirstLine: 2,
            body: file(lines[(end + 1)...].joined(separator: "\n")),
            bodyFirstLine: end + 2
        )
    )
}
