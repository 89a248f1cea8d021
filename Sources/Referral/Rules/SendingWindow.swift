/// The day of sending, from which the rules count.
let sendingPath = "sentOn"

/// Where a day or a month of a referral may lie, seen from the day of sending, and the rule broken on either side.
package enum SendingWindow: Hashable, Sendable {
    /// On that day or before.
    case untilThen(otherwise: ReferralRule)
    /// In one of these months, 0 being the month of that day.
    case months(ClosedRange<Int>, early: ReferralRule, late: ReferralRule)
}

extension FormField {
    /// What `brokenRules` will ask of the field, for forms that say so while people write.
    package var sendingWindow: SendingWindow? {
        switch path {
        case "agreement.givenOn": .untilThen(otherwise: .agreementComesFirst)
        case "family.dueMonth": .months(monthsToBirth, early: .dueMonthIsPlausible, late: .dueMonthIsPlausible)
        case "family.children.birthMonth":
            .months(-oldestChild...0, early: .childIsAtMostThree, late: .childIsBorn)
        default: nil
        }
    }
}
