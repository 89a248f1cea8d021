package import Content
import Foundation

/// How a language writes dates, days and lists, by CLDR as Foundation has it; digits are always Western.
///
/// Western digits, since these texts stand beside phone numbers, which everybody here dials with them.
package struct Formats: Sendable {
    private let locale: Locale
    private let calendar: Calendar

    package init(_ language: Language) {
        locale = Locale(identifier: language.locale)
        var calendar = Calendar(identifier: .gregorian)
        calendar.locale = locale
        calendar.timeZone = .gmt
        self.calendar = calendar
    }

    /// A day in words: `21 novembre 2026`.
    package func date(_ date: CalendarDate) -> String { text(of: date, style(.long)) }

    /// With the day of the week: `sabato 21 novembre 2026`.
    package func dateWithWeekday(_ date: CalendarDate) -> String { text(of: date, style(.complete)) }

    /// A day of every year: `21 novembre`.
    package func day(_ day: MonthDay) -> String {
        // A leap year, which has every day.
        guard let date = day.inYear(2000) else { return day.description }
        let style = Date.FormatStyle(locale: locale, calendar: calendar, timeZone: .gmt)
        return text(of: date, style.day().month(.wide))
    }

    private func style(_ date: Date.FormatStyle.DateStyle) -> Date.FormatStyle {
        Date.FormatStyle(date: date, time: .omitted, locale: locale, calendar: calendar, timeZone: .gmt)
    }

    private func text(of date: CalendarDate, _ style: Date.FormatStyle) -> String {
        let components = DateComponents(year: date.year, month: date.month, day: date.day, hour: 12)
        return calendar.date(from: components)?.formatted(style) ?? date.description
    }

    /// The day's name as it stands in the middle of a text.
    package func weekday(_ day: Weekday) -> String {
        // Foundation's lists begin with Sunday.
        let index: Int =
            switch day {
            case .sunday: 0
            case .monday: 1
            case .tuesday: 2
            case .wednesday: 3
            case .thursday: 4
            case .friday: 5
            case .saturday: 6
            }
        let names = calendar.standaloneWeekdaySymbols
        return names.indices.contains(index) ? names[index] : day.rawValue
    }

    /// The size of a file, as shops and phones count: `340 kB`, `1,2 MB`.
    package func size(ofBytes bytes: Int) -> String {
        guard bytes >= 999_500 else { return "\(max(1, (bytes + 500) / 1000)) kB" }
        let number = (Double(bytes) / 1_000_000).formatted(.number.precision(.fractionLength(1)).locale(locale))
        return "\(number) MB"
    }

    /// Items joined as the language joins them: `a, b e c`.
    package func list(_ items: [String]) -> String {
        items.formatted(ListFormatStyle<StringStyle, [String]>.list(type: .and, width: .standard).locale(locale))
    }

    /// A language's name in this language, as it is spoken: the script is left out.
    package func name(of language: Language) -> String {
        let spoken = language.code.prefix { $0 != "-" }
        return name(ofLanguage: String(spoken)) ?? language.ownName
    }

    /// The name of any language, by ISO 639 code; nil where CLDR has none here.
    package func name(ofLanguage code: String) -> String? {
        let name = locale.localizedString(forLanguageCode: code)
        return name == code ? nil : name
    }

    /// In the order in which this language sorts words.
    package func sorted<Item>(_ items: [Item], by words: (Item) -> String) -> [Item] {
        items.sorted { words($0).compare(words($1), locale: locale) == .orderedAscending }
    }
}
