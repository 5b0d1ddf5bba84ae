/// Everyone and every body of a register at one moment, found by number, name or interval.
///
/// A value made from one snapshot: sheets are matched against it and roles are read from it.
public struct Roster: Hashable, Sendable {
    /// In order of `id`.
    public let members: [Member]
    public let organizations: [Organization]
    /// In order of member, then first day.
    public let memberships: [Membership]
    /// In order of number.
    public let terms: [Term]

    private let memberPosition: [MemberID: Int]
    private let memberByNumber: [String: MemberID]
    private let membersByName: [String: [MemberID]]
    private let organizationPosition: [OrganizationID: Int]
    private let membershipSpan: [MemberID: Range<Int>]

    public init(members: [Member], organizations: [Organization], memberships: [Membership], terms: [Term]) {
        self.members = members.sorted { $0.id < $1.id }
        self.organizations = organizations.sorted { $0.id < $1.id }
        self.memberships = memberships.sorted { ($0.member, $0.from, $0.id) < ($1.member, $1.from, $1.id) }
        self.terms = terms.sorted { $0.number < $1.number }
        memberPosition = Dictionary(uniqueKeysWithValues: self.members.enumerated().map { ($1.id, $0) })
        memberByNumber = Dictionary(self.members.map { ($0.number, $0.id) }, uniquingKeysWith: { first, _ in first })
        membersByName = Dictionary(grouping: self.members, by: \.name).mapValues { $0.map(\.id) }
        organizationPosition = Dictionary(uniqueKeysWithValues: self.organizations.enumerated().map { ($1.id, $0) })
        membershipSpan = Roster.spans(of: self.memberships)
    }

    private static func spans(of memberships: [Membership]) -> [MemberID: Range<Int>] {
        var spans: [MemberID: Range<Int>] = [:]
        var start = 0
        while start < memberships.count {
            var end = start + 1
            while end < memberships.count, memberships[end].member == memberships[start].member { end += 1 }
            spans[memberships[start].member] = start..<end
            start = end
        }
        return spans
    }

    public subscript(member: MemberID) -> Member? { memberPosition[member].map { members[$0] } }
    public subscript(organization: OrganizationID) -> Organization? {
        organizationPosition[organization].map { organizations[$0] }
    }

    /// The member of a 委员编号.
    public func member(numbered number: String) -> Member? { memberByNumber[number].flatMap { self[$0] } }

    /// Everyone who bears a name, in order of id: empty, one, or several who must not be guessed between.
    public func members(named name: String) -> [Member] { (membersByName[name] ?? []).compactMap { self[$0] } }

    /// All memberships of a member, by first day.
    public func memberships(of member: MemberID) -> ArraySlice<Membership> {
        membershipSpan[member].map { memberships[$0] } ?? []
    }

    /// The term a day lies in.
    public func term(on day: CivilDay) -> Term? { terms.last { $0.days.contains(day) } }

    /// The body of a class, name or alias in a term.
    public func organization(_ classification: OrganizationClass, named name: String, term: Int) -> Organization? {
        organizations.first {
            $0.classification == classification && $0.term == term && ($0.name == name || $0.aliases.contains(name))
        }
    }

    /// Whether the member sat in the committee on a day.
    public func isSeated(_ member: MemberID, on day: CivilDay) -> Bool {
        memberships(of: member).contains { $0.holds(on: day) && self[$0.organization]?.classification == .committee }
    }

    /// Every role the member had on a day, in any body.
    public func roles(of member: MemberID, on day: CivilDay) -> RoleSet {
        memberships(of: member).reduce(into: RoleSet()) { roles, membership in
            if membership.holds(on: day) { roles.formUnion(RoleSet(membership.role)) }
        }
    }

    /// The bodies of a class the member belonged to on a day, by first day: one sector as a rule, up to two 专委会.
    public func organizations(
        _ classification: OrganizationClass, of member: MemberID, on day: CivilDay
    ) -> [Organization] {
        memberships(of: member).compactMap { membership in
            guard membership.holds(on: day), let body = self[membership.organization] else { return nil }
            return body.classification == classification ? body : nil
        }
    }

    /// Everyone seated in the committee on a day, in order of id.
    public func seated(on day: CivilDay) -> [Member] { members.filter { isSeated($0.id, on: day) } }

    /// Everyone who belonged to a body on a day, in order of id.
    public func members(of organization: OrganizationID, on day: CivilDay) -> [Member] {
        members.filter { member in
            memberships(of: member.id).contains { $0.organization == organization && $0.holds(on: day) }
        }
    }
}
