public import DutyModel
public import KeyValueStore
public import RecordStore

extension AccountID: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(rawValue) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> AccountID {
        AccountID(rawValue: try UInt32.read(from: &tuple))
    }
}

extension AccountID: SmallNumber { var number: UInt64 { UInt64(rawValue) } }

extension Account: Record {
    static let byName = Index<Account>("accounts.name", unique: true) { Key($0.name) }
    static let byMember = Index<Account>("accounts.member") { account in account.member.map { Key($0) } }
    public static let table = Table<Account>(
        "accounts", indexes: [byName, byMember],
        references: [
            Reference("member", to: "members") { $0.member.map { [Key($0)] } ?? [] },
            Reference("organizations", to: "organizations") { $0.organizations.map { Key($0) } },
        ])

    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id.rawValue)
        fields.string(2, name)
        fields.choice(3, role)
        fields.optionalUnsigned(4, member?.rawValue)
        fields.unsigneds(5, organizations.map { UInt64($0.rawValue) })
        fields.day(6, from)
        fields.day(7, to)
        fields.string(8, note)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            id: AccountID(rawValue: try fields.unsigned(1)), name: try fields.string(2), role: try fields.choice(3),
            member: try fields.optionalUnsigned(4, as: UInt32.self).map(MemberID.init(rawValue:)),
            organizations: try fields.unsigneds(5).map { OrganizationID(rawValue: UInt32(clamping: $0)) },
            from: try fields.day(6), to: try fields.optionalDay(7), note: try fields.string(8))
    }
}
