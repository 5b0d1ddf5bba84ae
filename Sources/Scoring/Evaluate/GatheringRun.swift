/// What one slot gathered of classes that are worth different amounts.
private struct VariedSum {
    var times: Int32 = 0
    var sum: Int64 = 0
    var best: Int64 = .min
    var overflowed = false
}

extension Gathering {
    /// Gathers what was counted of one member into the tallies, once.
    /// - Parameter counts: of the classes; left as they are.
    func gather(_ counts: UnsafePointer<Int32>, into credits: inout CreditTaking) {
        let (counters, amounts) = (counters.base, amounts.base)
        for place in 0..<plans.count {
            let plan = plans.base[place]
            switch plan.way {
            case .alike: credits.takeAlike(plan, times: number(plan.start, plan.end, counts, counters))
            case .bounded: credits.takeBounded(plan, times: bounded(plan, counts, counters, credits.slots))
            case .varied:
                let found = varied(plan, counts, counters, amounts)
                credits.takeVaried(plan, found.times, sum: found.sum, best: found.best, fits: !found.overflowed)
            case .exact:
                let found = varied(plan, counts, counters, amounts)
                credits.takeExact(plan, found.times, sum: found.sum, best: found.best, fits: !found.overflowed)
            case .fractions: credits.takeFractions(plan, fractions(plan, counts, counters))
            }
        }
    }

    @inline(__always)
    private func number(
        _ start: Int32, _ end: Int32, _ counts: UnsafePointer<Int32>, _ counters: UnsafeMutablePointer<Int32>
    ) -> Int32 {
        var times: Int32 = 0
        for term in Int(start)..<Int(end) { times &+= counts[Int(counters[term])] }
        return times
    }

    @inline(__always)
    private func bounded(
        _ plan: Plan, _ counts: UnsafePointer<Int32>, _ counters: UnsafeMutablePointer<Int32>,
        _ slots: UnsafeMutablePointer<Slot>
    ) -> Int32 {
        if plan.periodStart == plan.periodEnd { return number(plan.start, plan.end, counts, counters) }
        let most = slots[Int(plan.slot)].periodCount
        var (times, start) = (Int32(0), plan.start)
        for period in Int(plan.periodStart)..<Int(plan.periodEnd) {
            let end = periodEnds.base[period]
            times &+= min(number(start, end, counts, counters), most)
            start = end
        }
        return times
    }

    @inline(__always)
    private func varied(
        _ plan: Plan, _ counts: UnsafePointer<Int32>, _ counters: UnsafeMutablePointer<Int32>,
        _ amounts: UnsafeMutablePointer<Int64>
    ) -> VariedSum {
        var found = VariedSum()
        for term in Int(plan.start)..<Int(plan.end) {
            let (times, amount) = (counts[Int(counters[term])], amounts[term])
            let (all, tooMuch) = amount.multipliedReportingOverflow(by: Int64(times))
            let (sum, overflow) = found.sum.addingReportingOverflow(all)
            found.times &+= times
            found.sum = sum
            found.best = max(found.best, times > 0 ? amount : .min)
            found.overflowed = found.overflowed || tooMuch || overflow
        }
        return found
    }

    /// Nil where it does not fit.
    private func fractions(
        _ plan: Plan, _ counts: UnsafePointer<Int32>, _ counters: UnsafeMutablePointer<Int32>
    ) -> (times: Int32, sum: Rational, best: Rational)? {
        var found = (times: Int32(0), sum: Rational.zero, best: Rational.zero)
        for term in Int(plan.start)..<Int(plan.end) where counts[Int(counters[term])] > 0 {
            let (times, amount) = (counts[Int(counters[term])], fractions.base[term])
            guard let all = amount.multiplied(by: Rational(Int64(times))), let sum = found.sum.adding(all) else {
                return nil
            }
            found = (found.times + times, sum, found.times == 0 ? amount : max(found.best, amount))
        }
        return found
    }
}
