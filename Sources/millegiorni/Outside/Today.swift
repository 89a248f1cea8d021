import Content
import Foundation

extension CalendarDate {
    /// The day in the service's own time zone; nil when the clock is outside of the calendar's years.
    static var today: CalendarDate? { today(plusMonths: 0) }

    static func today(plusMonths months: Int) -> CalendarDate? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Rome") ?? .gmt
        guard let day = calendar.date(byAdding: .month, value: months, to: .now) else { return nil }
        let parts = calendar.dateComponents([.year, .month, .day], from: day)
        return CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    }
}
