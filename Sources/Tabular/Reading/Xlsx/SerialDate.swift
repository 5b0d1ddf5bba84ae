/// Dates as spreadsheets count them: days since the end of 1899, or since 1904, with the time as a fraction.
struct SerialDate {
    let countsFrom1904: Bool

    /// The cell a number with a date or time format stands for; nil where it is no date (negative, or beyond 9999).
    func cell(_ serial: Double, _ format: NumberFormat) -> Cell? {
        guard format != .plain, serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        var days = Int(serial)
        // To the nearest second: fractions of a day are never exact.
        var second = Int(((serial - Double(days)) * 86_400).rounded())
        if second == 86_400 { (days, second) = (days + 1, 0) }
        if format == .time, days == 0 { return .time(secondOfDay: second) }
        // A duration of more than a day (`[h]:mm`), not a moment of early 1900.
        if format == .time, days < 60 { return nil }
        guard let civil = civilDay(days) else { return nil }
        let hasTime = second != 0 || format == .dateAndTime
        return CellDate(daysSinceEpoch: civil, secondOfDay: hasTime ? second : nil).map(Cell.date)
    }

    /// Days since 1970-01-01.
    private func civilDay(_ days: Int) -> Int? {
        if countsFrom1904 { return days - 24_107 }
        // Spreadsheets believe in 1900-02-29, which is number 60; day 0 is not a day either.
        switch days {
        case 0, 60: return nil
        case ..<60: return days - 25_568
        default: return days - 25_569
        }
    }
}

extension CellDate {
    /// A day counted from 1970-01-01; nil outside the years 1 to 9999.
    init?(daysSinceEpoch: Int, secondOfDay: Int?) {
        // Counts from 1 March of year 0, so that the leap day is the last of its year.
        let shifted = daysSinceEpoch + 719_468
        guard shifted >= 0 else { return nil }
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.init(
            year: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, secondOfDay: secondOfDay)
    }

    /// `2024-03-05`, `2024-03-05T14:30`, `2024-03-05T14:30:00.000`, with or without `Z`.
    init?(iso text: String) {
        let halves = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard let day = halves.first, halves.count <= 2 else { return nil }
        let numbers = day.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let date = numbers[2] else {
            return nil
        }
        var second: Int?
        if halves.count == 2 {
            guard let clock = CellDate.second(ofISOTime: halves[1]) else { return nil }
            second = clock
        }
        self.init(year: year, month: month, day: date, secondOfDay: second)
    }

    /// `14:30`, `14:30:15.5Z`.
    static func second(ofISOTime text: Substring) -> Int? {
        let bare = text.prefix { $0 != "." && $0 != "Z" && $0 != "+" }
        let numbers = bare.split(separator: ":", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard (2...3).contains(numbers.count), (0..<24).contains(numbers[0]), (0..<60).contains(numbers[1]) else {
            return nil
        }
        let seconds = numbers.count == 3 ? min(max(numbers[2], 0), 59) : 0
        return numbers[0] * 3600 + numbers[1] * 60 + seconds
    }
}
