import Diagnostics
import Gettext
import Testing

/// A new spelling of names costs no translation and no review.
@Suite struct RespellingTests {
    private let respell: (String) -> String = { $0.replacing("a-b", with: "a_b") }

    @Test func keepsStateReviewAndWhatIsPutAside() throws {
        let date = try #require(ISODate("2026-11-21"))
        let draft = Entry("Chiama {a-b}", translations: ["Call {a-b}"])
        let reviewed = try #require(
            Entry("{a-b} ora", plural: "{a-b} ore", translations: ["{a-b} x", "{a-b} y"]).attested(on: date, by: "A.B.")
        )
        let stale = Entry(
            "Nuovo {a-b}",
            translations: ["New {a-b}"],
            previous: PreviousMessage("Vecchio {a-b}"),
            flags: ["fuzzy"]
        )
        var catalogue = Catalogue(entries: [draft, reviewed, stale])
        catalogue.obsolete = [Entry("Via {a-b}", translations: ["Off {a-b}"])]
        let respelled = catalogue.respelled(respell)
        #expect(respelled.entries.map(\.state) == [.draft, .reviewed, .stale])
        #expect(respelled.entries.map(\.id) == ["Chiama {a_b}", "{a_b} ora", "Nuovo {a_b}"])
        #expect(respelled.entries[1].translations == ["{a_b} x", "{a_b} y"])
        #expect(respelled.entries[1].plural == "{a_b} ore")
        #expect(respelled.entries[2].previous == PreviousMessage("Vecchio {a_b}"))
        #expect(respelled.obsolete.map(\.id) == ["Via {a_b}"])
        #expect(respelled.respelled(respell) == respelled)
    }

    @Test func aReviewOfOtherWordsStaysOne() throws {
        let date = try #require(ISODate("2026-11-21"))
        var entry = try #require(Entry("{a-b}", translations: ["{a-b}"]).attested(on: date, by: "A.B."))
        entry.translations = ["{a-b}!"]
        #expect(Catalogue(entries: [entry]).respelled(respell).entries.map(\.state) == [.draft])
    }

    @Test func makesNoTwins() {
        let twins = Catalogue(entries: [Entry("{a-b}", translations: ["old"]), Entry("{a_b}", translations: ["new"])])
        #expect(twins.respelled(respell) == twins)
    }
}
