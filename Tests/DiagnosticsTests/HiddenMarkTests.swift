import Diagnostics
import Testing

@Suite struct HiddenMarkTests {
    @Test(
        "What can change what is read is an error that names the character and its place",
        arguments: ["\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}", "\u{2028}", "\u{2029}", "\u{0}", "\u{8}", "\u{85}"]
    )
    func refuses(mark: Unicode.Scalar) throws {
        let read = SourceText.decoding(Array("uno\nperché \(mark)due".utf8), file: "a.md")
        let problem = try #require(read.diagnostics.first)
        #expect(read.diagnostics.count == 1)
        #expect(problem.severity == .error)
        #expect(problem.identifier == "hidden-mark")
        #expect(problem.message.italian.contains(unicodeName(mark)))
        #expect(problem.location == SourceLocation(file: "a.md", position: SourcePosition(line: 2, column: 9)))
    }

    @Test(
        "What a word processor leaves is left out, with one warning for each character",
        arguments: ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}"]
    )
    func mends(mark: Unicode.Scalar) throws {
        let read = SourceText.decoding(Array("vi\(mark)si\(mark)te qui".utf8), file: "a.md")
        #expect(read.value.text == "visite qui")
        #expect(read.diagnostics.map(\.identifier) == ["hidden-leftover"])
        #expect(read.diagnostics.map(\.severity) == [.warning])
        let width = String(mark).utf8.count
        #expect(read.diagnostics.first?.location.position == SourcePosition(line: 1, column: 3))
        // `te` stands behind both in the file.
        #expect(read.value.position(line: 1, column: 5).column == 5 + 2 * width)
    }

    @Test(
        "What languages and emoji need stays, and so do blanks that hold words together",
        arguments: ["\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{A0}", "\u{202F}", "\t", "’"]
    )
    func keeps(mark: Unicode.Scalar) {
        let text = "uno\(mark)due\n"
        #expect(SourceText.decoding(Array(text.utf8), file: "a.md") == Diagnosed(SourceText(file: "a.md", text: text)))
    }

    @Test("Line ends of other systems are those of Unix", arguments: ["\r\n", "\r"])
    func lineEnds(end: String) {
        let read = SourceText.decoding(Array("---\(end)title: è\(end)---\(end)".utf8), file: "a.md")
        #expect(read == Diagnosed(SourceText(file: "a.md", text: "---\ntitle: è\n---\n")))
    }
}
