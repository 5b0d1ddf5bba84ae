internal import DutyModel

/// Collects slots and tests, then orders them by kind.
struct ProgramBuilder {
    private(set) var slots: [Slot] = []
    private var tableRows: [TableRow] = []
    private var tests: [(kinds: [KindCode], test: SlotTest)] = []
    private var wideCount = 0
    private(set) var days: DayRange
    let scale: Int64
    /// The assessment year.
    let year: Int

    init(scale: Int64, days: DayRange, year: Int) {
        self.scale = scale
        self.days = days
        self.year = year
    }

    /// A slot for an indicator.
    ///
    /// - Parameters:
    ///   - window: the whole window that the days are a part of.
    ///   - works: within which scope the same work counts once; -1 for none. The same for `records`.
    mutating func addSlot(
        for rule: IndicatorRule, days: DayRange, window: DayRange, works: Int32 = -1, records: Int32 = -1
    ) -> Int {
        var slot = Slot(amount: amount(rule, days: days))
        slot.from = Int32(rule.take.from)
        slot.limit = rule.take.limit.map { Int32($0) } ?? .max
        slot.afterLimit = rule.take.afterLimit.map(scaled)
        slot.period = rule.take.perPeriod?.period
        slot.periodCount = rule.take.perPeriod.map { Int32($0.count) } ?? .max
        slot.otherPeriod = rule.take.perOtherPeriod?.period
        slot.otherPeriodCount = rule.take.perOtherPeriod.map { Int32($0.count) } ?? .max
        if let months = slot.period?.months(of: window, year: year) {
            (slot.firstMonth, slot.lastMonth) = (months.lowerBound, months.upperBound)
        }
        if let months = slot.otherPeriod?.months(of: window, year: year) {
            (slot.otherFirstMonth, slot.otherLastMonth) = (months.lowerBound, months.upperBound)
        }
        slot.largest = Int32(rule.take.largest ?? 0)
        if rule.countsOnce { (slot.workScope, slot.recordScope) = (works, records) }
        return add(slot, counted: rule.counted, excluded: rule.excluded, days: days)
    }

    /// A slot that only counts.
    ///
    /// - Parameter runAmong: the slot of facts among which its longest run is counted; -1 to count them all.
    mutating func addCounter(
        _ counted: [Selection], excluded: [Selection] = [], days: DayRange, runAmong: Int = -1
    ) -> Int {
        var slot = Slot(amount: .count)
        slot.runAmong = Int32(runAmong)
        return add(slot, counted: counted, excluded: excluded, days: days)
    }

    /// A slot that adds up a quantity, in whole units. Answers where the sum is.
    mutating func addSum(
        of unit: QuantityUnit, _ counted: [Selection], excluded: [Selection], days: DayRange
    ) -> Int {
        wideCount += 1
        _ = add(
            Slot(amount: .quantity(QuantityRate(of: unit), wide: wideCount - 1)), counted: counted, excluded: excluded,
            days: days)
        return wideCount - 1
    }

    private mutating func add(_ slot: Slot, counted: [Selection], excluded: [Selection], days: DayRange) -> Int {
        slots.append(slot)
        let number = Int32(slots.count - 1)
        for (selections, isExclusion) in [(excluded, true), (counted, false)] {
            for selection in selections {
                // What is excluded is so under whichever day it is counted.
                let basis = selection.basis?.rawValue ?? (isExclusion ? FactTest.anyBasis : FactBasis.record.rawValue)
                let test = SlotTest(
                    test: FactTest(selection, days: days, basis: basis), slot: number, nextSlot: 0,
                    isExclusion: isExclusion)
                tests.append((selection.kinds, test))
            }
        }
        self.days = DayRange(min(self.days.first, days.first), max(self.days.last, days.last)) ?? days
        return Int(number)
    }

    private mutating func amount(_ rule: IndicatorRule, days: DayRange) -> Slot.Amount {
        switch rule.take.mode {
        case .quantityTiers(let tiers): return sum(of: tiers.first?.quantity.unit ?? .characters)
        case .everyQuantity(let quantity): return sum(of: quantity.unit)
        default: break
        }
        guard rule.take.needsAmount else { return .count }
        switch rule.amount {
        case .fixed(let amount): return .fixed(scaled(amount))
        case .perHalfDay(let amount): return .perHalfDay(scaled(amount))
        case .perMissedHalfDay(let amount): return .perMissedHalfDay(scaled(amount))
        case .perQuantity(let quantity, let points, let isProportional, let most):
            wideCount += 1
            let rate = QuantityRate(
                unit: quantity.unit.rawValue, per: quantity.thousandths, points: points,
                isProportional: isProportional, most: most)
            return .quantity(rate, wide: wideCount - 1)
        case .table(let rows, let combination):
            let start = tableRows.count
            for row in rows {
                let test = FactTest(row.condition, days: days)
                let kinds = row.condition.kinds.isEmpty ? [KindCode(rawValue: 0)] : row.condition.kinds
                tableRows += kinds.map { TableRow(test: test, kind: $0.rawValue, amount: scaled(row.amount)) }
            }
            switch combination {
            case .first: return .first(Stretch(start..<tableRows.count))
            case .best: return .best(Stretch(start..<tableRows.count))
            case .sum: return .sum(Stretch(start..<tableRows.count))
            }
        case .split(let total, let firstShare, let credited):
            wideCount += 1
            let split = SplitAmount(total: total, firstShare: firstShare, credited: credited ?? 255)
            return .split(split, wide: wideCount - 1)
        }
    }

    private mutating func sum(of unit: QuantityUnit) -> Slot.Amount {
        wideCount += 1
        return .quantity(QuantityRate(of: unit), wide: wideCount - 1)
    }

    /// Exact, because the scale is a multiple of every denominator.
    private func scaled(_ amount: Rational) -> Int64 { amount.numerator * (scale / amount.denominator) }

    func build() -> Program {
        var starts: [Int32] = []
        var ordered: [SlotTest] = []
        // Kind 0 is that of links and quantities, which are no facts.
        starts.append(0)
        for kind in 1..<Program.kindLimit {
            starts.append(Int32(ordered.count))
            let code = KindCode(rawValue: UInt16(kind))
            let own = tests.filter { $0.kinds.isEmpty || $0.kinds.contains(code) }.map(\.test)
            ordered += linked(own, from: ordered.count)
        }
        starts.append(Int32(ordered.count))
        return Program(
            starts: starts, tests: ordered, slots: slots, tableRows: tableRows, scale: scale, wideCount: wideCount)
    }

    /// Tests of one kind, each knowing where the next slot begins. They already stand by slot, exclusions first.
    private func linked(_ own: [SlotTest], from start: Int) -> [SlotTest] {
        // A kind that is only excluded from a slot need not be looked at.
        let counted = Set(own.filter { !$0.isExclusion }.map(\.slot))
        var tests = own.filter { counted.contains($0.slot) }
        var next = start + tests.count
        for position in tests.indices.reversed() {
            if position + 1 < tests.count, tests[position + 1].slot != tests[position].slot {
                next = start + position + 1
            }
            tests[position].nextSlot = Int32(next)
        }
        return tests
    }
}

extension QuantityRate {
    /// As many points as there are whole units.
    fileprivate init(of unit: QuantityUnit) {
        self.init(unit: unit.rawValue, per: 1000, points: .one, isProportional: true, most: nil)
    }
}

extension IndicatorRule {
    /// Whether its records have a worth of their own that can be compared with others'.
    fileprivate var countsOnce: Bool {
        switch take.mode {
        case .sum, .best: !isDeduction
        case .tiers, .everyFull, .shortfall, .rate, .slope, .quantityTiers, .everyQuantity: false
        }
    }
}
