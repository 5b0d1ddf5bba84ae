internal import DutyModel

/// The innermost loop: every fact to its class. Facts of a class whose order makes no difference are only numbered,
/// and their effects are gathered together at the member's end; all others, and everything that is watched, take
/// effect at once. Everything it touches is plain memory; nothing is allocated but for facts of a sort not met before.
struct FactScan {
    private let memo: FactMemo
    private let table: DayTable
    private let spans: UnsafeBufferPointer<RoleSpan>
    private var credits: CreditTaking

    init(
        memo: FactMemo, table: DayTable, spans: UnsafeBufferPointer<RoleSpan>, credits: CreditTaking
    ) {
        self.memo = memo
        self.table = table
        self.spans = spans
        self.credits = credits
    }

    var overflowed: Bool { credits.overflowed }

    /// Numbers the facts of packed rows.
    mutating func count(_ rows: UnsafeRawBufferPointer) {
        guard var next = rows.baseAddress else { return }
        let end = next + rows.count / FactRow.width * FactRow.width
        var cursor = RoleCursor(isAsked: memo.program.asksRoles)
        while next < end {
            next = countKnown(next, end, cursor)
            guard next < end else { return }
            countOne(FactRow(at: next), &cursor)
            next += FactRow.width
        }
    }

    /// Numbers facts of sorts met before, under the roles of the cursor.
    /// - Returns: The first that needs more, or the end.
    @inline(__always)
    private func countKnown(
        _ first: UnsafeRawPointer, _ end: UnsafeRawPointer, _ cursor: RoleCursor
    ) -> UnsafeRawPointer {
        let (masks, days) = (memo.program.masks, table.days)
        let (entries, shift, counts) = (memo.entries, memo.shift, memo.counts.base)
        let roles = UInt32(cursor.roles)
        var next = first
        while next < end {
            let row = FactRow(at: next)
            let number = row.third & 511
            guard cursor.covers(Int32(bitPattern: number)) else { break }
            let day = days[Int(number)]
            let key = FactKey(row, mask: masks[Int(row.kindCode)], context: day.context | roles)
            let entry = FactMemo.place(of: key, in: entries, shift: shift)
            if entry.pointee.needsMore { break }
            counts[Int(entry.pointee.counter &+ (day.month & entry.pointee.monthMask))] &+= 1
            next += FactRow.width
        }
        return next
    }

    /// Numbers any fact, learning it where it is new, and lets what depends on order take effect.
    @inline(never)
    private mutating func countOne(_ row: FactRow, _ cursor: inout RoleCursor) {
        let entry = find(row, &cursor)
        let month = table.days[Int(row.third & 511)].month
        memo.counts.base[Int(entry.counter &+ (month & entry.monthMask))] &+= 1
        if entry.hasOrdered { takeOrdered(row, entry.number) }
    }

    private func find(_ row: FactRow, _ cursor: inout RoleCursor) -> FactMemo.Entry {
        let number = Int32(row.third & 511)
        if !cursor.covers(number) { cursor.move(to: number, newYear: table.newYear, spans: spans) }
        let context = table.days[Int(number)].context | UInt32(cursor.roles)
        let key = FactKey(row, mask: memo.program.masks[Int(row.kindCode)], context: context)
        let entry = FactMemo.place(of: key, in: memo.entries, shift: memo.shift)
        guard entry.pointee.key.isNobody else { return entry.pointee }
        return memo.learn(row, key: key, day: table.newYear + number, roles: cursor.roles)
    }

    /// Tells every effect of the facts of packed rows, one after another.
    mutating func watch<Sink: ScoreSink>(_ rows: UnsafeRawBufferPointer, sink: inout Sink) {
        var cursor = RoleCursor(isAsked: memo.program.asksRoles)
        for offset in stride(from: 0, to: rows.count / FactRow.width * FactRow.width, by: FactRow.width) {
            let row = FactRow(at: offset, of: rows)
            takeAll(row, find(row, &cursor).number, &sink)
        }
    }

    /// The effects of one fact that depend on the order of facts.
    @inline(never)
    private mutating func takeOrdered(_ row: FactRow, _ number: Int32) {
        let (what, effects) = (memo.classes.base[Int(number)], memo.effects.base)
        let (day, month) = place(of: row)
        for place in what.ordered..<what.end { _ = credits.takeOne(effects[Int(place)], row, day: day, month: month) }
    }

    /// Every effect of one fact, each told.
    @inline(never)
    private mutating func takeAll<Sink: ScoreSink>(_ row: FactRow, _ number: Int32, _ sink: inout Sink) {
        let (what, effects) = (memo.classes.base[Int(number)], memo.effects.base)
        let (day, month) = place(of: row)
        for place in what.start..<what.end {
            let effect = effects[Int(place)]
            guard let taken = credits.takeOne(effect, row, day: day, month: month) else { continue }
            sink.saw(
                row, day: day, slot: Int(effect.slot), amount: taken.amount, exact: taken.exact,
                outcome: taken.outcome)
        }
    }

    /// Day and month as `CreditTaking` counts them.
    private func place(of row: FactRow) -> (day: Int32, month: Int32) {
        let number = Int(row.third & 511)
        return (table.newYear + Int32(number), memo.program.firstMonth + table.days[number].month)
    }
}

extension FactRow {
    /// The row at an address. The caller has checked that `width` bytes are there.
    @inline(__always)
    fileprivate init(at address: UnsafeRawPointer) {
        self.init(at: 0, of: UnsafeRawBufferPointer(start: address, count: FactRow.width))
    }
}
