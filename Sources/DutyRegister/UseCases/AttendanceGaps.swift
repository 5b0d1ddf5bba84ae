public import DutyModel
internal import KeyValueStore
internal import RecordStore

/// What is not settled of one event's attendance.
public struct AttendanceGap: Sendable {
    public var record: RecordCandidate
    /// Of whom it is not known whether they came.
    public var unknown: [PersonCandidate]
    /// Of these, whose leave nobody has decided on.
    public var pendingLeave: Int
    /// Expected on the day by what the event or its kind says, and not on the list.
    public var missing: [PersonCandidate]
    /// 应到 as reported, where the list has another number, and that number.
    public var expected: (reported: Int, listed: Int)?
    /// 实到 likewise.
    public var present: (reported: Int, listed: Int)?

    var isEmpty: Bool { unknown.isEmpty && missing.isEmpty && expected == nil && present == nil }
}

extension Register {
    /// Every event, lecture and activity of some days whose attendance is not settled, by day: what stands in the way
    /// of closing a year.
    public func attendanceGaps(in days: DayRange) throws -> [AttendanceGap] {
        try read(.attendanceCheck) { transaction in try transaction.attendanceGaps(in: days) }
    }
}

extension KeyValueStore.Reading where Self: ~Copyable {
    /// For use cases that look at more than attendance.
    mutating func attendanceGaps(in days: DayRange) throws -> [AttendanceGap] {
        let kinds = try self.kinds()
        var directory = try Directory(&self)
        var gaps: [(day: CivilDay, gap: AttendanceGap)] = []
        for kind in kinds.kinds where [.event, .lecture, .sectorActivity].contains(kind.family) {
            let range = KeyRange(from: Key(kind.code, days.first), to: Key(kind.code, days.last + 1))
            for record in try DutyRecord.table.find(by: DutyRecord.byKind, range: range, in: &self)
            where record.review == .approved {
                let gap = try self.gap(of: record, kind: kind, kinds: kinds, &directory)
                if !gap.isEmpty { gaps.append((record.days.first, gap)) }
            }
        }
        return gaps.sorted { ($0.day, $0.gap.record.id) < ($1.day, $1.gap.record.id) }.map(\.gap)
    }

    private mutating func gap(
        of record: DutyRecord, kind: Kind, kinds: KindCatalogue, _ directory: inout Directory
    ) throws -> AttendanceGap {
        let tally = AttendanceTally(record.people)
        let open = record.people.filter { $0.part.attends && $0.status == .unknown }
        var gap = AttendanceGap(
            record: RecordCandidate(record, kinds: kinds), unknown: try candidates(open.map(\.member), &directory),
            pendingLeave: tally.pendingLeave, missing: [])
        guard case .event(let event) = record.content else { return gap }
        let listed = Set(record.people.map(\.member))
        var missing: [MemberID] = []
        for invitation in event.details.invitations.isEmpty ? kind.usualInvitations : event.details.invitations {
            missing += try directory.members(of: invitation.circle, on: record.days.first, in: &self).map(\.id)
                .filter { !listed.contains($0) && !missing.contains($0) }
        }
        // An event of which nobody is listed yet lacks a list, not some people.
        if !listed.isEmpty || !event.details.invitations.isEmpty { gap.missing = try candidates(missing, &directory) }
        if let told = event.reportedExpected.map({ Int($0) }), !tally.agrees(expected: told) {
            gap.expected = (told, tally.members)
        }
        if let told = event.reportedPresent.map({ Int($0) }), !tally.agrees(present: told) {
            gap.present = (told, tally.presentMembers)
        }
        return gap
    }

    private mutating func candidates(_ ids: [MemberID], _ directory: inout Directory) throws -> [PersonCandidate] {
        try values(Member.self, ids).map { try directory.candidate($0, in: &self) }
    }
}

extension Kind {
    /// Whom the catalogue expects at an event of this kind.
    var usualInvitations: [Invitation] {
        switch expects {
        case .everyMember: [Invitation(.committee)]
        case .standingMembers: [Invitation(.standing)]
        case .sectorMembers, .listed: []
        }
    }
}
