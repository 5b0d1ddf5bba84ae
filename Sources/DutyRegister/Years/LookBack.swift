internal import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// Earlier years as a later one looks back on them: as they were frozen and decided, or computed now where they were
/// never closed. Reads nothing where the rulebook does not look back.
struct LookBack {
    private enum Source {
        case frozen(freeze: UInt32, decisions: [MemberID: Decision])
        case live(CompiledRulebook, placements: [MemberID: Placement]?)
    }

    private struct Season {
        var year: Int
        var source: Source
        /// This year's rulebook made ready for that year: what its 处理 count.
        var counting: CompiledRulebook
    }

    /// The years of the term of the year judged; nil where no 处理 asks.
    let term: YearInputs.DayYears?
    private var seasons: [Season] = []

    /// For one member after another, with places that this process computed before.
    init(_ rules: CompiledRulebook, terms: [Term], reading transaction: inout ReadTransaction) throws {
        try self.init(rules, terms: terms, in: &transaction) { try $0.livePlacements(of: $1) }
    }

    init<T: KeyValueStore.Reading & ~Copyable>(
        _ rules: CompiledRulebook, terms: [Term], in transaction: inout T,
        placements: (inout T, Int) throws -> [MemberID: Placement] = { try $0.placements(of: $1) }
    ) throws {
        guard !rules.rulebook.measures.isEmpty else {
            term = nil
            return
        }
        term = terms.last { $0.days.first <= rules.window.last }.map {
            YearInputs.DayYears(first: $0.days.first.year, last: max($0.days.first.year, $0.days.last.year))
        }
        let first = min(term?.first ?? rules.year, rules.year - LookBack.longestRun(rules) + 1)
        for year in first..<max(first, rules.year) {
            guard let source = try LookBack.source(of: year, in: &transaction, placements) else { continue }
            seasons.append(Season(year: year, source: source, counting: try rules.rulebook.compiled(year: year)))
        }
    }

    /// The most years running that some 处理 asks for.
    private static func longestRun(_ rules: CompiledRulebook) -> Int {
        rules.rulebook.measures.reduce(1) { longest, measure in
            switch measure.span {
            case .consecutive(let years), .average(let years): max(longest, years)
            default: longest
            }
        }
    }

    private static func source<T: KeyValueStore.Reading & ~Copyable>(
        of year: Int, in transaction: inout T, _ placements: (inout T, Int) throws -> [MemberID: Placement]
    ) throws -> Source? {
        if let version = try transaction.standingVersion(of: year) {
            return .frozen(freeze: version.freeze, decisions: try transaction.decisions(of: version.id))
        }
        do {
            let own = try transaction.beside(try transaction.rules(for: year, kinds: try transaction.kinds()).rules)
            guard !own.ranks.isEmpty else { return .live(own, placements: nil) }
            return .live(own, placements: try placements(&transaction, year))
        } catch ScoresError.noRulebook {
            return nil
        }
    }

    /// A member's earlier years, in order.
    /// - Parameter roster: with this member's memberships.
    func outcomes(
        of member: MemberID, roster: Roster, in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws -> [YearOutcome] {
        try seasons.compactMap { season in
            switch season.source {
            case .frozen(let freeze, let decisions):
                let id = FrozenResult.ID(year: season.year, freeze: freeze, member: member)
                guard let result = try transaction.value(FrozenResult.self, id) else { return nil }
                var outcome = YearOutcome(year: season.year, result.score, placement: result.placement)
                outcome.grade = decisions[member]?.grade ?? result.score.grade
                outcome.counts = try Scorer(season.counting).score(result.inputs.memberYear(member)).counts
                return outcome
            case .live(let own, let placements):
                guard let score = try score(member, own, roster, in: &transaction),
                    let counted = try self.score(member, season.counting, roster, in: &transaction)
                else { return nil }
                var outcome = YearOutcome(year: season.year, score, placement: placements?[member])
                outcome.counts = counted.counts
                return outcome
            }
        }
    }

    private func score(
        _ member: MemberID, _ rules: CompiledRulebook, _ roster: Roster,
        in transaction: inout some KeyValueStore.Reading & ~Copyable
    ) throws -> ScoreTotal? {
        guard !RoleInterval.all(of: member, in: roster, within: rules.window).isEmpty else { return nil }
        let manual = try transaction.manual(of: member, year: rules.year).map(\.manualPoints)
        let inputs = try YearInputs(member, rules, roster: roster, manual: manual, in: &transaction)
        return try Scorer(rules).score(inputs.memberYear(member))
    }
}

extension KeyValueStore.Reading where Self: ~Copyable {
    /// What the 名次 of a year make of everyone, from the facts of now.
    mutating func placements(of year: Int, _ part: YearPart = .whole) throws -> [MemberID: Placement] {
        let all = try scores(year: year, part: part, roster: try roster(), live: true)
        return Dictionary(uniqueKeysWithValues: all.members.map { ($0.person.member.id, $0.placement) })
    }
}

extension ReadTransaction {
    /// The same as this process computed it before, where nothing has changed since.
    mutating func livePlacements(of year: Int, _ part: YearPart = .whole) throws -> [MemberID: Placement] {
        let head = try ChangeLog.head(in: &self)
        return try PlacementCache.placements(year, part, head: head) { try placements(of: year, part) }
    }
}
