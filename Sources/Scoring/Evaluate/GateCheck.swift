internal import DutyModel

/// Whether gates are met, and what is missing.
struct GateCheck {
    let rulebook: CompiledRulebook
    let pass: FactPass
    let settlement: Settlement
    /// Bits of the member's roles.
    let roles: UInt16
    /// Of the window, where less is asked of members who sat for a part of it.
    var tenure = Tenure.whole

    /// Whether every gate is met, and what those unmet do to the grade.
    func limits() -> GateLimits {
        var limits = GateLimits()
        for gate in rulebook.gates where !isMet(gate) {
            limits.allMet = false
            limits.best = max(limits.best, gate.limit ?? 0)
            limits.lowersBy += gate.rule.lowersBy
        }
        return limits
    }

    /// 编号 of the gates not met.
    func unmet() -> [String] { rulebook.gates.filter { !isMet($0) }.map(\.rule.id) }

    private func isMet(_ gate: CompiledGate) -> Bool {
        if let own = gate.rule.appliesTo, own.rawValue & roles == 0 { return true }
        return areMet(gate.conditions)
    }

    private func areMet(_ conditions: [CompiledCondition]) -> Bool { conditions.allSatisfy { isMet($0) } }

    func results() -> [GateResult] {
        rulebook.gates.map { gate in
            let isAsked = gate.rule.appliesTo.map { $0.rawValue & roles != 0 } ?? true
            let conditions = isAsked ? gate.conditions.filter(applies).map(result) : []
            return GateResult(
                id: gate.rule.id, name: gate.rule.name, article: gate.rule.article,
                isMet: conditions.allSatisfy(\.isMet), conditions: conditions,
                gradeIfUnmet: gate.rule.gradeIfUnmet ?? "", lowersBy: gate.rule.lowersBy)
        }
    }

    /// A quarter in which the member did not sit is not asked for.
    private func applies(_ condition: CompiledCondition) -> Bool {
        (condition.roles == 0 || condition.roles & roles != 0)
            && (condition.days.map { tenure.ofGates(in: $0) != .zero } ?? true)
    }

    func isMet(_ condition: CompiledCondition) -> Bool {
        guard applies(condition) else { return true }
        switch condition.test {
        case .any(let alternatives): return alternatives.contains { isMet($0) }
        case .all(let parts): return areMet(parts)
        case .some(let count, let parts): return parts.count { isMet($0) } >= count
        case .rate(_, let expectedSlot, _) where pass.tallies[expectedSlot].matched == 0: return true
        default: break
        }
        let (had, bound) = measure(condition)
        return bound.isMet(by: had)
    }

    private func measure(_ condition: CompiledCondition) -> (Rational, GateCondition.Bound) {
        let share = condition.days.map(tenure.ofGates(in:)) ?? tenure.ofGates
        return switch condition.test {
        case .count(let slot, let bound): (Rational(Int64(pass.tallies[slot].matched)), bound.scaled(by: share))
        case .points(let node, let bound):
            (node.map { settlement.results[$0].amount } ?? .zero, bound.scaled(by: share))
        case .rate(let slot, let expectedSlot, let bound): (rate(slot, of: expectedSlot), bound)
        case .quantity(let wide, let bound): (pass.wide[wide].sum, bound.scaled(by: share))
        case .some(let count, let parts):
            (Rational(Int64(parts.count { isMet($0) })), .atLeast(Rational(Int64(count))))
        case .any, .all: (.zero, .atLeast(.one))
        }
    }

    /// One where nothing was expected.
    private func rate(_ slot: Int, of expectedSlot: Int) -> Rational {
        let (had, expected) = (pass.tallies[slot].matched, pass.tallies[expectedSlot].matched)
        return Rational(Int64(min(had, expected)), over: Int64(expected)) ?? .one
    }

    private func result(_ condition: CompiledCondition) -> GateConditionResult {
        let isMet = isMet(condition)
        if case .any(let alternatives) = condition.test {
            return GateConditionResult(
                name: condition.name, needed: .one, had: isMet ? .one : .zero, isMet: isMet,
                alternatives: alternatives.filter(applies).map(result))
        }
        if case .some(let count, let parts) = condition.test {
            let results = parts.filter(applies).map(result)
            return GateConditionResult(
                name: condition.name, needed: Rational(Int64(count)),
                had: Rational(Int64(results.count { $0.isMet })), isMet: isMet, alternatives: results)
        }
        if case .all(let parts) = condition.test {
            let results = parts.filter(applies).map(result)
            return GateConditionResult(
                name: condition.name, needed: Rational(Int64(results.count)),
                had: Rational(Int64(results.count { $0.isMet })), isMet: isMet, alternatives: results,
                needsAll: true)
        }
        let (had, bound) = measure(condition)
        return GateConditionResult(
            name: condition.name, needed: bound.number, had: had, isMet: isMet, alternatives: [])
    }
}

extension GateCondition.Bound {
    var number: Rational {
        switch self {
        case .atLeast(let number), .atMost(let number), .moreThan(let number), .lessThan(let number): number
        }
    }

    /// At least the share of what is asked of everyone; what is allowed at most stays.
    func scaled(by share: Rational) -> GateCondition.Bound {
        if share == .one { return self }
        switch self {
        case .atLeast(let number): return .atLeast(number.multiplied(by: share) ?? number)
        case .moreThan(let number): return .moreThan(number.multiplied(by: share) ?? number)
        case .atMost, .lessThan: return self
        }
    }

    func isMet(by had: Rational) -> Bool {
        switch self {
        case .atLeast(let number): number <= had
        case .atMost(let number): had <= number
        case .moreThan(let number): number < had
        case .lessThan(let number): had < number
        }
    }
}

/// What gates that are not met do to a grade.
struct GateLimits {
    var allMet = true
    /// The place of the best grade still possible.
    var best = 0
    /// 降一等: by how many grades after that.
    var lowersBy = 0
}
