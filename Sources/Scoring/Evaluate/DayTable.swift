internal import DutyModel

/// What every day of a calendar year is to a program, whoever is scored: the stretch between breaks it lies in, and
/// its month. Made once for a year and looked up for every fact.
struct DayTable {
    struct Day: BitwiseCopyable {
        /// The number of the stretch, above the sixteen bits that a member's roles fill in.
        var context: UInt32
        /// Counted from the first month that the program looks at, and kept within those.
        var month: Int32
    }

    let newYear: Int32
    /// As many as nine bits can number, so that no row reads beyond.
    let days: UnsafeMutablePointer<Day>
    static let count = 512

    init(year: Int, program: ProgramMemory) {
        newYear = CivilDay.firstDay(ofYear: year).daysSinceEpoch
        days = .allocate(capacity: DayTable.count)
        let first = CivilDay(daysSinceEpoch: newYear)
        for number in 0..<DayTable.count {
            let day = first + number
            let stretch = UInt32(program.breaks.count { $0 <= day.daysSinceEpoch })
            let month = min(max(0, day.monthNumber - program.firstMonth), program.monthCount - 1)
            (days + number).initialize(to: Day(context: stretch << 16, month: month))
        }
    }

    func deallocate() { days.deallocate() }
}

extension CivilDay {
    /// The month, counted from the first of year 0.
    var monthNumber: Int32 {
        let (year, month, _) = components
        return Int32(year * 12 + month - 1)
    }
}

/// The roles of the stretch of days last met; days come in order, so it seldom changes.
struct RoleCursor {
    /// Day of the calendar year that the stretch begins with, and how many days after it are still in.
    private var first: Int32 = 0
    private var span: UInt32 = .max
    private(set) var roles: UInt16 = 0
    private let isAsked: Bool

    /// - Parameter isAsked: false where no test asks for roles; all days are then alike.
    init(isAsked: Bool) {
        self.isAsked = isAsked
        // No day is in it, so that the first one looks up its roles.
        if isAsked { (first, span) = (.max, 0) }
    }

    @inline(__always)
    func covers(_ dayOfYear: Int32) -> Bool { UInt32(bitPattern: dayOfYear &- first) <= span }

    @inline(never)
    mutating func move(to dayOfYear: Int32, newYear: Int32, spans: UnsafeBufferPointer<RoleSpan>) {
        var (low, high) = (Int32(0), Int32(DayTable.count))
        roles = 0
        for known in spans {
            let (from, to) = (known.first &- newYear, known.last &- newYear)
            if from <= dayOfYear, dayOfYear <= to {
                roles = known.roles
                (low, high) = (max(low, from), min(high, to))
            } else if dayOfYear < from {
                high = min(high, from - 1)
            } else {
                low = max(low, to + 1)
            }
        }
        first = low
        span = UInt32(bitPattern: high &- low)
    }
}
