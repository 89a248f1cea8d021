/// A day that comes every year: `12-08`.
package struct MonthDay: Hashable, Comparable, Sendable, CustomStringConvertible {
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

    package func falls(on date: CalendarDate) -> Bool { (month, day) == (date.month, date.day) }

    /// The day in a year; 28 February where the year has no 29th.
    package func inYear(_ year: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: min(day, CalendarDate.days(inMonth: month, of: year)))
    }

    package static func < (a: Self, b: Self) -> Bool { (a.month, a.day) < (b.month, b.day) }

    package var description: String { "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}
