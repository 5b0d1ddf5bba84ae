public import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// Bodies of the last term (or the one given) in order of class and id, with head-counts of a day (nil: the newest
    /// day on which anything in the roster begins or ends).
    public func organizations(
        _ classification: OrganizationClass? = nil, term: Int? = nil, on day: CivilDay? = nil
    ) throws -> [OrganizationEntry] {
        let roster = try read(.organizationList) { try $0.roster() }
        let wanted = term ?? roster.terms.last?.number
        let newest = roster.memberships.map { max($0.from, $0.to ?? $0.from) }.max()
        let bodies = roster.organizations.filter {
            $0.term == wanted && (classification == nil || $0.classification == classification)
        }
        let holding = Dictionary(
            grouping: roster.memberships.filter { membership in (day ?? newest).map(membership.holds) ?? false },
            by: \.organization)
        return bodies.sorted { ($0.classification.rawValue, $0.id) < ($1.classification.rawValue, $1.id) }.map { body in
            OrganizationEntry(organization: body, holding: holding[body.id] ?? [], roster: roster)
        }
    }

    public func addOrganization(
        _ classification: OrganizationClass, _ name: String, term: Int? = nil, aliases: [String] = []
    ) throws -> Saved<Organization> {
        try write(.organizationAdd) { transaction in
            let directory = try Directory(&transaction)
            guard let number = term ?? directory.terms.last?.number,
                directory.terms.contains(where: { $0.number == number })
            else { throw Refusal(.noTerm(on: nil)) }
            try require(name: name, aliases: aliases)
            let taken = directory.organizations.values.contains {
                $0.term == number && $0.classification == classification
                    && !Set([name] + aliases)
                        .isDisjoint(with: [$0.name] + $0.aliases)
            }
            guard !taken else { throw Refusal(.organizationNameTaken(name: name, term: number)) }
            let id = OrganizationID(rawValue: UInt32(try transaction.nextNumber(of: Organization.self)))
            let body = Organization(
                id: id, classification: classification, name: name, term: number, aliases: aliases)
            try Organization.table.insert(body, in: &transaction)
            transaction.context.summary = name
            return body
        }
    }

    private func require(name: String, aliases: [String]) throws(Refusal) {
        if name.allSatisfy(\.isWhitespace) { throw Refusal(.empty(field: .organizationName)) }
        for text in [name] + aliases where text.utf8.count > 3 * MemberRules.maximumKeyText {
            let maximum = 3 * MemberRules.maximumKeyText
            throw Refusal(.textTooLong(field: .organizationName, bytes: text.utf8.count, maximum: maximum))
        }
    }

    /// Makes a member the 召集人 (or 副召集人) of a sector from a day; a convener who is there ends the day before.
    /// There may be several deputies.
    public func setConvener(
        of sector: String, _ person: String, from day: CivilDay, deputy: Bool = false
    ) throws -> Saved<Membership> {
        try write(.convenerSet) { transaction in
            var directory = try Directory(&transaction)
            let member = try directory.person(person, in: &transaction).get()
            let role: Role = deputy ? .deputyConvener : .convener
            let draft = MembershipDraft(.sector, sector, role: role, from: day)
            let id = try transaction.nextMembershipID()
            let membership = try directory.membership(draft, of: member, id: id).get()
            if !deputy { try transaction.endConvener(of: membership.organization, on: day) }
            let all = try transaction.memberships(of: member.id).filter { !$0.isEmpty } + [membership]
            try directory.require(all, of: member, in: &transaction)
            try Membership.table.insert(membership, in: &transaction)
            transaction.context.summary = "\(member.name)：\(directory.name(of: membership))"
            return membership
        }
    }
}

extension Membership {
    fileprivate var isEmpty: Bool { to.map { $0 < from } ?? false }
}

extension RecordTransaction {
    /// Ends the convener in office the day before `day`; one who began on that day or later is taken back.
    fileprivate mutating func endConvener(of sector: OrganizationID, on day: CivilDay) throws {
        for other in try memberships(in: sector)
        where other.role == .convener && (other.to.map { $0 >= day } ?? true) {
            if other.from >= day {
                try Membership.table.delete(other.id, in: &self)
            } else {
                var ended = other
                ended.to = day + -1
                try Membership.table.put(ended, in: &self)
            }
        }
    }
}

extension OrganizationEntry {
    fileprivate init(organization: Organization, holding: [Membership], roster: Roster) {
        func members(_ role: Role) -> [Member] {
            holding.filter { $0.role == role }.compactMap { roster[$0.member] }.sorted { $0.number < $1.number }
        }
        self.init(
            organization: organization, members: Set(holding.map(\.member)).count, conveners: members(.convener),
            deputies: members(.deputyConvener))
    }
}
