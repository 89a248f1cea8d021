import Diagnostics
import Testing

@testable import Content

/// Leaflets as they are written: formats, panels, centres.
@Suite struct LeafletReadingTests {
    private static let waysBack = "```{contact}\n```\n\n```{qr}\n```"

    /// The last of `panels` is followed by whom to call and the code, unless nothing is.
    private static func leaflet(_ format: String, panels: [String], end: String = waysBack) -> String {
        """
        ---
        code: MG-01
        title: Foglio
        description: Un foglio di prova.
        format: \(format)
        per-centre: true
        reviewed: 2026-11-21
        review-by: 2027-05-21
        ---
        \((panels.dropLast() + [panels[panels.count - 1] + "\n\n" + end]).joined(separator: "\n\n---\n\n"))
        """
    }

    private func read(_ text: String) -> Diagnosed<Project?> {
        SampleProject().with("content/leaflets/MG-01.md", text).read()
    }

    @Test(arguments: [("a4", 1), ("a4", 2), ("a5-booklet", 4), ("a5-booklet", 8), ("trifold", 6)])
    func everyFormatHasItsNumberOfPanels(format: String, count: Int) throws {
        let project = read(Self.leaflet(format, panels: Array(repeating: "Testo.", count: count)))
        #expect(project.diagnostics == [])
        let leaflet = try #require(project.value?.leaflets.first)
        #expect(leaflet.format.rawValue == format)
        #expect(leaflet.panels.count == count)
        #expect(leaflet.isPerCentre)
    }

    @Test(arguments: [("a4", 3), ("a5-booklet", 1), ("a5-booklet", 6), ("trifold", 5), ("trifold", 7)])
    func anyOtherNumberIsAnErrorAtTheFormat(format: String, count: Int) throws {
        let problems = read(Self.leaflet(format, panels: Array(repeating: "Testo.", count: count))).diagnostics
        #expect(problems.map(\.identifier) == ["panels"])
        #expect(problems.first?.location.position == SourcePosition(line: 5, column: 9))
        #expect(problems.first?.message.english.hasSuffix("this one has \(count)") == true)
    }

    @Test func aLeafletWithoutContactOrCodeIsWarnedOf() {
        func problems(_ text: String) -> [String] {
            let found = read(Self.leaflet("a4", panels: [text], end: "")).diagnostics
            #expect(found.allSatisfy { $0.severity == .warning && $0.location.file == "content/leaflets/MG-01.md" })
            return found.map(\.identifier)
        }
        #expect(problems("Testo.") == ["leaflet-code-missing", "leaflet-contact"])
        #expect(problems("```{centres}\n```\n\nTesto.") == ["leaflet-code-missing"])
        #expect(problems("```{contact}\n```\n\n```{qr}\n```") == [])
    }

    @Test func anEmptyPanelIsNamed() {
        let problems = read(Self.leaflet("a4", panels: ["", "Testo."])).diagnostics
        #expect(problems.map(\.message.english) == ["panel 1 is empty"])
    }

    @Test func anUnknownFormatIsToldApart() {
        let problems = read(Self.leaflet("a5-booklets", panels: ["Testo."])).diagnostics
        #expect(problems.first?.hint?.english == "did you mean 'a5-booklet'?")
    }

    @Test(arguments: ["it", "it-nord", "print", "nord-print"])
    func aCentreIsNotCalledLikeAKindOfLeaflet(id: String) {
        let centre = SampleProject().texts["content/centres/uno.yml"]?.replacing("id: uno", with: "id: \(id)")
        let problems = SampleProject().with("content/centres/uno.yml", centre).read().diagnostics
        #expect(problems.map(\.identifier) == ["bad-id"])
    }
}
