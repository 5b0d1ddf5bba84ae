import DutyModel
import Interchange

/// A register in memory: what an import is planned against and applied to in tests.
final class MemoryRegister: RegisterSnapshot {
    var committee = Committee(name: "政协示范县委员会")
    var kinds: KindCatalogue
    var terms: [Term]
    var organizations: [OrganizationID: Organization] = [:]
    var members: [MemberID: Member] = [:]
    var memberships: [MembershipID: Membership] = [:]
    var items: [PlanItemID: PlanItem] = [:]
    var recordsByID: [RecordID: DutyRecord] = [:]
    private var last: UInt64 = 0

    init(kinds: KindCatalogue, terms: [Term]) {
        self.kinds = kinds
        self.terms = terms
    }

    var roster: Roster {
        Roster(
            members: Array(members.values), organizations: Array(organizations.values),
            memberships: Array(memberships.values), terms: terms)
    }

    func planItems() -> [PlanItem] { items.values.sorted { $0.id < $1.id } }

    func record(withKey key: NaturalKey) -> DutyRecord? {
        recordsByID.values.filter { NaturalKey(of: $0) == key }.min { $0.id < $1.id }
    }

    var editedByHand: Set<RecordID> = []

    func isEditedByHand(_ record: RecordID) -> Bool { editedByHand.contains(record) }

    func records(numbered number: String) -> [DutyRecord] {
        recordsByID.values.filter { $0.number == number }.sorted { $0.id < $1.id }
    }

    func records(of family: RecordFamily, in days: DayRange) -> [DutyRecord] {
        recordsByID.values.filter { $0.content.family == family && days.contains($0.days.first) }
            .sorted { $0.id < $1.id }
    }

    private func next() -> UInt64 {
        last += 1
        return last
    }

    var ids: IdentifierSource {
        IdentifierSource(
            member: { MemberID(rawValue: UInt32(self.next())) },
            organization: { OrganizationID(rawValue: UInt32(self.next())) },
            membership: { MembershipID(rawValue: UInt32(self.next())) },
            planItem: { PlanItemID(rawValue: UInt32(self.next())) }, record: { RecordID(rawValue: self.next()) })
    }

    func apply(_ plan: ImportPlan) {
        for change in plan.organizations { organizations[change.value.id] = change.value }
        for change in plan.members { members[change.value.id] = change.value }
        for change in plan.memberships { memberships[change.value.id] = change.value }
        for change in plan.planItems { items[change.value.id] = change.value }
        for change in plan.records { recordsByID[change.value.id] = change.value }
    }
}
