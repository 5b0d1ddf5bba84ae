/// A civil day with an optional time of day; no time zone.
public struct CellDate: Hashable, Comparable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int
    /// Seconds since midnight, where the cell has a time.
    public let secondOfDay: Int?

    /// The date, or nil where there is no such day (2023-02-29).
    public init?(year: Int, month: Int, day: Int, secondOfDay: Int? = nil) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard (1...CellDate.days(inMonth: month, year: year)).contains(day) else { return nil }
        if let secondOfDay, !(0..<86_400).contains(secondOfDay) { return nil }
        (self.year, self.month, self.day, self.secondOfDay) = (year, month, day, secondOfDay)
    }

    /// Minutes since midnight, where the cell has a time.
    public var minuteOfDay: Int? { secondOfDay.map { $0 / 60 } }

    public static func < (left: CellDate, right: CellDate) -> Bool {
        (left.year, left.month, left.day, left.secondOfDay ?? 0)
            < (right.year, right.month, right.day, right.secondOfDay ?? 0)
    }

    static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CellDate: CustomStringConvertible {
    /// `2024-03-05`, or `2024-03-05 14:30` (with seconds where there are any).
    public var description: String {
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        guard let secondOfDay else { return date }
        return date + " " + CellDate.clock(secondOfDay)
    }

    /// `14:30`, or `14:30:15`.
    static func clock(_ second: Int) -> String {
        let time = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))"
        return second % 60 == 0 ? time : time + ":" + padded(second % 60, 2)
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
