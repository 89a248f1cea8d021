package import Diagnostics

/// One thing that is wrong with a referral, in words.
package struct ReferralFinding: Hashable, Sendable {
    /// Its message leads with the field's Italian label; a broken rule's identifier is the rule's name.
    package var problem: Problem
    /// The JSON pointer (RFC 6901) of the value, or of where it should be.
    package var pointer: String

    package var identifier: String { problem.identifier }
    package var message: Wording { problem.message }
    package var hint: Wording? { problem.hint }
}

/// What was found, up to a number that a person can still read.
package struct ReferralFindings: Hashable, Sendable {
    package private(set) var findings: [ReferralFinding] = []
    /// How many more there are.
    package private(set) var omitted = 0

    private static let limit = 100

    package var isEmpty: Bool { findings.isEmpty }

    /// Past the limit nothing but the count is worked out, since a hostile referral can have millions.
    mutating func add(_ problem: @autoclosure () -> Problem, at pointer: @autoclosure () -> JSONPointer) {
        add { ReferralFinding(problem: problem(), pointer: pointer().description) }
    }

    mutating func add(_ violation: RuleViolation) {
        add { ReferralFinding(problem: violation.rule.problem, pointer: violation.pointer) }
    }

    private mutating func add(_ finding: () -> ReferralFinding) {
        if findings.count < Self.limit { findings.append(finding()) } else { omitted += 1 }
    }
}

extension ReferralRule {
    /// What a person reads when it is broken.
    fileprivate var problem: Problem {
        switch self {
        case .childIsBorn: .childIsBorn(rule: rawValue)
        case .childIsAtMostThree: .childIsAtMostThree(rule: rawValue)
        case .agreementComesFirst: .agreementComesFirst(rule: rawValue)
        case .dueMonthIsPlausible: .dueMonthIsPlausible(rule: rawValue)
        case .centreIsKnown: .centreIsKnown(rule: rawValue)
        case .municipalityBelongsToCentre: .municipalityBelongsToCentre(rule: rawValue)
        }
    }
}
