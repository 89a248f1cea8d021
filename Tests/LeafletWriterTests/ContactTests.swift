import Content
import Diagnostics
import Referral
import Testing

@testable import LeafletWriter
@testable import Site

@Suite("Whom to call")
struct ContactTests {
    private let box = "```{contact}\n```"
    private let hours: [[JSONValue]] = [
        [["t": "text", "v": "lunedì e mercoledì "]] + range("09:00", "13:00"),
        [["t": "text", "v": "giovedì "]] + range("14:30", "18:00"),
    ]
    private let address: JSONValue = [["t": "text", "v": "Via Prova 0, 00000 Prova"]]

    @Test("One centre has its address, a line for each of its hours, and the labelled number that takes calls")
    func one() async throws {
        let phone: JSONValue = [
            "label": [["t": "text", "v": "Sportello"]],
            "number": ["t": "isolated", "v": "0500 000 000", "href": "tel:+390500000000"],
        ]
        #expect(
            try await SampleSite(box).blocks() == [
                [
                    "t": "contact",
                    "centres": [
                        [
                            "name": [["t": "text", "v": "Centro 0"]],
                            "lines": .array([address] + hours.map { .array($0) }), "phones": [phone],
                        ]
                    ],
                ]
            ]
        )
    }

    @Test("Several centres stand under one invitation with nothing but their numbers")
    func several() async throws {
        var sample = SampleSite(box)
        sample.centres = 3
        let contact = try #require(try await sample.blocks().first)
        #expect(contact["c"] == [["t": "text", "v": "Chiama il centro del tuo comune, o vieni durante gli orari."]])
        let centres = try #require(contact["centres"]?.items)
        #expect(centres.count == 3)
        #expect(centres.map { $0["lines"] } == [[], [], []])
        #expect(
            centres.map { $0["phones"] }
                == (0..<3).map { number in
                    [
                        [
                            "number": [
                                "t": "isolated", "v": .string("0500 000 00\(number)"),
                                "href": .string("tel:+39050000000\(number)"),
                            ]
                        ]
                    ]
                }
        )
    }

    @Test("More than four centres are a way to the list of them")
    func many() async throws {
        var sample = SampleSite(box)
        sample.centres = 5
        sample.pages = ["index": "Ciao", "centri": "```{centres}\n```"]
        let contact = try #require(try await sample.blocks().first)
        #expect(contact["centres"] == [])
        #expect(
            contact["c"]?.items?.last
                == [
                    "t": "isolated", "v": "https://prova.example/it/centri/",
                    "href": "https://prova.example/it/centri/",
                ]
        )
    }

    @Test("More than four centres leave room to write one by hand, and name the publisher's number where there is one")
    func writtenByHand() async throws {
        var sample = SampleSite(box)
        sample.centres = 5
        let blanks: JSONValue = [[["t": "text", "v": "Il tuo Centro"]], [["t": "text", "v": "Telefono"]]]
        #expect(try await sample.blocks().first?["blanks"] == blanks)
        sample.publisher = #"Ente Prova, phone: "0500 000 100""#
        let contact = try #require(try await sample.blocks().first)
        #expect(contact["blanks"] == blanks)
        #expect(
            contact["centres"] == [
                [
                    "name": [["t": "text", "v": "Ente Prova"]], "lines": [],
                    "phones": [
                        ["number": ["t": "isolated", "v": "0500 000 100", "href": "tel:+390500000100"]]
                    ],
                ]
            ]
        )
    }

    @Test("A change of the publisher's number is a change of numbers, where it is printed")
    func publishersNumber() async throws {
        var sample = SampleSite(box)
        func print(_ phone: String, centres: Int) async throws -> EditionLedger.Fingerprint {
            sample.centres = centres
            sample.publisher = #"Ente Prova, phone: "\#(phone)""#
            return try #require(try await sample.resolved().sheets.first).edition.print
        }
        let (old, new) = (try await print("0500 000 100", centres: 5), try await print("0500 000 200", centres: 5))
        #expect(EditionChange.between(old, new) == [.numbers])
        #expect(try await print("0500 000 100", centres: 3) == print("0500 000 200", centres: 3))
    }

    @Test("In Arabic, names and streets are Italian runs, days are Arabic, times stand left to right")
    func arabic() async throws {
        var sample = SampleSite(box)
        sample.languages = ["it", "ar"]
        let centre = try #require(try await sample.blocks().first?["centres"]?.items?.first)
        #expect(
            centre["name"]
                == [["t": "span", "lang": "it", "dir": "ltr", "c": [["t": "text", "v": "Centro 0"]]]]
        )
        let lines = try #require(centre["lines"]?.items)
        #expect(
            lines == [
                [["t": "span", "lang": "it", "dir": "ltr", "c": [["t": "text", "v": "Via Prova 0, 00000 Prova"]]]],
                [["t": "text", "v": "الاثنين والأربعاء "], italian(range("09:00", "13:00", within: "ar"))],
                [["t": "text", "v": "الخميس "], italian(range("14:30", "18:00", within: "ar"))],
            ]
        )
    }

    @Test("The list of centres has a box for each, with its towns and all its numbers")
    func list() async throws {
        var sample = SampleSite("```{centres}\n```")
        sample.centres = 2
        let blocks = try await sample.blocks()
        #expect(blocks.map { $0["t"] } == ["contact", "contact"])
        let centre = try #require(blocks.last?["centres"]?.items?.first)
        #expect(
            centre["lines"]?.items?.first == [
                ["t": "text", "v": "Comuni"], ["t": "text", "v": ": "], ["t": "text", "v": "Comune 1"],
            ]
        )
        #expect(centre["phones"]?.items?.map { $0["number"]?["v"] } == ["0500 000 011", "0500 000 001"])
    }
}

/// Each time is kept left to right by itself; how they are joined is for the language to say.
///
/// Within an untranslated pattern they are marked as the leaflet's own language.
private func range(_ opens: String, _ closes: String, within language: String? = nil) -> [JSONValue] {
    func time(_ text: String) -> JSONValue {
        let time: JSONValue = ["t": "isolated", "v": .string(text)]
        guard let language else { return time }
        return ["t": "span", "lang": .string(language), "dir": "rtl", "c": [time]]
    }
    return [time(opens), ["t": "text", "v": "–"], time(closes)]
}

private func italian(_ inlines: [JSONValue]) -> JSONValue {
    ["t": "span", "lang": "it", "dir": "ltr", "c": .array(inlines)]
}
