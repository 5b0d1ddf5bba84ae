public import DutyModel
public import KeyValueStore
public import RecordStore

extension EvidenceID: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(rawValue) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> EvidenceID {
        EvidenceID(rawValue: try UInt32.read(from: &tuple))
    }
}

extension EvidenceID: SmallNumber { var number: UInt64 { UInt64(rawValue) } }

extension EvidenceFile.Subject {
    /// What sort of thing it is, and its number: for keys and fields.
    var parts: (sort: UInt8, number: UInt64) {
        switch self {
        case .record(let id): (1, id.rawValue)
        case .manual(let id): (2, UInt64(id.rawValue))
        case .objection(let number): (3, number)
        }
    }

    init?(sort: UInt8, number: UInt64) {
        switch sort {
        case 1: self = .record(RecordID(rawValue: number))
        case 2: self = .manual(ManualEntryID(rawValue: UInt32(clamping: number)))
        case 3: self = .objection(number)
        default: return nil
        }
    }

    var key: Key { Key(parts.sort, parts.number) }
}

extension EvidenceFile: Record {
    static let bySubject = Index<EvidenceFile>("evidence.subject", elements: 2) { $0.subject.key }
    public static let table = Table<EvidenceFile>(
        "evidence", indexes: [bySubject],
        references: [
            Reference("record", to: "records") { if case .record(let id) = $0.subject { [Key(id)] } else { [] } },
            Reference("objection", to: "objections") {
                if case .objection(let number) = $0.subject { [Key(number)] } else { [] }
            },
            Reference("manual", to: "manual") { if case .manual(let id) = $0.subject { [Key(id)] } else { [] } },
        ])

    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id.rawValue)
        fields.unsigned(2, subject.parts.sort)
        fields.unsigned(3, subject.parts.number)
        fields.string(4, name)
        fields.choice(5, format)
        fields.signed(6, size)
        fields.string(7, hash)
        fields.string(8, note)
        fields.signed(9, instant.milliseconds)
        fields.string(10, who)
    }

    public init(from fields: inout FieldReader) throws {
        let id = EvidenceID(rawValue: try fields.unsigned(1))
        guard let subject = Subject(sort: try fields.unsigned(2), number: try fields.unsigned(3)) else {
            throw fields.invalid(2)
        }
        self.init(
            id: id, subject: subject, name: try fields.string(4), format: try fields.choice(5),
            size: try fields.signed(6), hash: try fields.string(7), note: try fields.string(8),
            instant: Instant(milliseconds: try fields.signed(9)), who: try fields.string(10))
    }
}
