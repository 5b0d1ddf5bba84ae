public import DutyModel
internal import KeyValueStore
public import RecordStore

extension PlanItem: Record {
    static let byYear = Index<PlanItem>("planItems.year", elements: 2) { Key($0.year, $0.sector) }
    public static let table = Table<PlanItem>(
        "planItems", indexes: [byYear],
        references: [Reference("sector", to: "organizations") { [Key($0.sector)] }])

    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id.rawValue)
        fields.unsigned(2, sector.rawValue)
        fields.signed(3, year)
        fields.unsigned(4, month)
        fields.string(5, topic)
        fields.string(6, lead)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            id: PlanItemID(rawValue: try fields.unsigned(1)), sector: OrganizationID(rawValue: try fields.unsigned(2)),
            year: try fields.signed(3), month: try fields.unsigned(4), topic: try fields.string(5),
            lead: try fields.string(6))
    }
}
