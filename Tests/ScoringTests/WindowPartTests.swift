import DutyModel
import Testing

@testable import Scoring

@Suite("parts of a window")
struct WindowPartTests {
    private static let periods: [(Period, Int)] = [(.month, 12), (.quarter, 4), (.halfYear, 2)]

    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(iso: text)) }

    @Test(
        "are those of the calendar, and days of other years belong to the nearest",
        arguments: [
            ("2024-01-01", "2024-12-31", ["2024-01-01", "2024-04-01", "2024-07-01", "2024-10-01"]),
            ("2023-12-01", "2024-11-30", ["2023-12-01", "2024-04-01", "2024-07-01", "2024-10-01"]),
            ("2023-11-16", "2024-11-15", ["2023-11-16", "2024-04-01", "2024-07-01", "2024-10-01"]),
            ("2024-01-16", "2025-01-15", ["2024-01-16", "2024-04-01", "2024-07-01", "2024-10-01"]),
            ("2023-10-01", "2024-09-30", ["2023-10-01", "2024-01-01", "2024-04-01", "2024-07-01"]),
            ("2023-07-16", "2024-07-15", ["2023-07-16", "2023-10-01", "2024-01-01", "2024-04-01"]),
            ("2023-07-01", "2024-12-31", ["2023-07-01", "2024-04-01", "2024-07-01", "2024-10-01"]),
        ])
    func quarters(_ first: String, _ last: String, _ starts: [String]) throws {
        let window = try #require(DayRange(try day(first), try day(last)))
        #expect(Period.quarter.parts(of: window, year: 2024).map { "\($0.first)" } == starts)
    }

    @Test("cover a window of a year without a gap, and takings divide it alike", arguments: 0..<60)
    func cover(_ seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let first = CivilDay.firstDay(ofYear: 2023) + Int.random(in: 150...520, using: &random)
        let window = try #require(DayRange(first, first + 364))
        for (period, most) in Self.periods {
            let parts = period.parts(of: window, year: 2024)
            #expect(parts.count <= most)
            #expect(parts.first?.first == window.first && parts.last?.last == window.last)
            for (part, next) in zip(parts, parts.dropFirst()) { #expect(part.last + 1 == next.first) }
            let months = period.months(of: window, year: 2024) ?? Int32.min...Int32.max
            let keys = parts.map { part in
                Set(
                    (0..<part.count).map { number in
                        let day = part.first + number
                        let month = min(max(day.monthNumber, months.lowerBound), months.upperBound)
                        return period.key(of: day.daysSinceEpoch, month: month)
                    })
            }
            #expect(keys.allSatisfy { $0.count == 1 }, "\(window)")
            #expect(Set(keys).count == parts.count, "\(window)")
            #expect(Set(period.numbered(in: window, year: 2024).map(\.number)).count == parts.count, "\(window)")
        }
    }

    @Test("are what interim reports and instalments look at; a part that the window has not is none")
    func cut() throws {
        let window = try #require(DayRange(try day("2023-12-01"), try day("2024-11-30")))
        #expect(YearPart.quarter(1).cut(window, year: 2024) == DayRange(window.first, try day("2024-03-31")))
        #expect(YearPart.quarter(4).cut(window, year: 2024) == DayRange(try day("2024-10-01"), window.last))
        #expect(YearPart.month(12).cut(window, year: 2024) == DayRange(window.first, try day("2023-12-31")))
        #expect(YearPart.half(1).cut(window, year: 2024) == DayRange(window.first, try day("2024-06-30")))
        let short = try #require(DayRange(try day("2024-07-01"), try day("2024-12-31")))
        #expect(YearPart.quarter(1).cut(short, year: 2024) == nil)
        #expect(YearPart.whole.cut(short, year: 2024) == short)
    }
}
