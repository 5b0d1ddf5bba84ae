internal import DutyModel
internal import KeyValueStore
internal import RecordStore

/// What a register says of itself: one record, number 1.
struct RegisterInfo: Record, Hashable {
    static let table = Table<RegisterInfo>("register")
    static let only: UInt32 = 1

    var id: UInt32 = RegisterInfo.only
    var committee: Committee
    var created: Instant

    init(committee: Committee, created: Instant) {
        self.committee = committee
        self.created = created
    }

    func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id)
        fields.string(2, committee.name)
        fields.signed(3, created.milliseconds)
    }

    init(from fields: inout FieldReader) throws {
        id = try fields.unsigned(1)
        committee = Committee(name: try fields.string(2))
        created = Instant(milliseconds: try fields.signed(3))
    }
}
