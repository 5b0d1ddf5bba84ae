internal import DutyModel
internal import Interchange
internal import KeyValueStore
internal import RecordStore

/// What an import may know of a register while it plans. Questions are answered from the store as it stands; should
/// anything change meanwhile, the plan is refused when it is applied.
struct StoreSnapshot: RegisterSnapshot {
    let store: Store
    let committee: Committee
    let roster: Roster
    let kinds: KindCatalogue
    /// Highest number in the change log when the plan was begun.
    let base: UInt64
    private let handEdits: HandEdits
    /// Years whose facts may not change; none where what comes late is recorded as late.
    private let locked: [AssessmentYear]

    init(_ store: Store, lateReason: String? = nil) throws {
        self.store = store
        handEdits = HandEdits(store)
        let years = try store.read { try $0.all(AssessmentYear.self) }
        locked = lateReason == nil ? years.filter(\.state.isLocked) : []
        (committee, roster, kinds, base) = try store.read { transaction in
            (
                try transaction.info().committee, try transaction.roster(), try transaction.kinds(),
                try ChangeLog.head(in: &transaction).sequence
            )
        }
    }

    var hasClosedYears: Bool { !locked.isEmpty }

    func closedYear(changedFrom before: DutyRecord?, to after: DutyRecord) -> Int? {
        locked.first { year in
            guard let days = year.days else { return false }
            // What people attend counts on its own day only.
            if after.content.isAttended, !days.contains(after.days.first),
                before.map({ !days.contains($0.days.first) }) ?? true
            {
                return false
            }
            return before.flatMap { ClosedPart(of: $0, within: days, kinds: kinds) }
                != ClosedPart(of: after, within: days, kinds: kinds)
        }?.year
    }

    func planItems() throws -> [PlanItem] { try store.read { try $0.all(PlanItem.self) } }

    func record(withKey key: NaturalKey) throws -> DutyRecord? {
        try store.read { try $0.records(withKey: key).min { $0.id < $1.id } }
    }

    func records(numbered number: String) throws -> [DutyRecord] {
        let key = Key(TextDigest.of(number))
        return try store.read { transaction in
            try DutyRecord.table.find(by: DutyRecord.byNumber, key, in: &transaction).filter { $0.number == number }
        }
    }

    func isEditedByHand(_ record: RecordID) throws -> Bool {
        try handEdits.contains(RecordAddress(table: DutyRecord.table.name, key: Key(record)))
    }

    func records(of family: RecordFamily, in days: DayRange) throws -> [DutyRecord] {
        try store.read { transaction in
            var found: [DutyRecord] = []
            for kind in kinds.kinds where kind.family == family {
                let range = KeyRange(from: Key(kind.code, days.first), to: Key(kind.code, days.last + 1))
                found += try DutyRecord.table.find(by: DutyRecord.byKind, range: range, in: &transaction)
            }
            return found
        }
    }

    /// Ids behind those in use. A plan that is applied after others took them is refused.
    func identifiers() throws -> IdentifierSource {
        let (member, organization, membership, planItem) = try store.read { transaction in
            (
                try transaction.nextNumber(of: Member.self), try transaction.nextNumber(of: Organization.self),
                try transaction.nextNumber(of: Membership.self), try transaction.nextNumber(of: PlanItem.self)
            )
        }
        return IdentifierSource(
            member: counter(from: member, MemberID.init(rawValue:)),
            organization: counter(from: organization, OrganizationID.init(rawValue:)),
            membership: counter(from: membership, MembershipID.init(rawValue:)),
            planItem: counter(from: planItem, PlanItemID.init(rawValue:)),
            record: { RecordIDSource.shared.next(at: .now) })
    }

    private func counter<ID>(from first: UInt64, _ make: @escaping (UInt32) -> ID) -> () -> ID {
        var next = UInt32(first)
        return {
            defer { next += 1 }
            return make(next)
        }
    }
}
