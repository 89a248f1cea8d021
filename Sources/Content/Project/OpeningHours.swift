extension Centre {
    /// When somebody is there in every week, of the whole year or of a season.
    package struct Hours: Hashable, Sendable {
        package let days: [Weekday]
        package let opens: ClockTime
        package let closes: ClockTime
        /// Only for families who have called before.
        package let isByAppointment: Bool
        /// Nil where they hold all year.
        package let season: Season?
    }

    /// Days on which a centre is closed.
    package struct Closure: Hashable, Sendable {
        package enum Days: Hashable, Sendable {
            case once(first: CalendarDate, last: CalendarDate)
            case everyYear(Season)
        }

        package let days: Days
        package let reason: Message?
    }

    /// A day of one year, or the same day of every year.
    package enum Day: Hashable, Sendable, CustomStringConvertible {
        case once(CalendarDate)
        case everyYear(MonthDay)

        func falls(on date: CalendarDate) -> Bool {
            switch self {
            case .once(let day): day == date
            case .everyYear(let day): day.falls(on: date)
            }
        }

        /// As content writes it: `2026-12-24`, `12-24`.
        package var description: String {
            switch self {
            case .once(let date): date.description
            case .everyYear(let day): day.description
            }
        }
    }
}

/// A part of every year, its first and last day included; it goes over New Year where the last comes before the first.
package struct Season: Hashable, Sendable {
    package let first: MonthDay
    package let last: MonthDay

    /// True where the two share a day.
    package func overlaps(_ other: Season) -> Bool { contains(other.first) || other.contains(first) }

    package func contains(_ day: MonthDay) -> Bool {
        first <= last ? first <= day && day <= last : day >= first || day <= last
    }

    /// The days that it has in the year in which it begins.
    package func beginning(in year: Int) -> ClosedRange<CalendarDate>? {
        guard let start = first.inYear(year), let end = last.inYear(first <= last ? year : year + 1) else { return nil }
        // From 29 February to 28 February, say, in a year without the 29th.
        return start <= end ? start...end : nil
    }

    /// The one in which a day is, or else the next.
    package func nextOccurrence(from day: CalendarDate) -> ClosedRange<CalendarDate>? {
        (day.year - 1...day.year + 1).compactMap(beginning).first { $0.upperBound >= day }
    }

    /// Each time that it comes, as far as it touches a period; the earliest first.
    package func occurrences(in period: ClosedRange<CalendarDate>) -> [ClosedRange<CalendarDate>] {
        (period.lowerBound.year - 1...period.upperBound.year).compactMap(beginning).filter(period.overlaps)
    }
}

extension Centre.Hours {
    /// True where they hold on some day of a period, whatever the day of the week.
    func hold(in period: ClosedRange<CalendarDate>) -> Bool {
        season.map { !$0.occurrences(in: period).isEmpty } ?? true
    }

    /// True where a week has a moment that belongs to both.
    func overlaps(_ other: Centre.Hours) -> Bool {
        guard opens < other.closes, other.opens < closes, !Set(days).isDisjoint(with: other.days) else { return false }
        guard let season, let others = other.season else { return true }
        return season.overlaps(others)
    }
}

package enum Weekday: String, CaseIterable, Hashable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    package init(of date: CalendarDate) { self = Self.allCases[date.weekday] }
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
