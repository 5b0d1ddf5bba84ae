public import DutyModel
internal import KeyValueStore
public import RecordStore

extension Membership: Record {
    static let byMember = Index<Membership>("memberships.member") { Key($0.member) }
    static let byOrganization = Index<Membership>("memberships.organization") { Key($0.organization) }
    public static let table = Table<Membership>(
        "memberships", indexes: [byMember, byOrganization],
        references: [
            Reference("member", to: "members") { [Key($0.member)] },
            Reference("organization", to: "organizations") { [Key($0.organization)] },
        ])

    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id.rawValue)
        fields.unsigned(2, member.rawValue)
        fields.unsigned(3, organization.rawValue)
        fields.choice(4, role)
        fields.day(5, from)
        fields.day(6, to)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            id: MembershipID(rawValue: try fields.unsigned(1)), member: MemberID(rawValue: try fields.unsigned(2)),
            organization: OrganizationID(rawValue: try fields.unsigned(3)), role: try fields.choice(4),
            from: try fields.day(5), to: try fields.optionalDay(6))
    }
}
