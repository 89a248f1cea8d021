package import Content

/// What a referral must keep beyond its schema.
///
/// The raw value names the rule in `vectors/*.json`.
package enum ReferralRule: String, CaseIterable, Sendable {
    /// No child is born after the month of sending.
    case childIsBorn = "child-is-born"
    /// Every child is at most three: the month of the third birthday still counts, since the day of birth isn't asked.
    case childIsAtMostThree = "child-is-at-most-three"
    /// The family agreed on the day of sending or before.
    case agreementComesFirst = "agreement-comes-first"
    /// The birth is expected at most nine months after the month of sending, and was expected at most one before it:
    /// a pregnancy is known from its fifth week, and may last to the end of the forty-second.
    case dueMonthIsPlausible = "due-month-is-plausible"
    /// The centre is one of the network.
    case centreIsKnown = "centre-is-known"
    /// The family's municipality is one of the centre's territory.
    case municipalityBelongsToCentre = "municipality-belongs-to-centre"
}

/// A rule not kept, and the JSON pointer (RFC 6901) of the value that breaks it.
package struct RuleViolation: Hashable, Sendable {
    package var rule: ReferralRule
    package var pointer: String
}

/// The territory of one centre, as the rules need to know it.
package struct CentreTerritory: Hashable, Sendable {
    package var id: String
    /// ISTAT codes.
    package var municipalities: Set<String>
    package var patronSaint: MonthDay?

    package init(id: String, municipalities: Set<String>, patronSaint: MonthDay?) {
        self.id = id
        self.municipalities = municipalities
        self.patronSaint = patronSaint
    }
}

let oldestChild = 12 * childAgeLimitYears
let monthsToBirth = -1...9

/// The rules that a referral breaks: those about the centre first, then in the order of the fields.
///
/// A value that isn't there, or isn't what the schema asks for, breaks no rule: that is the schema's to say.
package func brokenRules(of referral: JSONValue, centres: [CentreTerritory]) -> [RuleViolation] {
    let centre = centreViolations(of: referral, centres: centres)
    guard let sentOn = referral["sentOn"]?.text.flatMap({ CalendarDate($0) }) else { return centre }
    var violations = centre
    if let due = referral["family"]?["dueMonth"]?.text.flatMap(monthNumber),
        !monthsToBirth.contains(due - sentOn.monthNumber)
    {
        violations.append(RuleViolation(rule: .dueMonthIsPlausible, pointer: "/family/dueMonth"))
    }
    for (index, child) in (referral["family"]?["children"]?.items ?? []).enumerated() {
        guard let birth = child["birthMonth"]?.text.flatMap(monthNumber) else { continue }
        let pointer = "/family/children/\(index)/birthMonth"
        let age = sentOn.monthNumber - birth
        if age < 0 { violations.append(RuleViolation(rule: .childIsBorn, pointer: pointer)) }
        if age > oldestChild { violations.append(RuleViolation(rule: .childIsAtMostThree, pointer: pointer)) }
    }
    if let givenOn = referral["agreement"]?["givenOn"]?.text.flatMap({ CalendarDate($0) }), givenOn > sentOn {
        violations.append(RuleViolation(rule: .agreementComesFirst, pointer: "/agreement/givenOn"))
    }
    return violations
}

private func centreViolations(of referral: JSONValue, centres: [CentreTerritory]) -> [RuleViolation] {
    guard let id = referral["destination"]?["centreId"]?.text else { return [] }
    guard let centre = centres.first(where: { $0.id == id }) else {
        return [RuleViolation(rule: .centreIsKnown, pointer: "/destination/centreId")]
    }
    guard let municipality = referral["family"]?["municipality"]?.text else { return [] }
    guard !centre.municipalities.contains(municipality) else { return [] }
    return [RuleViolation(rule: .municipalityBelongsToCentre, pointer: "/family/municipality")]
}

private func monthNumber(_ month: String) -> Int? { CalendarDate(month + "-01")?.monthNumber }
