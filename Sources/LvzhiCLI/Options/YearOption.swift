import ArgumentParser
import DutyModel

/// The assessment year a result is about.
struct YearOption: ParsableArguments {
    @Option(help: ArgumentHelp("履职年度，不写时为今年。", valueName: "year")) var year: Int?

    func value(in context: CommandContext) -> Int { year ?? context.today.year }
}
