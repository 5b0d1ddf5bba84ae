internal import DutyModel

/// Whether gates are met, and what is missing.
struct GateCheck {
    let rulebook: CompiledRulebook
    let pass: FactPass
    let settlement: Settlement
    /// Bits of the member's roles.
    let roles: UInt16
    /// Of the window, where less is asked of members who sat for a part of it.
    var share = Rational.one

    /// Whether every gate is met, and the place of the best grade that those unmet still allow.
    func limits() -> (allMet: Bool, limit: Int) {
        var allMet = true
        var limit = 0
        for position in rulebook.gates.indices {
            if areMet(rulebook.gates[position].conditions) { continue }
            allMet = false
            limit = max(limit, rulebook.gates[position].limit ?? 0)
        }
        return (allMet, limit)
    }

    /// 编号 of the gates not met.
    func unmet() -> [String] { rulebook.gates.filter { !areMet($0.conditions) }.map(\.rule.id) }

    private func areMet(_ conditions: [CompiledCondition]) -> Bool { conditions.allSatisfy { isMet($0) } }

    func results() -> [GateResult] {
        rulebook.gates.map { gate in
            let conditions = gate.conditions.filter(applies).map(result)
            return GateResult(
                id: gate.rule.id, name: gate.rule.name, article: gate.rule.article,
                isMet: conditions.allSatisfy(\.isMet), conditions: conditions,
                gradeIfUnmet: gate.rule.gradeIfUnmet ?? "")
        }
    }

    private func applies(_ condition: CompiledCondition) -> Bool {
        condition.roles == 0 || condition.roles & roles != 0
    }

    private func isMet(_ condition: CompiledCondition) -> Bool {
        guard applies(condition) else { return true }
        switch condition.test {
        case .any(let alternatives): return alternatives.contains { isMet($0) }
        case .all(let parts): return areMet(parts)
        case .rate(_, let expectedSlot, _) where pass.tallies[expectedSlot].matched == 0: return true
        default: break
        }
        let (had, bound) = measure(condition)
        return bound.isMet(by: had)
    }

    private func measure(_ condition: CompiledCondition) -> (Rational, GateCondition.Bound) {
        switch condition.test {
        case .count(let slot, let bound): (Rational(Int64(pass.tallies[slot].matched)), bound.scaled(by: share))
        case .points(let node, let bound):
            (node.map { settlement.results[$0].amount } ?? .zero, bound.scaled(by: share))
        case .rate(let slot, let expectedSlot, let bound): (rate(slot, of: expectedSlot), bound)
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
        case .atLeast(let number), .atMost(let number): number
        }
    }

    /// At least the share of what is asked of everyone; what is allowed at most stays.
    func scaled(by share: Rational) -> GateCondition.Bound {
        guard share != .one, case .atLeast(let number) = self else { return self }
        return .atLeast(number.multiplied(by: share) ?? number)
    }

    func isMet(by had: Rational) -> Bool {
        switch self {
        case .atLeast(let number): number <= had
        case .atMost(let number): had <= number
        }
    }
}
