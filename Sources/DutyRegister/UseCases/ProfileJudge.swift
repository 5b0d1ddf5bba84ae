internal import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// Adds to one member's profile what needs more than the member's year: places among everyone, and proposals from
/// the years before. Reads nothing more where the rulebook asks for neither. For transactions that only read.
struct ProfileJudge {
    let member: MemberID
    let rules: CompiledRulebook
    /// With this member's memberships and every term.
    let memberRoster: Roster

    func judge(
        _ profile: inout AnnualProfile, in transaction: inout ReadTransaction
    ) throws {
        let placement = rules.ranks.isEmpty ? nil : try placement(rules.year, in: &transaction)
        if let placement { profile.place(placement) }
        guard !rules.rulebook.measures.isEmpty else { return }
        let term = memberRoster.terms.last { $0.days.first <= rules.window.last }
        let years = term.map { $0.days.first.year...max($0.days.first.year, $0.days.last.year) }
        let first = min(years?.lowerBound ?? rules.year, rules.year - longestRun + 1)
        var earlier: [YearOutcome] = []
        for year in first..<max(first, rules.year) {
            if let outcome = try outcome(year, in: &transaction) { earlier.append(outcome) }
        }
        let roles = RoleInterval.all(of: member, in: memberRoster, within: rules.window).last?.roles ?? []
        profile.proposals = rules.proposals(
            YearOutcome(profile, placement: placement), earlier: earlier, term: years, roles: roles,
            traits: memberRoster.traits(of: member, within: rules.window))
    }

    /// The most years running that some 处理 asks for.
    private var longestRun: Int {
        rules.rulebook.measures.reduce(1) { longest, measure in
            switch measure.span {
            case .consecutive(let years), .average(let years): max(longest, years)
            default: longest
            }
        }
    }

    private func placement(
        _ year: Int, in transaction: inout ReadTransaction
    ) throws -> Placement? {
        let head = try ChangeLog.head(in: &transaction)
        let placements = try PlacementCache.placements(year, head: head) {
            let all = try transaction.scores(year: year, roster: try transaction.roster())
            return Dictionary(uniqueKeysWithValues: all.members.map { ($0.person.member.id, $0.placement) })
        }
        return placements[member]
    }

    /// An earlier year under its own rulebook; what this year's 处理 count is counted by this year's.
    /// Nil for a year without a rulebook, or in which the member did not sit.
    private func outcome(
        _ year: Int, in transaction: inout ReadTransaction
    ) throws -> YearOutcome? {
        guard let own = try ownRules(of: year, in: &transaction),
            let score = try total(own, in: &transaction), let counted = try total(under(year), in: &transaction)
        else { return nil }
        let placement = own.ranks.isEmpty ? nil : try placement(year, in: &transaction)
        var outcome = YearOutcome(year: year, score, placement: placement)
        outcome.counts = counted.counts
        return outcome
    }

    private func under(_ year: Int) throws -> CompiledRulebook { try rules.rulebook.compiled(year: year) }

    private func ownRules(
        of year: Int, in transaction: inout ReadTransaction
    ) throws -> CompiledRulebook? {
        do {
            return try transaction.beside(try transaction.rules(for: year, kinds: try transaction.kinds()).rules)
        } catch ScoresError.noRulebook {
            return nil
        }
    }

    private func total(
        _ rules: CompiledRulebook, in transaction: inout ReadTransaction
    ) throws -> ScoreTotal? {
        let seated = RoleInterval.all(of: member, in: memberRoster, within: rules.window)
        guard !seated.isEmpty else { return nil }
        let facts = try FactTable.facts(of: member, years: rules.calendarYears, in: &transaction)
        return try Scorer(rules).score(
            MemberYear(
                member: member, roster: memberRoster, window: rules.days, facts: facts,
                manual: try transaction.manual(of: member, year: rules.year).map(\.manualPoints)))
    }
}
