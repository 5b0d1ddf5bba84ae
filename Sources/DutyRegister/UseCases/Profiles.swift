internal import DutyModel
internal import KeyValueStore
internal import RecordStore
public import Scoring

extension Register {
    /// One member's year, every number explained. Reads that member only. Of a closed year it is the frozen one.
    /// - Parameters:
    ///   - part: for interim reports: only so much of the year, from the facts of now.
    ///   - live: compute from the facts and the rulebook of now, also where the year is closed.
    /// - Throws: `Refusal` for an unknown person, `ScoresError`.
    public func profile(
        _ person: String, year: Int, part: YearPart = .whole, live: Bool = false
    ) throws -> ScoredProfile {
        try readScoped(.profile) { transaction, grant in
            var directory = try Directory(&transaction, naming: grant)
            let member = try directory.person(person, in: &transaction).get()
            let kinds = try transaction.kinds()
            let state = try transaction.assessmentYear(year)
            let isFrozen = state.state.isLocked && !live && part == .whole
            let version = isFrozen ? try transaction.standingVersion(of: year) : nil
            let (choice, own) = try version?.rules() ?? transaction.rules(for: year, part: part, kinds: kinds)
            let rules = try transaction.beside(own, frozenAs: version)
            let subject = try ProfileSubject(
                member, rules, version, directory: &directory, in: &transaction)
            var profile = try YearComputation.profile(member.id, subject.inputs, rules, placement: subject.placement)
            // What follows from a year follows when it is over.
            if part != .whole { profile.proposals = [] }
            // A place tells something of everybody else.
            if UseCase.ranking.scope(of: grant.standing.roles) == .none { profile.ranks = [] }
            let records = try transaction.records(of: member.id, in: rules.calendarYears)
            profile.passOverUnconfirmed(in: records.filter { $0.review == .approved }, under: rules)
            let within = records.filter { $0.review != .draft && rules.window.contains($0.days.first) }
            let unreviewed = try Unreviewed(
                kinds: kinds, scorer: Scorer(rules), year: subject.inputs.memberYear(member.id)
            )
            .tell(within, in: &profile, display: rules.rulebook.display)
            let named = profile.candidates(among: records, kinds: kinds)
            let view = try Grant(grant.standing, .recordRead, in: &transaction)
            let others = try transaction.records(profile.mentioned.subtracting(named.keys)).filter(view.sees)
            return ScoredProfile(
                person: subject.person, profile: profile,
                records: named.merging(profile.candidates(among: others, kinds: kinds)) { own, _ in own },
                rulebook: choice.entry,
                isExact: choice.isExact, window: rules.window, unreviewed: unreviewed,
                standing: YearStanding(
                    state: state.state, version: state.version, isFrozen: version != nil,
                    decision: try transaction.decision(on: member.id, state, isPublicOnly: !grant.isAll)))
        }
    }
}

/// One member's year as it was frozen, or as the store has it now.
private struct ProfileSubject {
    var person: ScoredPerson
    var inputs: YearInputs
    /// Nil where the rulebook has no 名次.
    var placement: Placement?

    init(
        _ member: Member, _ rules: CompiledRulebook, _ version: YearVersion?, directory: inout Directory,
        in transaction: inout ReadTransaction
    ) throws {
        if let version {
            let id = FrozenResult.ID(year: version.id.year, freeze: version.freeze, member: member.id)
            guard let result = try transaction.value(FrozenResult.self, id) else {
                throw ScoresError.notSeated(try directory.candidate(member, in: &transaction), rules.window)
            }
            person = ScoredPerson(member: member, sectors: result.person.sectors, role: result.person.role)
            inputs = result.inputs
            if !rules.ranks.isEmpty { placement = result.placement }
            return
        }
        let roster = Roster(
            members: [member], organizations: Array(directory.organizations.values),
            memberships: try directory.memberships(of: member.id, in: &transaction), terms: directory.terms)
        guard let scored = ScoredPerson(member, roster: roster, window: rules.window) else {
            throw ScoresError.notSeated(try directory.candidate(member, in: &transaction), rules.window)
        }
        person = scored
        let manual = try transaction.manual(of: member.id, year: rules.year).filter { rules.takes($0) }
            .map(\.manualPoints)
        inputs = try YearInputs(member.id, rules, roster: roster, manual: manual, in: &transaction)
        let lookBack = try LookBack(rules, terms: directory.terms, reading: &transaction)
        inputs.earlier = try lookBack.outcomes(of: member.id, roster: roster, in: &transaction)
        inputs.term = lookBack.term
        guard !rules.ranks.isEmpty else { return }
        placement = try transaction.livePlacements(of: rules.year, rules.part)[member.id]
    }
}

extension KeyValueStore.Reading where Self: ~Copyable {
    /// What was decided about a member's result of the version that stands.
    /// - Parameter isPublicOnly: leave out what is not published yet.
    fileprivate mutating func decision(
        on member: MemberID, _ year: AssessmentYear, isPublicOnly: Bool
    ) throws -> Decision? {
        guard year.version > 0, !isPublicOnly || year.state != .closed else { return nil }
        let version = YearVersionID(year: year.year, version: year.version)
        return try value(Decision.self, Decision.ID(version, member))
    }
}

extension KeyValueStore.Reading where Self: ~Copyable {
    /// The records with a member in them that begin in some calendar years.
    fileprivate mutating func records(of member: MemberID, in years: ClosedRange<Int>) throws -> [DutyRecord] {
        let range = KeyRange(
            from: Key(member, CivilDay.firstDay(ofYear: years.lowerBound)),
            to: Key(member, CivilDay.firstDay(ofYear: years.upperBound + 1)))
        return try DutyRecord.table.find(by: DutyRecord.byMember, range: range, in: &self)
    }
}

extension KeyValueStore.Reading where Self: ~Copyable {
    /// Records of other years, which count here by the day of a node.
    fileprivate mutating func records(_ ids: Set<RecordID>) throws -> [DutyRecord] {
        try DutyRecord.table.getMany(ids.sorted(), in: &self).compactMap { $0 }
    }
}

extension AnnualProfile {
    /// The records that lines counted or passed over.
    fileprivate var mentioned: Set<RecordID> {
        Set(lines.lazy.flatMap { $0.counted.lazy.map(\.record) })
            .union(lines.lazy.flatMap { $0.passed.lazy.map(\.record) })
    }

    /// The same as reports name them, as far as they are among some.
    fileprivate func candidates(among records: [DutyRecord], kinds: KindCatalogue) -> [RecordID: RecordCandidate] {
        let wanted = mentioned
        let found = records.lazy.filter { wanted.contains($0.id) }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id, RecordCandidate($0, kinds: kinds)) })
    }

    /// A member who is in a record but not confirmed has no fact of it: each line that counts its kind says so.
    fileprivate mutating func passOverUnconfirmed(in records: [DutyRecord], under rules: CompiledRulebook) {
        let items = Dictionary(rules.rulebook.indicators.map { ($0.id, $0.indicator) }) { first, _ in first }
        for record in records where rules.window.contains(record.days.first) {
            let own = record.people.filter { $0.member == member }
            guard let person = own.first, own.allSatisfy({ !$0.confirmed }) else { continue }
            let passed = PassedRecord(
                record: record.id, kind: record.kind, day: record.days.first, part: person.part, status: person.status,
                reason: "本人尚未确认")
            for place in lines.indices {
                guard let rule = items[lines[place].indicator] ?? nil, !rule.isDeduction,
                    rule.counted.contains(where: { $0.kinds.contains(record.kind) })
                else { continue }
                lines[place].passed.append(passed)
            }
        }
    }
}

extension ScoredPerson {
    /// Nil where the member sat on no day of the window.
    init?(_ member: Member, roster: Roster, window: DayRange) {
        func touches(_ membership: Membership) -> Bool {
            membership.from <= window.last && (membership.to.map { $0 >= window.first } ?? true)
        }
        let held = roster.memberships(of: member.id).filter(touches)
        let seats = held.filter { roster[$0.organization]?.classification == .committee }
        guard !seats.isEmpty else { return nil }
        var sectors: [String] = []
        for membership in held {
            guard let body = roster[membership.organization], body.classification == .sector else { continue }
            if !sectors.contains(body.name) { sectors.append(body.name) }
        }
        self.init(member: member, sectors: sectors, role: seats.last?.role)
    }
}
