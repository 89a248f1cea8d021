package import Content

/// True on a day from Monday to Friday that is no national holiday and not the feast of the patron saint.
package func isWorkingDay(_ date: CalendarDate, patronSaint: MonthDay?) -> Bool {
    date.weekday < 5 && !date.isNationalHoliday && patronSaint?.falls(on: date) != true
}

/// The last day on which the Centre keeps its promise to call: the fifth working day, the day of sending not counted.
///
/// Nil where the calendar ends before.
package func contactDueBy(sentOn: CalendarDate, patronSaint: MonthDay?) -> CalendarDate? {
    var (date, left): (CalendarDate?, Int) = (sentOn, contactWorkingDays)
    while left > 0, let next = date?.nextDay {
        date = next
        if isWorkingDay(next, patronSaint: patronSaint) { left -= 1 }
    }
    return left > 0 ? nil : date
}
