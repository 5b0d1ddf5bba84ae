internal import DutyModel
internal import RecordStore

// Shapes that many records share.

extension FieldWriter {
    mutating func day(_ field: Int, _ day: CivilDay?) { optionalSigned(field, day?.daysSinceEpoch) }

    /// A choice; those that begin with 0 leave it out.
    mutating func choice<Choice: RawRepresentable>(_ field: Int, _ choice: Choice) where Choice.RawValue == UInt8 {
        unsigned(field, choice.rawValue)
    }
}

extension FieldReader {
    mutating func optionalDay(_ field: Int) throws(FieldError) -> CivilDay? {
        guard let number = try optionalSigned(field, as: Int32.self) else { return nil }
        return CivilDay(daysSinceEpoch: number)
    }

    mutating func day(_ field: Int) throws(FieldError) -> CivilDay {
        guard let day = try optionalDay(field) else { throw FieldError(field: field, .missing) }
        return day
    }

    /// A choice among those this program knows.
    mutating func choice<Choice: RawRepresentable>(
        _ field: Int, as type: Choice.Type = Choice.self
    ) throws(FieldError) -> Choice where Choice.RawValue == UInt8 {
        guard let choice = Choice(rawValue: try unsigned(field)) else { throw invalid(field) }
        return choice
    }

    /// A choice that may be left out.
    mutating func optionalChoice<Choice: RawRepresentable>(
        _ field: Int, as type: Choice.Type = Choice.self
    ) throws(FieldError) -> Choice? where Choice.RawValue == UInt8 {
        guard let number = try optionalUnsigned(field, as: UInt8.self) else { return nil }
        guard let choice = Choice(rawValue: number) else { throw invalid(field) }
        return choice
    }

    /// A time of the clock that may be left out.
    mutating func optionalTime(_ field: Int) throws(FieldError) -> ClockTime? {
        guard let number = try optionalUnsigned(field, as: UInt16.self) else { return nil }
        guard let time = ClockTime(minutes: number) else { throw invalid(field) }
        return time
    }

    /// First and last day, not the wrong way round.
    mutating func days(_ first: Int, _ last: Int) throws(FieldError) -> DayRange {
        guard let days = DayRange(try day(first), try day(last)) else { throw invalid(last) }
        return days
    }
}
