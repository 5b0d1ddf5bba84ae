public import DutyModel
public import KeyValueStore
public import RecordStore

extension Decision.ID: KeyElement {
    public func append(to tuple: inout TupleKey) {
        version.append(to: &tuple)
        member.append(to: &tuple)
    }

    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> Decision.ID {
        Decision.ID(try YearVersionID.read(from: &tuple), try MemberID.read(from: &tuple))
    }
}

extension Decision: Record {
    public static let table = Table<Decision>(
        "decisions",
        references: [
            Reference("version", to: "yearVersions") { [Key($0.id.version)] },
            Reference("member", to: "members") { [Key($0.id.member)] },
        ])

    public func encode(into fields: inout FieldWriter) {
        fields.signed(1, id.version.year)
        fields.signed(2, id.version.version)
        fields.unsigned(3, id.member.rawValue)
        fields.string(4, grade)
        fields.string(5, reason)
        fields.string(6, body)
        fields.day(7, day)
        fields.string(8, document)
    }

    public init(from fields: inout FieldReader) throws {
        let version = YearVersionID(year: try fields.signed(1), version: try fields.signed(2))
        self.init(
            id: Decision.ID(version, MemberID(rawValue: try fields.unsigned(3))), grade: try fields.string(4),
            reason: try fields.string(5), body: try fields.string(6), day: try fields.day(7),
            document: try fields.string(8))
    }
}

extension LateFact.ID: KeyElement {
    public func append(to tuple: inout TupleKey) {
        year.append(to: &tuple)
        number.append(to: &tuple)
    }

    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> LateFact.ID {
        LateFact.ID(year: try Int.read(from: &tuple), number: try UInt32.read(from: &tuple))
    }
}

extension LateFact: Record {
    public static let table = Table<LateFact>("lateFacts")

    public func encode(into fields: inout FieldWriter) {
        fields.signed(1, id.year)
        fields.unsigned(2, id.number)
        fields.string(3, summary)
        fields.unsigned(4, change)
        fields.string(5, reason)
        fields.signed(6, instant.milliseconds)
        fields.string(7, who)
        fields.unsigneds(8, members.map { UInt64($0.rawValue) })
    }

    public init(from fields: inout FieldReader) throws {
        let id = LateFact.ID(year: try fields.signed(1), number: try fields.unsigned(2))
        self.init(
            id: id, summary: try fields.string(3), change: try fields.unsigned(4), reason: try fields.string(5),
            instant: Instant(milliseconds: try fields.signed(6)), who: try fields.string(7),
            members: try fields.unsigneds(8).map { MemberID(rawValue: UInt32(clamping: $0)) })
    }
}

extension Reading where Self: ~Copyable {
    /// How far a year has come.
    mutating func assessmentYear(_ year: Int) throws -> AssessmentYear {
        try value(AssessmentYear.self, year) ?? AssessmentYear(year: year)
    }

    /// The frozen version of a year that stands; nil where it was never closed.
    mutating func standingVersion(of year: Int) throws -> YearVersion? {
        let state = try assessmentYear(year)
        guard state.version > 0 else { return nil }
        return try value(YearVersion.self, YearVersionID(year: year, version: state.version))
    }

    /// The frozen version that results of a year are read from; nil while its facts are open.
    mutating func lockedVersion(of year: Int) throws -> YearVersion? {
        try assessmentYear(year).state.isLocked ? try standingVersion(of: year) : nil
    }

    /// Every decision about a version, by member.
    mutating func decisions(of version: YearVersionID) throws -> [MemberID: Decision] {
        let found = try Decision.table.all(.prefix(Key(version)), in: &self)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id.member, $0) })
    }
}
