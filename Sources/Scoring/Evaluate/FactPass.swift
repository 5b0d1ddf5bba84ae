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
    @exclusivity(unchecked) private(set) var overflowed = false
    private let memo: FactMemo
    @exclusivity(unchecked) private var spans: [RoleSpan] = []
    /// Of a member who did not sit all the time; nil for most.
    private var seated: SeatedDays?
    /// Rows kept until all of the member's years are there, where facts have to be seen together.
    private var kept: [(year: Int, rows: [UInt8])] = []
    /// By calendar year.
    @exclusivity(unchecked) private var tables: [(year: Int, table: DayTable)] = []

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
        for (_, table) in tables { table.deallocate() }
    }

    /// Forgets the last member.
    func begin(roles: [RoleInterval]) {
        tallies.initialize(repeating: Tally(), count: program.memory.slotCount)
        wide.initialize(repeating: WideTally(), count: program.program.wideCount)
        memo.tidy()
        overflowed = false
        kept.removeAll()
        spans.removeAll(keepingCapacity: true)
        seated = SeatedDays(roles, of: program.days)
        guard program.memory.asksRoles else { return }
        for interval in roles {
            let (first, last) = (interval.days.first.daysSinceEpoch, interval.days.last.daysSinceEpoch)
            spans.append(RoleSpan(first: first, last: last, roles: interval.roles.rawValue))
        }
    }

    /// Counts the packed rows of one calendar year. Years are added in order, and `gather` ends them.
    func add(year: Int, rows: UnsafeRawBufferPointer) {
        guard let seated else { return addAll(year, rows) }
        seated.kept(rows, of: year).withUnsafeBytes { addAll(year, $0) }
    }

    private func addAll(_ year: Int, _ rows: UnsafeRawBufferPointer) {
        if program.memory.isWhole { return kept.append((year, Array(rows))) }
        run(year) { $0.count(rows) }
    }

    /// The same with every fact told to a watcher; nothing is left to be gathered.
    func watch<Sink: ScoreSink>(_ years: [(year: Int, rows: PackedFacts)], sink: inout Sink) {
        let years = years.map { year, rows in
            (
                year: year,
                rows: seated.map { own in rows.bytes.withUnsafeBytes { own.kept($0, of: year) } } ?? rows.bytes
            )
        }
        if program.memory.isWhole, program.memory.needsWhole(years) { return scanWhole(years, sink: &sink) }
        for (year, rows) in years { rows.withUnsafeBytes { raw in run(year) { $0.watch(raw, sink: &sink) } } }
    }

    @inline(__always)
    private func run(_ year: Int, _ body: (inout FactScan) -> Void) {
        let table = table(of: year)
        spans.withUnsafeBufferPointer { spans in
            var scan = FactScan(memo: memo, table: table, spans: spans, credits: credits)
            body(&scan)
            if scan.overflowed { overflowed = true }
        }
    }

    /// Brings what was counted into the tallies.
    func gather() {
        if program.memory.isWhole {
            let years = kept
            kept.removeAll()
            if program.memory.needsWhole(years) {
                var nobody = Unwatched()
                return scanWhole(years, sink: &nobody)
            }
            for (year, rows) in years { rows.withUnsafeBytes { raw in run(year) { $0.count(raw) } } }
        }
        var credits = credits
        memo.gather(into: &credits)
        if credits.overflowed { overflowed = true }
    }

    private func scanWhole<Sink: ScoreSink>(_ years: [(year: Int, rows: [UInt8])], sink: inout Sink) {
        spans.withUnsafeBufferPointer { spans in
            var scan = WholeScan(
                program: program.memory, scale: program.program.scale, tallies: tallies, wide: wide, spans: spans)
            scan.run(years, sink: &sink)
            if scan.credits.overflowed { overflowed = true }
        }
    }

    private var credits: CreditTaking { CreditTaking(slots: program.memory.slots, tallies: tallies, wide: wide) }

    private func table(of year: Int) -> DayTable {
        if let known = tables.first(where: { $0.year == year }) { return known.table }
        let table = DayTable(year: year, program: program.memory)
        tables.append((year, table))
        return table
    }
}

/// Watches nothing.
private struct Unwatched: ScoreSink {
    mutating func saw(_ row: FactRow, day: Int32, slot: Int, amount: Int64, exact: Rational?, outcome: FactOutcome) {}
}

extension ProgramMemory {
    /// Whether rows of a member's years may have to be seen together.
    var isWhole: Bool { asksExtras || workScopes || recordScopes || asksTogether }

    /// Whether those of these years must be: others go the ordinary way.
    fileprivate func needsWhole(_ years: [(year: Int, rows: [UInt8])]) -> Bool {
        if recordScopes || asksTogether { return true }
        return years.contains { _, bytes in
            bytes.withUnsafeBytes { raw in
                (0..<raw.count / FactRow.width).contains { !FactRow(at: $0 * FactRow.width, of: raw).isFact }
            }
        }
    }
}
