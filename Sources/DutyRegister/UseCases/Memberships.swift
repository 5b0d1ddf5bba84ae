public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    public func addMembership(_ person: String, _ draft: MembershipDraft) throws -> Saved<Membership> {
        try write(.membershipAdd) { transaction in
            var directory = try Directory(&transaction)
            let member = try directory.person(person, in: &transaction).get()
            let id = try transaction.nextMembershipID()
            let membership = try directory.membership(draft, of: member, id: id).get()
            let all = try directory.memberships(of: member.id, in: &transaction) + [membership]
            try directory.require(all, of: member, in: &transaction)
            try Membership.table.insert(membership, in: &transaction)
            transaction.context.summary = "\(member.name)：\(directory.name(of: membership))"
            return membership
        }
    }

    /// `last` is the last day, included.
    /// - Parameter leavingRecords: also where it is the seat and the member has records of later days.
    public func endMembership(
        _ membership: MembershipID, last: CivilDay, leavingRecords: Bool = false
    ) throws -> Saved<Membership> {
        try write(.membershipEnd) { transaction in
            guard let before = try transaction.value(Membership.self, membership) else {
                throw Refusal(.unknownMembership(membership))
            }
            var directory = try Directory(&transaction)
            var after = before
            after.to = last
            try transaction.requireOrder(after)
            if !leavingRecords, directory.organizations[after.organization]?.classification == .committee,
                let member = try directory.member(after.member, in: &transaction)
            {
                try directory.requireNoRecords(of: member, after: last, in: &transaction)
            }
            try Membership.table.put(after, in: &transaction)
            let name = try directory.member(after.member, in: &transaction)?.name ?? ""
            transaction.context.summary = "\(name)：\(directory.name(of: after))至 \(last)"
            return after
        }
    }

    /// Ends every membership in force on the day after `last`: the member leaves the committee.
    /// - Parameter leavingRecords: also where the member has records of later days, which then count for nothing.
    public func endSeat(_ person: String, last: CivilDay, leavingRecords: Bool = false) throws -> Saved<[Membership]> {
        try write(.membershipEnd) { transaction in
            var directory = try Directory(&transaction)
            let member = try directory.person(person, in: &transaction).get()
            if !leavingRecords { try directory.requireNoRecords(of: member, after: last, in: &transaction) }
            var ended: [Membership] = []
            for membership in try directory.memberships(of: member.id, in: &transaction)
            where membership.holds(on: last + 1) {
                var after = membership
                after.to = last
                try transaction.requireOrder(after)
                try Membership.table.put(after, in: &transaction)
                ended.append(after)
            }
            transaction.context.summary = "\(member.name)任职至 \(last)"
            return ended
        }
    }

    /// Change of sector: the old one ends the day before `day`, the new one begins on it.
    public func transfer(_ person: String, to sector: String, on day: CivilDay) throws -> Saved<Membership> {
        try write(.transfer) { transaction in
            var directory = try Directory(&transaction)
            let member = try directory.person(person, in: &transaction).get()
            let draft = MembershipDraft(.sector, sector, role: .belongs, from: day)
            var next = try directory.membership(draft, of: member, id: try transaction.nextMembershipID()).get()
            var all = try directory.memberships(of: member.id, in: &transaction)
            let old = all.filter { directory.isSector($0) && $0.holds(on: day) }
            guard !old.isEmpty else {
                let candidate = try directory.candidate(member, in: &transaction)
                throw Refusal(.inNoSector(person: candidate, on: day))
            }
            // The new membership lasts as long as the old one would have.
            next.to = old.compactMap(\.to).max()
            for place in all.indices where old.contains(all[place]) { all[place].to = day + -1 }
            try directory.require(all + [next], of: member, in: &transaction)
            for membership in all where old.contains(where: { $0.id == membership.id }) {
                try Membership.table.put(membership, in: &transaction)
            }
            try Membership.table.insert(next, in: &transaction)
            transaction.context.summary = "\(member.name)自 \(day) 起：\(directory.name(of: next))"
            return next
        }
    }
}

extension Directory {
    func isSector(_ membership: Membership) -> Bool {
        organizations[membership.organization]?.classification == .sector
    }

    /// Body and role, as the change log tells them.
    func name(of membership: Membership) -> String {
        "\(organizations[membership.organization]?.name ?? "")\(membership.role.label)"
    }

    /// Refuses to end a seat before the last day of the member's last record.
    fileprivate mutating func requireNoRecords(
        of member: Member, after last: CivilDay, in transaction: inout RecordTransaction
    ) throws {
        // No record lasts longer than a year: one that began before may end after.
        let range = KeyRange(
            from: Key(member.id, last + -366), to: Key(member.id, CivilDay.lastDay(ofYear: 9999)))
        let later = try DutyRecord.table.find(by: DutyRecord.byMember, range: range, in: &transaction)
            .filter { $0.days.last > last && $0.content.family != .programme }
        guard !later.isEmpty else { return }
        let kinds = try transaction.kinds()
        let records = later.sorted { ($0.days.first, $0.id) < ($1.days.first, $1.id) }
        throw Refusal(
            .recordsAfterSeat(
                person: try candidate(member, in: &transaction), last: last,
                records.map { RecordCandidate($0, kinds: kinds) }))
    }

    /// Refuses memberships of one member that cannot stand together.
    mutating func require(
        _ memberships: [Membership], of member: Member, in transaction: inout RecordTransaction
    ) throws {
        let candidate = try candidate(member, in: &transaction)
        let findings = MembershipRules.findings(in: memberships, of: candidate, organizations: organizations)
        guard findings.isEmpty else { throw Refusal(findings) }
    }
}

extension RecordTransaction {
    mutating func nextMembershipID() throws -> MembershipID {
        MembershipID(rawValue: UInt32(try nextNumber(of: Membership.self)))
    }

    /// Refuses a membership that ends before it begins.
    func requireOrder(_ membership: Membership) throws(Refusal) {
        guard let to = membership.to, to < membership.from else { return }
        throw Refusal(.ends(beforeItBegins: .membershipDays, from: membership.from, to: to))
    }
}
