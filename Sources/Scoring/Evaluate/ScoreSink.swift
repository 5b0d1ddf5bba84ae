internal import DutyModel

/// What became of one fact in one slot.
enum FactOutcome {
    /// Counted with its own amount.
    case counted
    /// Counted beyond the limit, with the amount for that.
    case afterLimit
    case beforeFirst
    case beyondLast
    case beyondPeriod
    case beyondOtherPeriod
    /// Another record of the same work counts instead, or another indicator for the same record.
    case sameWork
    case sameRecord
    /// Not among the largest that count.
    case notAmongLargest
}

/// Watches the pass fact by fact.
protocol ScoreSink {
    /// - Parameters:
    ///   - amount: in units of the program's scale.
    ///   - exact: the amount where the slot holds exact fractions.
    mutating func saw(_ row: FactRow, day: Int32, slot: Int, amount: Int64, exact: Rational?, outcome: FactOutcome)
}

/// Keeps everything.
struct FullTrace: ScoreSink {
    struct Entry {
        var row: FactRow
        var day: CivilDay
        var slot: Int
        var amount: Int64
        var exact: Rational?
        var outcome: FactOutcome
    }

    var entries: [Entry] = []

    mutating func saw(_ row: FactRow, day: Int32, slot: Int, amount: Int64, exact: Rational?, outcome: FactOutcome) {
        let day = CivilDay(daysSinceEpoch: day)
        entries.append(Entry(row: row, day: day, slot: slot, amount: amount, exact: exact, outcome: outcome))
    }
}
