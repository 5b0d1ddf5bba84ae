import ArgumentParser
import DutyModel
import DutyRegister
import Reports
import Scoring

/// `lvzhi report …`
struct ReportCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "report", also: ["报告"], "年度履职档案、排名和界别情况，可以输出为表格、工作簿、CSV、JSON。",
        example: """
              lvzhi report profile 张三 --year 2024 -o 张三.xlsx
              lvzhi report ranking --year 2024
              lvzhi report sector --year 2024
            """,
        subcommands: [ReportProfile.self, ReportRanking.self, ReportSector.self, ReportArchive.self])
}

struct ReportProfile: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "profile", also: ["档案"], "一位委员的年度履职档案：得分、小计、基本要求和每条记录。",
        example: """
              lvzhi report profile 张三 --year 2024
              lvzhi report profile 张三 --year 2024 -o 张三2024.xlsx
            """)

    @OptionGroup var options: ScoredPersonOptions

    func run(in context: CommandContext) throws {
        let scored = try options.scored(in: context)
        let evidence = try options.evidence(ofRecords: Set(scored.records.keys), in: context)
        try options.output.write(ProfileReport(scored).document.with(evidence), in: context)
    }
}

struct ReportRanking: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "ranking", also: ["排名"], "全体委员一年的总分和名次；只供办公室内部使用。",
        example: """
              lvzhi report ranking --year 2024
              lvzhi report ranking --year 2024 --sector 教育界
              lvzhi report ranking --year 2024 -o 排名.xlsx
              lvzhi report ranking --year 2024 --half 上半年
            """,
        more: "同分同名次，下一名次按人数跳过；同分的按委员编号排列。--quarter、--half 是中期报告：只算那一段，列出谁还未填报。")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var year: YearOption
    @OptionGroup var part: PartOptions
    @Option(help: ArgumentHelp("只看这个界别的委员。", valueName: "sector")) var sector: String?
    @Option(help: ArgumentHelp("只看这种任职的委员，如 常委。", valueName: "role")) var role: String?
    @Option(help: ArgumentHelp("只看前几名。", valueName: "n")) var top: Int?

    func run(in context: CommandContext) throws {
        let register = try storeOptions.reading(in: context)
        let scores = try register.scores(year: year.value(in: context), part: try part.value())
        context.warn(scores.rulebook, isExact: scores.isExact, year: scores.year)
        var members = scores.members.map(RankedMember.init)
        if let sector {
            let name = try register.sectorName(sector)
            members = scores.members.filter { $0.person.sectors.last == name }.map(RankedMember.init)
        }
        if let role { members.removeAll { $0.person.role != role } }
        var report = RankingReport(
            title: "\(scores.period)履职排名（\(scores.rulebook.title)）", groups: scores.groups.map(\.name),
            display: scores.display, members: members)
        report.standing = scores.standing.text
        report.isInterim = scores.part != .whole
        if let top { report.keep(first: top) }
        try output.write(report.document, in: context)
    }
}

struct ReportSector: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "sector", also: ["界别"], "界别情况：人数、总分、人均、尚无记录的委员、计划完成与未完成。",
        example: """
              lvzhi report sector --year 2024
              lvzhi report sector 教育界 --year 2024
              lvzhi report sector --year 2024 --quarter 2
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var year: YearOption
    @OptionGroup var part: PartOptions
    @Argument(help: ArgumentHelp("界别；不写时为全部。", valueName: "sector")) var sector: String?

    func run(in context: CommandContext) throws {
        let year = year.value(in: context)
        let register = try storeOptions.reading(in: context)
        let part = try part.value()
        let sectors = try register.sectorScores(year: year, part: part, sector: sector)
        let choice = try register.rulebook(for: year)
        context.warn(choice.entry, isExact: choice.isExact, year: year)
        let report = SectorReport(
            title: part == .whole ? "\(year) 年度界别履职情况" : "\(year) 年\(part.label)界别履职情况（中期）",
            display: choice.rulebook.display, sectors: sectors.map(SectorEntry.init))
        try output.write(report.document, in: context)
    }
}

extension Register {
    /// The full name of a sector, or the refusal that lists those there are.
    func sectorName(_ word: String) throws -> String {
        let sectors = try organizations(.sector).map(\.organization)
        let found = sectors.first {
            [$0.name, $0.name + "界"].contains(word) || $0.aliases.contains(word) || $0.name == word + "界"
        }
        guard let found else {
            throw Refusal(.unknownOrganization(word: word, classification: .sector, known: sectors.map(\.name)))
        }
        return found.name
    }
}
