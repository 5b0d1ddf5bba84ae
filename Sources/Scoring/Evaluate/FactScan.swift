internal import DutyModel

/// The innermost loop: every fact to every slot that wants it. Everything it touches is plain memory; nothing is
/// allocated, but for what a tracing sink keeps.
struct FactScan {
    private let starts: UnsafeMutablePointer<Int32>
    private let tests: UnsafeMutablePointer<SlotTest>
    private let slots: UnsafeMutablePointer<Slot>
    private let tableRows: UnsafeMutablePointer<TableRow>
    private let tallies: UnsafeMutablePointer<Tally>
    private let wide: UnsafeMutablePointer<WideTally>
    private let spans: UnsafeBufferPointer<RoleSpan>
    /// Where the search for roles stands.
    private(set) var span: Int
    private(set) var overflowed: Bool

    init(
        program: ProgramMemory, tallies: UnsafeMutablePointer<Tally>, wide: UnsafeMutablePointer<WideTally>,
        spans: UnsafeBufferPointer<RoleSpan>, span: Int, overflowed: Bool
    ) {
        starts = program.starts
        tests = program.tests
        slots = program.slots
        tableRows = program.tableRows
        self.tallies = tallies
        self.wide = wide
        self.spans = spans
        self.span = span
        self.overflowed = overflowed
    }

    @inline(__always)
    mutating func run<Sink: ScoreSink>(_ rows: UnsafeRawBufferPointer, newYear: Int32, sink: inout Sink) {
        var offset = 0
        while offset + FactRow.width <= rows.count {
            let row = FactRow(at: offset, of: rows)
            offset += FactRow.width
            let kind = Int(row.kindCode)
            var position = starts[kind]
            let end = starts[kind + 1]
            if position == end { continue }
            let day = newYear + Int32(row.dayOfYear)
            let held = roles(on: day)
            let facets = FactFacets(row)
            // Each slot takes a fact at most once: after a match the rest of its tests are passed over.
            while position < end {
                let entry = tests + Int(position)
                guard entry.pointee.test.matches(row, facets: facets, day: day, roles: held) else {
                    position += 1
                    continue
                }
                if !entry.pointee.isExclusion {
                    take(row, facets, day: day, roles: held, slot: Int(entry.pointee.slot), &sink)
                }
                position = entry.pointee.nextSlot
            }
        }
    }

    /// The roles on a day. Days come in order, so the search goes on from where it stood.
    @inline(__always)
    private mutating func roles(on day: Int32) -> UInt16 {
        while span < spans.count, spans[span].last < day { span += 1 }
        return span < spans.count && spans[span].first <= day ? spans[span].roles : 0
    }

    /// One fact into one slot.
    @inline(__always)
    private mutating func take<Sink: ScoreSink>(
        _ row: FactRow, _ facets: FactFacets, day: Int32, roles: UInt16, slot number: Int, _ sink: inout Sink
    ) {
        let slot = slots + number
        var amount: Int64 = 0
        switch slot.pointee.amount {
        case .count: break
        case .fixed(let fixed): amount = fixed
        case .perHalfDay(let rate): amount = rate * Int64(row.halfDaysAttended)
        case .split(let split, let place): return share(row, day: day, split, wide: place, slot: number, &sink)
        case .first(let rows), .best(let rows), .sum(let rows):
            guard let found = lookUp(row, facets, day, roles, rows, slot.pointee.amount) else { return }
            amount = found
        }
        let outcome = place(day: day, slot: slot, tally: tallies + number)
        if outcome == .afterLimit { amount = slot.pointee.afterLimit ?? 0 }
        if outcome == .counted || outcome == .afterLimit { credit(amount, to: tallies + number) }
        sink.saw(row, day: day, slot: number, amount: amount, exact: nil, outcome: outcome)
    }

    /// What the rows of a table give; nil where none fits, and the fact is then none of this slot's.
    @inline(__always)
    private func lookUp(
        _ row: FactRow, _ facets: FactFacets, _ day: Int32, _ roles: UInt16, _ rows: Stretch, _ amount: Slot.Amount
    ) -> Int64? {
        var result: Int64?
        for position in rows.start..<rows.end
        where (tableRows[position].kind == 0 || tableRows[position].kind == row.kindCode)
            && tableRows[position].test.matches(row, facets: facets, day: day, roles: roles)
        {
            let found = tableRows[position].amount
            switch amount {
            case .sum: result = (result ?? 0) + found
            case .best: result = max(result ?? .min, found)
            default: return found
            }
        }
        return result
    }

    /// Which one of its slot the fact is, and so whether it counts.
    @inline(__always)
    private func place(
        day: Int32, slot: UnsafeMutablePointer<Slot>, tally: UnsafeMutablePointer<Tally>
    ) -> FactOutcome {
        if let period = slot.pointee.period {
            let key = period.key(of: day)
            tally.pointee.inPeriod = tally.pointee.period == key ? tally.pointee.inPeriod + 1 : 1
            tally.pointee.period = key
            if tally.pointee.inPeriod > slot.pointee.periodCount { return .beyondPeriod }
        }
        tally.pointee.matched += 1
        if tally.pointee.matched < slot.pointee.from { return .beforeFirst }
        if tally.pointee.matched > slot.pointee.limit {
            return slot.pointee.afterLimit == nil ? .beyondLast : .afterLimit
        }
        return .counted
    }

    @inline(__always)
    private mutating func credit(_ amount: Int64, to tally: UnsafeMutablePointer<Tally>) {
        let (sum, overflow) = tally.pointee.sum.addingReportingOverflow(amount)
        if overflow { overflowed = true }
        tally.pointee.counted += 1
        tally.pointee.sum = sum
        tally.pointee.best = max(tally.pointee.best, amount)
    }

    /// One fact into a slot of exact fractions.
    @inline(never)
    private mutating func share<Sink: ScoreSink>(
        _ row: FactRow, day: Int32, _ split: SplitAmount, wide number: Int, slot: Int, _ sink: inout Sink
    ) {
        guard let amount = split.share(position: row.position, count: row.count) else {
            overflowed = true
            return
        }
        let outcome = place(day: day, slot: slots + slot, tally: tallies + slot)
        if outcome == .counted {
            let isFirst = tallies[slot].counted == 0
            tallies[slot].counted += 1
            guard let sum = wide[number].sum.adding(amount) else {
                overflowed = true
                return
            }
            wide[number].sum = sum
            wide[number].best = isFirst ? amount : max(wide[number].best, amount)
        }
        sink.saw(row, day: day, slot: slot, amount: 0, exact: amount, outcome: outcome)
    }
}

extension Period {
    /// A number that two days share only within one day, month or quarter.
    func key(of day: Int32) -> Int32 {
        if self == .day { return day }
        let (year, month, _) = CivilDay(daysSinceEpoch: day).components
        let length = self == .month ? 1 : self == .quarter ? 3 : 6
        return Int32(year * 12 + (month - 1) / length * length)
    }
}
