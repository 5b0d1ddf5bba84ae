public import DutyModel
public import KeyValueStore
public import RecordStore

extension YearVersionID: KeyElement {
    public func append(to tuple: inout TupleKey) {
        year.append(to: &tuple)
        version.append(to: &tuple)
    }

    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> YearVersionID {
        YearVersionID(year: try Int.read(from: &tuple), version: try Int.read(from: &tuple))
    }
}

extension AssessmentYear: Record {
    public static let table = Table<AssessmentYear>(
        "years",
        references: [
            Reference("version", to: "yearVersions") { year in
                year.version > 0 ? [Key(YearVersionID(year: year.year, version: year.version))] : []
            }
        ])

    public var id: Int { year }

    public func encode(into fields: inout FieldWriter) {
        fields.signed(1, year)
        fields.choice(2, state)
        fields.signed(3, version)
        fields.day(4, days?.first)
        fields.day(5, days?.last)
        fields.string(6, reason)
    }

    public init(from fields: inout FieldReader) throws {
        let (year, state, version) = (
            try fields.signed(1, as: Int.self), try fields.choice(2, as: State.self), try fields.signed(3, as: Int.self)
        )
        var days: DayRange?
        if let first = try fields.optionalDay(4), let last = try fields.optionalDay(5) { days = DayRange(first, last) }
        self.init(year: year, state: state, version: version, days: days, reason: try fields.string(6))
    }
}

extension YearVersion: Record {
    public static let table = Table<YearVersion>("yearVersions")

    public func encode(into fields: inout FieldWriter) {
        fields.signed(1, id.year)
        fields.signed(2, id.version)
        fields.unsigned(3, freeze)
        fields.string(4, rulebook)
        fields.signed(5, rulebookYear)
        fields.string(6, title)
        fields.string(7, file)
        fields.string(8, text)
        fields.string(9, hash)
        fields.list(10, kinds)
        fields.signed(11, members)
        fields.string(12, digest)
        fields.unsigned(13, logSequence)
        fields.string(14, logHash)
        fields.signed(15, instant.milliseconds)
        fields.string(16, who)
        fields.string(17, reason)
        fields.list(18, accepted)
        fields.optionalNested(19, publication)
        fields.bool(20, isRestored)
    }

    public init(from fields: inout FieldReader) throws {
        let id = YearVersionID(year: try fields.signed(1), version: try fields.signed(2))
        self.init(
            id: id, freeze: try fields.unsigned(3), rulebook: try fields.string(4), rulebookYear: try fields.signed(5),
            title: try fields.string(6), file: try fields.string(7), text: try fields.string(8),
            hash: try fields.string(9), kinds: try fields.list(10), members: try fields.signed(11),
            digest: try fields.string(12), logSequence: try fields.unsigned(13), logHash: try fields.string(14),
            instant: Instant(milliseconds: try fields.signed(15)), who: try fields.string(16),
            reason: try fields.string(17), accepted: try fields.list(18), publication: try fields.optionalNested(19),
            isRestored: try fields.bool(20))
    }
}

extension YearVersion.Accepted: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.string(1, kind)
        fields.signed(2, count)
        fields.string(3, reason)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(kind: try fields.string(1), count: try fields.signed(2), reason: try fields.string(3))
    }
}

extension YearVersion.Publication: FieldCodable {
    public func encode(into fields: inout FieldWriter) {
        fields.signed(1, instant.milliseconds)
        fields.string(2, who)
        fields.string(3, document)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            instant: Instant(milliseconds: try fields.signed(1)), who: try fields.string(2),
            document: try fields.string(3))
    }
}
