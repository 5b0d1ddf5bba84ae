import DutyModel

/// When something was, as a cell says it.
struct DateReading: Hashable {
    var days: DayRange
    /// 上午, 下午 or 晚上 is 1, 全天 is 2; nil where the cell does not say.
    var halfDays: Int?
    /// Which half of a single day, where the cell says so.
    var half: DayHalf?
    /// The year was not in the cell.
    var yearAssumed = false
    /// Only a month was given: the day is its first.
    var monthOnly = false

    /// Half-days of the whole: as said, else one for a single day and two for each of several.
    var halfDaysHeld: Int { halfDays ?? (days.count == 1 ? 1 : days.count * 2) }
}

/// Why a cell is no date.
enum DateProblem: Error, Hashable {
    case notADate
    /// 2024年2月30日.
    case noSuchDay
    case endsBeforeItBegins
    /// No year in the cell, nor anywhere to take one from.
    case noYear
    /// Days with gaps: 3日、8日.
    case notConsecutive
    /// 5/3/2024: the 5th of March or the 3rd of May.
    case unclearOrder

    var clause: String {
        switch self {
        case .notADate: "不是日期"
        case .noSuchDay: "日历上没有这一天"
        case .endsBeforeItBegins: "结束早于开始"
        case .noYear: "没有年份，标题和文件名里也没有"
        case .notConsecutive: "几个日期不连续"
        case .unclearOrder: "看不出哪个是月、哪个是日"
        }
    }

    var remedy: String {
        switch self {
        case .notADate: "请写成 2024-03-05、2024年3月5日或 2024年3月5日至7日"
        case .noSuchDay: "请核对年月日"
        case .endsBeforeItBegins: "请核对起止日期"
        case .noYear: "请写上年份，或用 --year 指明"
        case .notConsecutive: "请每次活动各写一行"
        case .unclearOrder: "请按年、月、日的次序写，如 2024-03-05"
        }
    }
}

/// Dates in the forms offices use: 2024年3月5日 14:30, 2024/3/5, 3月5日至7日, ２０２４．３．５, 45356.
enum DateText {
    /// `year` fills in where the cell has none.
    static func parse(_ raw: some StringProtocol, year: Int?) throws(DateProblem) -> DateReading {
        let text = TextFolding.halfWidth(raw)
        if let days = serial(TextFolding.trimmed(text)) ?? compact(TextFolding.trimmed(text)) {
            return DateReading(days: DayRange(days))
        }
        var scan = DateScan(text)
        let parts = try scan.parts()
        var reading = try DateAssembly(year: year).reading(of: parts, halves: scan.halves)
        if reading.days.count > 1 || reading.halfDays ?? 1 != 1 {
            reading.half = nil
        } else {
            reading.half = reading.half ?? scan.half
        }
        return reading
    }

    /// A spreadsheet's day number, 1990 to 2099.
    static func serial(_ text: String) -> CivilDay? {
        let whole = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(whole.count), whole[0].count == 5, whole.allSatisfy({ isDigits($0) }) else { return nil }
        guard let number = Int32(whole[0]), (32_874...73_050).contains(number) else { return nil }
        return CivilDay(daysSinceEpoch: number - 25_569)
    }

    /// 20240305.
    static func compact(_ text: String) -> CivilDay? {
        guard text.count == 8, isDigits(text[...]), let number = Int(text) else { return nil }
        return CivilDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    static func isDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The year a title, a sheet's name or a file's name speaks of: 2024年, 2024-, （2024）.
    static func year(in text: some StringProtocol) -> Int? {
        let digits = TextFolding.halfWidth(text).split { !("0"..."9").contains($0) }
        if let found = digits.first(where: { $0.count == 4 }).flatMap({ Int($0) }), (1949...2099).contains(found) {
            return found
        }
        let dated = digits.first { $0.count == 8 || $0.count == 6 }.flatMap { Int($0.prefix(4)) }
        if let dated, (1949...2099).contains(dated) { return dated }
        let han = Array(text.unicodeScalars).split { ChineseNumber.digit($0) == nil }.first { $0.count == 4 }
        return han.flatMap { ChineseNumber.parse(String(String.UnicodeScalarView($0))) }.flatMap {
            (1949...2099).contains($0) ? $0 : nil
        }
    }
}

/// One date inside a cell, as far as it was written out.
struct DatePart: Hashable {
    var year: Int?
    var month: Int?
    var day: Int?
    /// What stood behind it: 上午 and the like.
    var half: DayHalf?
}

/// 上午, 下午, 晚上, 全天.
enum DayHalf: Hashable {
    case morning, afternoon, evening, whole

    /// As a record keeps it; nil for the whole day.
    var part: DayPart? {
        switch self {
        case .morning: .morning
        case .afternoon: .afternoon
        case .evening: .evening
        case .whole: nil
        }
    }

    /// 上午, 下午, 晚上 as a cell of their own say it; nil for anything else.
    init?(word: String) {
        switch TextFolding.withoutSpaces(word) {
        case "上午", "早上", "早", "上": self = .morning
        case "下午", "午后", "下": self = .afternoon
        case "晚上", "晚", "晚间", "夜间": self = .evening
        case "全天", "整天", "一天": self = .whole
        default: return nil
        }
    }
}
