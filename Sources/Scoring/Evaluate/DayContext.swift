internal import DutyModel

/// What is the same for a stretch of days: the roles held, the windows that are open, the months. Days come in order,
/// so it changes a few times a year and is looked up a hundred times.
struct DayContext {
    var first: Int32 = 0
    /// Days after the first that are still of it.
    var span: UInt32 = 0
    var isSet = false
    var roles: UInt16 = 0
    /// Counted from the first of year 0, where some slot counts by months.
    var month: Int32 = 0
    /// Stretch between breaks, and the roles where some test asks for them.
    var number: UInt32 = 0

    @inline(__always)
    func covers(_ day: Int32) -> Bool { isSet && UInt32(bitPattern: day &- first) <= span }

    @inline(never)
    init(of day: Int32, program: ProgramMemory, spans: UnsafeBufferPointer<RoleSpan>) {
        var (low, high) = (Int32.min, Int32.max)
        func cut(before start: Int32) {
            if start <= day { low = max(low, start) } else { high = min(high, start - 1) }
        }
        for span in spans {
            cut(before: span.first)
            cut(before: span.last &+ 1)
            if span.first <= day, day <= span.last { roles = span.roles }
        }
        var stretch: UInt32 = 0
        for start in program.breaks {
            cut(before: start)
            if start <= day { stretch += 1 }
        }
        if program.hasPeriods {
            let (year, month, dayOfMonth) = CivilDay(daysSinceEpoch: day).components
            let start = day - Int32(dayOfMonth - 1)
            self.month = Int32(year * 12 + month - 1)
            cut(before: start)
            cut(before: start + Int32(CivilDay.daysIn(month: month, year: year)))
        }
        isSet = true
        first = low
        span = UInt32(bitPattern: high &- low)
        number = stretch << 16 | UInt32(program.asksRoles ? roles : 0)
    }

    init() {}
}
