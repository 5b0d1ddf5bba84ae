internal import DutyModel
internal import RecordStore
internal import Scoring
internal import Synchronization

/// What the 名次 of a year made of everyone, as this process computed it before: for one profile after another nobody
/// has to be scored again. Known by the hash that heads the change log, so that it is of one state of one register.
enum PlacementCache {
    private struct State: Hashable {
        var head: ChangeLog.Head
        var year: Int
        var part: YearPart
    }

    private static let known = Mutex<[State: [MemberID: Placement]]>([:])
    private static let most = 8

    /// - Parameters:
    ///   - head: of a transaction that only reads; one that writes has changes which its head does not tell.
    ///   - compute: everyone's placement.
    static func placements(
        _ year: Int, _ part: YearPart, head: ChangeLog.Head, compute: () throws -> [MemberID: Placement]
    ) throws -> [MemberID: Placement] {
        let state = State(head: head, year: year, part: part)
        if let found = known.withLock({ $0[state] }) { return found }
        let placements = try compute()
        known.withLock { known in
            if known.count >= most { known.removeAll() }
            known[state] = placements
        }
        return placements
    }
}
