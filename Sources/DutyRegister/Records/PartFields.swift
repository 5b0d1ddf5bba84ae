public import DutyModel
public import RecordStore

extension Participation: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, member.rawValue)
        fields.choice(2, part)
        fields.choice(3, status)
        fields.choice(4, invitedAs)
        fields.unsigned(5, halfDays)
        fields.bool(6, !confirmed)
        fields.string(7, note)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            member: MemberID(rawValue: try fields.unsigned(1)), part: try fields.choice(2),
            status: try fields.choice(3), invitedAs: try fields.choice(4), halfDays: try fields.unsigned(5),
            confirmed: try !fields.bool(6), note: try fields.string(7))
    }
}

extension RecordLink: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.choice(1, relation)
        fields.unsigned(2, record.rawValue)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(try fields.choice(1), RecordID(rawValue: try fields.unsigned(2)))
    }
}

extension RecordContent {
    /// Writes what is particular to the family.
    func encode(into fields: inout FieldWriter, field: Int) {
        switch self {
        case .event(let event): fields.nested(field, event)
        case .proposal(let proposal): fields.nested(field, proposal)
        case .research(let research): fields.nested(field, research)
        case .lecture(let lecture): fields.nested(field, lecture)
        case .sectorActivity(let activity): fields.nested(field, activity)
        case .opinionReport(let report): fields.nested(field, report)
        case .speech(let speech): fields.nested(field, speech)
        case .publication(let publication): fields.nested(field, publication)
        case .commendation(let commendation): fields.nested(field, commendation)
        case .publicService(let service): fields.nested(field, service)
        }
    }

    static func read(_ family: RecordFamily, field: Int, from fields: inout FieldReader) throws -> RecordContent {
        switch family {
        case .event: .event(try fields.nested(field))
        case .proposal: .proposal(try fields.nested(field))
        case .research: .research(try fields.nested(field))
        case .lecture: .lecture(try fields.nested(field))
        case .sectorActivity: .sectorActivity(try fields.nested(field))
        case .opinionReport: .opinionReport(try fields.nested(field))
        case .speech: .speech(try fields.nested(field))
        case .publication: .publication(try fields.nested(field))
        case .commendation: .commendation(try fields.nested(field))
        case .publicService: .publicService(try fields.nested(field))
        }
    }
}
