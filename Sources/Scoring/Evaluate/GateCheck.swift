internal import DutyModel

/// Whether gates are met, and what is missing.
struct GateCheck {
    let rulebook: CompiledRulebook
    let pass: FactPass
    let settlement: Settlement
    /// Bits of the member's roles.
    let roles: UInt16

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
        if case .any(let alternatives) = condition.test { return alternatives.contains { isMet($0) } }
        let (had, bound) = measure(condition)
        return bound.isMet(by: had)
    }

    private func measure(_ condition: CompiledCondition) -> (Rational, GateCondition.Bound) {
        switch condition.test {
        case .count(let slot, let bound): (Rational(Int64(pass.tallies[slot].matched)), bound)
        case .points(let node, let bound): (node.map { settlement.results[$0].amount } ?? .zero, bound)
        case .any: (.zero, .atLeast(.one))
        }
    }

    private func result(_ condition: CompiledCondition) -> GateConditionResult {
        let isMet = isMet(condition)
        if case .any(let alternatives) = condition.test {
            return GateConditionResult(
                name: condition.name, needed: .one, had: isMet ? .one : .zero, isMet: isMet,
                alternatives: alternatives.filter(applies).map(result))
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

    func isMet(by had: Rational) -> Bool {
        switch self {
        case .atLeast(let number): number <= had
        case .atMost(let number): had <= number
        }
    }
}
