internal import DutyModel

/// Effects into tallies: one fact at a time, or all of a slot together.
struct CreditTaking {
    let slots: UnsafeMutablePointer<Slot>
    let tallies: UnsafeMutablePointer<Tally>
    let wide: UnsafeMutablePointer<WideTally>
    /// Set where a sum no longer fits.
    private(set) var overflowed = false

    init(
        slots: UnsafeMutablePointer<Slot>, tallies: UnsafeMutablePointer<Tally>,
        wide: UnsafeMutablePointer<WideTally>
    ) {
        self.slots = slots
        self.tallies = tallies
        self.wide = wide
    }

    /// Facts that are all worth the same and all count; the first that the tally hears of.
    @inline(__always)
    mutating func takeAlike(_ plan: Gathering.Plan, times: Int32) {
        let (all, overflow) = plan.amount.multipliedReportingOverflow(by: Int64(times))
        if overflow { overflowed = true }
        set(plan.slot, times, sum: all, best: plan.amount)
    }

    /// Facts that are all worth the same, of which a slot takes those from its first to its last, and perhaps gives
    /// another amount for the rest.
    @inline(__always)
    mutating func takeBounded(_ plan: Gathering.Plan, times: Int32) {
        let (slot, tally) = (slots + Int(plan.slot), tallies + Int(plan.slot))
        let (first, limit) = (slot.pointee.from, slot.pointee.limit)
        tally.pointee.matched = times
        let counted = min(times, limit) - (first - 1)
        if counted > 0 { credit(plan.amount, times: counted, to: tally) }
        let beyond = times - max(limit, first - 1)
        if beyond > 0, let amount = slot.pointee.afterLimit { credit(amount, times: beyond, to: tally) }
    }

    /// Facts of different worth that all count.
    @inline(__always)
    mutating func takeVaried(_ plan: Gathering.Plan, _ times: Int32, sum: Int64, best: Int64, fits: Bool) {
        if !fits { overflowed = true }
        set(plan.slot, times, sum: sum, best: best)
    }

    /// The same in parts of a common denominator.
    @inline(__always)
    mutating func takeExact(_ plan: Gathering.Plan, _ times: Int32, sum: Int64, best: Int64, fits: Bool) {
        guard times > 0 else { return }
        set(plan.slot, times, sum: 0, best: 0)
        guard fits, let sum = Rational(sum, over: plan.amount), let best = Rational(best, over: plan.amount) else {
            overflowed = true
            return
        }
        wide[Int(plan.wide)] = WideTally(sum: sum, best: best)
    }

    /// The same in fractions that have none; nil where they do not fit.
    mutating func takeFractions(_ plan: Gathering.Plan, _ found: (times: Int32, sum: Rational, best: Rational)?) {
        guard let found else {
            overflowed = true
            return
        }
        set(plan.slot, found.times, sum: 0, best: 0)
        wide[Int(plan.wide)] = WideTally(sum: found.sum, best: found.best)
    }

    @inline(__always)
    private func set(_ slot: Int32, _ times: Int32, sum: Int64, best: Int64) {
        let tally = tallies + Int(slot)
        tally.pointee.matched = times
        tally.pointee.counted = times
        tally.pointee.sum = sum
        tally.pointee.best = times > 0 ? best : .min
    }

    /// One fact.
    /// - Returns: What it is worth and what became of it; nil where a number does not fit.
    @inline(__always)
    mutating func takeOne(
        _ effect: Effect, _ row: FactRow, day: Int32, month: Int32
    ) -> (amount: Int64, exact: Rational?, outcome: FactOutcome)? {
        let number = Int(effect.slot)
        let slot = slots + number
        if case .split(let split, let place) = slot.pointee.amount {
            guard let amount = split.share(position: row.position, count: row.count) else {
                overflowed = true
                return nil
            }
            return share(amount, day: day, month: month, wide: place, slot: number)
        }
        let outcome = place(day: day, month: month, slot: slot, tally: tallies + number)
        let amount = outcome == .afterLimit ? slot.pointee.afterLimit ?? 0 : effect.amount
        if outcome == .counted || outcome == .afterLimit { credit(amount, times: 1, to: tallies + number) }
        return (amount, nil, outcome)
    }

    /// One fact whose exact worth is known.
    mutating func takeExact(
        _ effect: Effect, _ amount: Rational, day: Int32, month: Int32
    ) -> (amount: Int64, exact: Rational?, outcome: FactOutcome)? {
        let slot = Int(effect.slot)
        return share(amount, day: day, month: month, wide: slots[slot].wide, slot: slot)
    }

    /// Which one of its slot the fact is, and so whether it counts.
    @inline(__always)
    private func place(
        day: Int32, month: Int32, slot: UnsafeMutablePointer<Slot>, tally: UnsafeMutablePointer<Tally>
    ) -> FactOutcome {
        if let period = slot.pointee.period {
            let own = min(max(month, slot.pointee.firstMonth), slot.pointee.lastMonth)
            let key = period.key(of: day, month: own)
            let had = tally.pointee.period == key ? tally.pointee.inPeriod : 0
            if had >= slot.pointee.periodCount { return .beyondPeriod }
            if let other = slot.pointee.otherPeriod {
                let own = min(max(month, slot.pointee.otherFirstMonth), slot.pointee.otherLastMonth)
                let key = other.key(of: day, month: own)
                let had = tally.pointee.otherPeriod == key ? tally.pointee.inOtherPeriod : 0
                if had >= slot.pointee.otherPeriodCount { return .beyondOtherPeriod }
                tally.pointee.otherPeriod = key
                tally.pointee.inOtherPeriod = had + 1
            }
            tally.pointee.period = key
            tally.pointee.inPeriod = had + 1
        }
        tally.pointee.matched += 1
        if tally.pointee.matched < slot.pointee.from { return .beforeFirst }
        if tally.pointee.matched > slot.pointee.limit {
            return slot.pointee.afterLimit == nil ? .beyondLast : .afterLimit
        }
        return .counted
    }

    @inline(__always)
    private mutating func credit(_ amount: Int64, times: Int32, to tally: UnsafeMutablePointer<Tally>) {
        let (all, tooMuch) = amount.multipliedReportingOverflow(by: Int64(times))
        let (sum, overflow) = tally.pointee.sum.addingReportingOverflow(all)
        if tooMuch || overflow { overflowed = true }
        tally.pointee.counted &+= times
        tally.pointee.sum = sum
        tally.pointee.best = max(tally.pointee.best, amount)
    }

    /// One fact into a slot of exact fractions.
    @inline(never)
    private mutating func share(
        _ amount: Rational, day: Int32, month: Int32, wide number: Int, slot: Int
    ) -> (amount: Int64, exact: Rational?, outcome: FactOutcome)? {
        let outcome = place(day: day, month: month, slot: slots + slot, tally: tallies + slot)
        if outcome == .counted {
            let isFirst = tallies[slot].counted == 0
            tallies[slot].counted += 1
            guard let sum = wide[number].sum.adding(amount) else {
                overflowed = true
                return nil
            }
            wide[number].sum = sum
            wide[number].best = isFirst ? amount : max(wide[number].best, amount)
        }
        return (0, amount, outcome)
    }
}

extension Period {
    /// A number that two days share only within one day, month, quarter or half-year.
    func key(of day: Int32) -> Int32 {
        let (year, month, _) = CivilDay(daysSinceEpoch: day).components
        return key(of: day, month: Int32(year * 12 + month - 1))
    }

    /// The same where the month is known, counted from the first of year 0.
    @inline(__always)
    func key(of day: Int32, month: Int32) -> Int32 {
        if self == .day { return day }
        // 1970-01-01 was a Thursday; weeks begin on Monday.
        if self == .week { return (day &+ 3 &- ((day &+ 3) % 7 &+ 7) % 7) / 7 }
        let length: Int32 = self == .month ? 1 : self == .quarter ? 3 : 6
        return month / length * length
    }
}
