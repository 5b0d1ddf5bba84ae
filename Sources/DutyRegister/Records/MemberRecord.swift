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
        fields.day(6, birthday?.wholeDay)
        fields.string(7, party)
        fields.string(8, unit)
        fields.string(9, post)
        fields.string(10, phone)
        fields.string(11, education)
        fields.string(12, note)
        fields.optionalUnsigned(13, birthday?.partNumber)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            id: MemberID(rawValue: try fields.unsigned(1)), number: try fields.string(2), name: try fields.string(3),
            sex: try fields.choice(4), ethnicity: try fields.string(5),
            birthday: try fields.optionalDay(6).map { BirthDate($0) }, party: try fields.string(7),
            unit: try fields.string(8), post: try fields.string(9), phone: try fields.string(10),
            education: try fields.string(11), note: try fields.string(12))
        guard let number = try fields.optionalUnsigned(13, as: UInt32.self) else { return }
        guard let part = BirthDate(partNumber: number) else { throw fields.invalid(13) }
        birthday = part
    }
}

extension BirthDate {
    /// Year and month of a date whose day is not known, as one number: 197702; 197700 without month.
    fileprivate var partNumber: UInt32? {
        wholeDay == nil ? UInt32(year * 100 + (month ?? 0)) : nil
    }

    fileprivate init?(partNumber: UInt32) {
        let (year, month) = (Int(partNumber / 100), Int(partNumber % 100))
        self.init(year: year, month: month == 0 ? nil : month)
    }
}
