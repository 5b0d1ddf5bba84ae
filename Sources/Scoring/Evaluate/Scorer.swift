internal import DutyModel

/// Scores members under one compiled rulebook. Pure: the same facts give the same result, whatever the clock, the
/// locale or the order in which they were recorded.
public struct Scorer: Sendable {
    public let rulebook: CompiledRulebook

    public init(_ rulebook: CompiledRulebook) { self.rulebook = rulebook }

    /// The total, without the explanation.
    /// - Throws: `ScoringError` where an exact result does not fit.
    public func score(_ year: MemberYear) throws(ScoringError) -> ScoreTotal {
        let pass = ScoringPass(rulebook)
        pass.begin(roles: year.roles, traits: year.traits)
        for (calendarYear, rows) in year.facts where rulebook.calendarYears.contains(calendarYear) {
            rows.bytes.withUnsafeBytes { pass.add(year: calendarYear, rows: $0) }
        }
        return try pass.finish(manual: year.manual)
    }

    /// Everything, with the reason of every number. From the same pass as `score`.
    /// - Throws: `ScoringError` where an exact result does not fit.
    public func profile(_ year: MemberYear) throws(ScoringError) -> AnnualProfile {
        if let own = rulebook.variant(for: rulebook.roles(of: year.roles)) { return try Scorer(own).profile(year) }
        let pass = FactPass(rulebook)
        var trace = FullTrace()
        pass.begin(roles: year.roles)
        pass.watch(year.facts.filter { rulebook.calendarYears.contains($0.year) }, sink: &trace)
        var settlement = Settlement(rulebook)
        let roles = rulebook.roles(of: year.roles)
        let tenure = Tenure(rulebook, intervals: year.roles)
        try settlement.settle(
            pass, roles: roles, traits: rulebook.traitMask(year.traits), tenure: tenure, manual: year.manual)
        let gates = GateCheck(
            rulebook: rulebook, pass: pass, settlement: settlement, roles: roles.rawValue, tenure: tenure)
        let builder = ProfileBuilder(
            rulebook: rulebook, pass: pass, settlement: settlement, trace: trace, manual: year.manual,
            grading: Grading(grades: rulebook.rulebook.grades, share: tenure.ofGrades),
            passed: PassedOver(rulebook, of: year))
        var profile = builder.profile(of: year.member, gates: gates)
        profile.gradeShare = tenure.ofGrades
        profile.isScored = !rulebook.rulebook.isUnscored
        if let excuse = rulebook.excuse(year.manual) { profile.grade = excuse }
        if tenure.isExempt { profile.grade = tenure.exemption }
        if !rulebook.assesses(roles, traits: year.traits) { profile.grade = .outside }
        return profile
    }
}

extension CompiledRulebook {
    /// The roles of the last day in the committee within the window: what 适用 and 起点分 look at.
    func roles(of intervals: [RoleInterval]) -> RoleSet {
        intervals.last { $0.days.first <= window.last && window.first <= $0.days.last }?.roles ?? []
    }
}
