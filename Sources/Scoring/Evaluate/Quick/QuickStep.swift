internal import DutyModel

/// A step of the settlement in whole units.
struct QuickStep: BitwiseCopyable {
    enum Content: BitwiseCopyable {
        case sum(slot: Int32)
        case best(slot: Int32)
        case exactSum(slot: Int32, wide: Int32)
        case exactBest(slot: Int32, wide: Int32)
        case tiers(slot: Int32, Stretch)
        case everyFull(slot: Int32, count: Int32, amount: Int64)
        case shortfall(slot: Int32, count: Int32, amount: Int64)
        case rate(slot: Int32, expectedSlot: Int32, full: Int64, otherwise: Int64, allOrNothing: Bool)
        case rateSteps(slot: Int32, expectedSlot: Int32, otherwise: Int64, Stretch)
        case manual
        case group(isBest: Bool, starts: Stretch, factor: Rational)
    }

    var content: Content
    /// -1 for the total.
    var parent: Int32
    /// 适用; 0 for everyone.
    var roles: UInt16
    var isDeduction: Bool
    /// .max and .min where there is none.
    var cap: Int64
    var floor: Int64
}

/// 按次数 and 起点分 in whole units.
struct QuickTier: BitwiseCopyable {
    var count: Int32
    var amount: Int64
}

struct QuickStart: BitwiseCopyable {
    /// 0xFFFF for everyone, whatever the roles.
    var roles: UInt16
    var isForAll: Bool
    var amount: Int64
}

/// Makes quick steps of steps.
///
/// This is the one place that decides which rulebooks are settled in whole units: what it does not know it refuses, and
/// the rulebook is then settled by `Settlement` alone. Whatever is added to `Step` and is not translated here has to be
/// refused here.
struct QuickStepBuilder {
    let unit: CommonUnit
    private(set) var steps: [QuickStep] = []
    private(set) var tiers: [QuickTier] = []
    private(set) var starts: [QuickStart] = []
    private(set) var rateSteps: [RateStep] = []
    private(set) var rateAmounts: [Int64] = []

    /// Nil for a rulebook that is refused.
    init?(_ rulebook: CompiledRulebook, unit: CommonUnit) {
        // Whether a group is for the member would have to be known before its parts are settled.
        guard !rulebook.hasGroupRoles else { return nil }
        self.unit = unit
        rateSteps = rulebook.rateSteps
        for tier in rulebook.tiers {
            guard let amount = unit.units(tier.amount), let count = Int32(exactly: tier.count) else { return nil }
            tiers.append(QuickTier(count: count, amount: amount))
        }
        for start in rulebook.startPoints {
            guard let amount = unit.units(start.amount) else { return nil }
            starts.append(
                QuickStart(roles: start.roles?.rawValue ?? 0, isForAll: start.roles == nil, amount: amount))
        }
        for step in rulebook.rateSteps {
            guard let amount = unit.units(step.amount) else { return nil }
            rateAmounts.append(amount)
        }
        for step in rulebook.steps {
            guard let quick = quick(step) else { return nil }
            steps.append(quick)
        }
    }

    private func quick(_ step: Step) -> QuickStep? {
        // What looks at other items, at everyone, or at bodies and parties is settled in fractions.
        guard !step.hasTerms, step.except == 0, step.bodies == 0, step.parties == 0 else { return nil }
        guard let content = quick(step.content) else { return nil }
        var (cap, floor) = (Int64.max, Int64.min)
        if let own = step.cap {
            guard let units = unit.units(own) else { return nil }
            cap = units
        }
        if let own = step.floor {
            guard let units = unit.units(own) else { return nil }
            floor = units
        }
        return QuickStep(
            content: content, parent: Int32(step.parent), roles: step.roles, isDeduction: step.isDeduction, cap: cap,
            floor: floor)
    }

    private func quick(_ content: Step.Content) -> QuickStep.Content? {
        switch content {
        case .sum(let slot, let wide):
            return wide < 0 ? .sum(slot: Int32(slot)) : .exactSum(slot: Int32(slot), wide: Int32(wide))
        case .best(let slot, let wide):
            return wide < 0 ? .best(slot: Int32(slot)) : .exactBest(slot: Int32(slot), wide: Int32(wide))
        case .tiers(let slot, let own): return .tiers(slot: Int32(slot), own)
        case .everyFull(let slot, let count, let amount):
            guard let amount = unit.units(amount), let count = Int32(exactly: count) else { return nil }
            return .everyFull(slot: Int32(slot), count: count, amount: amount)
        case .shortfall(let slot, let count, let amount):
            guard let amount = unit.units(amount), let count = Int32(exactly: count) else { return nil }
            return .shortfall(slot: Int32(slot), count: count, amount: amount)
        case .rate(let slot, let expectedSlot, let full, let otherwise, let allOrNothing):
            guard let full = unit.units(full), let otherwise = unit.units(otherwise) else { return nil }
            return .rate(
                slot: Int32(slot), expectedSlot: Int32(expectedSlot), full: full, otherwise: otherwise,
                allOrNothing: allOrNothing)
        case .rateSteps(let slot, let expectedSlot, let otherwise, let own):
            guard let otherwise = unit.units(otherwise) else { return nil }
            return .rateSteps(slot: Int32(slot), expectedSlot: Int32(expectedSlot), otherwise: otherwise, own)
        case .slope, .quantityTiers, .everyQuantity, .chosen: return nil
        case .manual: return .manual
        case .group(let isBest, let starts, let factor):
            return .group(isBest: isBest, starts: starts, factor: factor)
        }
    }
}
