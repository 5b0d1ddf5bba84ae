internal import DutyModel
internal import KeyValueStore
internal import RecordStore
public import Scoring

/// One member's year under two rulebooks.
public struct ComparedMember: Sendable {
    public var person: ScoredPerson
    public var first: AnnualProfile
    public var second: AnnualProfile
}

extension Register {
    /// Everyone's year under two rulebooks, from the same facts. Nothing is written.
    ///
    /// - Returns: Everyone seated on a day of both windows, by 委员编号.
    /// - Throws: `DocumentError` where a rulebook cannot be run for the year; `ScoringError`.
    public func compare(_ first: Rulebook, _ second: Rulebook, year: Int) throws -> [ComparedMember] {
        let rules = try [first, second].map { try $0.compiled(year: year) }
        return try read(.rulebookCompare) { transaction in
            let roster = try transaction.roster()
            let manual = try transaction.manual(year: year)
            let rules = try rules.map { try transaction.beside($0, roster: roster) }
            var compared: [ComparedMember] = []
            var subjects: [[RankedSubject]] = [[], []]
            for member in roster.members.sorted(by: { $0.number < $1.number }) {
                guard ScoredPerson(member, roster: roster, window: rules[0].window) != nil,
                    let person = ScoredPerson(member, roster: roster, window: rules[1].window)
                else { continue }
                let profiles = try rules.enumerated().map { side, rules in
                    let facts = try FactTable.facts(of: member.id, years: rules.calendarYears, in: &transaction)
                    let own = MemberYear(
                        member: member.id, roster: roster, window: rules.days, facts: facts,
                        manual: manual[member.id] ?? [])
                    let score = try Scorer(rules).score(own)
                    subjects[side].append(
                        RankedSubject(score: score, roles: score.roles, unit: person.sectors.last ?? ""))
                    return try Scorer(rules).profile(own)
                }
                compared.append(ComparedMember(person: person, first: profiles[0], second: profiles[1]))
            }
            for (rules, side) in zip(rules, [\ComparedMember.first, \.second]) where !rules.ranks.isEmpty {
                let own = subjects[side == \ComparedMember.first ? 0 : 1]
                for (place, placement) in rules.placements(of: own).enumerated() {
                    compared[place][keyPath: side].place(placement)
                }
            }
            return compared
        }
    }

    /// The rulebook adopted under a number.
    /// - Returns: Nil where there is none.
    public func rulebook(adopted entry: RulebookEntry) throws -> RulebookChoice? {
        try read(.rulebookRead) { transaction in
            let all = try transaction.all(AdoptedRulebook.self)
            guard let adopted = all.first(where: { $0.id == entry.id }) else { return nil }
            let kinds = try transaction.kinds()
            let rulebook = try RulebookCache.rulebook(adopted, kinds: kinds)
            return RulebookChoice(
                entry: entry, rulebook: rulebook, text: adopted.text, cases: adopted.cases, isExact: true)
        }
    }
}
