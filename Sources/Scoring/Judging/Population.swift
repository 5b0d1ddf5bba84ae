public import DutyModel

/// One of those who are put in order: a member or a group with its year's result.
public struct RankedSubject: Sendable {
    public var score: ScoreTotal
    /// On the last day in the year.
    public var roles: RoleSet
    /// For 分别: the name of the sector, group or party; none where it does not matter.
    public var units: [RankUnit: String]

    public init(score: ScoreTotal, roles: RoleSet, units: [RankUnit: String] = [:]) {
        (self.score, self.roles, self.units) = (score, roles, units)
    }

    /// With a sector alone.
    public init(score: ScoreTotal, roles: RoleSet, unit: String) {
        self.init(score: score, roles: roles, units: [.sector: unit])
    }
}

/// What the 名次 of a rulebook make of one subject.
public struct Placement: Hashable, Sendable {
    /// One per 名次 whose population the subject is in.
    public struct Rank: Hashable, Sendable {
        /// 编号 and 名称 of the 名次.
        public var rule: String
        public var name: String
        /// From the end that the 名次 counts from; those who tie share one.
        public var place: Int
        /// How many there are.
        public var population: Int
        /// How many the 名次 has room for.
        public var quota: Int
        public var isListed: Bool
    }

    public var ranks: [Rank] = []
    /// The grade after 评为 and 限定.
    public var grade: String?
    /// Why it differs from the grade of the number; empty where it does not.
    public var note: String = ""
    /// The place of the best grade that some 名次 gave; another that gives less leaves it.
    var awarded: Int?

    public init(grade: String? = nil) { self.grade = grade }
}

extension CompiledRulebook {
    /// Puts everyone in order and gives out the places there are. Pure: from values, whatever their order.
    ///
    /// - Returns: one for each subject, in their order.
    public func placements(of subjects: [RankedSubject]) -> [Placement] {
        var placements = subjects.map { Placement(grade: $0.score.grade) }
        // Grades given from the bottom come last: whoever is among the last is so, whatever order the file has.
        let ordered = ranks.filter { !$0.awardsFromBottom } + ranks.filter(\.awardsFromBottom)
        for rule in ordered {
            var populations: [String: [Int]] = [:]
            for (position, subject) in subjects.enumerated() where isIn(rule, subject) {
                populations[rule.unit.map { subject.units[$0] ?? "" } ?? "", default: []].append(position)
            }
            for (_, members) in populations.sorted(by: { $0.key < $1.key }) {
                RankRun(rulebook: self, rule: rule, subjects: subjects, members: members).apply(to: &placements)
            }
        }
        if ordered.map(\.id) == ranks.map(\.id) { return placements }
        let places = Dictionary(uniqueKeysWithValues: ranks.enumerated().map { ($1.id, $0) })
        for subject in placements.indices {
            placements[subject].ranks.sort { places[$0.rule] ?? 0 < places[$1.rule] ?? 0 }
        }
        return placements
    }

    private func isIn(_ rule: RankRule, _ subject: RankedSubject) -> Bool {
        subject.score.isAssessed && (rule.appliesTo.map { !$0.isDisjoint(with: subject.roles) } ?? true)
            && (rule.audience?.fits(subject.roles, traits: subject.score.traits) ?? true)
    }
}

/// One 名次 over one population.
private struct RankRun {
    let rulebook: CompiledRulebook
    let rule: RankRule
    let subjects: [RankedSubject]
    /// Places in `subjects`.
    let members: [Int]

    private var grades: [GradeRule] { rulebook.rulebook.grades }

    func apply(to placements: inout [Placement]) {
        let eligible = Set(members.filter { contends($0, placements[$0]) })
        let contenders = (rule.fillsUp ? members.filter(eligible.contains) : members).map { ($0, keys(of: $0)) }.sorted
        {
            left, right in
            precedes(left.1, right.1) || (left.1 == right.1 && left.0 < right.0)
        }
        let quota = quota
        let listed = listed(contenders.map(\.1), quota: quota)
        var place = 0
        for (position, (subject, keys)) in contenders.enumerated() {
            if position == 0 || contenders[position - 1].1 != keys { place = position + 1 }
            let isEligible = rule.fillsUp || eligible.contains(subject)
            let isListed = position < listed && isEligible
            placements[subject].ranks.append(
                Placement.Rank(
                    rule: rule.id, name: rule.name, place: place, population: members.count, quota: quota,
                    isListed: isListed))
            if isEligible { grade(&placements[subject], isListed: isListed) }
        }
    }

    private func contends(_ subject: Int, _ placement: Placement) -> Bool {
        let score = subjects[subject].score
        if rule.needsGates, !score.gatesMet { return false }
        switch rule.effect {
        case .none: return true
        case .limit(let grade): return placement.grade == grade
        case .award(let grade):
            if !rule.isFromTop { return true }
            return score.gradeLimit + score.gradeLowered <= grades.firstIndex { $0.name == grade } ?? 0
        }
    }

    /// The number of places for this population.
    private var quota: Int {
        switch rule.size {
        case .number(let number): return number
        case .share(let share, let rounding):
            guard let exact = share.multiplied(by: Rational(Int64(members.count))) else { return 0 }
            return Int(exact.text(NumberDisplay(digits: 0, rounding: rounding))) ?? 0
        }
    }

    /// How many of those in order are on the list.
    private func listed(_ keys: [[Rational]], quota: Int) -> Int {
        guard quota > 0, quota < keys.count, keys[quota - 1] == keys[quota] else { return min(quota, keys.count) }
        let tied = keys[quota - 1]
        if rule.tiesAreIn { return (keys.lastIndex(of: tied) ?? quota - 1) + 1 }
        return keys.firstIndex(of: tied) ?? 0
    }

    private func keys(of subject: Int) -> [Rational] {
        let score = subjects[subject].score
        return ([rule.key] + rule.tieBreaks).map { key in
            switch key {
            case .total: score.total
            case .totalOverStart: score.total.divided(by: score.start) ?? .zero
            case .group(let id):
                rulebook.groupIDs.firstIndex(of: id).map { score.groups[$0] }
                    ?? rulebook.rankedIndicators.firstIndex(of: id).map { score.ranked[$0] } ?? .zero
            }
        }
    }

    private func precedes(_ left: [Rational], _ right: [Rational]) -> Bool {
        guard let (a, b) = zip(left, right).first(where: { $0 != $1 }) else { return false }
        return rule.isFromTop ? b < a : a < b
    }

    private func grade(_ placement: inout Placement, isListed: Bool) {
        switch rule.effect {
        case .none: break
        case .award(let grade):
            guard isListed, let place = grades.firstIndex(where: { $0.name == grade }) else { return }
            let now = grades.firstIndex { $0.name == placement.grade } ?? grades.count
            if rule.isFromTop {
                if let best = placement.awarded, best <= place { return }
                placement.awarded = place
            } else if place <= now {
                // Who stands lower already stays there.
                return
            }
            guard place != now else { return }
            placement.grade = grade
            placement.note = "列入“\(rule.name)”，评为\(grade)"
        case .limit(let grade):
            guard !isListed, let place = grades.firstIndex(where: { $0.name == grade }), place + 1 < grades.count else {
                return
            }
            placement.grade = grades[place + 1].name
            placement.note = "未列入“\(rule.name)”，定为\(grades[place + 1].name)"
        }
    }
}

extension RankRule {
    fileprivate var awardsFromBottom: Bool { if case .award = effect { !isFromTop } else { false } }
}
