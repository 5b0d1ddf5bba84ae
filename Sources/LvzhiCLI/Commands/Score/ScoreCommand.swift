import ArgumentParser
import DutyRegister
import Reports
import Scoring

/// `lvzhi score …`
struct ScoreCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "score", also: ["得分"], "一位委员的得分，和每一分的由来。",
        example: """
              lvzhi score show 张三 --year 2024
              lvzhi score explain 张三 H2 --year 2024
            """,
        subcommands: [ShowScore.self, ExplainScore.self, CompareScores.self, ManualCommand.self])
}

struct ShowScore: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "show", also: ["查看"], "一位委员一年的总分、等次和各项指标得分。",
        example: """
              lvzhi score show 张三 --year 2024
              lvzhi score show 0251 --year 2024 --format json
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var year: YearOption
    @Argument(help: ArgumentHelp("委员编号或姓名。", valueName: "person")) var person: String

    func run(in context: CommandContext) throws {
        let year = year.value(in: context)
        let scored = try storeOptions.reading(in: context).profile(person, year: year)
        context.warn(scored.rulebook, isExact: scored.isExact, year: year)
        context.tell(scored.unreviewed)
        try output.write(ProfileReport(scored).overview, in: context)
    }
}

struct ExplainScore: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "explain", also: ["解释"], "每一分的由来：依据哪一条、计了哪些记录、减去多少、为什么。",
        example: """
              lvzhi score explain 张三 --year 2024
              lvzhi score explain 张三 H2 --year 2024
              lvzhi score explain 张三 --indicator 立案提案
            """,
        more: "也写明离每一条基本要求和下一等次还差多少。")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var year: YearOption
    @Argument(help: ArgumentHelp("委员编号或姓名。", valueName: "person")) var person: String
    @Argument(help: ArgumentHelp("指标的编号或名称；不写时解释全部。", valueName: "indicator")) var place: String?
    @Option(name: .customLong("indicator"), help: ArgumentHelp("同上，写成选项。", valueName: "indicator"))
    var named: String?

    func run(in context: CommandContext) throws {
        let year = year.value(in: context)
        let scored = try storeOptions.reading(in: context).profile(person, year: year)
        context.warn(scored.rulebook, isExact: scored.isExact, year: year)
        context.tell(scored.unreviewed)
        let report = ProfileReport(scored)
        let register = try storeOptions.reading(in: context)
        guard let indicator = named ?? place else {
            return try output.write(
                report.document.with(register.evidence(ofRecords: Set(scored.records.keys))), in: context)
        }
        guard let explanation = report.explanation(of: indicator) else {
            throw Failure(
                .failed, "“\(scored.rulebook.title)”没有指标、分组或基本要求“\(indicator)”。", advice: "请写上列的编号或名称。",
                details: report.explainable)
        }
        let counted = scored.profile.lines.filter { [$0.indicator, $0.name].contains(indicator) }
            .flatMap { $0.counted.map(\.record) }
        try output.write(explanation.with(register.evidence(ofRecords: Set(counted))), in: context)
    }
}
