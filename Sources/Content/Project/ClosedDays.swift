/// Days in a row on which a centre is closed though its hours say that it is open, and why.
package struct ClosedDays: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// The centre says so itself.
        case announced(reason: Message?)
        case patronSaint
        case nationalHoliday
    }

    package let days: ClosedRange<CalendarDate>
    package let cause: Cause
}

extension Centre {
    /// How far ahead readers are told of what comes, in days: four weeks.
    package static let daysAhead = 28

    /// The days from today on of which readers are told.
    private func near(_ today: CalendarDate) -> ClosedRange<CalendarDate> {
        today...(today.adding(days: Self.daysAhead) ?? today)
    }

    /// The hours that hold on some day of the next four weeks; where none does, all of them.
    package func hours(near today: CalendarDate) -> [Hours] {
        let period = near(today)
        let found = hours.filter { $0.hold(in: period) }
        return found.isEmpty ? hours : found
    }

    /// What is closed in the next four weeks, the earliest first; what is over is not among it.
    package func closedDays(near today: CalendarDate) -> [ClosedDays] {
        let period = near(today)
        let announced = closures.flatMap { closure in
            closure.occurrences(in: period).map { ClosedDays(days: $0, cause: .announced(reason: closure.reason)) }
        }
        var found = announced
        var day: CalendarDate? = period.lowerBound
        while let date = day, date <= period.upperBound {
            day = date.nextDay
            guard let cause = holiday(on: date), isOpen(on: date) else { continue }
            if announced.contains(where: { $0.days.contains(date) }) { continue }
            found.append(ClosedDays(days: date...date, cause: cause))
        }
        return found.sorted { ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound) }
    }

    /// Why a day is a holiday here; nil on other days, and where the centre opens all the same.
    private func holiday(on date: CalendarDate) -> ClosedDays.Cause? {
        if openHolidays.contains(where: { $0.falls(on: date) }) { return nil }
        if date.isNationalHoliday { return .nationalHoliday }
        return patronSaint.falls(on: date) ? .patronSaint : nil
    }

    /// What its hours say of a day, closures and holidays apart.
    private func isOpen(on date: CalendarDate) -> Bool {
        hours.contains { $0.days.contains(Weekday(of: date)) && $0.hold(in: date...date) }
    }
}

extension Centre.Closure {
    fileprivate func occurrences(in period: ClosedRange<CalendarDate>) -> [ClosedRange<CalendarDate>] {
        switch days {
        case .once(let first, let last): [first...last].filter(period.overlaps)
        case .everyYear(let season): season.occurrences(in: period)
        }
    }
}
