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

    package let id: String
    package let name: String
    /// Sample data: it is published with a banner, and never by a release build.
    package let isExample: Bool
    package let municipalities: [Municipality]
    package let address: Address
    package let phones: [Phone]
    package let email: String?
    package let hours: [Hours]
    /// Days on which the centre is closed although its hours say otherwise, in the order of the file.
    package let closures: [Closure]
    /// Holidays on which it is open all the same.
    package let openHolidays: [Day]
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
        ([address.notes] + phones.map(\.label) + closures.map(\.reason) + [locationNotes]).compactMap { $0 }
    }
}
