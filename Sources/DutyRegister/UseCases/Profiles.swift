internal import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

extension Register {
    /// One member's year, every number explained. Reads that member only.
    /// - Throws: `Refusal` for an unknown person, `ScoresError`.
    public func profile(_ person: String, year: Int) throws -> ScoredProfile {
        try read { transaction in
            var directory = try Directory(&transaction)
            let member = try directory.person(person, in: &transaction).get()
            let kinds = try transaction.kinds()
            let choice = try transaction.rulebook(for: year, kinds: kinds)
            let rules = try choice.rulebook.compiled(year: year)
            let roster = Roster(
                members: [member], organizations: Array(directory.organizations.values),
                memberships: try directory.memberships(of: member.id, in: &transaction), terms: directory.terms)
            guard let scored = ScoredPerson(member, roster: roster, window: rules.window) else {
                throw ScoresError.notSeated(try directory.candidate(member, in: &transaction), rules.window)
            }
            let facts = try FactTable.facts(of: member.id, years: rules.calendarYears, in: &transaction)
            let profile = try Scorer(rules).profile(
                MemberYear(member: member.id, roster: roster, window: rules.days, facts: facts))
            return ScoredProfile(
                person: scored, profile: profile,
                records: try transaction.candidates(countedBy: profile, kinds: kinds), rulebook: choice.entry,
                isExact: choice.isExact, window: rules.window)
        }
    }
}

extension KeyValueStore.Reading where Self: ~Copyable {
    /// The records that lines of a profile counted.
    fileprivate mutating func candidates(
        countedBy profile: AnnualProfile, kinds: KindCatalogue
    ) throws -> [RecordID: RecordCandidate] {
        let ids = Set(profile.lines.lazy.flatMap { $0.counted.lazy.map(\.record) }).sorted()
        let records = try values(DutyRecord.self, ids)
        return Dictionary(uniqueKeysWithValues: records.map { ($0.id, RecordCandidate($0, kinds: kinds)) })
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
