import Diagnostics
import MarkedText
import Testing

@testable import Content

/// Hours, seasons, closures and holidays of a centre, read and worked out for a day.
@Suite struct OpeningHoursTests {
    /// The sample's centre with other lines in the place of its hours and patron.
    private func centre(_ lines: String) throws -> Centre {
        let read = SampleProject().with("content/centres/uno.yml", Self.text(lines)).read()
        try #require(read.diagnostics == [])
        return try #require(read.value?.centres.first)
    }

    private static func text(_ lines: String) -> String {
        """
        id: uno
        name: Centro di prova
        example: true
        municipalities: [{istat: "999001", name: Comune di prova}]
        address: {street: Via di prova 1, postal-code: "00001", city: Comune di prova}
        phones: [{number: "0500 000 001"}]
        languages: [it]
        mediators: []
        patron-saint: "06-24"
        \(lines)
        """
    }

    private static let week =
        "hours: [{days: [monday, tuesday, wednesday, thursday, friday], opens: \"09:00\", closes: \"13:00\"}]\n"

    private func closed(_ centre: Centre, near day: String) throws -> [String] {
        let today = try #require(CalendarDate(day))
        return centre.closedDays(near: today).map { closed in
            let cause =
                switch closed.cause {
                case .announced(let reason): reason?.text ?? "-"
                case .patronSaint: "patron"
                case .nationalHoliday: "holiday"
                }
            return "\(closed.days.lowerBound)/\(closed.days.upperBound) \(cause)"
        }
    }

    @Test func holidaysAndThePatronCloseWhatIsOpenOnThatWeekday() throws {
        // 8 December 2026 is a Tuesday; Christmas, a Friday, is more than four weeks after 20 November.
        #expect(try closed(centre(Self.week), near: "2026-11-20") == ["2026-12-08/2026-12-08 holiday"])
        #expect(try closed(centre(Self.week), near: "2026-06-01").first == "2026-06-02/2026-06-02 holiday")
        #expect(try closed(centre(Self.week), near: "2026-06-10") == ["2026-06-24/2026-06-24 patron"])
        // Easter Monday moves.
        #expect(try closed(centre(Self.week), near: "2027-03-10") == ["2027-03-29/2027-03-29 holiday"])
        let monday = #"hours: [{days: [monday], opens: "09:00", closes: "13:00"}]"#
        #expect(try closed(centre(monday), near: "2026-11-27") == [])
    }

    @Test func aHolidayCanBeOpened() throws {
        let lines = Self.week + #"open-on: ["12-08", 2027-03-29]"#
        #expect(try closed(centre(lines), near: "2026-11-20") == [])
        #expect(try closed(centre(lines), near: "2027-03-10") == [])
        #expect(try closed(centre(lines), near: "2028-04-01").first == "2028-04-17/2028-04-17 holiday")
    }

    @Test func aClosureIsToldFourWeeksAheadAndNotOnceItIsOver() throws {
        let centre = try centre(
            Self.week + """
                closed:
                  - {day: 2026-11-30, reason: trasloco}
                  - {from: 2026-12-24, to: 2027-01-05, reason: ferie}
                  - {from: "08-01", to: "08-31"}
                """
        )
        #expect(
            try closed(centre, near: "2026-11-27") == [
                "2026-11-30/2026-11-30 trasloco", "2026-12-08/2026-12-08 holiday", "2026-12-24/2027-01-05 ferie",
            ]
        )
        // A holiday within a closure is not told again, and one of which a day is left still is told.
        #expect(
            try closed(centre, near: "2027-01-05") == ["2026-12-24/2027-01-05 ferie", "2027-01-06/2027-01-06 holiday"]
        )
        #expect(try closed(centre, near: "2027-07-15") == ["2027-08-01/2027-08-31 -"])
        #expect(try closed(centre, near: "2028-08-31") == ["2028-08-01/2028-08-31 -"])
        #expect(try closed(centre, near: "2028-09-01") == [])
        #expect(centre.messages.map(\.text) == ["trasloco", "ferie"])
    }

    @Test func aSeasonIsShownWhereItTouchesTheNextFourWeeks() throws {
        let centre = try centre(
            """
            hours:
              - {days: [monday], opens: "09:00", closes: "13:00", from: "09-15", to: "06-14"}
              - {days: [monday], opens: "08:00", closes: "12:00", from: "06-15", to: "09-14", by-appointment: true}
            """
        )
        func opens(_ day: String) throws -> [String] {
            let today = try #require(CalendarDate(day))
            return centre.hours(near: today).map(\.opens.description)
        }
        #expect(try opens("2026-11-27") == ["09:00"])
        #expect(try opens("2026-06-01") == ["09:00", "08:00"])
        #expect(try opens("2026-07-01") == ["08:00"])
        #expect(centre.hours.map(\.isByAppointment) == [false, true])
        let february = try #require(CalendarDate("2027-02-01"))
        let winter = centre.hours.first?.season?.nextOccurrence(from: february)
        #expect(winter.map { "\($0.lowerBound) \($0.upperBound)" } == "2026-09-15 2027-06-14")
    }

    @Test func aSeasonThatBeginsOnLeapDayComesEveryYear() throws {
        let (first, last) = (try #require(MonthDay("02-29")), try #require(MonthDay("03-01")))
        let season = Season(first: first, last: last)
        #expect(season.beginning(in: 2027).map { "\($0.lowerBound)" } == "2027-02-28")
        #expect(season.beginning(in: 2028).map { "\($0.lowerBound)" } == "2028-02-29")
    }

    @Test(arguments: [
        (
            "overlapping-hours",
            """
            hours:
              - {days: [monday, tuesday], opens: "09:00", closes: "13:00"}
              - ▸{days: [tuesday], opens: "12:30", closes: "15:00"}
            """
        ),
        (
            "overlapping-hours",
            """
            hours:
              - {days: [monday], opens: "09:00", closes: "13:00", from: "09-15", to: "06-15"}
              - ▸{days: [monday], opens: "10:00", closes: "12:00", from: "06-15", to: "09-14"}
            """
        ),
        ("bad-hours", #"hours: [{days: [monday], opens: "13:00", closes: ▸"09:00"}]"#),
        ("empty-value", #"hours: [{days: ▸[], opens: "09:00", closes: "13:00"}]"#),
        ("bad-date", #"hours: [{days: [monday], opens: "09:00", closes: "13:00", from: ▸"13-01", to: "06-15"}]"#),
        ("missing-key", #"hours: [▸{days: [monday], opens: "09:00", closes: "13:00", from: "06-01"}]"#),
        ("bad-date", week + "closed: [{day: ▸2026-02-30}]"),
        ("bad-closure", week + "closed: [{from: 2026-08-31, to: ▸2026-08-01}]"),
        ("bad-closure", week + #"closed: [{from: 2026-08-01, to: ▸"08-31"}]"#),
        ("bad-closure", week + "closed: [{▸day: 2026-08-01, from: 2026-08-01, to: 2026-08-31}]"),
        ("missing-key", week + "closed: [▸{reason: ferie}]"),
        ("no-holiday", week + "open-on: [▸2026-12-09]"),
        ("no-holiday", week + #"open-on: [▸"03-29"]"#),
    ])
    func aMistakeIsOneErrorAtItsPlace(identifier: String, marked: String) throws {
        let (found, places) = problems(with: "content/centres/uno.yml", marked: Self.text(marked))
        #expect(found.map(\.identifier) == [identifier])
        #expect(found.map(\.location.position) == places.map(Optional.some))
    }
}
