extension CalendarDate {
    /// Days since 1 March of year 0 of the proleptic Gregorian calendar.
    ///
    /// Counted in years that begin in March, and so have the leap day at their end.
    package var dayNumber: Int {
        let year = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * monthFromMarch + 2) / 5 + day - 1
    }

    /// From 0, a Monday, to 6; day 0 was a Wednesday.
    package var weekday: Int { (dayNumber + 2) % 7 }

    /// Months since year 0, for the distance between two.
    package var monthNumber: Int { 12 * year + month - 1 }

    /// The next day; nil after the last that the type has.
    package var nextDay: CalendarDate? {
        CalendarDate(year: year, month: month, day: day + 1)
            ?? CalendarDate(year: year, month: month + 1, day: 1)
            ?? CalendarDate(year: year + 1, month: 1, day: 1)
    }

    package func adding(days: Int) -> CalendarDate? {
        var date: CalendarDate? = self
        for _ in 0..<days { date = date?.nextDay }
        return date
    }
}
