public import DutyModel
public import KeyValueStore
public import RecordStore

extension ObjectionID: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(rawValue) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> ObjectionID {
        ObjectionID(rawValue: try UInt32.read(from: &tuple))
    }
}

extension ObjectionID: SmallNumber { var number: UInt64 { UInt64(rawValue) } }

extension Objection: Record {
    static let byMember = Index<Objection>("objections.member") { Key($0.member) }
    static let byYear = Index<Objection>("objections.year") { Key($0.year) }
    static let byRecord = Index<Objection>("objections.record") { objection in objection.record.map { Key($0) } }
    public static let table = Table<Objection>(
        "objections", indexes: [byMember, byYear, byRecord],
        references: [
            Reference("member", to: "members") { [Key($0.member)] },
            Reference("account", to: "accounts") { $0.account.map { [Key($0)] } ?? [] },
        ])

    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id.rawValue)
        fields.unsigned(2, member.rawValue)
        fields.signed(3, year)
        fields.choice(4, sort)
        fields.optionalUnsigned(5, record?.rawValue)
        fields.string(6, indicator)
        fields.string(7, text)
        fields.strings(8, evidence)
        fields.string(9, who)
        fields.optionalUnsigned(10, account?.rawValue)
        fields.signed(11, raised.milliseconds)
        fields.day(12, due)
        fields.list(13, answer.map { [$0] } ?? [])
        fields.optionalSigned(14, withdrawn?.milliseconds)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            id: ObjectionID(rawValue: try fields.unsigned(1)), member: MemberID(rawValue: try fields.unsigned(2)),
            year: try fields.signed(3), sort: try fields.choice(4),
            record: try fields.optionalUnsigned(5, as: UInt64.self).map(RecordID.init(rawValue:)),
            indicator: try fields.string(6), text: try fields.string(7), evidence: try fields.strings(8),
            who: try fields.string(9),
            account: try fields.optionalUnsigned(10, as: UInt32.self).map(AccountID.init(rawValue:)),
            raised: Instant(milliseconds: try fields.signed(11)), due: try fields.day(12),
            answer: try fields.list(13, of: ObjectionAnswer.self).first,
            withdrawn: try fields.optionalSigned(14, as: Int64.self).map(Instant.init(milliseconds:)))
    }
}

extension ObjectionAnswer: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.choice(1, outcome)
        fields.string(2, reason)
        fields.unsigneds(3, changes)
        fields.optionalUnsigned(4, record?.rawValue)
        fields.string(5, who)
        fields.signed(6, instant.milliseconds)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            outcome: try fields.choice(1), reason: try fields.string(2), changes: try fields.unsigneds(3),
            record: try fields.optionalUnsigned(4, as: UInt64.self).map(RecordID.init(rawValue:)),
            who: try fields.string(5), instant: Instant(milliseconds: try fields.signed(6)))
    }
}
