public import DutyModel

extension Roster {
    /// The names of the bodies a member belonged to on a day of a stretch of days, and the party: what 适用 may ask for.
    public func traits(of member: MemberID, within days: DayRange) -> Set<String> {
        let held = memberships(of: member).filter {
            $0.from <= days.last && ($0.to.map { $0 >= days.first } ?? true)
        }
        let bodies = held.compactMap { self[$0.organization] }.filter { $0.classification != .committee }
        let party = members.first { $0.id == member }?.party ?? ""
        return Set(bodies.map(\.name) + (party.isEmpty ? [] : [party]))
    }
}
