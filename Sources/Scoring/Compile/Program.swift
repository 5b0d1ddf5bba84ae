internal import DutyModel

/// What the pass over fact rows runs: tests by kind, and slots that collect what passes them.
struct Program: Sendable {
    /// Where the tests of a kind begin in `tests`; one more than there are kinds, so that each has an end.
    var starts: [Int32]
    /// Tests of kind 0, then of kind 1, …; within a kind by slot, exclusions first.
    var tests: [SlotTest]
    var slots: [Slot]
    /// The rows of all tables, one after another.
    var tableRows: [TableRow]
    /// Scaled amounts are in units of 1/scale.
    var scale: Int64
    /// How many slots hold exact fractions instead of scaled numbers.
    var wideCount: Int

    static let kindLimit = 1024
}

/// One test, and the slot that a passing fact goes to.
struct SlotTest: Sendable, BitwiseCopyable {
    var test: FactTest
    var slot: Int32
    /// The first test of the next slot of the same kind, relative to all tests.
    var nextSlot: Int32
    var isExclusion: Bool
}

/// A row of a table, compiled: one for each kind it names, or one for all.
struct TableRow: Sendable, BitwiseCopyable {
    var test: FactTest
    /// 0 for any.
    var kind: UInt16
    var amount: Int64
}

/// How one indicator, or one condition of a gate, collects facts.
struct Slot: Sendable, BitwiseCopyable {
    enum Amount: Sendable, BitwiseCopyable {
        /// Only how many.
        case count
        case fixed(Int64)
        case perHalfDay(Int64)
        /// 每缺半天.
        case perMissedHalfDay(Int64)
        case first(Stretch)
        case best(Stretch)
        case sum(Stretch)
        /// In exact fractions, collected beside the others.
        case split(SplitAmount, wide: Int)
        case quantity(QuantityRate, wide: Int)
    }

    var amount: Amount
    var from: Int32 = 1
    var limit: Int32 = .max
    /// What each beyond the limit gives, if it gives anything.
    var afterLimit: Int64?
    var period: Period?
    var periodCount: Int32 = .max
    /// A second limit of another period.
    var otherPeriod: Period?
    var otherPeriodCount: Int32 = .max
    /// Months before the first of these, or behind the last, are taken as that one: what a window has of other years
    /// belongs to its own year's parts. The same for the second limit.
    var firstMonth: Int32 = .min
    var lastMonth: Int32 = .max
    var otherFirstMonth: Int32 = .min
    var otherLastMonth: Int32 = .max
    /// 同一成果, 同一记录: facts are compared within slots of one number; -1 for none.
    var workScope: Int32 = -1
    var recordScope: Int32 = -1
    /// 取最高几次: only so many of the largest; 0 for all.
    var largest: Int32 = 0
    /// 连续: the slot of facts among which the longest run of this one's is counted; -1 for none.
    var runAmong: Int32 = -1

    /// Whether a fact's worth depends on other rows of its record, or on other facts, so that the ordinary scan, which
    /// sees one row at a time, cannot tell it.
    var isWhole: Bool {
        if case .quantity = amount { return true }
        return workScope >= 0 || recordScope >= 0 || largest > 0 || runAmong >= 0
    }

    /// Where it keeps exact fractions; -1 where it does not.
    var wide: Int {
        switch amount {
        case .split(_, let wide), .quantity(_, let wide): wide
        default: -1
        }
    }
}

/// 分摊.
struct SplitAmount: Sendable, BitwiseCopyable {
    var total: Rational
    var firstShare: Rational?
    var credited: Int

    /// The share of a person; nil where it does not fit.
    func share(position: UInt8, count: UInt8) -> Rational? {
        let people = min(max(1, Int(count)), credited)
        let place = max(1, Int(position))
        if place > people { return .zero }
        if people == 1 { return total }
        guard let firstShare else { return total.divided(by: Rational(Int64(people))) }
        if place == 1 { return total.multiplied(by: firstShare) }
        return Rational.one.subtracting(firstShare)?.multiplied(by: total)?.divided(by: Rational(Int64(people - 1)))
    }
}

/// Places one after another in a list; a range that is plain memory.
struct Stretch: Sendable, BitwiseCopyable {
    var start: Int
    var end: Int

    init(_ range: Range<Int>) {
        start = range.lowerBound
        end = range.upperBound
    }

    var range: Range<Int> { start..<end }
}
