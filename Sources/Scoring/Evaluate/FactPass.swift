internal import DutyModel

/// One pass over the fact rows of one member: every fact to every slot that wants it. Nothing is allocated in it,
/// but for what a tracing sink keeps.
struct FactPass {
    var tallies: [Tally]
    var wide: [WideTally]
    /// Set where a sum no longer fits; the result is then refused.
    var overflowed = false
    private var spans: [RoleSpan] = []
    private var span = 0

    init(slots: Int, wide: Int) {
        tallies = Array(repeating: Tally(), count: slots)
        self.wide = Array(repeating: WideTally(), count: wide)
    }

    /// Forgets the last member.
    mutating func begin(roles: [RoleInterval]) {
        for position in tallies.indices { tallies[position] = Tally() }
        for position in wide.indices { wide[position] = WideTally() }
        overflowed = false
        spans.removeAll(keepingCapacity: true)
        span = 0
        for interval in roles {
            let (first, last) = (interval.days.first.daysSinceEpoch, interval.days.last.daysSinceEpoch)
            spans.append(RoleSpan(first: first, last: last, roles: interval.roles.rawValue))
        }
    }

    /// The roles on a day. Days come in order, so the search goes on from where it stood.
    @inline(__always)
    private mutating func roles(on day: Int32) -> UInt16 {
        while span < spans.count, spans[span].last < day { span += 1 }
        return span < spans.count && spans[span].first <= day ? spans[span].roles : 0
    }

    /// Runs over the rows of one calendar year. Years are added in order.
    mutating func add<Sink: ScoreSink>(
        year: Int, rows: UnsafeRawBufferPointer, program: borrowing Program, sink: inout Sink
    ) {
        let newYear = CivilDay.firstDay(ofYear: year).daysSinceEpoch
        program.starts.withUnsafeBufferPointer { starts in
            program.tests.withUnsafeBufferPointer { tests in
                var offset = 0
                while offset + FactRow.width <= rows.count {
                    let row = FactRow(at: offset, of: rows)
                    let kind = Int(row.kindCode)
                    if starts[kind] != starts[kind + 1] {
                        let day = newYear + Int32(row.dayOfYear)
                        offer(row, day: day, tests: tests, starts[kind]..<starts[kind + 1], program, &sink)
                    }
                    offset += FactRow.width
                }
            }
        }
    }

    /// Offers one fact to the slots that look at its kind; each takes it at most once.
    @inline(__always)
    private mutating func offer<Sink: ScoreSink>(
        _ row: FactRow, day: Int32, tests: UnsafeBufferPointer<SlotTest>, _ range: Range<Int32>,
        _ program: borrowing Program, _ sink: inout Sink
    ) {
        let held = roles(on: day)
        var position = range.lowerBound
        while position < range.upperBound {
            let entry = tests[Int(position)]
            guard entry.test.matches(row, day: day, roles: held) else {
                position += 1
                continue
            }
            if !entry.isExclusion { take(row, day: day, roles: held, slot: Int(entry.slot), program, &sink) }
            position = entry.nextSlot
        }
    }

    /// One fact into one slot.
    @inline(__always)
    private mutating func take<Sink: ScoreSink>(
        _ row: FactRow, day: Int32, roles: UInt16, slot number: Int, _ program: borrowing Program, _ sink: inout Sink
    ) {
        let slot = program.slots[number]
        var amount: Int64 = 0
        var exact: Rational?
        switch slot.amount {
        case .count: break
        case .fixed(let fixed): amount = fixed
        case .perHalfDay(let rate): amount = rate * Int64(row.halfDaysAttended)
        case .split(let split, _):
            guard let share = split.share(position: row.position, count: row.count) else { return overflowed = true }
            exact = share
        case .first(let rows), .best(let rows), .sum(let rows):
            guard let found = lookUp(row, day, roles, program.tableRows[rows], slot.amount) else { return }
            amount = found
        }
        let outcome = place(day: day, slot: slot, number: number)
        if outcome == .afterLimit { amount = slot.afterLimit ?? 0 }
        if outcome == .counted || outcome == .afterLimit { credit(amount, exact, slot: slot, number: number) }
        sink.saw(row, day: day, slot: number, amount: amount, exact: exact, outcome: outcome)
    }

    /// What the rows of a table give; nil where none fits, and the fact is then none of this slot's.
    private func lookUp(
        _ row: FactRow, _ day: Int32, _ roles: UInt16, _ table: ArraySlice<TableRow>, _ amount: Slot.Amount
    ) -> Int64? {
        var result: Int64?
        for line in table where line.test.matches(row, day: day, roles: roles) {
            switch amount {
            case .sum: result = (result ?? 0) + line.amount
            case .best: result = max(result ?? .min, line.amount)
            default: return line.amount
            }
        }
        return result
    }

    /// Which one of its slot the fact is, and so whether it counts.
    @inline(__always)
    private mutating func place(day: Int32, slot: Slot, number: Int) -> FactOutcome {
        if let period = slot.period {
            let key = period.key(of: day)
            tallies[number].inPeriod = tallies[number].period == key ? tallies[number].inPeriod + 1 : 1
            tallies[number].period = key
            if tallies[number].inPeriod > slot.periodCount { return .beyondPeriod }
        }
        tallies[number].matched += 1
        if tallies[number].matched < slot.from { return .beforeFirst }
        if tallies[number].matched > slot.limit { return slot.afterLimit == nil ? .beyondLast : .afterLimit }
        return .counted
    }

    @inline(__always)
    private mutating func credit(_ amount: Int64, _ exact: Rational?, slot: Slot, number: Int) {
        let isFirst = tallies[number].counted == 0
        tallies[number].counted += 1
        if case .split(_, let place) = slot.amount, let exact {
            guard let sum = wide[place].sum.adding(exact) else { return overflowed = true }
            wide[place].sum = sum
            wide[place].best = isFirst ? exact : max(wide[place].best, exact)
            return
        }
        let (sum, overflow) = tallies[number].sum.addingReportingOverflow(amount)
        if overflow { overflowed = true }
        tallies[number].sum = sum
        tallies[number].best = max(tallies[number].best, amount)
    }
}

extension Period {
    /// A number that two days share only within one day, month or quarter.
    func key(of day: Int32) -> Int32 {
        if self == .day { return day }
        let (year, month, _) = CivilDay(daysSinceEpoch: day).components
        return Int32(year * 12 + (self == .month ? month - 1 : (month - 1) / 3 * 3))
    }
}
