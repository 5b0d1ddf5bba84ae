public import DutyModel

/// What a register says of itself.
public struct RegisterOverview: Hashable, Sendable {
    public var path: String
    public var committee: Committee
    public var terms: [Term]
    public var format: Int
    /// Name and version of the engine.
    public var engine: String
    public var created: Instant
    public var members: Int
    public var organizations: Int
    public var records: Int
    /// Highest number in the change log.
    public var changes: UInt64
}

/// One line of the list of members.
public struct MemberEntry: Hashable, Sendable {
    public var member: Member
    /// Role in the committee on the day asked about.
    public var role: Role?
    /// Sector on that day; empty where none.
    public var sector: String
    public var groups: [String]
    /// First and last day seated in the committee.
    public var from: CivilDay?
    public var to: CivilDay?
}

/// Everything kept about one person, duties apart.
public struct MemberFile: Hashable, Sendable {
    public var member: Member
    /// By first day.
    public var memberships: [MembershipEntry]

    public struct MembershipEntry: Hashable, Sendable {
        public var membership: Membership
        public var organization: Organization
    }
}

/// One line of the list of bodies.
public struct OrganizationEntry: Hashable, Sendable {
    public var organization: Organization
    /// Members on the day asked about.
    public var members: Int
    public var conveners: [Member]
    public var deputies: [Member]
}

/// Records with the names needed to show them.
public struct RecordList: Sendable {
    public var records: [DutyRecord]
    public var kinds: KindCatalogue
    /// Those whom the records name.
    public var members: [MemberID: Member]
    public var organizations: [OrganizationID: Organization]
    /// Titles of the records linked to.
    public var linked: [RecordID: RecordCandidate]
    /// Of one record: the records that link to it, by day, with how.
    public var linking: [(relation: RecordLink.Relation, record: RecordCandidate)] = []

    public func kind(of record: DutyRecord) -> String { kinds[record.kind]?.name ?? "" }
    public func name(of member: MemberID) -> String { members[member]?.name ?? "" }
    public func organization(of record: DutyRecord) -> String {
        record.organization.flatMap { organizations[$0]?.name } ?? ""
    }
}

/// What was written, and what the change log calls the change.
public struct Saved<Value: Sendable>: Sendable {
    public var value: Value
    /// Number of the change set, for `undo`; 0 where all was already so and nothing was written.
    public var change: UInt64
}

/// One item of a sector's plan with what came of it.
public struct PlanItemEntry: Hashable, Sendable {
    public var item: PlanItem
    public var sector: String
    /// Activities that carried it out, by day.
    public var activities: [RecordCandidate]
    public var isDone: Bool { !activities.isEmpty }
}
