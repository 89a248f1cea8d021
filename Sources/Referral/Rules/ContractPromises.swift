package import Content
package import Diagnostics

/// Working days from the day of sending to the day by which the Centre has called.
let contactWorkingDays = 5

/// The oldest age of a child, in years.
let childAgeLimitYears = 3

/// Errors where `service.yml` promises families something else than the rules and vectors of the contract; a fact that
/// is not there promises nothing.
///
/// The numbers of the contract are fixed for its major version: other tools have the same rules in their own code.
package func brokenPromises(in facts: Facts) -> [Diagnostic] {
    let promises = [
        ("contact_within_working_days", contactWorkingDays), ("child_age_limit_years", childAgeLimitYears),
    ]
    return promises.compactMap { key, number in
        guard let entry = facts.entries.first(where: { $0.key == key }), entry.fact != .number(number) else {
            return nil
        }
        return .error(.brokenPromise(key, number: number), at: entry.location)
    }
}
