/// The national holidays on a fixed day, and the first year of each as the law stands since 2001.
///
/// Law 260 of 27 May 1949, article 2, less the feasts that law 54 of 5 March 1977 took away, with Epiphany given back
/// by decree 792 of 28 December 1985, 2 June by law 336 of 20 November 2000, and 4 October by law 151 of
/// 8 October 2025, in force from 1 January 2026. Sundays are no working days anyway, and Easter Monday moves.
private let fixedHolidays: [(month: Int, day: Int, firstYear: Int)] = [
    (1, 1, 2001),
    (1, 6, 2001),
    (4, 25, 2001),
    (5, 1, 2001),
    (6, 2, 2001),
    (8, 15, 2001),
    (10, 4, 2026),
    (11, 1, 2001),
    (12, 8, 2001),
    (12, 25, 2001),
    (12, 26, 2001),
]

extension MonthDay {
    /// True of a national holiday that is on this day every year, as the law now stands; Easter Monday is on none.
    package var isNationalHoliday: Bool { fixedHolidays.contains { ($0.month, $0.day) == (month, day) } }
}

extension CalendarDate {
    /// True on a holiday of the whole country.
    ///
    /// Sundays, on which few offices open, are not counted among them.
    package var isNationalHoliday: Bool {
        let isFixed = fixedHolidays.contains { ($0.month, $0.day) == (month, day) && year >= $0.firstYear }
        return isFixed || self == easterMonday(of: year)
    }
}

/// The day after Easter Sunday.
///
/// Easter is the Sunday after the paschal full moon, which the Gregorian computus counts in days from 21 March: from
/// the place of the year in the 19-year cycle, with the corrections of the century for the sun and for the moon.
package func easterMonday(of year: Int) -> CalendarDate? {
    let (century, cycle) = (year / 100, year % 19)
    let correction = 15 + century - century / 4 - (8 * century + 13) / 25
    var daysToFullMoon = (19 * cycle + correction) % 30
    // The tables never let the moon fall on 19 April, nor on 18 April twice in one cycle.
    if daysToFullMoon == 29 || (daysToFullMoon == 28 && cycle > 10) { daysToFullMoon -= 1 }
    guard let fullMoon = CalendarDate(year: year, month: 3, day: 21)?.adding(days: daysToFullMoon) else { return nil }
    let daysToSunday = 7 - (fullMoon.weekday + 1) % 7
    return fullMoon.adding(days: daysToSunday + 1)
}
