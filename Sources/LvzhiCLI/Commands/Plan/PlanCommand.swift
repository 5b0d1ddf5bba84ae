import ArgumentParser
import DutyModel
import DutyRegister
import Tabular

/// `lvzhi plan …`
struct PlanCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "plan", also: ["计划"], "界别年度协商计划：项目、完成与未完成。",
        example: """
              lvzhi plan add --sector 教育界 --year 2024 --month 5 --topic 走访乡村学校 --lead 张三
              lvzhi plan list --year 2024 --left
            """,
        subcommands: [ListPlan.self, AddPlan.self, RemovePlan.self])
}

struct AddPlan: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "在界别的年度计划里添加一个项目。",
        example: "  lvzhi plan add --sector 教育界 --year 2024 --month 5 --topic 走访乡村学校 --lead 张三")

    @OptionGroup var storeOptions: StoreOptions
    @Option(help: ArgumentHelp("界别。", valueName: "sector")) var sector: String
    @Option(help: ArgumentHelp("年度。", valueName: "year")) var year: Int
    @Option(help: ArgumentHelp("月份，不定时不写。", valueName: "month")) var month: Int = 0
    @Option(help: ArgumentHelp("议题。", valueName: "text")) var topic: String
    @Option(help: ArgumentHelp("牵头人。", valueName: "text")) var lead: String = ""

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context)
            .addPlanItem(sector: sector, year: year, month: month, topic: topic, lead: lead)
        context.saved("已添加计划项目 \(saved.value.id.rawValue)“\(topic)”", saved.change)
    }
}

struct RemovePlan: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "remove", also: ["删除"], "删除一个还没有活动的计划项目。", example: "  lvzhi plan remove 12")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("项目号，见 lvzhi plan list。", valueName: "item")) var item: UInt32

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context).removePlanItem(PlanItemID(rawValue: item))
        context.saved("已删除计划项目 \(item)“\(saved.value.topic)”", saved.change)
    }
}

struct ListPlan: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "列出年度计划和完成情况。",
        example: """
              lvzhi plan list --year 2024
              lvzhi plan list --year 2024 --sector 教育界 --left
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("年度，不写时为今年。", valueName: "year")) var year: Int?
    @Option(help: ArgumentHelp("只看这个界别。", valueName: "sector")) var sector: String?
    @Flag(help: "只看还没有完成的。") var left = false

    func run(in context: CommandContext) throws {
        let register = try storeOptions.reading(in: context)
        let items = try register.planItems(year: year ?? context.today.year, sector: sector)
        let table = TableDocument(
            columns: [
                TableColumn("item", "项目号", .identifier), TableColumn("sector", "界别"), TableColumn("month", "月份"),
                TableColumn("topic", "议题", maximumWidth: 48), TableColumn("lead", "牵头"), TableColumn("state", "完成情况"),
                TableColumn("activities", "活动", maximumWidth: 40),
            ],
            rows: items.filter { !left || !$0.isDone }.map { entry in
                [
                    .text(String(entry.item.id.rawValue)), .text(entry.sector),
                    .text(entry.item.month == 0 ? "" : "\(entry.item.month)月"), .text(entry.item.topic),
                    .text(entry.item.lead), .text(entry.isDone ? "已完成" : "未完成"),
                    .text(entry.activities.map { "\($0.day) \($0.title)" }.joined(separator: "；")),
                ]
            })
        try output.write([table], in: context)
    }
}
