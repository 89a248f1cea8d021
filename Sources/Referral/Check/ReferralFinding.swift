/// One thing that is wrong with a referral, in words.
package struct ReferralFinding: Hashable, Sendable {
    /// Stable kebab-case name of the kind of problem; a broken rule's is the rule's name.
    package var identifier: String
    /// The JSON pointer (RFC 6901) of the value, or of where it should be.
    package var pointer: String
    /// Leads with the field's Italian label; no final period.
    package var message: String
    package var hint: String?
}

/// What was found, up to a number that a person can still read.
package struct ReferralFindings: Hashable, Sendable {
    package private(set) var findings: [ReferralFinding] = []
    /// How many more there are.
    package private(set) var omitted = 0

    private static let limit = 100

    package var isEmpty: Bool { findings.isEmpty }

    /// Past the limit nothing but the count is worked out, since a hostile referral can have millions.
    mutating func add(
        _ identifier: String,
        _ pointer: @autoclosure () -> JSONPointer,
        _ message: @autoclosure () -> String,
        hint: @autoclosure () -> String? = nil
    ) {
        add {
            ReferralFinding(
                identifier: identifier,
                pointer: pointer().description,
                message: message(),
                hint: hint()
            )
        }
    }

    mutating func add(_ violation: RuleViolation) {
        add {
            let (message, hint) = violation.rule.words
            return ReferralFinding(
                identifier: violation.rule.rawValue,
                pointer: violation.pointer,
                message: message,
                hint: hint
            )
        }
    }

    private mutating func add(_ finding: () -> ReferralFinding) {
        if findings.count < Self.limit { findings.append(finding()) } else { omitted += 1 }
    }
}

extension ReferralRule {
    /// What a person reads when it is broken.
    fileprivate var words: (message: String, hint: String?) {
        switch self {
        case .childIsBorn:
            ("the month of birth comes after the month of sending", "for a pregnancy, give the month as 'dueMonth'")
        case .childIsAtMostThree: ("the child is older than three, and the visits are for younger ones", nil)
        case .agreementComesFirst: ("the family's agreement comes after the day of sending", nil)
        case .dueMonthIsPlausible:
            ("the birth is expected more than nine months after the sending, or more than one before it", nil)
        case .centreIsKnown: ("no centre of the network has this id", "the ids are in data/centres.json")
        case .municipalityBelongsToCentre:
            ("the municipality is not one of the centre's", "data/centres.json says which centre it belongs to")
        }
    }
}
