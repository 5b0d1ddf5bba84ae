internal import DutyModel

/// How slots gather what the classes of facts counted: each slot has a list of the counters it takes from and of what
/// a fact of each is worth. The lists grow with the classes and stay the same from one member to the next.
struct Gathering {
    /// How one slot gathers.
    struct Plan: BitwiseCopyable {
        enum Way: UInt8 {
            /// All facts are worth the same, and all count.
            case alike
            /// All facts are worth the same, and only some count.
            case bounded
            /// Facts are worth different amounts, and all count.
            case varied
            /// The same in exact fractions with a common denominator.
            case exact
            /// The same with denominators that have none.
            case fractions
        }

        var way: Way
        var slot: Int32
        /// Places in the lists of counters and amounts.
        var start: Int32
        var end: Int32
        /// Of a slot that takes so many in a period at most: places in the list of where periods end.
        var periodStart: Int32 = 0
        var periodEnd: Int32 = 0
        /// Of exact fractions: the place of their tally.
        var wide: Int32 = 0
        /// What each fact is worth, where all are worth the same; of exact fractions, the common denominator.
        var amount: Int64 = 0
    }

    /// A class as one slot sees it.
    private struct Source {
        var counter: Int32
        var isMonthly: Bool
        var effect: Effect
    }

    private let program: ProgramMemory
    private var sources: [[Source]]
    /// Whether the lists are those of the sources.
    private(set) var isPlanned = false
    private(set) var plans = PlainList<Plan>(capacity: 64)
    private(set) var counters = PlainList<Int32>(capacity: 256)
    private(set) var amounts = PlainList<Int64>(capacity: 256)
    private(set) var fractions = PlainList<Rational>(capacity: 1)
    private(set) var periodEnds = PlainList<Int32>(capacity: 64)

    init(_ program: ProgramMemory) {
        self.program = program
        sources = Array(repeating: [], count: program.slotCount)
    }

    func deallocate() {
        plans.deallocate()
        counters.deallocate()
        amounts.deallocate()
        fractions.deallocate()
        periodEnds.deallocate()
    }

    mutating func forget() {
        sources = Array(repeating: [], count: program.slotCount)
        isPlanned = false
    }

    /// A class not met before.
    mutating func add(_ effects: some Sequence<Effect>, of what: FactClass) {
        for effect in effects where effect.sort != .ordered {
            sources[Int(effect.slot)].append(
                Source(counter: what.counter, isMonthly: what.monthMask != 0, effect: effect))
        }
        isPlanned = false
    }

    /// Makes the lists anew.
    @inline(never)
    mutating func plan() {
        plans.removeAll()
        counters.removeAll()
        amounts.removeAll()
        fractions.removeAll()
        periodEnds.removeAll()
        for slot in sources.indices where !sources[slot].isEmpty { plan(Int32(slot), sources[slot]) }
        isPlanned = true
    }

    private mutating func plan(_ number: Int32, _ own: [Source]) {
        let slot = program.slots[Int(number)]
        let start = Int32(counters.count)
        var plan = Plan(way: .varied, slot: number, start: start, end: start)
        switch slot.amount {
        case .count, .fixed:
            let isFree = slot.period == nil && slot.from == 1 && slot.limit == .max
            plan.way = isFree ? .alike : .bounded
            if case .fixed(let amount) = slot.amount { plan.amount = amount }
        case .split(_, let wide), .quantity(_, let wide):
            plan.wide = Int32(wide)
            let unit = Gathering.denominator(of: own.map(\.effect.exact))
            plan.way = unit == nil ? .fractions : .exact
            plan.amount = unit ?? 1
        case .perHalfDay, .perMissedHalfDay, .first, .best, .sum: plan.way = .varied
        }
        if let period = slot.period {
            plan.periodStart = Int32(periodEnds.count)
            addPeriods(period, of: slot, own)
            plan.periodEnd = Int32(periodEnds.count)
        } else {
            for source in own { add(source, unit: plan.way == .exact ? plan.amount : nil) }
        }
        plan.end = Int32(counters.count)
        plans.append(plan)
    }

    /// Every counter of a class, with what a fact of it is worth.
    private mutating func add(_ source: Source, unit: Int64?) {
        let exact = source.effect.exact
        for month in 0..<(source.isMonthly ? program.monthCount : 1) {
            counters.append(source.counter + month)
            amounts.append(unit.map { exact.numerator * ($0 / exact.denominator) } ?? source.effect.amount)
            fractions.append(exact)
        }
    }

    /// The same, period by period.
    private mutating func addPeriods(_ period: Period, of slot: Slot, _ own: [Source]) {
        func key(_ month: Int32) -> Int32 {
            period.key(of: 0, month: min(max(program.firstMonth + month, slot.firstMonth), slot.lastMonth))
        }
        var month: Int32 = 0
        while month < program.monthCount {
            let first = month
            while month < program.monthCount, key(month) == key(first) {
                for source in own {
                    counters.append(source.counter + month)
                    amounts.append(source.effect.amount)
                    fractions.append(.zero)
                }
                month += 1
            }
            periodEnds.append(Int32(counters.count))
        }
    }

    /// Nil where it would be so large that sums might not fit.
    private static func denominator(of amounts: [Rational]) -> Int64? {
        var common: Int64 = 1
        for amount in amounts {
            guard let step = Rational(common, over: amount.denominator) else { return nil }
            let (larger, overflow) = common.multipliedReportingOverflow(by: step.denominator)
            guard !overflow, larger <= 1 << 30, amount.numerator.magnitude <= 1 << 20 else { return nil }
            common = larger
        }
        return common
    }
}
