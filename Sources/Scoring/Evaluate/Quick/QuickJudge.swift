internal import DutyModel

/// Settlement, gates and grade of one member in whole units, one after another.
struct QuickJudge {
    let settlement: QuickSettlement
    let gates: QuickGates

    /// Nil for a rulebook of which something cannot be told in whole units.
    init?(_ rulebook: CompiledRulebook) {
        guard let unit = CommonUnit(of: rulebook.amounts, hasShares: rulebook.hasShares),
            let settlement = QuickSettlement(rulebook, unit: unit), let gates = QuickGates(rulebook, unit: unit)
        else { return nil }
        (self.settlement, self.gates) = (settlement, gates)
    }
}

extension CompiledRulebook {
    /// Every amount that settlement, gates and grades compare or add.
    fileprivate var amounts: [Rational] {
        let bounds = steps.flatMap { [$0.cap, $0.floor].compactMap { $0 } }
        let own = steps.flatMap(\.content.amounts)
        let listed = tiers.map(\.amount) + startPoints.map(\.amount) + rateSteps.map(\.amount)
        let asked = gates.flatMap(\.conditions).flatMap(\.points) + rulebook.grades.compactMap(\.atLeast)
        return [Rational(1, over: program.scale) ?? .one] + bounds + own + listed + asked
    }

    fileprivate var hasShares: Bool {
        program.wideCount > 0 || steps.contains { if case .rate = $0.content { true } else { false } }
    }
}

extension Step.Content {
    fileprivate var amounts: [Rational] {
        switch self {
        case .everyFull(_, _, let amount), .shortfall(_, _, let amount): [amount]
        case .rate(_, _, let full, let otherwise, _): [full, otherwise]
        case .rateSteps(_, _, let otherwise, _): [otherwise]
        // What is left of a sum that counts only so much is finer by as much.
        case .group(_, _, let factor): [Rational(1, over: factor.denominator) ?? .one]
        default: []
        }
    }
}

extension CompiledCondition {
    fileprivate var points: [Rational] {
        switch test {
        case .points(_, let bound): [bound.number]
        case .any(let parts), .all(let parts): parts.flatMap(\.points)
        default: []
        }
    }
}
