import Diagnostics
import Testing

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("service.days", ["service.name", "service.day", "site.name"], "service.day"),
        ("tilte", ["title", "file"], "title"),
        ("Phone", ["phone"], "phone"),
        ("discription", ["description", "title"], "description"),
        ("lable", ["label"], "label"),
        ("dya", ["day", "hours"], "day"),
        ("urd", ["ar", "ur"], "ur"),
        ("ra", ["ar", "en"], "ar"),
        ("zh-hans", ["zh", "zh-Hans"], "zh-Hans"),
    ])
    func namesTheNearestCandidate(word: String, candidates: [String], expected: String) {
        #expect(nearest(to: word, among: candidates) == expected)
    }

    /// Short words are near to nothing: half of `fa` is wrong for `fr`.
    @Test(arguments: [
        ("fa", ["fr", "ar"]), ("it", ["i"]), ("x", ["y"]), ("telefoni", ["phones", "hours"]),
        ("note", ["id", "notices"]),
        ("www.comune.it", ["per-chi-e.md", "come-si-fa.md"]),
    ])
    func saysNothingWhereHalfIsWrong(word: String, candidates: [String]) {
        #expect(nearest(to: word, among: candidates) == nil)
    }

    @Test func saysNothingWhenNothingIsClose() {
        #expect(nearest(to: "zebra", among: ["title", "description"]) == nil)
        #expect(didYouMean("zebra", among: ["title", "menu"]) == .oneOf(["menu", "title"]))
    }

    @Test func tiesDoNotDependOnOrder() {
        #expect(nearest(to: "cat", among: ["cot", "bat"]) == nearest(to: "cat", among: ["bat", "cot"]))
    }
}
