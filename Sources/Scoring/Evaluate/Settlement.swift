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
        /// Of a group: its parts together, and the best of them.
        var parts: Rational = .zero
        var bestPart: Rational?
    }

    /// In the order of the compiled nodes; the last is the total.
    var results: [Result]
    let rulebook: CompiledRulebook
    /// Where items have terms: the amount before them, what they took, and the amount that is seen beside everyone's.
    var beforeTerms: [Int: Rational] = [:]
    var termLosses: [Int: [Loss]] = [:]
    var relativeAmounts: [Int: Rational] = [:]
    /// Of the window, for members who sat for a part of it.
    private(set) var tenure = Tenure.whole

    init(_ rulebook: CompiledRulebook) {
        self.rulebook = rulebook
        results = Array(repeating: Result(), count: rulebook.nodes.count)
    }

    var total: Rational { results.last?.amount ?? .zero }

    /// - Parameter roles: of the last day in the committee within the window.
    /// - Throws: `ScoringError` where a number does not fit.
    mutating func settle(
        _ pass: FactPass, roles: RoleSet, traits: UInt64 = 0, tenure: Tenure = .whole, manual: [ManualPoints]
    ) throws(ScoringError) {
        self.tenure = tenure
        if pass.overflowed { throw ScoringError.numberTooLarge }
        for position in results.indices { results[position] = Result() }
        // Parents stand behind their parts: what a group is not for, its parts are not for either.
        for position in rulebook.steps.indices.reversed() where rulebook.hasGroupRoles {
            let parent = rulebook.steps[position].parent
            results[position].applies =
                rulebook.steps[position].applies(roles.rawValue, traits: traits)
                && (parent < 0 || results[parent].applies)
        }
        let own = (roles, traits)
        if let care = rulebook.care {
            for position in care.order { try settle(at: position, pass, own, manual) }
        } else {
            for position in rulebook.steps.indices { try settle(at: position, pass, own, manual) }
        }
        guard tenure.ofTotal != .one, let last = results.indices.last else { return }
        guard let whole = results[last].amount.divided(by: tenure.ofTotal) else { throw ScoringError.numberTooLarge }
        results[last].amount = whole
    }

    @inline(__always)
    private mutating func settle(
        at position: Int, _ pass: FactPass, _ own: (roles: RoleSet, traits: UInt64), _ manual: [ManualPoints]
    ) throws(ScoringError) {
        let step = rulebook.steps[position]
        if !results[position].applies || !step.applies(own.roles.rawValue, traits: own.traits) {
            results[position].applies = false
        } else {
            guard settle(step, at: position, pass, roles: own.roles, manual: manual) else {
                throw ScoringError.numberTooLarge
            }
            if step.hasTerms, let terms = rulebook.care?.terms[position] {
                guard apply(terms, at: position, pass, roles: own.roles) else { throw ScoringError.numberTooLarge }
            }
        }
        guard step.parent >= 0 else { return }
        guard add(results[position], to: step.parent) else { throw ScoringError.numberTooLarge }
    }

    private mutating func add(_ part: Result, to parent: Int) -> Bool {
        guard let sum = results[parent].parts.adding(part.amount) else { return false }
        results[parent].parts = sum
        if part.applies {
            results[parent].bestPart = results[parent].bestPart.map { max($0, part.amount) } ?? part.amount
        }
        return true
    }

    /// False where a number does not fit.
    private mutating func settle(
        _ step: Step, at position: Int, _ pass: FactPass, roles: RoleSet, manual: [ManualPoints]
    ) -> Bool {
        var raw: Rational?
        var bounded: Rational?
        switch step.content {
        case .manual: raw = sum(manual, at: position)
        case .group(let isBest, let starts, let factor):
            setStart(at: position, starts, roles)
            raw = results[position].parts.adding(results[position].start)
            if isBest { bounded = (results[position].bestPart ?? .zero).adding(results[position].start) }
            if factor != .one {
                guard let scaled = (bounded ?? raw)?.multiplied(by: factor) else { return false }
                bounded = scaled
            }
        case .chosen(let few, let starts, let factor):
            setStart(at: position, starts, roles)
            raw = results[position].parts.adding(results[position].start)
            let chosen = chosen(few, at: position)?.adding(results[position].start)
            guard let scaled = chosen?.multiplied(by: factor) else { return false }
            bounded = scaled
        default: raw = collected(step.content, at: position, pass)
        }
        guard let raw else { return false }
        let amount = step.bounded(bounded ?? raw)
        guard let signedRaw = step.isDeduction ? raw.negated : raw,
            let signed = step.isDeduction ? amount.negated : amount
        else { return false }
        results[position].raw = signedRaw
        results[position].amount = signed
        return true
    }

    private func sum(_ manual: [ManualPoints], at position: Int) -> Rational? {
        if manual.isEmpty { return .zero }
        let id = rulebook.nodes[position].item.id
        return manual.reduce(Rational?.some(.zero)) { sum, points in
            points.indicator == id ? sum.flatMap { $0.adding(points.amount) } : sum
        }
    }

    private mutating func setStart(at position: Int, _ starts: Stretch, _ roles: RoleSet) {
        let start = rulebook.startPoints[starts.range].first { $0.roles.map { !$0.isDisjoint(with: roles) } ?? true }
        results[position].start = (start?.amount).flatMap { $0.multiplied(by: tenure.ofStart) } ?? .zero
    }

    /// So many of the best parts of a group together; the mean of all for 0. Nil where it does not fit.
    private func chosen(_ few: Int, at position: Int) -> Rational? {
        guard case .group(let children, _, _, _) = rulebook.nodes[position].content else { return nil }
        return chosen(few, of: children)
    }

    func chosen(_ few: Int, of children: [Int]) -> Rational? {
        let parts = children.filter { results[$0].applies }.map { results[$0].amount }
        if parts.isEmpty { return .zero }
        let taken = few > 0 ? Array(parts.sorted(by: >).prefix(few)) : parts
        let sum = taken.reduce(Rational?.some(.zero)) { sum, part in sum.flatMap { $0.adding(part) } }
        return few > 0 ? sum : sum?.divided(by: Rational(Int64(parts.count)))
    }

    private func collected(_ content: Step.Content, at position: Int, _ pass: FactPass) -> Rational? {
        switch content {
        case .sum(let slot, let wide): return wide < 0 ? unscaled(pass.tallies[slot].sum) : pass.wide[wide].sum
        case .best(let slot, let wide):
            if pass.tallies[slot].counted == 0 { return .zero }
            return wide < 0 ? unscaled(pass.tallies[slot].best) : pass.wide[wide].best
        case .tiers(let slot, let tiers):
            let had = Int(pass.tallies[slot].counted)
            return rulebook.tiers[tiers.range].last { $0.count <= had }?.amount ?? .zero
        case .everyFull(let slot, let count, let amount):
            return amount.multiplied(by: Rational(Int64(Int(pass.tallies[slot].counted) / count)))
        case .shortfall(let slot, let count, let amount):
            let had = Rational(Int64(pass.tallies[slot].counted))
            let share = tenure.ofCounts(in: rulebook.nodes[position].days)
            guard let asked = share.multiplied(by: Rational(Int64(count))), let missing = asked.subtracting(had)
            else { return nil }
            return amount.multiplied(by: max(.zero, missing))
        case .rateSteps(let slot, let expectedSlot, let otherwise, let steps):
            let (had, expected) = (pass.tallies[slot].counted, pass.tallies[expectedSlot].matched)
            guard expected > 0 else { return otherwise }
            guard let rate = Rational(Int64(min(had, expected)), over: Int64(expected)) else { return nil }
            return rulebook.rateSteps[steps.range].last { $0.share <= rate }?.amount ?? .zero
        case .rate(let slot, let expectedSlot, let full, let otherwise, let allOrNothing):
            let (had, expected) = (pass.tallies[slot].counted, pass.tallies[expectedSlot].matched)
            guard expected > 0 else { return otherwise }
            if allOrNothing { return had >= expected ? full : .zero }
            return Rational(Int64(min(had, expected)), over: Int64(expected))?.multiplied(by: full)
        case .slope(let slot, let expectedSlot, let from, let per, let amount, let isAbove, let isProportional):
            let (had, expected) = (pass.tallies[slot].counted, pass.tallies[expectedSlot].matched)
            guard expected > 0 else { return .zero }
            guard let rate = Rational(Int64(min(had, expected)), over: Int64(expected)),
                let distance = isAbove ? rate.subtracting(from) : from.subtracting(rate),
                let steps = max(.zero, distance).divided(by: per)
            else { return nil }
            return (isProportional ? steps : steps.whole).multiplied(by: amount)
        case .quantityTiers(let wide, let tiers):
            let sum = pass.wide[wide].sum
            return rulebook.quantityTiers[tiers.range].last { $0.quantity.inUnits <= sum }?.amount ?? .zero
        case .everyQuantity(let wide, let per, let amount):
            return pass.wide[wide].sum.divided(by: per)?.whole.multiplied(by: amount)
        case .manual, .group, .chosen: return .zero
        }
    }

    private func unscaled(_ amount: Int64) -> Rational? {
        let scale = rulebook.program.scale
        if scale == 1 { return Rational(amount) }
        let (whole, rest) = amount.quotientAndRemainder(dividingBy: scale)
        return rest == 0 ? Rational(whole) : Rational(amount, over: scale)
    }
}

/// Why a member's year could not be scored.
public enum ScoringError: Error, Hashable, Sendable {
    /// An exact result needs more than 64 bits above or below the line: unheard of, and refused instead of rounded.
    case numberTooLarge
}

extension Rational {
    /// Without what is behind the point; for numbers not below zero.
    fileprivate var whole: Rational { Rational(numerator / denominator) }
}
