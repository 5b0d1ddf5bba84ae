/// A moment: milliseconds since 1970-01-01 00:00 UTC. Shown in Beijing time (UTC+8) at the edge only.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since the epoch.
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The calendar day in Beijing time.
    public var day: CivilDay {
        let shifted = milliseconds + 8 * 3_600_000
        let days = shifted >= 0 ? shifted / 86_400_000 : (shifted - 86_399_999) / 86_400_000
        return CivilDay(daysSinceEpoch: Int32(days))
    }
}

extension Instant: CustomStringConvertible {
    /// `yyyy-MM-dd HH:mm:ss` in Beijing time.
    public var description: String {
        let shifted = milliseconds + 8 * 3_600_000
        let ofDay = shifted - Int64(day.daysSinceEpoch) * 86_400_000
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day) \(two(ofDay / 3_600_000)):\(two(ofDay / 60_000 % 60)):\(two(ofDay / 1000 % 60))"
    }
}
