import DutyModel
import Testing

@testable import LvzhiCLI

@Suite("days as people type them") struct DayTextTests {
    static let today = CivilDay(year: 2024, month: 3, day: 1)!

    @Test(
        "one day in the usual forms",
        arguments: [
            ("2024-05-12", "2024-05-12"), ("2024/5/12", "2024-05-12"), ("2024.5.12", "2024-05-12"),
            ("2024年5月12日", "2024-05-12"), ("2024年5月12号", "2024-05-12"), ("20240512", "2024-05-12"),
            ("２０２４年５月１２日", "2024-05-12"), (" 2024-5-12 ", "2024-05-12"), ("5月12日", "2024-05-12"),
            ("５月1号", "2024-05-01"), ("今天", "2024-03-01"), ("昨天", "2024-02-29"),
        ])
    func oneDay(text: String, expected: String) throws {
        #expect(try DayText.day(text, today: Self.today).description == expected)
    }

    @Test(
        "a span of days",
        arguments: [
            ("2024-01-09至2024-01-12", "2024-01-09", "2024-01-12"), ("2024年1月9日至12日", "2024-01-09", "2024-01-12"),
            ("2024-01-30~2-2", "2024-01-30", "2024-02-02"), ("1月9日至12日", "2024-01-09", "2024-01-12"),
            ("2024-05-12", "2024-05-12", "2024-05-12"),
        ])
    func span(text: String, first: String, last: String) throws {
        let days = try DayText.days(text, today: Self.today)
        #expect(days.first.description == first)
        #expect(days.last.description == last)
    }

    @Test(
        "what is no day is refused with a word on what to do",
        arguments: [
            "2023-02-29", "2024-13-01", "5-12", "5月", "明年", "2024-05", "", "2024-05-12-13", "2024-01-12至2024-01-09",
        ])
    func refused(text: String) {
        let failure = #expect(throws: Failure.self) { try DayText.days(text, today: Self.today) }
        #expect(failure?.status == .usage)
        #expect(failure?.advice.isEmpty == false)
    }
}
