public import DutyModel
public import KeyValueStore
public import RecordStore

extension ReviewStepID: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(rawValue) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> ReviewStepID {
        ReviewStepID(rawValue: try UInt32.read(from: &tuple))
    }
}

extension ReviewStepID: SmallNumber { var number: UInt64 { UInt64(rawValue) } }

extension ReviewStep: Record {
    static let byRecord = Index<ReviewStep>("reviews.record") { Key($0.record) }
    public static let table = Table<ReviewStep>(
        "reviews", indexes: [byRecord],
        references: [
            Reference("record", to: "records") { [Key($0.record)] },
            Reference("account", to: "accounts") { $0.account.map { [Key($0)] } ?? [] },
        ])

    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id.rawValue)
        fields.unsigned(2, record.rawValue)
        fields.choice(3, action)
        fields.string(4, who)
        fields.optionalUnsigned(5, account?.rawValue)
        fields.signed(6, instant.milliseconds)
        fields.string(7, reason)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            id: ReviewStepID(rawValue: try fields.unsigned(1)), record: RecordID(rawValue: try fields.unsigned(2)),
            action: try fields.choice(3), who: try fields.string(4),
            account: try fields.optionalUnsigned(5, as: UInt32.self).map(AccountID.init(rawValue:)),
            instant: Instant(milliseconds: try fields.signed(6)), reason: try fields.string(7))
    }
}
