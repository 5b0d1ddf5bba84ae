/// Days from one to another, both included.
public struct DayRange: Hashable, Sendable {
    /// First day.
    public var first: CivilDay
    /// Last day, never before the first.
    public var last: CivilDay

    /// Nil where `last` lies before `first`.
    public init?(_ first: CivilDay, _ last: CivilDay) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// One single day.
    public init(_ day: CivilDay) {
        self.first = day
        self.last = day
    }

    /// The whole calendar year.
    public static func year(_ year: Int) -> DayRange {
        DayRange(.firstDay(ofYear: year), .lastDay(ofYear: year)) ?? DayRange(.firstDay(ofYear: year))
    }

    /// Whether a day lies inside.
    public func contains(_ day: CivilDay) -> Bool { first <= day && day <= last }

    /// How many days, both ends counted.
    public var count: Int { Int(last.daysSinceEpoch - first.daysSinceEpoch) + 1 }
}
