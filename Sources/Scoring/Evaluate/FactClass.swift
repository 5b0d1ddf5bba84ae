/// What the program does with a fact: so much to this slot, so much to that. Facts with the same effects are of one
/// class, and there are far fewer classes than facts.
struct FactClass: BitwiseCopyable {
    /// Effects for which only the number of facts matters, and no bound applies.
    var plain: Int32
    /// Effects for which only the number of facts matters.
    var bounded: Int32
    /// Effects that depend on the order of facts.
    var ordered: Int32
    var end: Int32
}

/// What one fact does to one slot.
struct Effect: BitwiseCopyable, Hashable {
    /// In units of the program's scale; 0 where the slot holds exact fractions.
    var amount: Int64
    var slot: Int32
    var sort: Int32

    static let plain: Int32 = 0
    static let bounded: Int32 = 1
    static let ordered: Int32 = 2
}

extension Slot {
    /// Whether facts may be counted together, and how simply.
    var sort: Int32 {
        if case .split = amount { return Effect.ordered }
        if period != nil { return Effect.ordered }
        if from == 1, limit == .max { return Effect.plain }
        switch amount {
        // All facts are worth the same: which of them are beyond a bound makes no difference to the sum.
        case .count, .fixed: return Effect.bounded
        default: return Effect.ordered
        }
    }
}

/// Finds what the program does with a fact, test by test.
struct EffectFinder {
    let program: ProgramMemory

    func effects(of row: FactRow, day: Int32, roles: UInt16) -> [Effect] {
        let kind = Int(row.kindCode)
        let end = program.starts[kind + 1]
        let facets = FactFacets(row)
        var position = program.starts[kind]
        var effects: [Effect] = []
        // Each slot takes a fact at most once: after a match the rest of its tests are passed over.
        while position < end {
            let entry = program.tests[Int(position)]
            guard entry.test.matches(row, facets: facets, day: day, roles: roles) else {
                position += 1
                continue
            }
            position = entry.nextSlot
            guard !entry.isExclusion else { continue }
            let slot = program.slots[Int(entry.slot)]
            if let amount = amount(slot.amount, row, facets, day: day, roles: roles) {
                effects.append(Effect(amount: amount, slot: entry.slot, sort: slot.sort))
            }
        }
        return effects.sorted { ($0.sort, $0.slot) < ($1.sort, $1.slot) }
    }

    /// Nil where no row of a table fits, and the fact is then none of this slot's.
    private func amount(
        _ amount: Slot.Amount, _ row: FactRow, _ facets: FactFacets, day: Int32, roles: UInt16
    ) -> Int64? {
        func fitting(_ rows: Stretch) -> some Sequence<Int64> {
            rows.range.lazy.map { program.tableRows[$0] }
                .filter {
                    ($0.kind == 0 || $0.kind == row.kindCode)
                        && $0.test.matches(row, facets: facets, day: day, roles: roles)
                }.map(\.amount)
        }
        switch amount {
        case .count, .split: return 0
        case .fixed(let fixed): return fixed
        case .perHalfDay(let rate): return rate * Int64(row.halfDaysAttended)
        case .first(let rows): return fitting(rows).first { _ in true }
        case .best(let rows): return fitting(rows).max()
        case .sum(let rows):
            let found = Array(fitting(rows))
            return found.isEmpty ? nil : found.reduce(0, +)
        }
    }
}
