public import DutyModel
public import RecordStore

extension ResearchContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.string(1, sites)
        fields.string(2, report)
        fields.unsigned(3, adopted.rawValue)
        fields.unsigned(4, instructed.rawValue)
        fields.day(10, adoptedOn)
        fields.day(11, instructedOn)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            sites: try fields.string(1), report: try fields.string(2),
            adopted: LevelSet(rawValue: try fields.unsigned(3)), instructed: LevelSet(rawValue: try fields.unsigned(4)),
            adoptedOn: try fields.optionalDay(10), instructedOn: try fields.optionalDay(11))
    }
}

extension OpinionReportContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, adopted.rawValue)
        fields.unsigned(2, instructed.rawValue)
        fields.day(10, adoptedOn)
        fields.day(11, instructedOn)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            adopted: LevelSet(rawValue: try fields.unsigned(1)), instructed: LevelSet(rawValue: try fields.unsigned(2)),
            adoptedOn: try fields.optionalDay(10), instructedOn: try fields.optionalDay(11))
    }
}

extension SpeechContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.bool(1, oral)
        fields.string(2, meeting)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(oral: try fields.bool(1), meeting: try fields.string(2))
    }
}

extension PublicationContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.string(1, medium)
        fields.unsigned(2, level.rawValue)
        fields.day(10, publishedOn)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            medium: try fields.string(1), level: LevelSet(rawValue: try fields.unsigned(2)),
            publishedOn: try fields.optionalDay(10))
    }
}

extension CommendationContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.string(1, grantedBy)
        fields.unsigned(2, level.rawValue)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(grantedBy: try fields.string(1), level: LevelSet(rawValue: try fields.unsigned(2)))
    }
}

extension PublicServiceContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.string(1, beneficiary)
        fields.string(2, outcome)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(beneficiary: try fields.string(1), outcome: try fields.string(2))
    }
}
