internal import DutyModel

/// The months, quarters and half-years of a window. Where a window crosses the turn of a year it touches more of them
/// than a year has; what it has of other years then belongs to the nearest of its own year, so that a year always has
/// twelve months, four quarters and two halves, for gates, ways of taking, instalments and interim reports alike.
extension Period {
    /// How many a year has; nil for days and weeks.
    private var inYear: Int? {
        switch self {
        case .month: 12
        case .quarter: 4
        case .halfYear: 2
        case .day, .week: nil
        }
    }

    func parts(of window: DayRange, year: Int) -> [DayRange] { numbered(in: window, year: year).map(\.days) }

    /// The parts, each with which one of a calendar year it is, from 1.
    func numbered(in window: DayRange, year: Int) -> [(number: Int, days: DayRange)] {
        var parts = touched(by: window).map { days in
            (number: (days.first.components.month - 1) * (inYear ?? 1) / 12 + 1, days: days)
        }
        guard let most = inYear else { return parts }
        while parts.count > most, parts.count > 1 {
            // What lies before the year goes to its first part, what lies behind to its last. A window that begins so
            // early that its second part lies before the year too is longer at that end.
            let isEarly = parts[0].days.first.components.year < year
            let meetsYear = parts.count > most + 1 || parts[1].days.last.components.year == year
            let place = isEarly && meetsYear ? 0 : parts.count - 2
            guard let joined = DayRange(parts[place].days.first, parts[place + 1].days.last) else { return parts }
            let number = parts[place == 0 ? 1 : place].number
            parts.replaceSubrange(place...(place + 1), with: [(number, joined)])
        }
        return parts
    }

    /// Between which months a month has to be taken, so that two days share a key only within one part of the window;
    /// months are counted from the first of year 0.
    func months(of window: DayRange, year: Int) -> ClosedRange<Int32>? {
        let parts = parts(of: window, year: year)
        guard inYear != nil, parts.count > 1, let first = parts.first, let last = parts.last else { return nil }
        let (low, high) = (first.last.monthNumber, last.first.monthNumber)
        return low <= high ? low...high : nil
    }

    /// The days, months, quarters or half-years of the calendar that a stretch of days touches.
    private func touched(by window: DayRange) -> [DayRange] {
        var parts: [DayRange] = []
        var first = window.first
        var day = window.first
        while day <= window.last {
            if key(of: day.daysSinceEpoch) != key(of: first.daysSinceEpoch) {
                if let part = DayRange(first, day + -1) { parts.append(part) }
                first = day
            }
            day = day + 1
        }
        if let part = DayRange(first, window.last) { parts.append(part) }
        return parts
    }
}

extension DayRange {
    /// The days that both have; nil where there are none.
    func overlap(_ other: DayRange) -> DayRange? { DayRange(max(first, other.first), min(last, other.last)) }
}
