import ArgumentParser
import DutyModel

/// The calendar year or the days a list is about.
struct SpanOptions: ParsableArguments {
    @Option(name: .customLong("year"), help: ArgumentHelp("只看这一年。", valueName: "year"))
    var year: Int?

    @Option(name: .customLong("from"), help: ArgumentHelp("从这一天起。", valueName: "date"))
    var from: String?

    @Option(name: .customLong("to"), help: ArgumentHelp("到这一天为止。", valueName: "date"))
    var to: String?

    /// The days meant; nil for all.
    func days(in context: CommandContext) throws(Failure) -> DayRange? {
        guard year != nil || from != nil || to != nil else { return nil }
        let year = year.map(DayRange.year)
        let first = try from.map { text throws(Failure) in try DayText.day(text, today: context.today) }
        let last = try to.map { text throws(Failure) in try DayText.day(text, today: context.today) }
        let begin = first ?? year?.first ?? .firstDay(ofYear: 1900)
        let end = last ?? year?.last ?? .lastDay(ofYear: 9999)
        guard let days = DayRange(begin, end) else {
            throw Failure(.usage, "结束日期 \(end) 早于开始日期 \(begin)。", advice: "请把两个日期对调或改正。")
        }
        return days
    }
}

extension CommandContext {
    /// One day of an argument.
    func day(_ text: String) throws(Failure) -> CivilDay {
        let day = try DayText.day(text, today: today)
        if DayText.leavesYearOut(text) { errors.line("“\(text)”没有写年份，按今年 \(day) 登记。") }
        return day
    }

    /// One day of an argument that may be missing.
    func day(_ text: String?) throws(Failure) -> CivilDay? {
        guard let text else { return nil }
        let day: CivilDay = try day(text)
        return day
    }

    /// One day or several of an argument.
    func days(_ text: String) throws(Failure) -> DayRange {
        let days = try DayText.days(text, today: today)
        if DayText.leavesYearOut(text) {
            errors.line("“\(text)”没有写年份，按今年 \(Lines.span(days)) 登记。")
        }
        return days
    }
}
