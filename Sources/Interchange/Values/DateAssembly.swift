import DutyModel

/// Puts the parts of a date cell together: what the second date leaves out it takes from the first.
struct DateAssembly {
    /// For dates without one.
    let year: Int?

    /// `lists` holds ranges (one or two dates each), several of them where the cell lists days.
    func reading(of lists: [[DatePart]], halves: Int?) throws(DateProblem) -> DateReading {
        var result: DateReading?
        var before = DatePart()
        for range in lists {
            let next = try reading(of: range, before: &before)
            guard let sofar = result else {
                result = next
                continue
            }
            guard sofar.days.last + 1 == next.days.first || sofar.days.last == next.days.first else {
                throw .notConsecutive
            }
            result = try joined(sofar, next)
        }
        guard var result else { throw .notADate }
        if result.halfDays == nil, let halves { result.halfDays = halves * result.days.count }
        return result
    }

    private func joined(_ left: DateReading, _ right: DateReading) throws(DateProblem) -> DateReading {
        guard let days = DayRange(left.days.first, right.days.last) else { throw .endsBeforeItBegins }
        var joined = left
        joined.days = days
        let said = left.halfDays != nil || right.halfDays != nil
        joined.halfDays = said ? left.daysOwnHalves + right.daysOwnHalves : nil
        return joined
    }

    private func reading(of range: [DatePart], before: inout DatePart) throws(DateProblem) -> DateReading {
        let first = completed(range[0], from: before)
        before = first
        var reading = try single(first)
        guard range.count == 2 else { return reading }
        let last = completed(range[1], from: first)
        before = last
        var end = last
        if range[1].year == nil, range[0].year == nil || range[1].month != nil { end = rolled(last, after: first) }
        let ending = try single(end)
        guard let days = DayRange(reading.days.first, ending.days.first) else { throw .endsBeforeItBegins }
        reading.days = days
        reading.halfDays = halves(from: range[0].half, to: range[1].half, days: days.count)
        return reading
    }

    /// 12月30日至1月2日 runs into the next year.
    private func rolled(_ last: DatePart, after first: DatePart) -> DatePart {
        guard let from = first.month, let to = last.month, from == 12, to == 1, let year = last.year else {
            return last
        }
        var rolled = last
        rolled.year = year + 1
        return rolled
    }

    private func completed(_ part: DatePart, from before: DatePart) -> DatePart {
        var part = part
        part.year = part.year ?? before.year
        part.month = part.month ?? before.month
        return part
    }

    private func single(_ part: DatePart) throws(DateProblem) -> DateReading {
        guard let month = part.month else { throw .notADate }
        guard (1...12).contains(month), (1...31).contains(part.day ?? 1) else { throw .noSuchDay }
        guard let year = part.year ?? year else { throw .noYear }
        guard (1...9999).contains(year), let day = CivilDay(year: year, month: month, day: part.day ?? 1) else {
            throw .noSuchDay
        }
        var reading = DateReading(days: DayRange(day))
        reading.yearAssumed = part.year == nil
        reading.monthOnly = part.day == nil
        reading.halfDays = part.half.map { $0 == .whole ? 2 : 1 }
        reading.half = part.half
        return reading
    }

    /// 5日下午至7日上午: from and to each take a half-day off two a day.
    private func halves(from first: DayHalf?, to last: DayHalf?, days: Int) -> Int? {
        guard first != nil || last != nil else { return nil }
        if days == 1 { return first == last ? 1 : 2 }
        return days * 2 - (first == .afternoon || first == .evening ? 1 : 0) - (last == .morning ? 1 : 0)
    }
}

extension DateReading {
    fileprivate var daysOwnHalves: Int { halfDays ?? days.count * 2 }
}
