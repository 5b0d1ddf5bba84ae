internal import DutyModel
internal import KeyValueStore
internal import RecordStore
public import Scoring

extension Register {
    /// Everyone's result of one year: the facts of its calendar years are scanned once.
    /// - Parameter part: for interim reports: only so much of the year.
    /// - Throws: `ScoresError`.
    public func scores(year: Int, part: YearPart = .whole) throws -> YearScores {
        try read(.ranking) { transaction in
            try transaction.scores(year: year, part: part, roster: try transaction.roster())
        }
    }

    /// Sector by sector, in the order of the list: members' results, activities, the plan done and left.
    /// - Parameter sector: nil for all sectors of the year's term.
    public func sectorScores(year: Int, part: YearPart = .whole, sector: String? = nil) throws -> [SectorScores] {
        let plan = try planItems(year: year)
        return try readScoped(.sectorReport) { transaction, grant in
            let directory = try Directory(&transaction)
            let roster = try transaction.roster()
            let all = try transaction.scores(year: year, part: part, roster: roster)
            let term = directory.term(on: all.window.last)?.number
            var sectors = roster.organizations.filter { $0.classification == .sector && $0.term == term }
            if let sector { sectors = [try directory.organization(named: sector, .sector, term: term).get()] }
            if sector != nil { try sectors.forEach { try grant.requireCovers($0.id) } }
            sectors.removeAll { !grant.covers($0.id) }
            let showsTotals = UseCase.sectorTotals.scope(of: grant.standing.roles) == .all
            let kinds = try transaction.kinds()
            return try sectors.map { sector in
                let held = try DutyRecord.table.find(
                    by: DutyRecord.byOrganization,
                    range: KeyRange(
                        from: Key(sector.id, CivilDay.firstDay(ofYear: year)),
                        to: Key(sector.id, CivilDay.firstDay(ofYear: year + 1))), in: &transaction)
                return SectorScores(
                    sector: sector,
                    members: all.members.filter { $0.person.sectors.last == sector.name }
                        .shown(withTotals: showsTotals), showsTotals: showsTotals,
                    activities: held.count {
                        $0.review == .approved && kinds[$0.kind]?.family == .sectorActivity
                            && (part == .whole || all.window.contains($0.days.first))
                    },
                    plan: plan.filter { $0.item.sector == sector.id })
            }
        }
    }
}

extension [ScoredMember] {
    /// In order of 委员编号 and without scores, where those are not to be seen.
    fileprivate func shown(withTotals: Bool) -> [ScoredMember] {
        withTotals ? self : map(\.withoutScore).sorted { $0.person.member.number < $1.person.member.number }
    }
}

extension KeyValueStore.Reading where Self: ~Copyable {
    /// Everyone's result: of a closed year the frozen one.
    /// - Parameters:
    ///   - part: for interim reports: only so much of the year, from the facts of now.
    ///   - live: compute from the facts of now, also where the year is closed.
    mutating func scores(
        year: Int, part: YearPart = .whole, roster: Roster, live: Bool = false
    ) throws -> YearScores {
        if !live, part == .whole, let version = try lockedVersion(of: year) {
            return try scores(frozenAs: version, roster: roster)
        }
        let (choice, own) = try rules(for: year, part: part, kinds: try kinds())
        let rules = try beside(own, roster: roster)
        var board = ScoreBoard(rules: rules, roster: roster, manual: try manual(year: year, under: rules))
        try board.read(in: &self)
        let names = Dictionary(
            choice.rulebook.total.descendants.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var members = try board.ranked()
        place(&members, rules, roster)
        return YearScores(
            year: year, part: part, rulebook: choice.entry, isExact: choice.isExact, window: rules.window,
            display: choice.rulebook.display, groups: rules.groupIDs.map { ($0, names[$0] ?? $0) },
            members: members)
    }

    /// The same, beside everyone of a frozen version, or of now where there is none.
    mutating func beside(_ rules: CompiledRulebook, frozenAs version: YearVersion?) throws -> CompiledRulebook {
        guard rules.isRelative, let version else { return try beside(rules) }
        var source = FrozenYear(version)
        return try YearComputation(rules, &source, in: &self).rules
    }

    /// The same rules; where items are seen beside everyone's, with everyone's amounts, from one more scan.
    mutating func beside(_ rules: CompiledRulebook, roster: Roster? = nil) throws -> CompiledRulebook {
        guard rules.isRelative else { return rules }
        let roster = try roster ?? self.roster()
        var board = ScoreBoard(rules: rules, roster: roster, manual: try manual(year: rules.year))
        try board.read(in: &self)
        return rules.beside(PopulationFigures(try board.ranked().map(\.score), under: rules))
    }
}

extension KeyValueStore.Reading where Self: ~Copyable {
    /// Everyone's result as it was frozen, with what was decided about it.
    private mutating func scores(frozenAs version: YearVersion, roster: Roster) throws -> YearScores {
        let (choice, rules) = try version.rules()
        let decisions = try decisions(of: version.id)
        let state = try assessmentYear(version.id.year)
        var members: [ScoredMember] = []
        let range = FrozenResult.range(version.id.year, version.freeze)
        try FrozenResult.table.scan(range, in: &self) { result in
            let id = result.id.member
            let member = roster[id] ?? Member(id: id, number: result.person.number, name: result.person.name)
            members.append(
                ScoredMember(
                    person: ScoredPerson(member: member, sectors: result.person.sectors, role: result.person.role),
                    score: result.score, facts: result.facts, hasRecords: result.facts > 0,
                    placement: result.placement, decision: decisions[id]))
            return .next
        }
        members.sort { left, right in
            left.score.total == right.score.total
                ? left.person.member.number < right.person.member.number : left.score.total > right.score.total
        }
        let names = Dictionary(
            choice.rulebook.total.descendants.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return YearScores(
            year: version.id.year, part: .whole, rulebook: choice.entry, isExact: choice.isExact, window: rules.window,
            display: choice.rulebook.display, groups: rules.groupIDs.map { ($0, names[$0] ?? $0) }, members: members,
            standing: YearStanding(
                state: state.state, version: version.id.version, isFrozen: true, decision: nil))
    }
}

/// Gives out the places there are among all members.
private func place(_ members: inout [ScoredMember], _ rules: CompiledRulebook, _ roster: Roster) {
    guard !rules.ranks.isEmpty else { return }
    let subjects = members.map {
        RankedSubject(score: $0.score, roles: $0.score.roles, units: roster.units(of: $0.person, on: rules.window))
    }
    for (position, placement) in rules.placements(of: subjects).enumerated() {
        members[position].placement = placement
        members[position].score.grade = placement.grade
    }
}

/// Scores everyone from one scan. The rows of the last calendar year are walked where they lie in the store; those of
/// earlier years, if the window has any, are kept until then.
private struct ScoreBoard {
    let rules: CompiledRulebook
    let roster: Roster
    let manual: [MemberID: [ManualPoints]]
    private let people: [MemberID: ScoredPerson]
    private let pass: ScoringPass
    private var earlier: [MemberID: [(year: Int, rows: [UInt8])]] = [:]
    private var scored: [ScoredMember] = []
    private var done: Set<MemberID> = []

    init(rules: CompiledRulebook, roster: Roster, manual: [MemberID: [ManualPoints]]) {
        self.rules = rules
        self.manual = manual
        self.roster = roster
        pass = ScoringPass(rules)
        let seated = roster.members.compactMap { ScoredPerson($0, roster: roster, window: rules.window) }
        people = Dictionary(uniqueKeysWithValues: seated.map { ($0.member.id, $0) })
        scored.reserveCapacity(seated.count)
    }

    mutating func read(in transaction: inout some KeyValueStore.Reading & ~Copyable) throws {
        for year in rules.calendarYears {
            guard let number = UInt16(exactly: year) else { continue }
            try FactTable.table.scan(.prefix(Key(number)), in: &transaction) { key, rows in
                let member = try FactTable.slot(of: key).member
                guard let person = people[member] else { return .next }
                if year < rules.calendarYears.upperBound {
                    earlier[member, default: []].append((year, Array(rows)))
                } else {
                    try score(person, last: rows)
                }
                return .next
            }
        }
        for person in people.values where !done.contains(person.member.id) {
            try score(person, last: UnsafeRawBufferPointer(start: nil, count: 0))
        }
    }

    private mutating func score(_ person: ScoredPerson, last: UnsafeRawBufferPointer) throws {
        let id = person.member.id
        var (facts, hasRecords) = (0, false)
        pass.begin(
            roles: RoleInterval.all(of: id, in: roster, within: rules.days),
            traits: roster.traits(of: id, within: rules.days))
        for (year, rows) in earlier[id] ?? [] {
            rows.withUnsafeBytes {
                pass.add(year: year, rows: $0)
                facts += taken(year, $0, &hasRecords)
            }
        }
        pass.add(year: rules.calendarYears.upperBound, rows: last)
        facts += taken(rules.calendarYears.upperBound, last, &hasRecords)
        let score = try pass.finish(manual: manual[id] ?? [])
        scored.append(ScoredMember(person: person, score: score, facts: facts, hasRecords: hasRecords))
        done.insert(id)
    }

    /// How many records lie in the window and say that the member was there; and whether any lies there at all.
    private func taken(_ year: Int, _ rows: UnsafeRawBufferPointer, _ hasRecords: inout Bool) -> Int {
        let start = CivilDay.firstDay(ofYear: year)
        var count = 0
        for place in 0..<rows.count / FactRow.width {
            let row = FactRow(at: place * FactRow.width, of: rows)
            guard row.isFact, rules.window.contains(start + row.dayOfYear) else { continue }
            let status = AttendanceStatus(rawValue: row.statusCode) ?? .unknown
            if status != .unknown { hasRecords = true }
            if status.wasThere, row.basisCode == FactBasis.record.rawValue { count += 1 }
        }
        return count
    }

    func ranked() throws -> [ScoredMember] {
        scored.sorted { left, right in
            left.score.total == right.score.total
                ? left.person.member.number < right.person.member.number : left.score.total > right.score.total
        }
    }
}
