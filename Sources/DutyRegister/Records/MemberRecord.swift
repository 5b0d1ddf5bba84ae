public import DutyModel
internal import KeyValueStore
public import RecordStore

extension Member: Record {
    static let byNumber = Index<Member>("members.number", unique: true) { Key($0.number) }
    static let byName = Index<Member>("members.name") { Key($0.name) }
    public static let table = Table<Member>("members", indexes: [byNumber, byName])

    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id.rawValue)
        fields.string(2, number)
        fields.string(3, name)
        fields.choice(4, sex)
        fields.string(5, ethnicity)
        fields.day(6, birthday)
        fields.string(7, party)
        fields.string(8, unit)
        fields.string(9, post)
        fields.string(10, phone)
        fields.string(11, education)
        fields.string(12, note)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            id: MemberID(rawValue: try fields.unsigned(1)), number: try fields.string(2), name: try fields.string(3),
            sex: try fields.choice(4), ethnicity: try fields.string(5), birthday: try fields.optionalDay(6),
            party: try fields.string(7), unit: try fields.string(8), post: try fields.string(9),
            phone: try fields.string(10), education: try fields.string(11), note: try fields.string(12))
    }
}
