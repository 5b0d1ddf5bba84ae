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
              lvzhi score show 张三 --year 2024 --quarter 2
            """,
        more: "--quarter、--half 是中期报告：只算那一段，不评等次；没有任何记录的是“未填报”，和 0 分不同。")

    @OptionGroup var options: ScoredPersonOptions

    func run(in context: CommandContext) throws {
        let scored = try options.scored(in: context)
        try options.output.write(ProfileReport(scored).overview, in: context)
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
        more: "总分怎么加起来、封顶减去多少、哪些记录没有计分，都写明原因；也写明离每一条基本要求和下一等次还差多少。")

    @OptionGroup var options: ScoredPersonOptions
    @Argument(help: ArgumentHelp("指标的编号或名称；不写时解释全部。", valueName: "indicator")) var place: String?
    @Option(name: .customLong("indicator"), help: ArgumentHelp("同上，写成选项。", valueName: "indicator"))
    var named: String?

    func run(in context: CommandContext) throws {
        let scored = try options.scored(in: context)
        let report = ProfileReport(scored)
        guard let indicator = named ?? place else {
            let evidence = try options.evidence(ofRecords: Set(scored.records.keys), in: context)
            return try options.output.write(report.explanation.with(evidence), in: context)
        }
        guard let explanation = report.explanation(of: indicator) else {
            throw Failure(
                .failed, "“\(scored.rulebook.title)”没有指标、分组或基本要求“\(indicator)”。", advice: "请写上列的编号或名称。",
                details: report.explainable)
        }
        let counted = scored.profile.lines.filter { [$0.indicator, $0.name].contains(indicator) }
            .flatMap { $0.counted.map(\.record) }
        let evidence = try options.evidence(ofRecords: Set(counted), in: context)
        try options.output.write(explanation.with(evidence), in: context)
    }
}
