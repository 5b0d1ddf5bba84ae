public import DutyModel
public import RecordStore

extension Quantity: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.choice(1, unit)
        fields.unsigned(2, thousandths)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(try fields.choice(1), thousandths: try fields.unsigned(2))
    }
}
