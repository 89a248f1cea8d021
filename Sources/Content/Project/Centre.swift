package import Diagnostics

/// A Centro per le Famiglie: where families go, whom they call, and when.
package struct Centre: Hashable, Sendable {
    package struct Municipality: Hashable, Sendable {
        /// Six-digit code of the national statistics institute.
        package let istat: String
        package let name: String
    }

    package struct Address: Hashable, Sendable {
        package let street: String
        package let postalCode: String
        package let city: String
        /// How to get in: floor, bell, step-free way.
        package let notes: Message?
    }

    package struct Phone: Hashable, Sendable {
        package let number: PhoneNumber
        package let label: Message?
        /// False for a number that only takes messages.
        package let takesCalls: Bool
        package let takesWhatsApp: Bool
    }

    package struct Hours: Hashable, Sendable {
        package let days: [Weekday]
        package let opens: ClockTime
        package let closes: ClockTime
    }

    package let id: String
    package let name: String
    /// Sample data: it is published with a banner, and never by a release build.
    package let isExample: Bool
    package let municipalities: [Municipality]
    package let address: Address
    package let phones: [Phone]
    package let email: String?
    package let hours: [Hours]
    /// Spoken at the desk.
    package let languages: [Language]
    /// For which a cultural mediator can come along.
    package let mediators: [Language]
    /// Month and day of the local holiday, on which no working day falls.
    package let patronSaint: MonthDay
    /// How to get there: buses, steps, parking.
    package let locationNotes: Message?
    package let location: SourceLocation
    let idLocation: SourceLocation
    let municipalitiesLocation: SourceLocation

    /// The number that a family is told to call; nil where the centre has none that takes calls.
    package var numberToCall: Phone? { phones.first(where: \.takesCalls) }

    /// How to reach the centre from afar where it can't be called: its first number that takes messages.
    package var numberToWrite: Phone? { phones.first(where: \.takesWhatsApp) }

    /// The words that are translated; names and streets are not.
    package var messages: [Message] {
        ([address.notes] + phones.map(\.label) + [locationNotes]).compactMap { $0 }
    }
}

package enum Weekday: String, CaseIterable, Hashable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A time of the day, to the minute: `09:00`.
package struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let hour: Int
    package let minute: Int

    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [2, 2], let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        self.hour = hour
        self.minute = minute
    }

    package static func < (a: Self, b: Self) -> Bool { (a.hour, a.minute) < (b.hour, b.minute) }

    package var description: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }
}

/// A day that comes every year: `12-08`.
package struct MonthDay: Hashable, Sendable, CustomStringConvertible {
    package let month: Int
    package let day: Int

    /// Nil for a day that no year has.
    package init?(month: Int, day: Int) {
        // A leap year, so that 29 February is a day.
        guard CalendarDate(year: 2000, month: month, day: day) != nil else { return nil }
        self.month = month
        self.day = day
    }

    /// Reads `MM-DD` and nothing else.
    package init?(_ text: String) {
        guard let date = CalendarDate("2000-" + text) else { return nil }
        self.init(month: date.month, day: date.day)
    }

    package var description: String { "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}
