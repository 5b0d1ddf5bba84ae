import DutyModel

/// Days as people type them: 2024-05-12, 2024/5/12, 2024.5.12, 2024年5月12日, 20240512, 5月12日 (this year), 今天, 昨天,
/// and from one to another with 至, 到 or ~.
enum DayText {
    /// Reads one day. `today` is what 今天 means.
    static func day(_ text: String, today: CivilDay) throws(Failure) -> CivilDay {
        let plain = halfWidth(text)
        switch plain {
        case "今天", "今日": return today
        case "昨天", "昨日": return today + -1
        case "前天": return today + -2
        default: break
        }
        guard var numbers = numbers(in: plain), numbers.count == 3 || isWithoutYear(plain, numbers) else {
            throw Failure(
                .usage, "“\(text)”不是日期。", advice: "日期写成 2024-05-12、2024/5/12、2024年5月12日，今年的可以写 5月12日。")
        }
        if numbers.count == 2 { numbers.insert(today.year, at: 0) }
        guard let day = CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            throw Failure(.usage, "没有“\(text)”这一天。", advice: "请核对年、月、日。")
        }
        return day
    }

    /// 5月12日 is of this year. (5-12 is no date: it may as well be a span or a month.)
    private static func isWithoutYear(_ text: String, _ numbers: [Int]) -> Bool {
        numbers.count == 2 && text.contains("月") && !text.contains("年")
    }

    /// Whether a text names a day without its year, which is then this one.
    static func leavesYearOut(_ text: String) -> Bool {
        text.contains("月") && !text.contains("年") && text.prefix { $0 != "月" }.count <= 2
    }

    /// Reads one day or a span: `2024-01-10至2024-01-12`, `2024年1月10日至12日`.
    static func days(_ text: String, today: CivilDay) throws(Failure) -> DayRange {
        for separator in ["至", "到", "~", "～", "—", "--"] {
            guard let range = text.firstRange(of: separator) else { continue }
            let first = try day(String(text[..<range.lowerBound]), today: today)
            let last = try lastDay(String(text[range.upperBound...]), after: first, today: today)
            guard let days = DayRange(first, last) else {
                throw Failure(.usage, "“\(text)”的结束日期早于开始日期。", advice: "请把两个日期对调或改正。")
            }
            return days
        }
        return DayRange(try day(text, today: today))
    }

    /// The end of a span may leave out what it shares with the beginning: 至12日, 至3月2日.
    private static func lastDay(_ text: String, after first: CivilDay, today: CivilDay) throws(Failure) -> CivilDay {
        guard let numbers = numbers(in: halfWidth(text)), (1...2).contains(numbers.count) else {
            return try day(text, today: today)
        }
        let (year, month, _) = first.components
        let whole = numbers.count == 1 ? [year, month, numbers[0]] : [year, numbers[0], numbers[1]]
        guard let day = CivilDay(year: whole[0], month: whole[1], day: whole[2]) else {
            throw Failure(.usage, "没有“\(text)”这一天。", advice: "请核对月、日。")
        }
        return day
    }

    /// The numbers of a date, or nil where something else stands among them.
    private static func numbers(in text: String) -> [Int]? {
        if text.utf8.count == 8, let whole = Int(text), whole > 0 {
            return [whole / 10_000, whole / 100 % 100, whole % 100]
        }
        var numbers: [Int] = []
        var digits = ""
        for character in text + "/" {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else {
                guard "-/.年月日 号".contains(character) else { return nil }
                if let number = Int(digits) { numbers.append(number) }
                digits = ""
            }
        }
        return numbers
    }

    /// Full-width digits and signs as half-width ones, and no blanks around.
    private static func halfWidth(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
            let value = isFullWidth ? scalar.value - 0xFEE0 : scalar.value == 0x3000 ? 0x20 : scalar.value
            if let plain = Unicode.Scalar(value) { result.unicodeScalars.append(plain) }
        }
        while result.first == " " { result.removeFirst() }
        return result.trimmingTrailingSpaces()
    }
}
