internal import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// One member with everything the result follows from.
struct YearSubject {
    var member: MemberID
    var person: FrozenPerson
    var inputs: YearInputs
}

/// Everyone of a year, some hundred at a time and in order of id, so that a year of any size needs little memory.
protocol YearSource {
    /// The next ones; none at the end.
    mutating func next(in transaction: inout some KeyValueStore.Reading & ~Copyable) throws -> [YearSubject]
    mutating func rewind()
}

extension YearSource {
    static var run: Int { 500 }
}

extension YearInputs {
    /// What stands in the store now, earlier years apart.
    init(
        _ member: MemberID, _ rules: CompiledRulebook, roster: Roster, manual: [ManualPoints],
        in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws {
        let facts = try FactTable.facts(of: member, years: rules.calendarYears, in: &transaction)
        self.init(
            roles: RoleInterval.all(of: member, in: roster, within: rules.days),
            rows: facts.map { Rows(year: $0.year, facts: $0.rows) }, manual: manual)
        traits = roster.traits(of: member, within: rules.days)
        windowTraits = roster.traits(of: member, within: rules.window)
    }

    /// How many rows lie in a window and say that the member was there.
    func taken(in window: DayRange) -> Int {
        rows.reduce(0) { count, rows in
            let start = CivilDay.firstDay(ofYear: rows.year)
            return count
                + rows.facts.rows.count { row in
                    row.basisCode == 0 && (AttendanceStatus(rawValue: row.statusCode)?.wasThere ?? false)
                        && window.contains(start + row.dayOfYear)
                }
        }
    }
}

/// Everyone as the store has them now.
struct LiveYear: YearSource {
    private let rules: CompiledRulebook
    private let roster: Roster
    private let manual: [MemberID: [ManualPoints]]
    private let lookBack: LookBack
    /// In order of id.
    let people: [ScoredPerson]
    private var position = 0

    init(_ rules: CompiledRulebook, in transaction: inout some KeyValueStore.Reading & ~Copyable) throws {
        self.rules = rules
        roster = try transaction.roster()
        manual = try transaction.manual(year: rules.year)
        lookBack = try LookBack(rules, terms: roster.terms, in: &transaction)
        people = [ScoredPerson](
            roster.members.compactMap { [roster] in ScoredPerson($0, roster: roster, window: rules.window) }
        ).sorted { $0.member.id < $1.member.id }
    }

    mutating func rewind() { position = 0 }

    mutating func next(in transaction: inout some KeyValueStore.Reading & ~Copyable) throws -> [YearSubject] {
        let chunk = people[position..<min(position + Self.run, people.count)]
        position += chunk.count
        return try chunk.map { person in
            let id = person.member.id
            var inputs = try YearInputs(id, rules, roster: roster, manual: manual[id] ?? [], in: &transaction)
            inputs.earlier = try lookBack.outcomes(of: id, roster: roster, in: &transaction)
            inputs.term = lookBack.term
            var frozen = FrozenPerson(person)
            for (unit, name) in roster.units(of: person, on: rules.window) { frozen.units[unit.rawValue] = name }
            return YearSubject(member: id, person: frozen, inputs: inputs)
        }
    }
}

extension FrozenPerson {
    init(_ person: ScoredPerson) {
        self.init(
            number: person.member.number, name: person.member.name, sectors: person.sectors, role: person.role)
    }
}

/// Everyone as they were frozen.
struct FrozenYear: YearSource {
    private let year: Int
    private let freeze: UInt32
    private var from: Key

    init(_ version: YearVersion) {
        year = version.id.year
        freeze = version.freeze
        from = Key(year, freeze)
    }

    mutating func rewind() { from = Key(year, freeze) }

    mutating func next(in transaction: inout some KeyValueStore.Reading & ~Copyable) throws -> [YearSubject] {
        try nextResults(in: &transaction).map {
            YearSubject(member: $0.id.member, person: $0.person, inputs: $0.inputs)
        }
    }

    mutating func nextResults(
        in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws -> [FrozenResult] {
        var found: [FrozenResult] = []
        let range = KeyRange(from: from, to: FrozenResult.range(year, freeze).upper)
        try FrozenResult.table.scan(range, in: &transaction) { result in
            found.append(result)
            return found.count < Self.run ? .next : .stop
        }
        // The first key behind the last one given.
        if let last = found.last { from = Key(bytes: last.key.bytes + [0]) }
        return found
    }
}
