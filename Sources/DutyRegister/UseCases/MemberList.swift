internal import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// In order of sector, then 委员编号.
    public func members(_ filter: MemberFilter = MemberFilter()) throws -> [MemberEntry] {
        try readScoped(.memberList) { transaction, grant in
            let roster = try transaction.roster()
            var sector: Organization?
            if let word = filter.sector {
                sector = try Directory(&transaction).organization(named: word, .sector).get()
            }
            let list = MemberLister(roster: roster, filter: filter, sector: sector)
            return roster.members.filter { grant.covers($0.id) }.compactMap(list.entry).sorted(by: list.comesBefore)
        }
    }
}

/// Picks and describes members for one filter.
private struct MemberLister {
    let roster: Roster
    let filter: MemberFilter
    let sector: Organization?
    /// The newest day on which anything in the roster begins or ends: behind all changes.
    private let newest: CivilDay?
    /// Where each sector stands in the order of the list.
    private let places: [String: UInt32]

    init(roster: Roster, filter: MemberFilter, sector: Organization?) {
        self.roster = roster
        self.filter = filter
        self.sector = sector
        newest = roster.memberships.map { max($0.from, $0.to ?? $0.from) }.max()
        let sectors = roster.organizations.filter { $0.classification == .sector }
        places = Dictionary(sectors.map { ($0.name, $0.id.rawValue) }, uniquingKeysWith: { $1 })
    }

    /// The line of a member, or nil where the filter leaves the member out.
    func entry(of member: Member) -> MemberEntry? {
        if let text = filter.text, !member.name.contains(text), !member.number.contains(text) { return nil }
        let memberships = roster.memberships(of: member.id)
        let seats = memberships.filter { roster[$0.organization]?.classification == .committee }
        let days = filter.day.map { DayRange($0) } ?? filter.year.map { DayRange.year($0) }
        if let days, !seats.contains(where: { touches($0, days) }) { return nil }
        // Described as of the last day asked about on which the member sat, so that nobody looks like a stranger.
        let day = day(of: seats, within: days)
        let role = day.flatMap { day in seats.last { $0.holds(on: day) }?.role }
        if let wanted = filter.role, !hasRole(wanted, memberships, day: day) { return nil }
        let bodies = day.map { day in memberships.filter { $0.holds(on: day) } } ?? []
        let sectors = bodies.compactMap { body(of: $0, .sector) }
        if let sector, !sectors.contains(sector) { return nil }
        let groups = bodies.compactMap { membership -> String? in
            guard let body = roster[membership.organization], body.classification.rawValue > 2 else { return nil }
            return body.name
        }
        return MemberEntry(
            member: member, role: role, sector: sectors.first?.name ?? "", groups: groups,
            from: seats.map(\.from).min(), to: seats.contains { $0.to == nil } ? nil : seats.compactMap(\.to).max())
    }

    private func touches(_ membership: Membership, _ days: DayRange) -> Bool {
        membership.from <= days.last && (membership.to.map { $0 >= days.first } ?? true)
    }

    private func day(of seats: [Membership], within days: DayRange?) -> CivilDay? {
        guard let seat = seats.last(where: { seat in days.map { touches(seat, $0) } ?? true }) else { return nil }
        let latest = days?.last ?? newest ?? seat.from
        return max(seat.from, min(latest, seat.to ?? latest))
    }

    private func hasRole(_ wanted: Role, _ memberships: ArraySlice<Membership>, day: CivilDay?) -> Bool {
        guard let day else { return false }
        let roles = memberships.filter { $0.holds(on: day) }.reduce(into: RoleSet()) { $0.formUnion(RoleSet($1.role)) }
        return roles.has(wanted)
    }

    private func body(of membership: Membership, _ classification: OrganizationClass) -> Organization? {
        roster[membership.organization].flatMap { $0.classification == classification ? $0 : nil }
    }

    func comesBefore(_ left: MemberEntry, _ right: MemberEntry) -> Bool {
        let (first, second) = (places[left.sector] ?? .max, places[right.sector] ?? .max)
        return (first, left.member.number) < (second, right.member.number)
    }
}
