internal import DutyModel
internal import Synchronization

/// Gives out record ids: 41 bits of milliseconds since 2020 and 15 bits that tell apart those of one millisecond,
/// always rising within a process.
///
/// The low bits begin at random in each millisecond, so that two processes seldom meet; where they do, the insert
/// finds the id taken and the next one is tried.
final class RecordIDSource: Sendable {
    static let shared = RecordIDSource()

    private static let sequenceBits = 15
    /// 2020-01-01 00:00 UTC.
    private static let epoch: Int64 = 1_577_836_800_000

    private let last = Mutex<UInt64>(0)

    /// The next id at a moment.
    func next(at now: Instant) -> RecordID {
        let elapsed = UInt64(max(0, now.milliseconds - Self.epoch))
        let fresh = elapsed << UInt64(Self.sequenceBits) | UInt64.random(in: 0..<1 << 14)
        return last.withLock { last in
            last = max(last + 1, fresh) & RecordID.maximum.rawValue
            return RecordID(rawValue: last)
        }
    }
}
