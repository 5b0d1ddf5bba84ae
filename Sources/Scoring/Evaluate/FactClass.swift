internal import DutyModel

/// What the program does with a fact: so much to this slot, so much to that. Facts with the same effects are of one
/// class, and there are far fewer classes than facts.
struct FactClass: BitwiseCopyable {
    /// Where its counter is; those of a class counted month by month lie one behind another.
    var counter: Int32
    /// All bits set where it is counted month by month.
    var monthMask: Int32
    /// Its effects that depend on the order of facts.
    var ordered: Int32
    /// The end of all its effects.
    var end: Int32
    /// Where all its effects begin: first those for which only the number of facts matters.
    var start: Int32
}

/// What one fact does to one slot.
struct Effect: BitwiseCopyable, Hashable {
    /// In units of the program's scale; 0 where the slot holds exact fractions.
    var amount: Int64
    /// The amount where it does.
    var exact: Rational = .zero
    var slot: Int32
    var sort: Sort

    /// How facts may be taken together, the freest first.
    enum Sort: UInt8, Hashable {
        /// By number.
        case counted
        /// By number within each month.
        case byMonth
        /// One after another.
        case ordered
    }
}

extension Slot {
    /// Whether facts may be counted together, and how. What is not known here to be indifferent to order is not.
    var sort: Effect.Sort {
        if otherPeriod != nil { return .ordered }
        switch amount {
        case .count, .fixed:
            // All facts are worth the same: which of them are beyond a bound makes no difference to the sum.
            guard let period else { return .counted }
            return period == .day || period == .week ? .ordered : .byMonth
        case .perHalfDay, .perMissedHalfDay, .first, .best, .sum, .split:
            return period == nil && from == 1 && limit == .max ? .counted : .ordered
        case .quantity: return .ordered
        }
    }
}

/// Finds what the program does with a fact, test by test.
struct EffectFinder {
    let program: ProgramMemory

    /// - Parameter extras: of the row's record; empty where the rulebook asks for none, or the record has none.
    func effects(of row: FactRow, day: Int32, roles: UInt16, extras: RecordExtras = RecordExtras()) -> [Effect] {
        let kind = Int(row.kindCode)
        let end = program.starts[kind + 1]
        let facets = FactFacets(row)
        var position = program.starts[kind]
        var effects: [Effect] = []
        // Each slot takes a fact at most once: after a match the rest of its tests are passed over.
        while position < end {
            let entry = program.tests[Int(position)]
            guard entry.test.matches(row, facets: facets, day: day, roles: roles, extras: extras) else {
                position += 1
                continue
            }
            position = entry.nextSlot
            guard !entry.isExclusion else { continue }
            let slot = program.slots[Int(entry.slot)]
            guard let amount = amount(slot.amount, row, facets, day: day, roles: roles, extras: extras) else {
                continue
            }
            var effect = Effect(amount: amount, slot: entry.slot, sort: slot.sort)
            if case .split(let split, _) = slot.amount {
                let share = split.share(position: row.position, count: row.count)
                // A share that does not fit is refused where it is taken.
                if let share { effect.exact = share } else { effect.sort = .ordered }
            }
            effects.append(effect)
        }
        return effects.sorted { ($0.sort.rawValue, $0.slot) < ($1.sort.rawValue, $1.slot) }
    }

    /// Nil where no row of a table fits, and the fact is then none of this slot's.
    private func amount(
        _ amount: Slot.Amount, _ row: FactRow, _ facets: FactFacets, day: Int32, roles: UInt16, extras: RecordExtras
    ) -> Int64? {
        func fitting(_ rows: Stretch) -> some Sequence<Int64> {
            rows.range.lazy.map { program.tableRows[$0] }
                .filter {
                    ($0.kind == 0 || $0.kind == row.kindCode)
                        && $0.test.matches(row, facets: facets, day: day, roles: roles, extras: extras)
                }.map(\.amount)
        }
        switch amount {
        case .count, .split: return 0
        case .fixed(let fixed): return fixed
        case .perHalfDay(let rate): return rate * Int64(row.halfDaysAttended)
        case .perMissedHalfDay(let rate): return rate * max(0, Int64(row.halfDaysHeld) - Int64(row.halfDaysAttended))
        case .quantity(let rate, _): return extras[rate.unit] == nil ? nil : 0
        case .first(let rows): return fitting(rows).first { _ in true }
        case .best(let rows): return fitting(rows).max()
        case .sum(let rows):
            let found = Array(fitting(rows))
            return found.isEmpty ? nil : found.reduce(0, +)
        }
    }
}
