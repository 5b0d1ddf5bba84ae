public import DutyModel

/// The names needed to show records: kinds, members and bodies.
public struct RecordNames: Sendable {
    public var kinds: KindCatalogue
    public var members: [MemberID: Member]
    public var organizations: [OrganizationID: Organization]

    /// What linked records are called.
    public var links: [RecordID: String]
    /// Of one record: the records that link to it, with how, when and their titles.
    public var linking: [(relation: RecordLink.Relation, when: String, title: String)]

    public init(
        kinds: KindCatalogue, members: [MemberID: Member], organizations: [OrganizationID: Organization],
        links: [RecordID: String] = [:],
        linking: [(relation: RecordLink.Relation, when: String, title: String)] = []
    ) {
        self.links = links
        self.linking = linking
        self.kinds = kinds
        self.members = members
        self.organizations = organizations
    }

    func kind(of record: DutyRecord) -> String { kinds[record.kind]?.name ?? "" }
    func name(_ member: MemberID) -> String { members[member]?.name ?? "" }
    func number(_ member: MemberID) -> String { members[member]?.number ?? "" }
    func body(of record: DutyRecord) -> String { record.organization.flatMap { organizations[$0]?.name } ?? "" }

    /// The names of those with a part, side by side.
    func people(_ record: DutyRecord, _ parts: Part...) -> String {
        record.people.filter { parts.contains($0.part) }.map { name($0.member) }.joined(separator: "、")
    }
}

/// Small texts of records.
enum RecordWords {
    /// One day, or from one to another.
    static func days(_ days: DayRange) -> String {
        days.first == days.last ? "\(days.first)" : "\(days.first) 至 \(days.last)"
    }

    /// The days of a record, with the half of a single one.
    static func when(_ record: DutyRecord) -> String {
        record.half.map { "\(days(record.days)) \($0.label)" } ?? days(record.days)
    }

    /// 县、市.
    static func levels(_ levels: LevelSet) -> String {
        LevelSet.named.filter { levels.contains($0.level) }.map(\.label).joined(separator: "、")
    }

    /// 一号、重点、优秀.
    static func honours(_ honours: ProposalHonours) -> String {
        let named: [(ProposalHonours, String)] = [(.numberOne, "一号"), (.key, "重点"), (.excellent, "优秀")]
        return named.filter { honours.contains($0.0) }.map(\.1).joined(separator: "、")
    }

    /// The last node a proposal has passed.
    static func state(_ proposal: ProposalContent) -> String {
        (proposal.stages.last?.stage ?? .submitted).label
    }

    /// How many came of those on the list, as `12/15`; unknown ones are in no denominator.
    static func presence(_ record: DutyRecord) -> String {
        let known = record.people.filter { $0.part.attends && $0.status != .unknown }
        guard !known.isEmpty else { return "" }
        return "\(known.filter(\.status.wasThere).count)/\(known.count)"
    }
}
