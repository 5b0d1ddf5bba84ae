internal import DutyModel

/// A year's result as later years look back on it: all that 处理 need of it.
public struct YearOutcome: Hashable, Sendable {
    public var year: Int
    public var total: Rational
    /// After 名次.
    public var grade: String?
    /// 编号 of the 名次 whose list the member is on.
    public var lists: Set<String> = []
    public var unmetGates: Set<String> = []
    /// Records by 编号 of 处理.
    public var counts: [String: Int] = [:]
    public var isAssessed = true
    /// How much of what grades ask of everyone was asked of the member, and so of what 总分低于 does.
    public var gradeShare: Rational = .one

    public init(year: Int, total: Rational, grade: String?) {
        (self.year, self.total, self.grade) = (year, total, grade)
    }

    /// - Parameter placement: what the 名次 of the whole population made of it; nil where there are none.
    public init(year: Int, _ score: ScoreTotal, placement: Placement? = nil) {
        self.init(year: year, total: score.total, grade: placement.map(\.grade) ?? score.grade)
        lists = Set((placement?.ranks ?? []).filter(\.isListed).map(\.rule))
        unmetGates = Set(score.unmetGates)
        counts = score.counts
        isAssessed = score.isAssessed
        gradeShare = score.gradeShare
    }

    /// - Parameter placement: as above.
    public init(_ profile: AnnualProfile, placement: Placement? = nil) {
        self.init(year: profile.year, total: profile.total, grade: placement.map(\.grade) ?? profile.grade.name)
        lists = Set((placement?.ranks ?? []).filter(\.isListed).map(\.rule))
        unmetGates = Set(profile.gates.filter { !$0.isMet }.map(\.id))
        counts = profile.counts
        isAssessed = !profile.grade.isExempt
        gradeShare = profile.gradeShare
    }
}

extension AnnualProfile {
    /// Takes over what the 名次 of the whole population made of the member.
    public mutating func place(_ placement: Placement) {
        ranks = placement.ranks
        guard placement.grade != grade.name else { return }
        grade.name = placement.grade
        grade.note = grade.note.isEmpty ? placement.note : grade.note + "；" + placement.note
    }
}

extension CompiledRulebook {
    /// What each 处理 that counts something counted.
    func counts(_ pass: FactPass, manual: [ManualPoints]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for measure in measures {
            if let slot = measure.slot { counts[measure.rule.id] = Int(pass.tallies[slot].matched) }
            if case .manual = measure.rule.look {
                counts[measure.rule.id] = manual.count { $0.indicator == measure.rule.id }
            }
            for (place, slot) in measure.alsoSlots.enumerated() {
                let id = measure.rule.alsoID(place)
                if let slot { counts[id] = Int(pass.tallies[slot].matched) }
                if case .manual = measure.rule.also[place].look {
                    counts[id] = manual.count { $0.indicator == measure.rule.id }
                }
            }
        }
        return counts
    }
}
