internal import DutyModel

/// Whether gates are met, and what is missing.
struct GateCheck {
    let rulebook: CompiledRulebook
    let pass: FactPass
    let settlement: Settlement
    let roles: RoleBits

    typealias RoleBits = UInt16

    /// Whether every gate that limits the grade is met, and the grades that unmet ones still allow.
    func limits() -> (allMet: Bool, grades: [String]) {
        var allMet = true
        var grades: [String] = []
        for gate in rulebook.gates where !gate.conditions.allSatisfy({ isMet($0) }) {
            allMet = false
            if let grade = gate.rule.gradeIfUnmet { grades.append(grade) }
        }
        return (allMet, grades)
    }

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
        condition.rule.appliesTo.map { $0.rawValue & roles != 0 } ?? true
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
                name: condition.rule.name, needed: .one, had: isMet ? .one : .zero, isMet: isMet,
                alternatives: alternatives.filter(applies).map(result))
        }
        let (had, bound) = measure(condition)
        return GateConditionResult(
            name: condition.rule.name, needed: bound.number, had: had, isMet: isMet, alternatives: [])
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
