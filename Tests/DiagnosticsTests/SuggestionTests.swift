import Diagnostics
import Testing

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("service.days", ["service.name", "service.day", "site.name"], "service.day"),
        ("tilte", ["title", "file"], "title"),
        ("Phone", ["phone"], "phone"),
    ])
    func namesTheNearestCandidate(word: String, candidates: [String], expected: String) {
        #expect(nearest(to: word, among: candidates) == expected)
    }

    @Test func saysNothingWhenNothingIsClose() {
        #expect(nearest(to: "zebra", among: ["title", "description"]) == nil)
        #expect(didYouMean("zebra", among: ["title", "menu"]) == "it can be one of: menu, title")
    }

    @Test func tiesDoNotDependOnOrder() {
        #expect(nearest(to: "cat", among: ["cot", "bat"]) == nearest(to: "cat", among: ["bat", "cot"]))
    }
}
