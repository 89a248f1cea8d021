import Diagnostics
import Foundation
import MarkedText
import Testing

@testable import Referral

@Suite struct JSONReaderTests {
    private func read(_ text: String) -> Diagnosed<JSONValue?> { readJSON(Array(text.utf8), file: "a.json") }

    @Test(arguments: [
        (
            #" { "b" : [ 1 , -2 , true , false , null ] , "a" : { } , "c" : [ ] } "#,
            ["b": [1, -2, true, false, .null], "a": [:], "c": []] as JSONValue
        ),
        (#""\"\\\/\b\f\n\r\tèè\ud83d\ude00😀""#, "\"\\/\u{8}\u{C}\n\r\tèè😀😀"),
        ("0", 0), ("-0", 0), ("1.0", .decimal("1.0")), ("1e400", .decimal("1e400")), ("-2.5E-3", .decimal("-2.5E-3")),
        ("9223372036854775807", .integer(.max)), ("9223372036854775808", .decimal("9223372036854775808")),
        ("\r\n\t\"a\"\n", "a"),
    ])
    func readsWhatJSONIs(text: String, value: JSONValue) {
        #expect(read(text) == Diagnosed(value))
    }

    @Test(arguments: [
        "▸", "  ▸", "▸x", "{▸", "{▸a: 1}", "{\"a\" ▸1}", "{\"a\": 1▸", "{\"a\": 1,▸}", "{\"a\": ▸}", "[1,▸]", "[1 ▸2]",
        "[▸,1]",
        "1 ▸2", "▸tru", "▸nul", "▸01", "-▸", "1.▸", "1e▸", "▸.5", "▸+1", "▸NaN", "▸'a'", "▸\"a", "\"▸\\x\"",
        "\"▸\\u12g4\"",
        "\"▸\\ud800\"", "\"▸\\ud800\\u0041\"", "\"▸\\udc00\"", "\"a▸\u{1}\"", "\"a▸\nb\"", "[1]▸//", "{\"a\":1}▸{}",
        "\"▸\\",
        "{\n  \"a\": 1,\n  \"b\": ▸}",
    ])
    func tellsWhereItEnds(text: String) {
        let sample = MarkedText(text)
        let result = readJSON(Array(sample.source.text.utf8), file: sample.source.file)
        #expect(result.value == nil)
        #expect(result.diagnostics.identifiers == ["not-json"])
        #expect(result.diagnostics.places == sample.places)
    }

    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0x7B, 0x7D], "byte-order-mark", 1), ([0xFF, 0xFE, 0x7B, 0x00], "not-utf-8", 1),
            ([0xFE, 0xFF, 0x00, 0x7B], "not-utf-8", 1), ([0x7B, 0x00, 0x7D, 0x00], "not-utf-8", 1),
            ([0x00, 0x7B, 0x00, 0x7D], "not-utf-8", 1), ([0x22, 0xE8, 0x22], "not-utf-8", 2),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], "not-utf-8", 2), ([0x22, 0xC0, 0x80, 0x22], "not-utf-8", 2),
        ] as [([UInt8], String, Int)]
    )
    func takesUTF8Alone(bytes: [UInt8], identifier: String, column: Int) {
        let result = readJSON(bytes, file: "a.json")
        #expect(result.value == nil)
        #expect(result.diagnostics.map(\.identifier) == [identifier])
        #expect(result.diagnostics.first?.location.position == SourcePosition(line: 1, column: column))
    }

    @Test func aNameTwiceIsAnErrorWhereItStandsAgain() {
        let sample = MarkedText(#"{"a": 1, ▸"a": 2, "b": {"a": 1, ▸"\u0061": 1}}"#)
        let result = readJSON(Array(sample.source.text.utf8), file: sample.source.file)
        #expect(result.value == ["a": 1, "b": ["a": 1]])
        #expect(result.diagnostics.identifiers == ["repeated-name", "repeated-name"])
        #expect(result.diagnostics.places == sample.places)
    }

    /// The same letter composed and in parts, and a sign that Swift takes for K, are different names in JSON.
    @Test func namesDifferAsTheirCodePointsDo() throws {
        let result = read("{\"\u{E9}\": 1, \"e\u{301}\": 2, \"K\": 3, \"\u{212A}\": 4}")
        #expect(result.diagnostics == [])
        let value = try #require(result.value)
        #expect([value["\u{E9}"], value["e\u{301}"], value["K"], value["\u{212A}"]] == [1, 2, 3, 4])
    }

    @Test func depthIsBounded() {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(read(nested(64)).diagnostics == [])
        #expect(read(nested(65)).diagnostics.map(\.identifier) == ["too-deep"])
        #expect(read(String(repeating: "{\"a\":", count: 1_000_000)).diagnostics.map(\.identifier) == ["too-deep"])
    }

    @Test func whatIsWrittenIsReadBack() throws {
        for suite in try Repository.suites() {
            for test in suite.tests {
                #expect(read(test.data.prettyText) == Diagnosed(test.data))
                #expect(read(test.data.compactText) == Diagnosed(test.data))
            }
        }
    }

    /// Every text that is cut, or has a byte changed, is read or explained; the system's reader takes what ours takes.
    @Test func brokenTextsAreReadOrExplained() throws {
        let bytes = Array(try #require(try Repository.suites().first?.tests.first).data.compactText.utf8)
        for at in stride(from: 0, to: bytes.count, by: 3) {
            #expect(read(bytes[..<at]).diagnostics.hasErrors)
            for byte in "\"\\}],:0e \u{0}\u{7F}".utf8 + [0x80, 0xC3, 0xFF] {
                var broken = bytes
                broken[at] = byte
                let result = read(broken)
                #expect(result.value != nil || result.diagnostics.hasErrors)
                guard result.value != nil, result.diagnostics.isEmpty else { continue }
                #expect(throws: Never.self) {
                    try JSONSerialization.jsonObject(with: Data(broken), options: .fragmentsAllowed)
                }
            }
        }
    }

    private func read(_ bytes: some Sequence<UInt8>) -> Diagnosed<JSONValue?> {
        readJSON(Array(bytes), file: "a.json")
    }
}
