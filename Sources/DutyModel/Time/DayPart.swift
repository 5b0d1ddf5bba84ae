/// 上午, 下午, 晚上: the half-day at which something of one half-day was held. Part of an event's natural key, so that
/// two meetings of one name on one day stay two.
public enum DayPart: UInt8, Sendable, CaseIterable {
    case morning = 1
    case afternoon = 2
    case evening = 3

    public var label: String {
        switch self {
        case .morning: "上午"
        case .afternoon: "下午"
        case .evening: "晚上"
        }
    }
}

/// A time of the clock, to the minute: when somebody came late, left early, or asked for leave.
public struct ClockTime: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0 to 1,439.
    public var minutes: UInt16

    /// Nil where there is no such time (24:00, 9:60).
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = UInt16(hour * 60 + minute)
    }

    /// Nil at 1,440 and above.
    public init?(minutes: UInt16) {
        guard minutes < 1440 else { return nil }
        self.minutes = minutes
    }

    /// Reads 9:40, 09:40 and nothing else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2 else { return nil }
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
        guard let hour = Int(parts[0]), let minute = Int(parts[1]) else { return nil }
        self.init(hour: hour, minute: minute)
    }

    public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }
}

extension ClockTime: CustomStringConvertible {
    /// 09:40.
    public var description: String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}
