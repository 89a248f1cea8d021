import Content
import Foundation

extension CalendarDate {
    /// The day in the service's own time zone; nil when the clock is outside of the calendar's years.
    ///
    /// `SOURCE_DATE_EPOCH` takes the place of the clock where it is set (reproducible-builds.org, seconds since 1970).
    static func today(environment: [String: String]) -> CalendarDate? {
        let set = environment["SOURCE_DATE_EPOCH"].flatMap { $0.isEmpty ? nil : $0 }
        guard let set else { return CalendarDate(.now) }
        return TimeInterval(set).flatMap { CalendarDate(Date(timeIntervalSince1970: $0)) }
    }

    private init?(_ moment: Date) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Rome") ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        self.init(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    }
}
