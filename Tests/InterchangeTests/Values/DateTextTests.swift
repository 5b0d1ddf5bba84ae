import DutyModel
import Testing

@testable import Interchange

@Suite struct DateTextTests {
    @Test(
        "one day, in every form in use",
        arguments: [
            "2024-03-05", "2024/3/5", "2024.3.5", "2024.03.05", "2024年3月5日", "2024年03月05日", "２０２４年３月５日", "２０２４．３．５",
            "2024年3月5日 14:30", "2024-03-05 14:30", "2024-03-05T14:30:00", "2024年3月5日（星期二）", "2024年3月5日下午", "20240305",
            "45356",
            "二〇二四年三月五日", "2024 年 3 月 5 日", "2024年3月5号", "24.3.5", "2024年3月5日周二上午", "2024年3月5日14时30分",
        ])
    func singleDay(_ raw: String) throws {
        #expect(try DateText.parse(raw, year: nil).days == DayRange(CivilDay(iso: "2024-03-05")!))
    }

    @Test(
        "ranges over days, with what the second date leaves out",
        arguments: [
            ("2024年3月5日至7日", "2024-03-05", "2024-03-07"), ("2024年3月5日-3月7日", "2024-03-05", "2024-03-07"),
            ("2024年3月5-7日", "2024-03-05", "2024-03-07"), ("2024.3.5—3.7", "2024-03-05", "2024-03-07"),
            ("2024-03-05至2024-03-07", "2024-03-05", "2024-03-07"),
            ("2024-03-05-2024-03-07", "2024-03-05", "2024-03-07"),
            ("2024/3/5～2024/3/7", "2024-03-05", "2024-03-07"), ("2024年1月30日—2月1日", "2024-01-30", "2024-02-01"),
            ("2024年12月30日至2025年1月2日", "2024-12-30", "2025-01-02"), ("2024年12月30日至1月2日", "2024-12-30", "2025-01-02"),
            ("2024年3月5日、6日、7日", "2024-03-05", "2024-03-07"),
        ])
    func ranges(_ raw: String, _ first: String, _ last: String) throws {
        let days = try DateText.parse(raw, year: nil).days
        #expect("\(days.first) \(days.last)" == "\(first) \(last)")
    }

    @Test(
        "half-days are told by words and by clock times",
        arguments: [
            ("2024年3月5日上午", 1), ("2024年3月5日下午", 1), ("2024年3月5日全天", 2), ("2024-03-05 9:00-17:00", 2),
            ("2024-03-05 14:30-17:00", 1), ("2024年3月5日下午至7日上午", 4), ("2024年3月5日上午至6日下午", 4), ("2024年3月5日（上午）", 1),
            ("2024年3月5日", 1), ("2024年3月5日至7日", 6),
        ])
    func halfDays(_ raw: String, _ count: Int) throws {
        #expect(try DateText.parse(raw, year: nil).halfDaysHeld == count)
    }

    @Test("a missing year is that of the sheet, and said to be", arguments: ["3月5日", "3.5", "3/5", "3-5", "３月５日上午"])
    func missingYear(_ raw: String) throws {
        let reading = try DateText.parse(raw, year: 2024)
        #expect(reading.days.first == CivilDay(iso: "2024-03-05"))
        #expect(reading.yearAssumed)
        #expect(throws: DateProblem.noYear) { try DateText.parse(raw, year: nil) }
    }

    @Test(
        "what is no date says why",
        arguments: [
            ("2024年2月30日", DateProblem.noSuchDay), ("2023-02-29", .noSuchDay), ("2024年13月1日", .noSuchDay),
            ("2024-04-31", .noSuchDay), ("三楼会议室", .notADate), ("", .notADate), ("2024年3月7日至5日", .endsBeforeItBegins),
            ("2024年3月3日、8日", .notConsecutive), ("12345678901234567890", .notADate), ("每月", .notADate),
            ("2024", .notADate),
            ("0000-00-00", .noSuchDay),
        ])
    func wrong(_ raw: String, _ problem: DateProblem) {
        #expect(throws: problem) { try DateText.parse(raw, year: 2024) }
    }

    @Test("a month alone is its first day, and said to be a month", arguments: ["2024年3月", "2024.03", "2024-3"])
    func month(_ raw: String) throws {
        let reading = try DateText.parse(raw, year: nil)
        #expect(reading.monthOnly)
        #expect(reading.days.first == CivilDay(iso: "2024-03-01"))
    }

    @Test(
        "titles and file names tell a year",
        arguments: [
            ("2024年签到表", 2024), ("二〇二四年度计划", 2024), ("20240305签到.xlsx", 2024), ("签到表", nil), ("第1234号", nil),
            ("政协十一届三次会议（2024）", 2024),
        ])
    func years(_ text: String, _ year: Int?) { #expect(DateText.year(in: text) == year) }

    @Test("no input makes the reader fail otherwise than by saying so")
    func fuzz() {
        var state: UInt64 = 7
        let pieces = [
            "2024", "年", "月", "日", "3", "31", "-", "至", "上午", "、", "/", ".", ":", "全天", "（", "）", "x", "T", "元", "廿",
            "０",
        ]
        for _ in 0..<5000 {
            var text = ""
            for _ in 0..<Int(state % 9) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            if let reading = try? DateText.parse(text, year: 2024) { #expect(reading.days.count >= 1) }
        }
    }
}
