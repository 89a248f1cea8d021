import Content
import Diagnostics
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

    @Test(arguments: [
        ("2028-02-29", "2025-02", true), ("2028-02-29", "2025-01", false), ("2027-02-28", "2024-02", true),
        ("2026-01-01", "2023-01", true), ("2026-01-01", "2022-12", false), ("2026-12-31", "2023-12", true),
        ("2026-01-31", "2026-01", true), ("2025-12-31", "2026-01", false),
    ])
    func aChildIsBornAndAtMostThree(sentOn: String, birthMonth: String, isKept: Bool) {
        let referral: JSONValue = [
            "sentOn": .string(sentOn), "family": ["children": [["birthMonth": .string(birthMonth)]]],
        ]
        #expect(brokenRules(of: referral, centres: []).isEmpty == isKept)
    }

    @Test(arguments: [
        ("2026-01-01", "2025-12", true), ("2026-01-31", "2025-11", false), ("2026-12-31", "2027-09", true),
        ("2026-12-01", "2027-10", false), ("2028-02-29", "2028-11", true), ("2028-02-29", "2028-12", false),
    ])
    func aDueMonthIsPlausible(sentOn: String, dueMonth: String, isKept: Bool) {
        let referral: JSONValue = ["sentOn": .string(sentOn), "family": ["dueMonth": .string(dueMonth)]]
        #expect(brokenRules(of: referral, centres: []).isEmpty == isKept)
    }

    @Test(arguments: [
        ("2028-02-24", "02-29", "2028-03-03"), ("2027-02-24", "02-29", "2027-03-03"),
        ("2026-12-30", "12-31", "2027-01-11"),
        ("2026-12-31", "01-07", "2027-01-12"), ("2028-04-12", "04-17", "2028-04-20"),
    ])
    func aPatronSaintIsNoWorkingDay(sentOn: String, saint: String, dueBy: String) throws {
        let date = try #require(CalendarDate(sentOn))
        #expect(contactDueBy(sentOn: date, patronSaint: MonthDay(saint))?.description == dueBy)
    }

    @Test func theServicePromisesWhatTheContractDoes() throws {
        let facts = readFacts(try Repository.source("content/service.yml"), countryCode: "39").value
        #expect(brokenPromises(in: facts) == [])
        let other = readFacts(
            SourceText(file: "s.yml", text: "name: 1\ncontact_within_working_days: 7\n"),
            countryCode: "39"
        ).value
        let problems = brokenPromises(in: other)
        #expect(problems.map(\.identifier) == ["broken-promise"])
        #expect(problems.first?.location.position?.line == 2)
    }
}
