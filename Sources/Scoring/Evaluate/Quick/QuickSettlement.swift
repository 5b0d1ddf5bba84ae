internal import DutyModel

/// The settlement of `Settlement` in whole units, for members who have nothing rare: no points by hand, no share of a
/// year, no fraction that is no multiple of the unit. It refuses the others.
final class QuickSettlement {
    let unit: CommonUnit
    /// In the order of the compiled nodes; the last is the total.
    let amounts: UnsafeMutablePointer<Int64>
    private var startUnits: Int64 = 0
    private let count: Int
    private let steps: UnsafeMutablePointer<QuickStep>
    private let tiers: [QuickTier]
    private let starts: [QuickStart]
    private let rateSteps: [RateStep]
    private let rateAmounts: [Int64]
    /// Of each group: its parts together, and the best of them.
    private let parts: UnsafeMutablePointer<Int64>
    private let bestParts: UnsafeMutablePointer<Int64>
    /// From units of the program to units of this.
    private let factor: Int64

    /// Nil for a rulebook that has to be settled in fractions.
    init?(_ rulebook: CompiledRulebook, unit: CommonUnit) {
        guard let builder = QuickStepBuilder(rulebook, unit: unit),
            let factor = unit.units(Rational(1, over: rulebook.program.scale) ?? .zero), !builder.steps.isEmpty
        else { return nil }
        self.unit = unit
        self.factor = factor
        count = builder.steps.count
        (tiers, starts) = (builder.tiers, builder.starts)
        (rateSteps, rateAmounts) = (builder.rateSteps, builder.rateAmounts)
        steps = .allocate(capacity: count)
        amounts = .allocate(capacity: count)
        parts = .allocate(capacity: count)
        bestParts = .allocate(capacity: count)
        for (position, step) in builder.steps.enumerated() { (steps + position).initialize(to: step) }
        amounts.initialize(repeating: 0, count: count)
        parts.initialize(repeating: 0, count: count)
        bestParts.initialize(repeating: .min, count: count)
    }

    deinit {
        steps.deallocate()
        amounts.deallocate()
        parts.deallocate()
        bestParts.deallocate()
    }

    /// The total in units.
    var units: Int64 { amounts[count - 1] }
    var total: Rational { unit.amount(units) }
    /// 起点分 of the whole.
    var start: Rational { unit.amount(startUnits) }

    /// False where the member has to be settled in fractions; the amounts are then of no use.
    func settle(_ pass: FactPass, roles: UInt16) -> Bool {
        startUnits = 0
        parts.update(repeating: 0, count: count)
        bestParts.update(repeating: .min, count: count)
        for position in 0..<count {
            let step = steps + position
            var amount: Int64 = 0
            let applies = step.pointee.roles == 0 || step.pointee.roles & roles != 0
            if applies {
                guard let raw = raw(step, at: position, pass, roles) else { return false }
                amount = max(min(raw, step.pointee.cap), step.pointee.floor)
                // The lowest number has no opposite.
                guard amount != .min else { return false }
                if step.pointee.isDeduction { amount = -amount }
            }
            amounts[position] = amount
            let parent = Int(step.pointee.parent)
            guard parent >= 0 else { continue }
            let (sum, overflow) = parts[parent].addingReportingOverflow(amount)
            if overflow { return false }
            parts[parent] = sum
            if applies { bestParts[parent] = max(bestParts[parent], amount) }
        }
        return true
    }

    /// Before cap and floor; nil where it is no multiple of the unit or does not fit.
    @inline(__always)
    private func raw(
        _ step: UnsafeMutablePointer<QuickStep>, at position: Int, _ pass: FactPass, _ roles: UInt16
    ) -> Int64? {
        let (tallies, wide) = (pass.tallies, pass.wide)
        switch step.pointee.content {
        case .sum(let slot): return times(tallies[Int(slot)].sum, factor)
        case .best(let slot):
            return tallies[Int(slot)].counted == 0 ? 0 : times(tallies[Int(slot)].best, factor)
        case .exactSum(_, let place): return unit.units(wide[Int(place)].sum)
        case .exactBest(let slot, let place):
            return tallies[Int(slot)].counted == 0 ? 0 : unit.units(wide[Int(place)].best)
        case .tiers(let slot, let own): return tier(own, had: tallies[Int(slot)].counted)
        case .everyFull(let slot, let count, let amount):
            return times(amount, Int64(tallies[Int(slot)].counted / count))
        case .shortfall(let slot, let count, let amount):
            return times(amount, Int64(max(0, count - tallies[Int(slot)].counted)))
        case .rate(let slot, let expectedSlot, let full, let otherwise, let allOrNothing):
            let (had, expected) = (tallies[Int(slot)].counted, tallies[Int(expectedSlot)].matched)
            guard expected > 0 else { return otherwise }
            if allOrNothing { return had >= expected ? full : 0 }
            return share(full, min(had, expected), of: expected)
        case .rateSteps(let slot, let expectedSlot, let otherwise, let own):
            let (had, expected) = (tallies[Int(slot)].counted, tallies[Int(expectedSlot)].matched)
            return expected > 0 ? rateStep(own, min(had, expected), of: expected) : otherwise
        case .manual: return 0
        case .group(let isBest, let starts, let factor):
            return group(isBest, starts, factor, at: position, roles)
        }
    }

    @inline(__always)
    private func times(_ amount: Int64, _ count: Int64) -> Int64? {
        let (product, overflow) = amount.multipliedReportingOverflow(by: count)
        return overflow ? nil : product
    }

    private func tier(_ own: Stretch, had: Int32) -> Int64 {
        var amount: Int64 = 0
        for place in own.range where tiers[place].count <= had { amount = tiers[place].amount }
        return amount
    }

    /// So much of an amount as some are of all.
    @inline(__always)
    private func share(_ amount: Int64, _ some: Int32, of all: Int32) -> Int64? {
        guard let product = times(amount, Int64(some)) else { return nil }
        let (share, rest) = product.quotientAndRemainder(dividingBy: Int64(all))
        return rest == 0 ? share : nil
    }

    private func rateStep(_ own: Stretch, _ some: Int32, of all: Int32) -> Int64 {
        var amount: Int64 = 0
        for place in own.range {
            let share = rateSteps[place].share
            let isReached = Int128(share.numerator) * Int128(all) <= Int128(some) * Int128(share.denominator)
            if isReached { amount = rateAmounts[place] }
        }
        return amount
    }

    @inline(__always)
    private func group(_ isBest: Bool, _ own: Stretch, _ factor: Rational, at position: Int, _ roles: UInt16) -> Int64?
    {
        var begin: Int64 = 0
        for place in own.range where starts[place].isForAll || starts[place].roles & roles != 0 {
            begin = starts[place].amount
            break
        }
        if position == count - 1 { startUnits = begin }
        let all = isBest ? (bestParts[position] == .min ? 0 : bestParts[position]) : parts[position]
        let (sum, overflow) = all.addingReportingOverflow(begin)
        if overflow { return nil }
        if factor == .one { return sum }
        guard let product = times(sum, factor.numerator) else { return nil }
        let (scaled, rest) = product.quotientAndRemainder(dividingBy: factor.denominator)
        return rest == 0 ? scaled : nil
    }
}
