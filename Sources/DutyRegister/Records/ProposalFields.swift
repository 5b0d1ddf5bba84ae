public import DutyModel
public import RecordStore

extension ProposalContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.choice(1, mode)
        fields.bool(2, duringSession)
        fields.string(3, session)
        fields.string(4, category)
        fields.list(5, stages)
        fields.unsigned(6, honours.rawValue)
        fields.strings(7, handlingUnits)
        fields.choice(8, satisfaction)
        fields.string(9, leader)
        fields.unsigned(20, honoursLevel.rawValue)
        fields.day(21, honouredOn)
        fields.unsigned(22, instructed.rawValue)
        fields.day(23, instructedOn)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            mode: try fields.choice(1), duringSession: try fields.bool(2), session: try fields.string(3),
            category: try fields.string(4), stages: try fields.list(5),
            honours: ProposalHonours(rawValue: try fields.unsigned(6)), handlingUnits: try fields.strings(7),
            satisfaction: try fields.choice(8), leader: try fields.string(9),
            honoursLevel: LevelSet(rawValue: try fields.unsigned(20)), honouredOn: try fields.optionalDay(21),
            instructed: LevelSet(rawValue: try fields.unsigned(22)), instructedOn: try fields.optionalDay(23))
    }
}

extension ProposalStageEntry: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.choice(1, stage)
        fields.day(2, day)
        fields.string(3, unit)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(try fields.choice(1), day: try fields.optionalDay(2), unit: try fields.string(3))
    }
}
