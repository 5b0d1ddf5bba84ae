internal import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// One member's result as it was frozen, and everything it was computed from, so that it can be computed again from
/// itself alone. Not in the change log: the head of its version vouches for it by a hash over all of them.
struct FrozenResult: Record, Hashable {
    /// Year, freezing, member.
    struct ID: KeyElement, Hashable {
        var year: Int
        var freeze: UInt32
        var member: MemberID

        func append(to tuple: inout TupleKey) {
            year.append(to: &tuple)
            freeze.append(to: &tuple)
            member.append(to: &tuple)
        }

        static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> ID {
            ID(
                year: try Int.read(from: &tuple), freeze: try UInt32.read(from: &tuple),
                member: try MemberID.read(from: &tuple))
        }
    }

    static let table = Table<FrozenResult>("results", isDerived: true)

    var id: ID
    var person: FrozenPerson
    /// Its grade is the one after 名次.
    var score: ScoreTotal
    var placement: Placement
    /// The grade of the number alone, and why the grade is another.
    var gradeByPoints: String?
    var note: String
    var lines: [FrozenLine]
    var proposals: [MeasureProposal]
    /// Records in the window in which the member took part.
    var facts: Int
    var inputs: YearInputs
}

/// Who a frozen result is about, as of then.
struct FrozenPerson: Hashable {
    var number: String
    var name: String
    var sectors: [String]
    var role: Role?
    /// The bodies and the party by which 名次 tell populations apart, by the word of the sort.
    var units: [String: String] = [:]
}

/// One indicator of a frozen result.
struct FrozenLine: Hashable, FieldCodable {
    var indicator: String
    var raw: Rational
    var amount: Rational

    func encode(into fields: inout FieldWriter) {
        fields.string(1, indicator)
        fields.rational(2, raw)
        fields.rational(3, amount)
    }
}

extension FrozenLine {
    init(from fields: inout FieldReader) throws {
        self.init(indicator: try fields.string(1), raw: try fields.rational(2), amount: try fields.rational(3))
    }
}

/// Everything that one member's result follows from, the rulebook apart.
struct YearInputs: Hashable, Sendable {
    /// One calendar year's rows.
    struct Rows: Hashable, Sendable {
        var year: Int
        var facts: PackedFacts
    }

    var roles: [RoleInterval]
    var rows: [Rows]
    var manual: [ManualPoints]
    /// Earlier years, as this one looks back on them.
    var earlier: [YearOutcome] = []
    /// The years of the term, first and last.
    var term: DayYears?
    /// Names of bodies and party over all days looked at, and over the window alone.
    var traits: Set<String> = []
    var windowTraits: Set<String> = []

    /// First and last year.
    struct DayYears: Hashable, Sendable {
        var first: Int
        var last: Int
    }

    func memberYear(_ member: MemberID) -> MemberYear {
        MemberYear(
            member: member, roles: roles, facts: rows.map { ($0.year, $0.facts) }, manual: manual, traits: traits)
    }
}

extension FrozenResult {
    func encode(into fields: inout FieldWriter) {
        fields.signed(1, id.year)
        fields.unsigned(2, id.freeze)
        fields.unsigned(3, id.member.rawValue)
        fields.string(4, person.number)
        fields.string(5, person.name)
        fields.strings(6, person.sectors)
        fields.optionalUnsigned(7, person.role?.rawValue)
        fields.signed(8, facts)
        fields.nested(9, FrozenScore(score))
        fields.optionalString(10, gradeByPoints)
        fields.string(11, note)
        fields.list(12, lines)
        fields.nested(13, FrozenPlacement(placement))
        fields.list(14, proposals.map(FrozenProposal.init))
        fields.nested(15, inputs)
        let units = person.units.sorted { $0.key < $1.key }
        fields.strings(16, units.flatMap { [$0.key, $0.value] })
    }

    init(from fields: inout FieldReader) throws {
        let id = ID(
            year: try fields.signed(1), freeze: try fields.unsigned(2),
            member: MemberID(rawValue: try fields.unsigned(3)))
        var person = FrozenPerson(
            number: try fields.string(4), name: try fields.string(5), sectors: try fields.strings(6),
            role: try fields.optionalUnsigned(7, as: UInt8.self).flatMap(Role.init(rawValue:)))
        let facts = try fields.signed(8, as: Int.self)
        let score = try fields.nested(9, as: FrozenScore.self).score
        let byPoints = try fields.optionalString(10)
        let note = try fields.string(11)
        let lines = try fields.list(12, of: FrozenLine.self)
        let placement = try fields.nested(13, as: FrozenPlacement.self).placement
        let proposals = try fields.list(14, of: FrozenProposal.self).map(\.proposal)
        let inputs = try fields.nested(15, as: YearInputs.self)
        let units = try fields.strings(16)
        guard units.count.isMultiple(of: 2) else { throw fields.invalid(16) }
        for place in stride(from: 0, to: units.count, by: 2) { person.units[units[place]] = units[place + 1] }
        self.init(
            id: id, person: person, score: score, placement: placement, gradeByPoints: byPoints, note: note,
            lines: lines, proposals: proposals, facts: facts, inputs: inputs)
    }

    /// The range of one freezing.
    static func range(_ year: Int, _ freeze: UInt32) -> KeyRange { .prefix(Key(year, freeze)) }
}

extension FieldWriter {
    /// Exact, as text.
    mutating func rational(_ field: Int, _ number: Rational) {
        if !number.isZero { string(field, number.exactText) }
    }

    /// A share, which mostly is the whole: that is left out.
    mutating func share(_ field: Int, _ number: Rational) {
        if number != .one { string(field, number.exactText) }
    }
}

extension FieldReader {
    mutating func rational(_ field: Int) throws(FieldError) -> Rational {
        guard let text = try optionalString(field) else { return .zero }
        guard let number = Rational(text) else { throw invalid(field) }
        return number
    }

    mutating func share(_ field: Int) throws(FieldError) -> Rational {
        guard let text = try optionalString(field) else { return .one }
        guard let number = Rational(text) else { throw invalid(field) }
        return number
    }

    mutating func rationals(_ field: Int) throws(FieldError) -> [Rational] {
        var numbers: [Rational] = []
        for text in try strings(field) {
            guard let number = Rational(text) else { throw invalid(field) }
            numbers.append(number)
        }
        return numbers
    }

    /// Counts by name: names in one field, numbers in the next.
    mutating func counts(_ names: Int, _ numbers: Int) throws -> [String: Int] {
        let keys = try strings(names)
        let values = try unsigneds(numbers)
        guard keys.count == values.count else { throw invalid(numbers) }
        return Dictionary(zip(keys, values.map { Int(clamping: $0) })) { first, _ in first }
    }
}

extension FieldWriter {
    /// Counts by name, in order of name.
    mutating func counts(_ names: Int, _ numbers: Int, _ counts: [String: Int]) {
        let sorted = counts.sorted { $0.key < $1.key }
        strings(names, sorted.map(\.key))
        unsigneds(numbers, sorted.map { UInt64(max(0, $0.value)) })
    }
}
