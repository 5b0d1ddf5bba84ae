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
        fields.bool(8, online)
        fields.choice(9, source)
        let details = details
        fields.optionalNested(10, details == AttendanceDetails() ? nil : details)
    }

    public init(from fields: inout FieldReader) throws {
        let member = MemberID(rawValue: try fields.unsigned(1))
        let part = try fields.choice(2, as: Part.self)
        let status = try fields.choice(3, as: AttendanceStatus.self)
        let invitedAs = try fields.choice(4, as: InvitedAs.self)
        let halfDays = try fields.unsigned(5, as: UInt8.self)
        let confirmed = try !fields.bool(6)
        let note = try fields.string(7)
        self.init(
            member: member, part: part, status: status, invitedAs: invitedAs, halfDays: halfDays,
            confirmed: confirmed, online: try fields.bool(8), source: try fields.choice(9), note: note,
            details: try fields.optionalNested(10) ?? AttendanceDetails())
    }
}

extension AttendanceDetails: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.optionalUnsigned(1, arrived?.minutes)
        fields.optionalUnsigned(2, left?.minutes)
        fields.string(3, substitute)
        fields.optionalNested(4, leave)
        fields.string(5, work)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            arrived: try fields.optionalTime(1), left: try fields.optionalTime(2), substitute: try fields.string(3),
            leave: try fields.optionalNested(4), work: try fields.string(5))
    }
}

extension Leave: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.string(1, applicant)
        fields.day(2, day)
        fields.optionalUnsigned(3, time?.minutes)
        fields.string(4, reason)
        fields.string(5, approver)
        fields.choice(6, decision)
        fields.bool(7, isBelated)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            applicant: try fields.string(1), day: try fields.optionalDay(2), time: try fields.optionalTime(3),
            reason: try fields.string(4), approver: try fields.string(5), decision: try fields.choice(6),
            isBelated: try fields.bool(7))
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
        case .programme(let programme): fields.nested(field, programme)
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
        case .programme: .programme(try fields.nested(field))
        }
    }
}
