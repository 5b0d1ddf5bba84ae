internal import DutyModel

/// A node as the settlement runs it: plain numbers, no names. In the order of the nodes, parts before their group.
struct Step: Sendable, BitwiseCopyable {
    enum Content: Sendable, BitwiseCopyable {
        /// `wide` is the place of a slot of exact fractions, -1 for all others.
        case sum(slot: Int, wide: Int)
        case best(slot: Int, wide: Int)
        case tiers(slot: Int, Stretch)
        case everyFull(slot: Int, count: Int, amount: Rational)
        case shortfall(slot: Int, count: Int, amount: Rational)
        case rate(slot: Int, expectedSlot: Int, full: Rational, otherwise: Rational, allOrNothing: Bool)
        case rateSteps(slot: Int, expectedSlot: Int, otherwise: Rational, Stretch)
        case slope(
            slot: Int, expectedSlot: Int, from: Rational, per: Rational, amount: Rational, isAbove: Bool,
            isProportional: Bool)
        case quantityTiers(wide: Int, Stretch)
        case everyQuantity(wide: Int, per: Rational, amount: Rational)
        case manual
        case group(isBest: Bool, starts: Stretch, factor: Rational)
        /// A group whose parts have to be looked at one by one: so many of the best, or 0 for the mean of all.
        case chosen(few: Int, starts: Stretch, factor: Rational)
    }

    var content: Content
    /// -1 for the total.
    var parent: Int
    /// 适用; 0 for everyone.
    var roles: UInt16
    /// 除外, and bits of the names of which someone must have one; 0 for no condition.
    var except: UInt16 = 0
    var bodies: UInt64 = 0
    var parties: UInt64 = 0
    /// Whether `ItemCare` has terms for it.
    var hasTerms = false
    var isDeduction: Bool
    var cap: Rational?
    var floor: Rational?

    /// Whether it is for someone.
    @inline(__always)
    func applies(_ held: UInt16, traits: UInt64) -> Bool {
        (roles == 0 || roles & held != 0) && except & held == 0 && (bodies == 0 || bodies & traits != 0)
            && (parties == 0 || parties & traits != 0)
    }

    /// Within cap and floor.
    @inline(__always)
    func bounded(_ amount: Rational) -> Rational {
        var amount = amount
        if let cap, cap < amount { amount = cap }
        if let floor, amount < floor { amount = floor }
        return amount
    }
}

/// Makes steps of nodes.
struct StepBuilder {
    private(set) var steps: [Step] = []
    private(set) var tiers: [Tier] = []
    private(set) var startPoints: [StartPoints] = []
    private(set) var rateSteps: [RateStep] = []
    private(set) var quantityTiers: [QuantityTier] = []

    init(_ nodes: [Node], slots: [Slot], traitWords: [String], terms: [Int: CompiledTerms]) {
        var parents = Array(repeating: -1, count: nodes.count)
        for (position, node) in nodes.enumerated() {
            guard case .group(let children, _, _, _) = node.content else { continue }
            for child in children { parents[child] = position }
        }
        for (position, node) in nodes.enumerated() {
            let audience = node.item.audience
            func bits(_ words: [String]?) -> UInt64 {
                (words ?? []).compactMap { traitWords.firstIndex(of: $0) }.reduce(0) { $0 | 1 << UInt64($1) }
            }
            steps.append(
                Step(
                    content: content(of: node, slots: slots), parent: parents[position],
                    roles: node.item.appliesTo?.rawValue ?? 0, except: audience?.except.rawValue ?? 0,
                    bodies: bits(audience?.bodies), parties: bits(audience?.parties),
                    hasTerms: terms[position] != nil,
                    isDeduction: node.item.indicator?.isDeduction ?? false, cap: node.item.cap,
                    floor: node.item.floor))
        }
    }

    private mutating func content(of node: Node, slots: [Slot]) -> Step.Content {
        switch node.content {
        case .manual: return .manual
        case .group(_, let combination, let start, let factor):
            let first = startPoints.count
            startPoints += start
            let starts = Stretch(first..<startPoints.count)
            switch combination {
            case .bestFew(let few): return .chosen(few: few, starts: starts, factor: factor)
            case .mean: return .chosen(few: 0, starts: starts, factor: factor)
            case .sum, .best: return .group(isBest: combination == .best, starts: starts, factor: factor)
            }
        case .indicator(let slot, let settle): return content(of: settle, slot: slot, slots: slots)
        }
    }

    private mutating func content(of settle: Node.Settle, slot: Int, slots: [Slot]) -> Step.Content {
        let wide = slots[slot].wide
        switch settle {
        case .sum: return .sum(slot: slot, wide: wide)
        case .best: return .best(slot: slot, wide: wide)
        case .tiers(let own):
            let first = tiers.count
            tiers += own
            return .tiers(slot: slot, Stretch(first..<tiers.count))
        case .everyFull(let count, let amount): return .everyFull(slot: slot, count: count, amount: amount)
        case .shortfall(let count, let amount): return .shortfall(slot: slot, count: count, amount: amount)
        case .slope(let slope, let amount, let expectedSlot):
            return .slope(
                slot: slot, expectedSlot: expectedSlot, from: slope.from, per: slope.per, amount: amount,
                isAbove: slope.isAbove, isProportional: slope.isProportional)
        case .quantityTiers(let own):
            let first = quantityTiers.count
            quantityTiers += own
            return .quantityTiers(wide: wide, Stretch(first..<quantityTiers.count))
        case .everyQuantity(let per, let amount):
            return .everyQuantity(wide: wide, per: per.inUnits, amount: amount)
        case .rate(let rate, let expectedSlot) where !rate.steps.isEmpty:
            let first = rateSteps.count
            rateSteps += rate.steps
            return .rateSteps(
                slot: slot, expectedSlot: expectedSlot, otherwise: rate.whenNoneExpected,
                Stretch(first..<rateSteps.count))
        case .rate(let rate, let expectedSlot):
            return .rate(
                slot: slot, expectedSlot: expectedSlot, full: rate.full, otherwise: rate.whenNoneExpected,
                allOrNothing: rate.allOrNothing)
        }
    }
}

extension Quantity {
    /// In whole units of its kind.
    var inUnits: Rational { Rational(Int64(thousandths), over: 1000) ?? .zero }
}
