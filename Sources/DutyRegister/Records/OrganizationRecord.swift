public import DutyModel
public import KeyValueStore
public import RecordStore

extension Organization: Record {
    static let byName = Index<Organization>("organizations.name", unique: true, elements: 3) {
        Key($0.term, $0.classification.rawValue, $0.name)
    }
    public static let table = Table<Organization>(
        "organizations", indexes: [byName],
        references: [Reference("term", to: "terms") { [Key($0.term)] }])

    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id.rawValue)
        fields.choice(2, classification)
        fields.string(3, name)
        fields.signed(4, term)
        fields.strings(5, aliases)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            id: OrganizationID(rawValue: try fields.unsigned(1)), classification: try fields.choice(2),
            name: try fields.string(3), term: try fields.signed(4), aliases: try fields.strings(5))
    }
}

extension Term: Record {
    public static let table = Table<Term>("terms")

    public var id: Int { number }

    public func encode(into fields: inout FieldWriter) {
        fields.signed(1, number)
        fields.day(2, days.first)
        fields.day(3, days.last)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(number: try fields.signed(1), days: try fields.days(2, 3))
    }
}
