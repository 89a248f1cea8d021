import Content
import Site
import Testing

@Suite struct ReadabilityTests {
    private func readability(_ body: String) throws -> Readability {
        let project = try SampleSite(home: body).project()
        let site = localized(project, form: nil, to: .italian, catalogue: nil)
        return Readability(of: try #require(site.page("index")).blocks)
    }

    /// 89 + (300 × 1 − 10 × 20) / 5, counted by hand.
    @Test func followsTheFormula() throws {
        let found = try readability("Casa mia casa bella mamma.\n")
        #expect((found.letters, found.words, found.sentences) == (21, 5, 1))
        #expect(found.index == 100)
        let hard = try readability("Precipitevolissimevolmente anticostituzionalmente.\n")
        #expect((hard.letters, hard.words, hard.sentences) == (48, 2, 1))
        #expect(hard.index == 0)
        let middling = try readability(
            "Il servizio accompagna le famiglie durante la gravidanza e dopo la nascita del bambino.\n"
        )
        #expect(middling.index == 89 + (300 - 10 * middling.letters) / middling.words)
    }

    @Test func namesTheHardestSentence() throws {
        let found = try readability(
            "Vieni qui. Predisponiamo congiuntamente percorsi individualizzati multidisciplinari. Ciao a te.\n"
        )
        #expect(found.hardest?.text == "Predisponiamo congiuntamente percorsi individualizzati multidisciplinari")
    }

    @Test func countsNeitherHeadingsNorPictures() throws {
        let found = try readability("## Amministrazione\n\nCasa mia.\n")
        #expect(found.words == 2)
    }
}
