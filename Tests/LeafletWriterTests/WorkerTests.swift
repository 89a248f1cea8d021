import Diagnostics
import Testing

@testable import LeafletWriter
@testable import Site

@Suite("The worker's answers")
struct WorkerTests {
    @Test("Ready and done")
    func success() {
        let hello = #"{"ok":true,"engine":"0.15.0","families":["Noto Sans"],"fingerprint":"ab"}"#
        #expect(
            readWorkerAnswer(hello)
                == .ready(WorkerIdentity(engine: "0.15.0", families: ["Noto Sans"], fingerprint: "ab"))
        )
        let done = #"{"id":"MG-01-it","ok":true,"bytes":59853,"sha256":"cd"}"#
        #expect(readWorkerAnswer(done) == .done(id: "MG-01-it", bytes: 59853, sha256: "cd"))
    }

    @Test("A line that is no answer is a failure of the program", arguments: ["", "Traceback", "[]", #"{"ok":true}"#])
    func unreadable(line: String) throws {
        let failure = try failure(line)
        #expect(failure.kind == .program("unreadable", place: nil))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let answer: String
        let kind: LeafletFailure.Kind
        let identifier: String
        /// What the diagnostic has to say.
        let words: [String]

        init(_ answer: String, _ kind: LeafletFailure.Kind, _ identifier: String, _ words: [String]) {
            (self.answer, self.kind, self.identifier, self.words) = (answer, kind, identifier, words)
        }

        var testDescription: String { identifier }
    }

    static let cases = [
        Case(
            #""kind":"overflow","panels":[{"panel":1,"mm":5.2,"lines":1},{"panel":2,"mm":12.3,"lines":3}]"#,
            .overflow([.init(panel: 1, mm: 5.2, lines: 1), .init(panel: 2, mm: 12.3, lines: 3)]),
            "leaflet-overflow",
            ["for MG-01-it", "by 1 line on side 1 (5.2 mm) and 3 lines on side 2 (12.3 mm)"]
        ),
        Case(#""kind":"overflow","panels":[]"#, .overflow([]), "leaflet-overflow", ["more sides of paper"]),
        Case(
            #""kind":"glyph","glyphs":["\u2d30","e\u0301"]"#,
            .glyphs(["ⴰ", "e\u{301}"]),
            "leaflet-glyph",
            ["ⴰ (U+2D30)", "(U+0065 U+0301)"]
        ),
        Case(
            #""kind":"font","family":"Noto Sans Bengali","lang":"bn""#,
            .font(family: "Noto Sans Bengali"),
            "leaflet-font",
            ["'Noto Sans Bengali'"]
        ),
        Case(#""kind":"font""#, .font(family: nil), "leaflet-font", ["no leaflet", "as the worker says"]),
        Case(#""kind":"too-wide","text":"Donaudampf""#, .tooWide("Donaudampf"), "leaflet-too-wide", ["'Donaudampf'"]),
        Case(
            #""kind":"structure","panel":2"#,
            .structure(side: 2),
            "leaflet-structure",
            ["on side 2", "as the worker says"]
        ),
        Case(#""kind":"structure""#, .structure(side: nil), "leaflet-structure", ["laid out: as the worker says"]),
        Case(#""kind":"output""#, .output, "leaflet-output", ["can't be written", "as the worker says"]),
        Case(#""kind":"time""#, .time, "leaflet-time", ["too long to lay out"]),
        Case(
            #""kind":"engine","place":"blocks.typ:12""#,
            .program("engine", place: "blocks.typ:12"),
            "leaflet-engine",
            ["engine, blocks.typ:12", "as the worker says"]
        ),
        Case(
            #""kind":"internal""#,
            .program("internal", place: nil),
            "leaflet-engine",
            ["fault of the program (internal)"]
        ),
        Case(
            #""kind":"document""#,
            .program("document", place: nil),
            "leaflet-engine",
            ["fault of the program (document)"]
        ),
    ]

    @Test("Each kind of failure is an error in our words, at the leaflet's source", arguments: cases)
    func failures(_ expected: Case) async throws {
        let line = #"{"id":"MG-01-it","ok":false,"message":"as the worker says","hints":[],"# + expected.answer + "}"
        let failure = try failure(line)
        #expect(failure.id == "MG-01-it")
        #expect(failure.kind == expected.kind)
        let site = try await SampleSite("Ciao").resolved()
        let sheet = try #require(site.printables.first)
        let found = problems(with: [PrintFault(sheet, failure)], in: site)
        #expect(found.map(\.severity) == [.error])
        #expect(found.map(\.identifier) == [expected.identifier])
        #expect(found.first?.location.file == "content/leaflets/MG-01.md")
        for words in expected.words { #expect(found.first?.description.contains(words) == true) }
    }

    private func failure(_ line: String) throws -> LeafletFailure {
        guard case .failed(let failure) = readWorkerAnswer(line) else {
            Issue.record("not a failure: \(line)")
            throw NotAFailure()
        }
        return failure
    }

    private struct NotAFailure: Error {}
}
