public import DutyModel

/// 窗口: the days that count for an assessment year.
public struct WindowRule: Hashable, Sendable {
    /// A day of a year, told from the assessment year.
    public struct Edge: Hashable, Sendable {
        /// 0 for the assessment year itself, -1 for 上年, 1 for 次年.
        public var yearOffset: Int
        public var month: Int
        public var day: Int
    }

    public var first: Edge
    public var last: Edge

    /// 历年: 1 January to 31 December.
    public static let calendarYear = WindowRule(
        first: Edge(yearOffset: 0, month: 1, day: 1), last: Edge(yearOffset: 0, month: 12, day: 31))

    /// The days of an assessment year. 29 February becomes the 28th where there is none.
    public func days(of year: Int) -> DayRange {
        func day(_ edge: Edge) -> CivilDay {
            let year = year + edge.yearOffset
            let last = CivilDay.daysIn(month: edge.month, year: year)
            return CivilDay(year: year, month: edge.month, day: min(edge.day, last)) ?? .firstDay(ofYear: year)
        }
        return DayRange(day(first), day(last)) ?? .year(year)
    }
}

extension RuleItem {
    /// The same with the window of its group, wherever an indicator has none of its own.
    func within(_ window: WindowRule?) -> RuleItem {
        guard let window else { return self }
        var item = self
        switch content {
        case .indicator(var rule):
            rule.window = rule.window ?? window
            item.content = .indicator(rule)
        case .group(var rule):
            rule.items = rule.items.map { $0.within(window) }
            item.content = .group(rule)
        }
        return item
    }
}
