import Content
import Diagnostics
import Foundation
import Testing

@testable import Referral

@Suite struct JSONTests {
    @Test func writesInTheGivenOrderWithTwoSpaces() {
        let value: JSONValue = ["b": 1, "a": ["x", .null, true, [], [:]], "c": ["d": "è \"qui\"\\\n\u{1}\u{202E}"]]
        #expect(
            value.prettyText == #"""
                {
                  "b": 1,
                  "a": [
                    "x",
                    null,
                    true,
                    [],
                    {}
                  ],
                  "c": {
                    "d": "è \"qui\"\\\n\u0001\u202e"
                  }
                }

                """#
        )
    }

    @Test func anIndependentParserReadsEveryCharacterBack() throws {
        let text = String(String.UnicodeScalarView((0..<0x3000).compactMap(Unicode.Scalar.init))) + "𐐀👩‍🍼"
        let written = JSONValue.object(JSONObject([(text, .string(text))])).prettyText
        let read = try JSONSerialization.jsonObject(with: Data(written.utf8))
        let object = try #require(read as? [String: String])
        #expect(object.count == 1)
        #expect(object.first.map { Array($0.key.unicodeScalars) } == Array(text.unicodeScalars))
        #expect(object.first.map { Array($0.value.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test func aNameSetTwiceKeepsItsPlace() {
        var object: JSONObject = ["a": 1, "b": 2]
        object["a"] = 3
        #expect(object == ["a": 3, "b": 2])
        object["a"] = nil
        #expect(object == ["b": 2])
    }

    @Test(arguments: [
        ("/a/0", JSONValue.integer(9), "{a: [9, 2], b: {'x/y': t}}"),
        ("/a/-", .integer(9), "{a: [1, 2, 9], b: {'x/y': t}}"),
        ("/a/2", .integer(9), "{a: [1, 2, 9], b: {'x/y': t}}"),
        ("/a/1", nil, "{a: [1], b: {'x/y': t}}"),
        ("/b/x~1y", .string("u"), "{a: [1, 2], b: {'x/y': u}}"),
        ("/b/x~1y", nil, "{a: [1, 2], b: {}}"),
        ("/c", .bool(true), "{a: [1, 2], b: {'x/y': t}, c: true}"),
        ("", .null, "null"),
    ])
    func pointersReplaceAndRemove(pointer: String, value: JSONValue?, changed: String) throws {
        let document = try json("{a: [1, 2], b: {'x/y': t}}")
        let way = try #require(JSONPointer(pointer))
        #expect(document.replacing(way, with: value) == (try json(changed)))
    }

    @Test(arguments: ["/a/3", "/a/01", "/a/x", "/c/d", "/a/0/b"])
    func pointersThatLeadNowhereGiveNothing(pointer: String) throws {
        let way = try #require(JSONPointer(pointer))
        #expect(try json("{a: [1, 2]}").replacing(way, with: true) == nil)
    }

    @Test(arguments: ["/c", "/a/2", "/a/-"])
    func nothingIsTakenAwayWhereNothingIs(pointer: String) throws {
        let way = try #require(JSONPointer(pointer))
        #expect(try json("{a: [1, 2]}").replacing(way, with: nil) == nil)
    }

    @Test(arguments: ["a", "/a~2", "/a~"])
    func refusesWhatIsNoPointer(text: String) { #expect(JSONPointer(text) == nil) }

    @Test func onlyPlainWordsAreMoreThanText() throws {
        let value = try json("[true, 'true', null, 12, 012, 1.0, 2026-11-16, -3, yes]")
        #expect(value == [true, "true", .null, 12, "012", "1.0", "2026-11-16", -3, "yes"])
    }

    private func json(_ yaml: String) throws -> JSONValue {
        JSONValue(try #require(parseYAML(SourceText(file: "x.yml", text: yaml)).value))
    }
}
