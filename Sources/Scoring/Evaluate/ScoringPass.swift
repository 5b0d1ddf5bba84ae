internal import DutyModel

/// Scores one member after another from rows that lie somewhere in memory, for whole committees and countries.
/// Not for two threads at once: give each its own.
public final class ScoringPass {
    private let rulebook: CompiledRulebook
    private let pass: FactPass
    private let quick: QuickJudge?
    private let hasTenure: Bool
    private let groups: [Int]
    private var settlement: Settlement
    private var grading: Grading
    /// Whether the member last finished was settled in whole units.
    private var isQuick = false
    private var roles: RoleSet = []
    private var tenure = Tenure.whole
    private var traits: Set<String> = []
    private var isInside = true
    private let ranked: [Int]
    /// Passes for members whose role makes numbers differ; and the one that is at work, where it is one of them.
    private var others: [[Int?]: ScoringPass] = [:]
    private var active: ScoringPass?

    public init(_ rulebook: CompiledRulebook) {
        self.rulebook = rulebook
        pass = FactPass(rulebook)
        quick = QuickJudge(rulebook)
        hasTenure = rulebook.rulebook.tenure != nil
        settlement = Settlement(rulebook)
        grading = Grading(grades: rulebook.rulebook.grades)
        groups = rulebook.nodes.indices.filter(rulebook.isShownGroup).sorted(by: rulebook.order)
        ranked = rulebook.rankedIndicators.compactMap { id in rulebook.nodes.firstIndex { $0.item.id == id } }
    }

    /// Begins a member.
    ///
    /// - Parameter traits: the names of the member's bodies and party, as far as 适用 may ask for them.
    public func begin(roles intervals: [RoleInterval], traits: Set<String> = []) {
        roles = rulebook.roles(of: intervals)
        if !rulebook.variants.isEmpty {
            active = other(for: roles)
            if let active { return active.begin(roles: intervals, traits: traits) }
        }
        self.traits = traits
        isInside = rulebook.assesses(roles, traits: traits)
        if hasTenure {
            tenure = Tenure(rulebook, intervals: intervals)
            grading.share = tenure.ofGrades
        }
        pass.begin(roles: intervals)
    }

    /// Adds the packed rows of one calendar year; years in order. A rest that is no whole row is left out.
    public func add(year: Int, rows: UnsafeRawBufferPointer) { (active?.pass ?? pass).add(year: year, rows: rows) }

    private func other(for roles: RoleSet) -> ScoringPass? {
        let signature = rulebook.rulebook.signature(of: roles)
        if let known = others[signature] { return known }
        guard let own = rulebook.variant(for: roles) else { return nil }
        let pass = ScoringPass(own)
        others[signature] = pass
        return pass
    }

    private func isAssessed(_ manual: [ManualPoints]) -> Bool {
        !tenure.isExempt && isInside && (manual.isEmpty || rulebook.excuse(manual) == nil)
    }

    /// Ends the member.
    /// - Throws: `ScoringError` where an exact result does not fit.
    public func finish(manual: [ManualPoints] = []) throws(ScoringError) -> ScoreTotal {
        if let active { return try active.finish(manual: manual) }
        let judged = try judge(manual)
        let isAssessed = isAssessed(manual)
        let grade = judged.grade.map { rulebook.rulebook.grades[$0].name }
        var score = ScoreTotal(
            total: judged.total, groups: groups.map(amount), gatesMet: judged.gatesMet,
            grade: isAssessed ? grade : nil, start: judged.start, gradeLimit: judged.limit,
            gradeLowered: judged.lowersBy, unmetGates: judged.gatesMet ? [] : unmetGates(judged),
            counts: rulebook.counts(pass, manual: manual), isAssessed: isAssessed, roles: roles, traits: traits)
        score.gradeShare = tenure.ofGrades
        score.isScored = !rulebook.rulebook.isUnscored
        if let care = rulebook.care {
            score.relative = care.relative.map {
                settlement.results[$0].applies ? settlement.relativeAmounts[$0] : nil
            }
        }
        if !ranked.isEmpty { score.ranked = ranked.map(amount) }
        return score
    }

    /// The same in a few bytes, for populations so large that nobody reads every line.
    public func finishBriefly(manual: [ManualPoints] = []) throws(ScoringError) -> BriefScore {
        if let active { return try active.finishBriefly(manual: manual) }
        let judged = try judge(manual)
        let isAssessed = isAssessed(manual)
        let grade = isAssessed ? judged.grade : nil
        return BriefScore(
            total: judged.total, grade: Int16(grade ?? -1), gatesMet: judged.gatesMet, isAssessed: isAssessed)
    }

    /// Appends the sub-totals of the member last finished, in the order of `CompiledRulebook.groupIDs`.
    public func appendGroups(to amounts: inout [Rational]) {
        if let active { return active.appendGroups(to: &amounts) }
        for group in groups { amounts.append(amount(of: group)) }
    }
}

/// A result without names.
public struct BriefScore: Hashable, Sendable, BitwiseCopyable {
    public var total: Rational
    /// The place of the grade in the rulebook's, best first; -1 for none.
    public var grade: Int16
    public var gatesMet: Bool
    /// False for who sat too short to be assessed.
    public var isAssessed: Bool
}

extension ScoringPass {
    /// What became of one member.
    fileprivate struct Judged {
        var total: Rational
        var start: Rational
        var gatesMet: Bool
        /// Of each gate one bit, set where it is not met; of no use where the gates were not judged in whole units.
        var unmet: UInt64
        /// The place of the best grade that unmet gates still allow.
        var limit: Int
        /// By how many grades they lower after that.
        var lowersBy = 0
        var grade: Int?
    }

    /// In whole units where that can be, else in fractions.
    private func judge(_ manual: [ManualPoints]) throws(ScoringError) -> Judged {
        pass.gather()
        isQuick = false
        if let quick, manual.isEmpty, !pass.overflowed, tenure.asksAll,
            quick.settlement.settle(pass, roles: roles.rawValue)
        {
            isQuick = true
            return judge(quick)
        }
        return try judgeExactly(manual)
    }

    private func judge(_ quick: QuickJudge) -> Judged {
        let (unmet, limit) = quick.gates.limits(pass, quick.settlement.amounts, roles: roles.rawValue)
        let grade = quick.gates.grade(of: quick.settlement.units).map { max($0, limit) }
        return Judged(
            total: quick.settlement.total, start: quick.settlement.start, gatesMet: unmet == 0, unmet: unmet,
            limit: limit, grade: grade)
    }

    private func judgeExactly(_ manual: [ManualPoints]) throws(ScoringError) -> Judged {
        try settlement.settle(
            pass, roles: roles, traits: rulebook.traitMask(traits), tenure: tenure, manual: manual)
        let limits = gates.limits()
        return Judged(
            total: settlement.total, start: settlement.results.last?.start ?? .zero, gatesMet: limits.allMet, unmet: 0,
            limit: limits.best, lowersBy: limits.lowersBy,
            grade: grading.place(of: settlement.total, limits: limits))
    }

    private var gates: GateCheck {
        GateCheck(rulebook: rulebook, pass: pass, settlement: settlement, roles: roles.rawValue, tenure: tenure)
    }

    private func unmetGates(_ judged: Judged) -> [String] {
        guard isQuick else { return gates.unmet() }
        return rulebook.gates.indices.filter { judged.unmet >> $0 & 1 != 0 }.map { rulebook.gates[$0].rule.id }
    }

    private func amount(of position: Int) -> Rational {
        guard isQuick, let quick else { return settlement.results[position].amount }
        return quick.settlement.unit.amount(quick.settlement.amounts[position])
    }
}
