internal import DutyModel

/// The days in the committee of a member who did not sit on all days looked at: facts of other days do not count.
struct SeatedDays {
    private let days: [DayRange]

    /// Nil for a member who sat on all of the days, or of whom nothing is known.
    init?(_ intervals: [RoleInterval], of days: DayRange) {
        var next = days.first
        for interval in intervals where interval.days.first <= next { next = max(next, interval.days.last + 1) }
        if intervals.isEmpty || next > days.last { return nil }
        self.days = intervals.map(\.days)
    }

    func contains(_ day: CivilDay) -> Bool { days.contains { $0.contains(day) } }

    /// The rows of a calendar year without facts of other days. What stands beside facts stays.
    func kept(_ rows: UnsafeRawBufferPointer, of year: Int) -> [UInt8] {
        let newYear = CivilDay.firstDay(ofYear: year)
        var kept: [UInt8] = []
        kept.reserveCapacity(rows.count)
        for offset in stride(from: 0, to: rows.count / FactRow.width * FactRow.width, by: FactRow.width) {
            let row = FactRow(at: offset, of: rows)
            if row.isFact, !contains(newYear + row.dayOfYear) { continue }
            kept.append(contentsOf: rows[offset..<offset + FactRow.width])
        }
        return kept
    }
}
