public import DutyModel
public import KeyValueStore
public import RecordStore
internal import Scoring

extension ManualEntryID: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(rawValue) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> ManualEntryID {
        ManualEntryID(rawValue: try UInt32.read(from: &tuple))
    }
}

extension ManualEntryID: SmallNumber { var number: UInt64 { UInt64(rawValue) } }

extension ManualEntry: Record {
    static let byYear = Index<ManualEntry>("manual.year", elements: 2) { Key($0.year, $0.member) }
    public static let table = Table<ManualEntry>(
        "manual", indexes: [byYear], references: [Reference("member", to: "members") { [Key($0.member)] }])

    public func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id.rawValue)
        fields.unsigned(2, member.rawValue)
        fields.signed(3, year)
        fields.string(4, item)
        fields.string(5, points)
        fields.string(6, reason)
        fields.string(7, approver)
        fields.day(8, day)
        fields.strings(9, evidence)
        fields.optionalString(10, withdrawn)
    }

    public init(from fields: inout FieldReader) throws {
        self.init(
            id: ManualEntryID(rawValue: try fields.unsigned(1)), member: MemberID(rawValue: try fields.unsigned(2)),
            year: try fields.signed(3), item: try fields.string(4), points: try fields.string(5),
            reason: try fields.string(6), approver: try fields.string(7), day: try fields.day(8),
            evidence: try fields.strings(9), withdrawn: try fields.optionalString(10))
        guard points.isEmpty || Rational(points) != nil else { throw fields.invalid(5) }
    }
}

extension ManualEntry {
    /// As scoring takes it.
    var manualPoints: ManualPoints {
        ManualPoints(indicator: item, amount: Rational(points) ?? .zero, reason: reason, approver: approver)
    }
}

extension KeyValueStore.Reading where Self: ~Copyable {
    /// What was entered by hand for one member's year and stands, in order of number.
    mutating func manual(of member: MemberID, year: Int) throws -> [ManualEntry] {
        try ManualEntry.table.find(by: ManualEntry.byYear, Key(year, member), in: &self)
            .filter { $0.withdrawn == nil }.sorted { $0.id < $1.id }
    }

    /// What was entered by hand for everyone's year and stands.
    /// - Parameter rules: nil for the whole year.
    mutating func manual(year: Int, under rules: CompiledRulebook? = nil) throws -> [MemberID: [ManualPoints]] {
        let found = try ManualEntry.table.find(by: ManualEntry.byYear, Key(year), in: &self)
            .filter { $0.withdrawn == nil && rules?.takes($0) ?? true }.sorted { $0.id < $1.id }
        return Dictionary(grouping: found, by: \.member).mapValues { $0.map(\.manualPoints) }
    }
}

extension CompiledRulebook {
    /// Whether an entry counts: in an interim report only what was decided within it.
    func takes(_ entry: ManualEntry) -> Bool { part == .whole || window.contains(entry.day) }
}
