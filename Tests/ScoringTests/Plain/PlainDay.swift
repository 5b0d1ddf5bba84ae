/// A day of the calendar, found by counting.
struct PlainDay: Comparable, Hashable {
    var year: Int
    var month: Int
    var day: Int

    init(_ year: Int, _ month: Int, _ day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    /// Reads 2024-03-05.
    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        self.init(parts[0], parts[1], parts[2])
    }

    static func length(_ month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    var next: PlainDay {
        if day < PlainDay.length(month, of: year) { return PlainDay(year, month, day + 1) }
        return month < 12 ? PlainDay(year, month + 1, 1) : PlainDay(year + 1, 1, 1)
    }

    static func < (a: PlainDay, b: PlainDay) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

    /// A name that two days share only within one 天, 月, 季度 or 半年.
    func stretch(_ period: String) -> String {
        switch period {
        case "天": text
        case "周": "\(number / 7)"
        case "月": "\(year)-\(month)"
        case "季度": "\(year) \((month - 1) / 3)"
        default: "\(year) \((month - 1) / 6)"
        }
    }

    /// The same within a window of a year: what a window has of the year before belongs to the first quarter or half
    /// of the year, what it has of the next to the last.
    func stretch(_ period: String, of own: Int) -> String {
        guard year != own, ["季度", "半年"].contains(period) else { return stretch(period) }
        return PlainDay(own, year < own ? 1 : 12, 1).stretch(period)
    }

    /// Days since a Monday long ago.
    private var number: Int {
        let before = year - 1
        let days = before * 365 + before / 4 - before / 100 + before / 400
        return days + (1..<month).reduce(0) { $0 + PlainDay.length($1, of: year) } + day - 1
    }

    var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}

/// From one day to another, both included; empty where the last lies before the first.
struct PlainDays {
    var first: PlainDay
    var last: PlainDay

    func contains(_ day: PlainDay) -> Bool { first <= day && day <= last }

    var all: [PlainDay] {
        var all: [PlainDay] = []
        var day = first
        while day <= last {
            all.append(day)
            day = day.next
        }
        return all
    }
}

/// 窗口 as written: 历年, or {起: 上年12月1日, 止: 本年11月30日}.
struct PlainWindow {
    private var first = "1月1日"
    private var last = "12月31日"

    init(_ written: PlainText?) {
        guard let from = written?.text("起"), let to = written?.text("止") else { return }
        (first, last) = (from, to)
    }

    /// - Parameter part: 期间; 全年 for all of it.
    func days(of year: Int, part: String) -> PlainDays {
        PlainWindow.cut(PlainDays(first: day(first, year), last: day(last, year)), of: year, to: part)
    }

    static func cut(_ whole: PlainDays, of year: Int, to part: String) -> PlainDays {
        var days = whole
        guard let months = PlainWindow.months[part] ?? part.month.map({ $0...$0 }) else { return days }
        // What a window has of the year before belongs to the first part, what it has of the next to the last.
        if months.lowerBound > 1 { days.first = max(days.first, PlainDay(year, months.lowerBound, 1)) }
        if months.upperBound < 12 {
            let end = PlainDay.length(months.upperBound, of: year)
            days.last = min(days.last, PlainDay(year, months.upperBound, end))
        }
        return days
    }

    private func day(_ text: String, _ year: Int) -> PlainDay {
        let offset = text.hasPrefix("上年") ? -1 : text.hasPrefix("次年") ? 1 : 0
        let numbers = text.split { !"0123456789".contains($0) }.compactMap { Int($0) }
        let month = numbers[0]
        return PlainDay(year + offset, month, min(numbers[1], PlainDay.length(month, of: year + offset)))
    }

    private static let months = [
        "一季度": 1...3, "二季度": 4...6, "三季度": 7...9, "四季度": 10...12, "上半年": 1...6, "下半年": 7...12,
    ]
}

extension String {
    /// 3月 is 3.
    fileprivate var month: Int? { hasSuffix("月") ? Int(dropLast()) : nil }
}
