internal import DutyModel

/// Which bits of a fact the tests of one kind look at. Two facts of the kind that agree in these, on days of the same
/// stretch and under the same roles, are one to the program.
struct FactMask: BitwiseCopyable {
    /// Of the row's second word; the kind and the basis always.
    private(set) var second: UInt64 = 15 << 60 | 1023
    /// From the top: the marks, as in the row's third word; in place of the day the top of the first word, that is
    /// part, invitation, duty; the number of the stretch of days; the roles held.
    private(set) var rest: UInt64 = 0

    private static let part: UInt64 = 31 << 32
    private static let invitation: UInt64 = 3 << 37
    private static let mandatory: UInt64 = 1 << 39
    private static let stretch: UInt64 = 0xFFFF << 16
    private static let roles: UInt64 = 0xFFFF
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
        rest |= FactMask.stretch
        let asked = FactFacets.asked(by: test.allowed)
        if asked.contains(.status) { second |= FactMask.status }
        if asked.contains(.part) { rest |= FactMask.part }
        if asked.contains(.invitation) { rest |= FactMask.invitation }
        if asked.contains(.mode) { second |= FactMask.mode }
        if asked.contains(.mandatory) { rest |= FactMask.mandatory }
        if asked.contains(.wholeCourse) { second |= FactMask.status | FactMask.attended | FactMask.held }
        rest |= UInt64(test.marksAsked) << 41
        if test.hasMore { look(at: test.more) }
    }

    private mutating func look(at rare: RareConditions) {
        rest |= UInt64(rare.anyStage | rare.anyHonour) << 41 | UInt64(rare.roles)
        if rare.levels != 0 { second |= FactMask.levels }
        if rare.instructions != 0 { second |= FactMask.instructions }
        if !rare.positions.isEmpty { second |= FactMask.position }
        if !rare.counts.isEmpty { second |= FactMask.count }
        if !rare.share.isEmpty { second |= FactMask.attended | FactMask.held }
    }

    var asksRoles: Bool { rest & FactMask.roles != 0 }

    /// Adds what an amount depends on.
    mutating func look(at amount: Slot.Amount, rows: [TableRow]) {
        switch amount {
        case .count, .fixed, .quantity: break
        case .perHalfDay: second |= FactMask.attended
        case .perMissedHalfDay: second |= FactMask.attended | FactMask.held
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
struct FactKey: BitwiseCopyable, Equatable {
    var second: UInt64
    var rest: UInt64

    /// - Parameter context: the number of the stretch, and below it the roles.
    @inline(__always)
    init(_ row: FactRow, mask: FactMask, context: UInt32) {
        second = row.second & mask.second
        let marks = row.third & ~511 | UInt32(truncatingIfNeeded: row.first &>> 56)
        rest = (UInt64(marks) &<< 32 | UInt64(context)) & mask.rest
    }

    private init(second: UInt64, rest: UInt64) { (self.second, self.rest) = (second, rest) }

    /// No row has it: there are never so many stretches.
    static let nobody = FactKey(second: 0, rest: .max)
    @inline(__always)
    var isNobody: Bool { rest == .max }

    @inline(__always)
    var hash: UInt64 { (second &* 0x9E37_79B9_7F4A_7C15) &+ (rest &* 0xBF58_476D_1CE4_E5B9) }

    @inline(__always)
    static func == (left: FactKey, right: FactKey) -> Bool {
        (left.second ^ right.second) | (left.rest ^ right.rest) == 0
    }
}
