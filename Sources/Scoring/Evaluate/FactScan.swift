internal import DutyModel

/// The innermost loop: every fact to its class. Facts of a class whose order makes no difference are only numbered,
/// and their effects follow together at the end; all others, and everything that is watched, take effect at once.
/// Everything it touches is plain memory; nothing is allocated but for facts of a sort not met before.
struct FactScan {
    private let memo: FactMemo
    private let spans: UnsafeBufferPointer<RoleSpan>
    private let newYear: Int32
    private var credits: CreditTaking
    private var context = DayContext()

    init(
        memo: FactMemo, slots: UnsafeMutablePointer<Slot>, tallies: UnsafeMutablePointer<Tally>,
        wide: UnsafeMutablePointer<WideTally>, spans: UnsafeBufferPointer<RoleSpan>, newYear: Int32
    ) {
        self.memo = memo
        self.spans = spans
        self.newYear = newYear
        credits = CreditTaking(slots: slots, tallies: tallies, wide: wide)
    }

    var overflowed: Bool { credits.overflowed }

    mutating func run<Sink: ScoreSink>(_ rows: UnsafeRawBufferPointer, sink: inout Sink) {
        var offset = 0
        while offset + FactRow.width <= rows.count {
            if memo.isFull { memo.clear() }
            let touched = number(rows, &offset, sink: &sink)
            for place in 0..<touched { countOut(memo.touched.base[place]) }
        }
    }

    /// Goes over rows to their end, or to one that makes the memo full.
    /// - Returns: How many classes have facts to be counted out.
    @inline(__always)
    private mutating func number<Sink: ScoreSink>(
        _ rows: UnsafeRawBufferPointer, _ offset: inout Int, sink: inout Sink
    ) -> Int {
        let masks = memo.program.masks
        var (entries, shift) = (memo.entries, memo.shift)
        var (counts, touched) = (memo.counts.base, memo.touched.base)
        var touchedCount = 0
        var isFull = false
        while offset + FactRow.width <= rows.count {
            let row = FactRow(at: offset, of: rows)
            offset += FactRow.width
            let day = newYear &+ Int32(row.dayOfYear)
            if !context.covers(day) { context = DayContext(of: day, program: memo.program, spans: spans) }
            let key = FactKey(row, mask: masks[Int(row.kindCode)], context: context.number)
            var entry = entries[FactMemo.place(of: key, in: entries, shift: shift)]
            if entry.key.second == FactMemo.free {
                entry = memo.learn(row, key: key, day: day, roles: context.roles)
                (entries, shift) = (memo.entries, memo.shift)
                (counts, touched) = (memo.counts.base, memo.touched.base)
                isFull = memo.isFull
            }
            if Sink.watches {
                takeAll(row, day: day, entry.number, &sink)
            } else {
                let number = Int(entry.number)
                let before = counts[number]
                counts[number] = before &+ 1
                touched[touchedCount] = entry.number
                touchedCount &+= before == 0 ? 1 : 0
                if entry.hasOrdered { takeOrdered(row, day: day, entry.number) }
            }
            if isFull { break }
        }
        return touchedCount
    }

    /// The effects of all facts of a class together.
    @inline(__always)
    private mutating func countOut(_ number: Int32) {
        let counts = memo.counts.base
        let times = counts[Int(number)]
        counts[Int(number)] = 0
        let (what, effects) = (memo.classes.base[Int(number)], memo.effects.base)
        for place in what.plain..<what.bounded { credits.takePlain(effects[Int(place)], times: times) }
        for place in what.bounded..<what.ordered { credits.takeBounded(effects[Int(place)], times: times) }
    }

    @inline(__always)
    private mutating func takeOrdered(_ row: FactRow, day: Int32, _ number: Int32) {
        let (what, effects) = (memo.classes.base[Int(number)], memo.effects.base)
        for place in what.ordered..<what.end {
            _ = credits.takeOne(effects[Int(place)], row, day: day, month: context.month)
        }
    }

    /// Every effect of one fact, each told.
    @inline(never)
    private mutating func takeAll<Sink: ScoreSink>(_ row: FactRow, day: Int32, _ number: Int32, _ sink: inout Sink) {
        let what = memo.classes.base[Int(number)]
        for place in what.plain..<what.end {
            let effect = memo.effects.base[Int(place)]
            guard let taken = credits.takeOne(effect, row, day: day, month: context.month) else { continue }
            sink.saw(
                row, day: day, slot: Int(effect.slot), amount: taken.amount, exact: taken.exact,
                outcome: taken.outcome)
        }
    }
}
