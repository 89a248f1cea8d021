import Content
import Testing

@testable import Referral

@Suite struct CalendarTests {
    /// Easter Sundays as published; 1818 and 2285 are the earliest possible, 1943 and 2038 the latest, and 1954, 1981,
    /// 2049 and 2076 those where the moon's tables make an exception.
    @Test(arguments: [
        "1818-03-22", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24",
        "2016-03-27", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20",
        "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28", "2033-04-17",
        "2034-04-09", "2035-03-25", "2036-04-13", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
    ])
    func easterMondayFollowsThePublishedEaster(easter: String) throws {
        let sunday = try #require(CalendarDate(easter))
        #expect(sunday.weekday == 6)
        #expect(easterMonday(of: sunday.year) == sunday.nextDay)
    }

    @Test(arguments: [("1970-01-01", 3), ("2000-02-29", 1), ("2024-02-29", 3), ("2026-11-21", 5), ("2100-03-01", 0)])
    func knowsTheDayOfTheWeek(date: String, weekday: Int) {
        #expect(CalendarDate(date)?.weekday == weekday)
    }

    @Test(arguments: [
        ("2027-02-28", "2027-03-01"), ("2028-02-28", "2028-02-29"), ("2028-02-29", "2028-03-01"),
        ("2026-12-31", "2027-01-01"), ("2026-04-30", "2026-05-01"),
    ])
    func knowsTheNextDay(date: String, next: String) {
        #expect(CalendarDate(date)?.nextDay?.description == next)
    }

    @Test func dayNumbersCountEveryDayOnce() throws {
        var date = try #require(CalendarDate("1999-12-30"))
        for _ in 0..<800 {
            let next = try #require(date.nextDay)
            #expect(next.dayNumber == date.dayNumber + 1)
            date = next
        }
    }

    @Test func theLastDayOfTheCalendarHasNoNext() throws {
        let last = try #require(CalendarDate("9999-12-31"))
        #expect(last.nextDay == nil)
        #expect(contactDueBy(sentOn: last, patronSaint: nil) == nil)
    }

    /// The working days of a whole year, counted: 2027 has 261 weekdays; 1 and 6 January, Easter Monday, 2 June,
    /// 4 October, 1 November and 8 December fall on such.
    @Test func countsTheWorkingDaysOfAYear() throws {
        var date = try #require(CalendarDate("2027-01-01"))
        var working = 0
        while date.year == 2027 {
            if isWorkingDay(date, patronSaint: nil) { working += 1 }
            date = try #require(date.nextDay)
        }
        #expect(working == 261 - 7)
    }

    @Test(arguments: [("06-24", "06-24"), ("02-29", "02-29"), ("12-01", "12-01")])
    func readsADayOfTheYear(text: String, written: String) {
        #expect(MonthDay(text)?.description == written)
    }

    @Test(arguments: ["02-30", "13-01", "1-1", "0624", "", "2000-06-24"])
    func refusesADayThatNoYearHas(text: String) {
        #expect(MonthDay(text) == nil)
    }
}
