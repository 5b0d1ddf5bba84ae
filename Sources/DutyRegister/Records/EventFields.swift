public import DutyModel
public import RecordStore

extension EventContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, halfDaysHeld)
        fields.bool(2, mandatory)
        fields.bool(3, online)
        fields.string(4, session)
        fields.optionalUnsigned(5, reportedExpected)
        fields.optionalUnsigned(6, reportedPresent)
        fields.optionalNested(7, details == EventDetails() ? nil : details)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            halfDaysHeld: try fields.unsigned(1), mandatory: try fields.bool(2), online: try fields.bool(3),
            session: try fields.string(4), reportedExpected: try fields.optionalUnsigned(5),
            reportedPresent: try fields.optionalUnsigned(6), details: try fields.optionalNested(7) ?? EventDetails())
    }
}

extension LectureContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.string(1, audience)
        fields.unsigned(2, publicHeadcount)
        fields.bool(3, online)
        fields.unsigned(4, halfDaysHeld)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            audience: try fields.string(1), publicHeadcount: try fields.unsigned(2), online: try fields.bool(3),
            halfDaysHeld: try fields.unsigned(4))
    }
}

extension SectorActivityContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.optionalUnsigned(1, planItem?.rawValue)
        fields.unsigned(2, publicHeadcount)
        fields.unsigned(3, halfDaysHeld)
        fields.string(4, outcome)
    }

    public init(from fields: inout FieldReader) throws {
        let planItem = try fields.optionalUnsigned(1, as: UInt32.self).map(PlanItemID.init(rawValue:))
        self.init(
            planItem: planItem, publicHeadcount: try fields.unsigned(2), halfDaysHeld: try fields.unsigned(3),
            outcome: try fields.string(4))
    }
}
