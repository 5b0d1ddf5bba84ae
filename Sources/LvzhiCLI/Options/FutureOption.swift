import ArgumentParser
import DutyModel

/// Duties are recorded when they were done; a date that is still to come is mostly a slip of the pen.
struct FutureOption: ParsableArguments {
    @Flag(help: "日期还没有到也登记，例如预先登记会议。") var future = false

    /// The days of an argument.
    /// - Throws: where they begin after today, unless that is meant.
    func days(_ text: String, in context: CommandContext) throws(Failure) -> DayRange {
        let days = try context.days(text)
        try require(days.first, in: context)
        return days
    }

    /// One day of an argument, likewise.
    func day(_ text: String, in context: CommandContext) throws(Failure) -> CivilDay {
        let day = try context.day(text)
        try require(day, in: context)
        return day
    }

    /// One day of an argument that may be missing.
    func day(_ text: String?, in context: CommandContext) throws(Failure) -> CivilDay? {
        guard let text else { return nil }
        let day: CivilDay = try day(text, in: context)
        return day
    }

    private func require(_ day: CivilDay, in context: CommandContext) throws(Failure) {
        guard day > context.today, !future else { return }
        throw Failure(
            .findings, "日期 \(day) 还没有到，今天是 \(context.today)。", advice: "请核对年份；确实要预先登记，请加 --future。")
    }
}
