import Diagnostics

extension Fields {
    /// The hours, or nil where one of them can't be read.
    ///
    /// Two that overlap are an error of the later one.
    mutating func openingHours() -> [Centre.Hours]? {
        var read: [Centre.Hours] = []
        return unlessFaulty("hours") { fields in
            fields.requiredItems("hours", name: .openingHours) { item in
                let hours = item.hours()
                if let hours, let other = read.first(where: hours.overlaps) {
                    let times = "\(other.opens)–\(other.closes)"
                    item.report(.error(.overlappingHours(times), at: item.location))
                }
                if let hours { read.append(hours) }
                return hours
            }
        }
    }

    private mutating func hours() -> Centre.Hours? {
        _ = node("days")
        if has("days"), list("days").isEmpty { report(.error(.emptyList("days"), at: place(of: "days"))) }
        let days = list("days").compactMap { choice(of: $0, "days", Weekday.self) }
        let opens = time("opens")
        let closes = time("closes")
        let isByAppointment = flag("by-appointment")
        let season = has("from") || has("to") ? season() : nil
        guard let opens, let closes else { return nil }
        if opens >= closes {
            report(.error(.badHours(closes: closes.description), at: place(of: "closes")))
            return nil
        }
        return Centre.Hours(
            days: days,
            opens: opens,
            closes: closes,
            isByAppointment: isByAppointment,
            season: season
        )
    }

    private mutating func time(_ key: String) -> ClockTime? {
        guard let text = text(key) else { return nil }
        if let time = ClockTime(text) { return time }
        report(.error(.badTime(text), at: place(of: key)))
        return nil
    }

    /// `from` and `to` of hours: a part of every year.
    private mutating func season() -> Season? {
        let (first, last) = (monthDay("from"), monthDay("to"))
        guard let first, let last else { return nil }
        return Season(first: first, last: last)
    }

    mutating func monthDay(_ key: String) -> MonthDay? {
        guard let text = text(key) else { return nil }
        if let day = MonthDay(text) { return day }
        report(.error(.badDayOfYear(text), at: place(of: key)))
        return nil
    }

    /// `closed`: days or ranges, each with a reason that is translated.
    mutating func closures() -> [Centre.Closure] {
        list("closed").compactMap { node in
            var item = Fields(node, name: .closure, location: node.location)
            let days = item.closedDays()
            let reason = item.message("reason")
            absorb(item)
            return days.map { Centre.Closure(days: $0, reason: reason) }
        }
    }

    /// `day`, or `from` and `to`: of one year, or of every year.
    private mutating func closedDays() -> Centre.Closure.Days? {
        let isRange = has("from") || has("to")
        if isRange, optionalNode("day") != nil { report(.error(.dayAndRange, at: keyPlace(of: "day"))) }
        let (first, last) = isRange ? (day("from"), day("to")) : (day("day"), nil)
        guard let first, let last = isRange ? last : first else { return nil }
        switch (first, last) {
        case (.once(let first), .once(let last)):
            guard first <= last else {
                report(.error(.endsBeforeItBegins(last.description), at: place(of: "to")))
                return nil
            }
            return .once(first: first, last: last)
        case (.everyYear(let first), .everyYear(let last)):
            return .everyYear(Season(first: first, last: last))
        default:
            report(.error(.mixedYears, at: place(of: "to")))
            return nil
        }
    }

    private mutating func day(_ key: String) -> Centre.Day? { text(key).flatMap { day($0, at: place(of: key)) } }

    private mutating func day(_ text: String, at place: SourceLocation) -> Centre.Day? {
        if let date = CalendarDate(text) { return .once(date) }
        if let day = MonthDay(text) { return .everyYear(day) }
        report(.error(.badClosedDay(text), at: place))
        return nil
    }

    /// `open-on`: holidays on which the centre is open; any other day there would change nothing, and is an error.
    mutating func openHolidays(patronSaint: MonthDay?) -> [Centre.Day] {
        list("open-on").compactMap { node in
            guard let text = text(of: node, "open-on"), let day = day(text, at: node.location) else { return nil }
            let isHoliday =
                switch day {
                case .once(let date): date.isNationalHoliday || patronSaint?.falls(on: date) != false
                case .everyYear(let day): day.isNationalHoliday || patronSaint.map { $0 == day } != false
                }
            if !isHoliday { report(.error(.noHoliday(text), at: node.location)) }
            return day
        }
    }
}
