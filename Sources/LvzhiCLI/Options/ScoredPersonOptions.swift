import ArgumentParser
import DutyModel
import DutyRegister
import Reports

/// Whose year, or which part of it, a score or a profile is about.
struct ScoredPersonOptions: ParsableArguments {
    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var year: YearOption
    @OptionGroup var part: PartOptions
    @Argument(help: ArgumentHelp("委员编号或姓名。", valueName: "person")) var person: String

    /// Scores the member, and tells where an older year's rulebook had to do.
    func scored(in context: CommandContext) throws -> ScoredProfile {
        let year = year.value(in: context)
        let part = try part.value()
        let scored = try storeOptions.reading(in: context).profile(person, year: year, part: part)
        context.warn(scored.rulebook, isExact: scored.isExact, year: year)
        context.tell(scored.unreviewed)
        return scored
    }

    /// Papers kept with records.
    func evidence(ofRecords records: Set<RecordID>, in context: CommandContext) throws -> [EvidenceLine] {
        try storeOptions.reading(in: context).evidence(ofRecords: records)
    }
}
