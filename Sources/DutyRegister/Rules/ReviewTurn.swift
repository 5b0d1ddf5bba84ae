internal import DutyModel
internal import KeyValueStore
internal import RecordStore

/// Whose word a record in review awaits: the convener's first where there is one who can give it, the office's last.
struct ReviewTurn {
    let day: CivilDay

    func turn(of record: DutyRecord, in transaction: inout some Reading & ~Copyable) throws -> ReviewEntry.Turn {
        switch record.review {
        case .draft, .returned: return .author
        case .approved: return .office
        case .waiting: break
        }
        // What a body's leader entered needs no leader's word.
        guard record.organization == nil else { return .office }
        let steps = try transaction.reviewSteps(of: record.id)
        let since = steps.lastIndex { $0.action == .submitted } ?? steps.startIndex
        if steps[since...].contains(where: { $0.action == .endorsed }) { return .office }
        let conveners = try conveners(for: record, in: &transaction)
        return conveners.isEmpty ? .office : .convener(conveners)
    }

    /// Names of the accounts of those who lead a sector or group of somebody in the record, and have no part in it.
    private func conveners(
        for record: DutyRecord, in transaction: inout some Reading & ~Copyable
    ) throws -> [String] {
        let people = Set(record.people.map(\.member))
        var names: Set<String> = []
        for member in people.sorted() {
            for membership in try transaction.memberships(of: member) where membership.holds(on: day) {
                let leaders = try transaction.memberships(in: membership.organization)
                    .filter { $0.role.leads && $0.holds(on: day) && !people.contains($0.member) }
                for leader in leaders {
                    let accounts = try Account.table.find(by: Account.byMember, Key(leader.member), in: &transaction)
                    names.formUnion(accounts.filter { $0.isOpen(on: day) && $0.id != record.author }.map(\.name))
                }
            }
        }
        return names.sorted()
    }
}
