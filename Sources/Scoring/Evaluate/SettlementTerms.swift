internal import DutyModel

extension Settlement {
    /// What bounds told from other items, premises, the sight of everyone's amounts and rounding make of an item's
    /// amount, in this order. False where a number does not fit.
    mutating func apply(_ terms: CompiledTerms, at position: Int, _ pass: FactPass, roles: RoleSet) -> Bool {
        var change = AmountChange(amount: results[position].amount)
        guard bound(&change, by: terms, at: position) else { return false }
        if let missing = unmet(terms, pass, roles: roles) {
            guard change.become(change.amount.multiplied(by: terms.otherwise), .premise(missing)) else { return false }
        }
        relativeAmounts[position] = change.amount
        if let rule = terms.relative, let figures = rulebook.figures {
            let id = rulebook.nodes[position].item.id
            guard change.become(figures.amount(change.amount, of: id, by: rule), .relative) else { return false }
        }
        if let rounding = terms.rounding {
            guard change.become(change.amount.rounded(rounding), .rounded) else { return false }
        }
        beforeTerms[position] = results[position].amount
        termLosses[position] = change.losses
        results[position].amount = change.amount
        return true
    }

    private func bound(_ change: inout AmountChange, by terms: CompiledTerms, at position: Int) -> Bool {
        let isDeduction = rulebook.steps[position].isDeduction
        for (bound, isCap) in [(terms.cap, true), (terms.floor, false)] {
            guard let bound, let node = bound.node else { continue }
            guard let limit = results[node].amount.multiplied(by: bound.factor).map({ max(.zero, $0) }),
                let magnitude = isDeduction ? change.amount.negated : change.amount
            else { return false }
            let bounded = isCap ? min(magnitude, limit) : max(magnitude, limit)
            let next = isDeduction ? bounded.negated : bounded
            guard change.become(next, isCap ? .cap(limit) : .floor(limit)) else { return false }
        }
        return true
    }

    /// The names of the premises that are not met; nil where all are.
    private func unmet(_ terms: CompiledTerms, _ pass: FactPass, roles: RoleSet) -> String? {
        guard !terms.premises.isEmpty else { return nil }
        let check = GateCheck(
            rulebook: rulebook, pass: pass, settlement: self, roles: roles.rawValue, tenure: tenure)
        let names = terms.premises.filter { !check.isMet($0) }.map(\.name)
        return names.isEmpty ? nil : names.joined(separator: "、")
    }
}

/// An amount on its way, with what it lost at each step.
private struct AmountChange {
    var amount: Rational
    var losses: [Loss] = []

    init(amount: Rational) { self.amount = amount }

    /// False where there is no next amount, since it did not fit.
    mutating func become(_ next: Rational?, _ reason: LossReason) -> Bool {
        guard let next, let lost = amount.subtracting(next) else { return false }
        if !lost.isZero { losses.append(Loss(amount: lost, reason: reason)) }
        amount = next
        return true
    }
}

extension Rational {
    /// To so many digits after the point. Nil where it does not fit.
    func rounded(_ display: NumberDisplay) -> Rational? { Rational(text(display)) }
}
