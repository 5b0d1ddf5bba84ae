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
            for member in roster.members.sorted(by: { $0.number < $1.number }) {
                guard ScoredPerson(member, roster: roster, window: rules[0].window) != nil,
                    let person = ScoredPerson(member, roster: roster, window: rules[1].window)
                else { continue }
                let profiles = try rules.map { rules in
                    let facts = try FactTable.facts(of: member.id, years: rules.calendarYears, in: &transaction)
                    return try Scorer(rules).profile(
                        MemberYear(
                            member: member.id, roster: roster, window: rules.days, facts: facts,
                            manual: manual[member.id] ?? []))
                }
                compared.append(ComparedMember(person: person, first: profiles[0], second: profiles[1]))
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
