internal import DutyModel

/// Which bits of a fact the tests of one kind look at. Two facts of the kind that agree in these, on days of the same
/// stretch and under the same roles, are one to the program.
struct FactMask: BitwiseCopyable {
    /// Of the row's second word; the kind and the basis always.
    private(set) var second: UInt64 = 15 << 60 | 1023
    /// Of the marks, in their place in the row's third word, and in the nine bits of the day the top of the first:
    /// part, invitation, duty.
    private(set) var rest: UInt32 = 0
    private(set) var asksRoles = false

    private static let part: UInt32 = 31
    private static let invitation: UInt32 = 3 << 5
    private static let mandatory: UInt32 = 1 << 7
    private static let status: UInt64 = 15 << 10
    private static let levels: UInt64 = 63 << 14
    private static let instructions: UInt64 = 63 << 20
    private static let attended: UInt64 = 255 << 26
    private static let held: UInt64 = 255 << 34
    private static let position: UInt64 = 255 << 42
    private static let count: UInt64 = 255 << 50
    private static let mode: UInt64 = 3 << 58

    /// Adds what a test looks at.
    mutating func look(at test: FactTest) {
        let asked = FactFacets.asked(by: test.allowed)
        if asked.contains(.status) { second |= FactMask.status }
        if asked.contains(.part) { rest |= FactMask.part }
        if asked.contains(.invitation) { rest |= FactMask.invitation }
        if asked.contains(.mode) { second |= FactMask.mode }
        if asked.contains(.mandatory) { rest |= FactMask.mandatory }
        if asked.contains(.wholeCourse) { second |= FactMask.status | FactMask.attended | FactMask.held }
        rest |= test.marksAsked << 9
        if test.hasMore { look(at: test.more) }
    }

    private mutating func look(at rare: RareConditions) {
        rest |= (rare.anyStage | rare.anyHonour) << 9
        if rare.roles != 0 { asksRoles = true }
        if rare.levels != 0 { second |= FactMask.levels }
        if rare.instructions != 0 { second |= FactMask.instructions }
        if !rare.positions.isEmpty { second |= FactMask.position }
        if !rare.counts.isEmpty { second |= FactMask.count }
    }

    /// Adds what an amount depends on.
    mutating func look(at amount: Slot.Amount, rows: [TableRow]) {
        switch amount {
        case .count, .fixed: break
        case .perHalfDay: second |= FactMask.attended
        case .split: second |= FactMask.position | FactMask.count
        case .first(let own), .best(let own), .sum(let own):
            for row in rows[own.range] { look(at: row.test) }
        }
    }

    /// One for each kind.
    static func all(of program: Program) -> [FactMask] {
        (0..<Program.kindLimit).map { kind in
            var mask = FactMask()
            for entry in program.tests[Int(program.starts[kind])..<Int(program.starts[kind + 1])] {
                mask.look(at: entry.test)
                mask.look(at: program.slots[Int(entry.slot)].amount, rows: program.tableRows)
            }
            return mask
        }
    }
}

/// What of a row's and a day's bits decides, in two words.
struct FactKey: BitwiseCopyable {
    var second: UInt64
    var rest: UInt64

    @inline(__always)
    init(_ row: FactRow, mask: FactMask, context: UInt32) {
        second = row.second & mask.second
        let rest = (row.third & ~511 | UInt32(truncatingIfNeeded: row.first &>> 56)) & mask.rest
        self.rest = UInt64(rest) &<< 32 | UInt64(context)
    }

    @inline(__always)
    var hash: UInt64 { (second &* 0x9E37_79B9_7F4A_7C15 ^ rest) &* 0xBF58_476D_1CE4_E5B9 }
}
