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
func splitFrontMatter(_ source: SourceText) -> Diagnosed<FrontMatter> {
    let lines = source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }
    func file(_ text: String) -> SourceText { SourceText(file: source.file, text: text) }
    guard let first = lines.first, isFence(first) else {
        let whole = FrontMatter(yaml: file(""), yamlFirstLine: 1, body: source, bodyFirstLine: 1)
        let hint = "start the file with a line '---', then 'title: …' and the other keys, then '---'"
        let place = SourceLocation(file: source.file, position: .start)
        return Diagnosed(whole, [.error("no-front-matter", "the file has no front matter", hint: hint, at: place)])
    }
    guard let end = lines.dropFirst().firstIndex(where: isFence) else {
        let whole = FrontMatter(yaml: file(""), yamlFirstLine: 1, body: file(""), bodyFirstLine: lines.count)
        let place = SourceLocation(file: source.file, position: .start)
        let hint = "close it with a line '---' before the text begins"
        return Diagnosed(whole, [.error("open-front-matter", "the front matter has no end", hint: hint, at: place)])
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
