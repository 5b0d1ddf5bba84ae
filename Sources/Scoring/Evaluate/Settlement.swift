internal import DutyModel

/// What every item of a rulebook is worth for one member: from what the slots collected to the total.
struct Settlement {
    struct Result {
        /// Before cap and floor, start included.
        var raw: Rational = .zero
        var amount: Rational = .zero
        /// 起点分.
        var start: Rational = .zero
        /// Whether the member has a role the item is for.
        var applies = true
    }

    /// In the order of the compiled nodes; the last is the total.
    private(set) var results: [Result]
    private let rulebook: CompiledRulebook

    init(_ rulebook: CompiledRulebook) {
        self.rulebook = rulebook
        results = Array(repeating: Result(), count: rulebook.nodes.count)
    }

    var total: Rational { results.last?.amount ?? .zero }

    /// - Parameter roles: of the last day in the committee within the window.
    /// - Throws: `ScoringError` where a number does not fit.
    mutating func settle(_ pass: FactPass, roles: RoleSet, manual: [ManualPoints]) throws(ScoringError) {
        if pass.overflowed { throw ScoringError.numberTooLarge }
        for position in rulebook.nodes.indices {
            let node = rulebook.nodes[position]
            results[position] = Result()
            if let wanted = node.item.appliesTo, wanted.isDisjoint(with: roles) {
                results[position].applies = false
                continue
            }
            results[position] = try Settlement.exact(settle(node, pass, roles: roles, manual: manual))
        }
    }

    private static func exact<Value>(_ value: Value?) throws(ScoringError) -> Value {
        guard let value else { throw ScoringError.numberTooLarge }
        return value
    }

    /// Nil where a number does not fit.
    private func settle(_ node: Node, _ pass: FactPass, roles: RoleSet, manual: [ManualPoints]) -> Result? {
        var result = Result()
        var raw: Rational?
        switch node.content {
        case .indicator(let slot, let settle): raw = collected(slot: slot, settle, pass)
        case .manual: raw = Settlement.sum(manual.filter { $0.indicator == node.item.id }.map(\.amount))
        case .group(let children, let combination, let start):
            result.start = start.first { $0.roles.map { !$0.isDisjoint(with: roles) } ?? true }?.amount ?? .zero
            raw = Settlement.sum(children.map { results[$0].amount })?.adding(result.start)
            let parts = children.filter { results[$0].applies }.map { results[$0].amount }
            if combination == .best { return bestOf(parts, raw: raw, start: result.start, item: node.item) }
        }
        guard let raw else { return nil }
        let amount = node.item.bounded(raw)
        let isDeduction = node.item.indicator?.isDeduction ?? false
        guard let signedRaw = isDeduction ? raw.negated : raw, let signed = isDeduction ? amount.negated : amount
        else { return nil }
        result.raw = signedRaw
        result.amount = signed
        return result
    }

    private func bestOf(_ parts: [Rational], raw: Rational?, start: Rational, item: RuleItem) -> Result? {
        guard let raw, let best = (parts.max() ?? .zero).adding(start) else { return nil }
        return Result(raw: raw, amount: item.bounded(best), start: start)
    }

    private static func sum(_ amounts: [Rational]) -> Rational? {
        amounts.reduce(Rational?.some(.zero)) { sum, amount in sum.flatMap { $0.adding(amount) } }
    }

    private func collected(slot: Int, _ settle: Node.Settle, _ pass: FactPass) -> Rational? {
        let tally = pass.tallies[slot]
        switch settle {
        case .sum:
            if case .split(_, let wide) = rulebook.program.slots[slot].amount { return pass.wide[wide].sum }
            return unscaled(tally.sum)
        case .best:
            if tally.counted == 0 { return .zero }
            if case .split(_, let wide) = rulebook.program.slots[slot].amount { return pass.wide[wide].best }
            return unscaled(tally.best)
        case .tiers(let tiers):
            return tiers.last { $0.count <= Int(tally.counted) }?.amount ?? .zero
        case .everyFull(let count, let amount):
            return amount.multiplied(by: Rational(Int64(Int(tally.counted) / count)))
        case .rate(let rate, let expectedSlot):
            let expected = pass.tallies[expectedSlot].matched
            guard expected > 0 else { return rate.whenNoneExpected }
            if rate.allOrNothing { return tally.counted >= expected ? rate.full : .zero }
            return Rational(Int64(min(tally.counted, expected)), over: Int64(expected))?.multiplied(by: rate.full)
        }
    }

    private func unscaled(_ amount: Int64) -> Rational? {
        rulebook.program.scale == 1 ? Rational(amount) : Rational(amount, over: rulebook.program.scale)
    }
}

extension RuleItem {
    /// Within cap and floor.
    func bounded(_ amount: Rational) -> Rational {
        var amount = amount
        if let cap, cap < amount { amount = cap }
        if let floor, amount < floor { amount = floor }
        return amount
    }
}

/// Why a member's year could not be scored.
public enum ScoringError: Error, Hashable, Sendable {
    /// An exact result needs more than 64 bits above or below the line: unheard of, and refused instead of rounded.
    case numberTooLarge
}
