public import DutyModel
public import RecordStore

extension EventDetails: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.list(1, agenda)
        fields.optionalUnsigned(2, venue?.rawValue)
        fields.optionalUnsigned(3, topicSource?.rawValue)
        fields.string(4, parties)
        fields.string(5, needs)
        fields.list(6, steps)
        fields.string(7, outcome)
        fields.string(8, followUp)
        fields.unsigned(9, publicHeadcount)
        fields.list(10, invitations)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            agenda: try fields.list(1), venue: try fields.optionalChoice(2), topicSource: try fields.optionalChoice(3),
            parties: try fields.string(4), needs: try fields.string(5), steps: try fields.list(6),
            outcome: try fields.string(7), followUp: try fields.string(8), publicHeadcount: try fields.unsigned(9),
            invitations: try fields.list(10))
    }
}

extension AgendaItem: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.string(1, title)
        fields.string(2, department)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(try fields.string(1), department: try fields.string(2))
    }
}

extension ProcedureStep: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.string(1, text)
        fields.day(2, day)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(try fields.string(1), day: try fields.optionalDay(2))
    }
}

extension Invitation: FieldCodable {
    /// The circle's number: 1 the committee, 2 its 常委, 3 a body.
    public func encode(into fields: inout FieldWriter) {
        switch circle {
        case .committee: fields.unsigned(1, 1 as UInt8)
        case .standing: fields.unsigned(1, 2 as UInt8)
        case .body(let body):
            fields.unsigned(1, 3 as UInt8)
            fields.unsigned(2, body.rawValue)
        }
        fields.choice(3, invitedAs)
    }

    public init(from fields: inout FieldReader) throws {
        let circle: Circle
        switch try fields.unsigned(1, as: UInt8.self) {
        case 1: circle = .committee
        case 2: circle = .standing
        case 3: circle = .body(OrganizationID(rawValue: try fields.unsigned(2)))
        default: throw fields.invalid(1)
        }
        self.init(circle, as: try fields.choice(3))
    }
}
