public import DutyModel
public import RecordStore

extension ResearchContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.string(1, sites)
        fields.string(2, report)
        fields.unsigned(3, adopted.rawValue)
        fields.unsigned(4, instructed.rawValue)
        fields.list(5, adoptions)
        fields.day(10, adoptedOn)
        fields.day(11, instructedOn)
    }

    public init(from fields: inout FieldReader) throws {
        let (sites, report) = (try fields.string(1), try fields.string(2))
        let (adopted, instructed) = (try fields.unsigned(3, as: UInt8.self), try fields.unsigned(4, as: UInt8.self))
        let adoptions: [Adoption] = try fields.list(5)
        self.init(
            sites: sites, report: report, adopted: LevelSet(rawValue: adopted),
            instructed: LevelSet(rawValue: instructed), adoptedOn: try fields.optionalDay(10),
            instructedOn: try fields.optionalDay(11), adoptions: adoptions)
    }
}

extension OpinionReportContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, adopted.rawValue)
        fields.unsigned(2, instructed.rawValue)
        fields.list(3, adoptions)
        fields.day(10, adoptedOn)
        fields.day(11, instructedOn)
    }

    public init(from fields: inout FieldReader) throws {
        let (adopted, instructed) = (try fields.unsigned(1, as: UInt8.self), try fields.unsigned(2, as: UInt8.self))
        let adoptions: [Adoption] = try fields.list(3)
        self.init(
            adopted: LevelSet(rawValue: adopted), instructed: LevelSet(rawValue: instructed),
            adoptedOn: try fields.optionalDay(10), instructedOn: try fields.optionalDay(11), adoptions: adoptions)
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
        fields.string(3, project)
    }

    public init(from fields: inout FieldReader) throws {
        let (beneficiary, outcome) = (try fields.string(1), try fields.string(2))
        self.init(beneficiary: beneficiary, project: try fields.string(3), outcome: outcome)
    }
}

extension ProgrammeContent: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.optionalUnsigned(1, venue?.rawValue)
        fields.string(2, schedule)
        fields.string(3, outcome)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            venue: try fields.optionalChoice(1), schedule: try fields.string(2), outcome: try fields.string(3))
    }
}

extension Adoption: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, level.rawValue)
        fields.bool(2, isInstruction)
        fields.day(3, day)
        fields.string(4, by)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            LevelSet(rawValue: try fields.unsigned(1)), isInstruction: try fields.bool(2),
            day: try fields.optionalDay(3), by: try fields.string(4))
    }
}
