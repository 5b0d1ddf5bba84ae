internal import DutyModel

/// What the slots of a program have collected of one member, and the means to collect more.
/// Used again for the next member, so that a whole country needs no more memory than one member.
final class FactPass {
    private let program: CompiledRulebook
    /// One for each slot.
    let tallies: UnsafeMutablePointer<Tally>
    /// One for each slot of exact fractions.
    let wide: UnsafeMutablePointer<WideTally>
    /// Set where a sum no longer fits; the result is then refused.
    private(set) var overflowed = false
    private let memo: FactMemo
    private var spans: [RoleSpan] = []

    init(_ rulebook: CompiledRulebook) {
        program = rulebook
        memo = FactMemo(rulebook.memory)
        tallies = .allocate(capacity: max(1, rulebook.program.slots.count))
        wide = .allocate(capacity: max(1, rulebook.program.wideCount))
        begin(roles: [])
    }

    deinit {
        tallies.deallocate()
        wide.deallocate()
    }

    /// Forgets the last member.
    func begin(roles: [RoleInterval]) {
        tallies.initialize(repeating: Tally(), count: program.program.slots.count)
        wide.initialize(repeating: WideTally(), count: program.program.wideCount)
        overflowed = false
        spans.removeAll(keepingCapacity: true)
        for interval in roles {
            let (first, last) = (interval.days.first.daysSinceEpoch, interval.days.last.daysSinceEpoch)
            spans.append(RoleSpan(first: first, last: last, roles: interval.roles.rawValue))
        }
    }

    /// Runs over the packed rows of one calendar year. Years are added in order.
    func add<Sink: ScoreSink>(year: Int, rows: UnsafeRawBufferPointer, sink: inout Sink) {
        let newYear = CivilDay.firstDay(ofYear: year).daysSinceEpoch
        spans.withUnsafeBufferPointer { spans in
            var scan = FactScan(
                memo: memo, slots: program.memory.slots, tallies: tallies, wide: wide, spans: spans, newYear: newYear)
            scan.run(rows, sink: &sink)
            if scan.overflowed { overflowed = true }
        }
    }
}
