internal import DutyModel

/// 期间: how much of the year an interim report looks at. Quarters and halves are those of the calendar.
public enum YearPart: Hashable, Sendable {
    case whole
    /// 1 to 4.
    case quarter(Int)
    /// 1 and 2.
    case half(Int)
    /// 1 to 12.
    case month(Int)

    /// 一季度, 上半年, 全年.
    public static let named: [(String, YearPart)] = [
        ("全年", .whole), ("一季度", .quarter(1)), ("二季度", .quarter(2)), ("三季度", .quarter(3)), ("四季度", .quarter(4)),
        ("上半年", .half(1)), ("下半年", .half(2)),
    ]

    /// 一季度, 3 月.
    public var label: String {
        if case .month(let number) = self { return "\(number) 月" }
        return YearPart.named.first { $0.1 == self }?.0 ?? ""
    }

    /// The days of a window that lie in this part; nil where it has none. Parts are those of `Period.parts`, each known
    /// by its months of the calendar, so that the parts together are the whole window.
    func cut(_ window: DayRange, year: Int) -> DayRange? {
        let (period, number): (Period, Int)
        switch self {
        case .whole: return window
        case .quarter(let own): (period, number) = (.quarter, own)
        case .half(let own): (period, number) = (.halfYear, own)
        case .month(let own): (period, number) = (.month, own)
        }
        return period.numbered(in: window, year: year).first { $0.number == number }?.days
    }

    /// The same days of the calendar, whatever the window.
    func days(of year: Int) -> DayRange {
        let months: ClosedRange<Int>
        switch self {
        case .whole: return .year(year)
        case .quarter(let number): months = (number * 3 - 2)...(number * 3)
        case .half(let number): months = (number * 6 - 5)...(number * 6)
        case .month(let number): months = number...number
        }
        let last = CivilDay.daysIn(month: months.upperBound, year: year)
        guard let start = CivilDay(year: year, month: months.lowerBound, day: 1),
            let end = CivilDay(year: year, month: months.upperBound, day: last)
        else { return .year(year) }
        return DayRange(start, end) ?? .year(year)
    }
}
