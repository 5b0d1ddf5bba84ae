public import DutyModel

/// 处理 that comes into question: a proposal for the committee's decision, never an act.
public struct MeasureProposal: Hashable, Sendable {
    /// 编号 of the 处理.
    public var id: String
    public var name: String
    public var article: String
    /// 建议.
    public var proposal: String
    /// 建议等次; nil where the grade stays.
    public var grade: String?
    /// The numbers it follows from: 2023 年 1、2024 年 2；一届合计 3，满 3.
    public var reason: String
}

extension CompiledRulebook {
    /// The proposals that a member's year brings, with the years before it.
    ///
    /// - Parameters:
    ///   - current: the year judged.
    ///   - earlier: years before it, in any order; a year that is not there was not assessed.
    ///   - term: the years of the term; nil where it is not known, and then every year given belongs to it.
    ///   - roles: of the last day in the year.
    public func proposals(
        _ current: YearOutcome, earlier: [YearOutcome], term: ClosedRange<Int>?, roles: RoleSet,
        traits: Set<String> = []
    ) -> [MeasureProposal] {
        let years = (earlier.filter { $0.year < current.year } + [current]).sorted { $0.year < $1.year }
        return measures.compactMap { measure in
            if let own = measure.rule.appliesTo, own.isDisjoint(with: roles) { return nil }
            if let own = measure.rule.audience, !own.fits(roles, traits: traits) { return nil }
            return LookBack(rule: measure.rule, years: years, term: term).proposal()
        }
    }
}

/// One 处理 over the years.
private struct LookBack {
    let rule: MeasureRule
    /// In order; the last is the year judged.
    let years: [YearOutcome]
    let term: ClosedRange<Int>?

    func proposal() -> MeasureProposal? {
        guard let reason = reason() else { return nil }
        return MeasureProposal(
            id: rule.id, name: rule.name, article: rule.article, proposal: rule.proposal, grade: rule.grade,
            reason: reason)
    }

    /// Nil where it does not come into question.
    private func reason() -> String? {
        guard let current = years.last else { return nil }
        switch rule.span {
        case .year: return holds(current) ? tell([current]) : nil
        case .consecutive(let count): return consecutive(count, upTo: current.year)
        case .average(let count): return average(count, upTo: current.year)
        case .term(let bound): return wholeTerm(bound, in: current.year)
        case .termYears(let count):
            // Told in a year in which it holds, not again and again afterwards.
            let held = ofTerm.filter(holds)
            guard held.count >= count, held.last?.year == current.year else { return nil }
            return "\(tell(held))；一届内有 \(held.count) 年"
        }
    }

    private func consecutive(_ count: Int, upTo last: Int) -> String? {
        let asked = (last - count + 1)...last
        let held = years.filter { asked.contains($0.year) && holds($0) }
        return held.count == count ? "\(tell(held))；连续 \(count) 年" : nil
    }

    /// The mean of the totals of years running, all of them assessed.
    private func average(_ count: Int, upTo last: Int) -> String? {
        guard case .below(let bound) = rule.look else { return nil }
        let asked = years.filter { $0.isAssessed && (last - count + 1)...last ~= $0.year }
        guard asked.count == count, let mean = LookBack.mean(asked.map(\.total)),
            let line = LookBack.mean(asked.map(\.gradeShare)).flatMap({ bound.multiplied(by: $0) }), mean < line,
            asked.allSatisfy(alsoHolds)
        else { return nil }
        return "\(tell(asked))；\(count) 年平均 \(mean.text()) 分"
    }

    private static func mean(_ numbers: [Rational]) -> Rational? {
        let sum = numbers.reduce(Rational?.some(.zero)) { sum, number in sum.flatMap { $0.adding(number) } }
        return sum?.divided(by: Rational(Int64(numbers.count)))
    }

    private func wholeTerm(_ bound: MeasureRule.Bound, in year: Int) -> String? {
        let sum = ofTerm.reduce(0) { $0 + number($1) }
        if case .fewerThan(let count) = bound {
            guard year == term?.upperBound, sum < count else { return nil }
            return "\(tell(ofTerm))；一届合计 \(sum)，不满 \(count)"
        }
        guard case .atLeast(let count) = bound, sum >= count, let current = years.last, number(current) > 0,
            alsoHolds(current)
        else {
            return nil
        }
        return "\(tell(ofTerm.filter { number($0) > 0 }))；一届合计 \(sum)，满 \(count)"
    }

    private var ofTerm: [YearOutcome] { years.filter { term?.contains($0.year) ?? true } }

    private func holds(_ year: YearOutcome) -> Bool {
        year.isAssessed && rule.bound.isMet(by: number(year)) && alsoHolds(year)
    }

    /// 同时.
    private func alsoHolds(_ year: YearOutcome) -> Bool {
        rule.also.enumerated().allSatisfy { place, also in
            also.bound.isMet(by: number(year, also.look, id: rule.alsoID(place)))
        }
    }

    private func number(_ year: YearOutcome) -> Int { number(year, rule.look, id: rule.id) }

    private func number(_ year: YearOutcome, _ look: MeasureRule.Look, id: String) -> Int {
        switch look {
        case .records, .manual, .run: year.counts[id] ?? 0
        case .below(let bound): year.total < line(bound, year) ? 1 : 0
        case .grades(let grades): year.grade.map(grades.contains) ?? false ? 1 : 0
        case .list(let id): year.lists.contains(id) ? 1 : 0
        case .unmet(let gate): year.unmetGates.contains(gate) ? 1 : 0
        }
    }

    /// Less for a member of whom the grades of that year asked less.
    private func line(_ bound: Rational, _ year: YearOutcome) -> Rational {
        bound.multiplied(by: year.gradeShare) ?? bound
    }

    private func tell(_ years: [YearOutcome]) -> String { years.map(tell).joined(separator: "、") }

    private func tell(_ year: YearOutcome) -> String {
        switch rule.look {
        case .records, .manual: "\(year.year) 年 \(number(year)) 次"
        case .run: "\(year.year) 年连续 \(number(year)) 次"
        case .below(let bound) where year.gradeShare != .one:
            "\(year.year) 年 \(year.total.exactText) 分（按任职折算，低于 \(line(bound, year).exactText) 分）"
        case .below: "\(year.year) 年 \(year.total.exactText) 分"
        case .grades: "\(year.year) 年\(year.grade ?? "")"
        case .list, .unmet: "\(year.year) 年"
        }
    }
}

extension MeasureRule {
    /// What counts of a line of 同时 are filed under.
    func alsoID(_ place: Int) -> String { "\(id)#\(place + 1)" }
}
