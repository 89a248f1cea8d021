import Content
import Testing

@testable import Referral

@Suite struct RuleTests {
    private let centre = CentreTerritory(id: "c", municipalities: ["999001"], patronSaint: nil)

    @Test(arguments: [
        JSONValue.null,
        [],
        [:],
        ["sentOn": "2026-13-01", "family": ["dueMonth": "2020-01"]],
        ["sentOn": "2026-11-16", "family": ["dueMonth": "soon", "children": "none"]],
        ["sentOn": "2026-11-16", "family": ["children": [1, [:], ["birthMonth": "2026"]]], "agreement": []],
        ["destination": ["centreId": "c"], "family": []],
        ["destination": ["centreId": 1], "family": ["municipality": "999009"]],
    ])
    func whatIsNotThereBreaksNoRule(referral: JSONValue) {
        #expect(brokenRules(of: referral, centres: [centre]) == [])
    }

    @Test func aMunicipalityOfAnUnknownCentreIsNotJudged() {
        let referral: JSONValue = ["destination": ["centreId": "d"], "family": ["municipality": "999009"]]
        let unknown = RuleViolation(rule: .centreIsKnown, pointer: "/destination/centreId")
        #expect(brokenRules(of: referral, centres: [centre]) == [unknown])
    }

    @Test func tellsAllBrokenRulesAtOnce() {
        let referral: JSONValue = [
            "sentOn": "2026-11-16",
            "destination": ["centreId": "c"],
            "family": [
                "municipality": "999009", "dueMonth": "2028-01",
                "children": [["birthMonth": "2020-01"], ["birthMonth": "2026-11"], ["birthMonth": "2027-01"]],
            ],
            "agreement": ["givenOn": "2026-12-01"],
        ]
        #expect(
            brokenRules(of: referral, centres: [centre]) == [
                RuleViolation(rule: .municipalityBelongsToCentre, pointer: "/family/municipality"),
                RuleViolation(rule: .dueMonthIsPlausible, pointer: "/family/dueMonth"),
                RuleViolation(rule: .childIsAtMostThree, pointer: "/family/children/0/birthMonth"),
                RuleViolation(rule: .childIsBorn, pointer: "/family/children/2/birthMonth"),
                RuleViolation(rule: .agreementComesFirst, pointer: "/agreement/givenOn"),
            ]
        )
    }
}
