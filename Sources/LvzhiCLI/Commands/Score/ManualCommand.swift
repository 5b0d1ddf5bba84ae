import ArgumentParser
import DutyModel
import DutyRegister
import Tabular

/// `lvzhi score manual …`
struct ManualCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "manual", also: ["人工"], "人工加减分和人工登记的事项：每一笔都有理由、批准人和日期。",
        example: """
              lvzhi score manual add 张三 --item D3 --points 2.5 --reason 牵头提案评议 --approver 主席会议 --year 2024
              lvzhi score manual list --year 2024
              lvzhi score manual withdraw 3 --reason 重复登记
            """,
        more: "项目是该年度考核办法里写着“人工: 是”的指标（计分）或处理（只登记事项，如失信、违纪，不写分数）。",
        subcommands: [ListManual.self, AddManual.self, EditManual.self, WithdrawManual.self])
}

struct AddManual: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "给一位委员登记一笔人工分，或一件人工登记的事项。",
        example: """
              lvzhi score manual add 张三 --item D3 --points 2.5 --reason 牵头提案评议 --approver 主席会议 --year 2024
              lvzhi score manual add 张三 --item 失信 --reason 列入失信名单 --approver 主席会议 --date 2024-09-01 --year 2024
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var year: YearOption
    @Argument(help: ArgumentHelp("委员编号或姓名。", valueName: "person")) var person: String
    @Option(
        name: [.customLong("item"), .customLong("indicator")], help: ArgumentHelp("指标或处理的编号、名称。", valueName: "item"))
    var item: String
    @Option(help: ArgumentHelp("分数：整数、小数或分数（1/3）；扣分写成负数时用 --points=-2。", valueName: "n"))
    var points: String = ""
    @Option(help: ArgumentHelp("理由。", valueName: "text")) var reason: String = ""
    @Option(help: ArgumentHelp("批准人。", valueName: "text")) var approver: String = ""
    @Option(help: ArgumentHelp("决定的日期，不写时为今天。", valueName: "date")) var date: String?
    @Option(help: ArgumentHelp("佐证材料的名称，可以写多份。", valueName: "text")) var evidence: [String] = []

    func run(in context: CommandContext) throws {
        let draft = ManualDraft(
            person: person, year: year.value(in: context), item: item, points: points, reason: reason,
            approver: approver, day: try context.day(date) ?? context.today, evidence: evidence)
        let saved = try storeOptions.writing(in: context).addManual(draft)
        let entry = saved.value
        let what = entry.points.isEmpty ? "事项" : "\(entry.points) 分"
        context.saved("已登记第 \(entry.id.rawValue) 笔：\(person) \(entry.year) 年度 \(entry.item) \(what)", saved.change)
    }
}

struct EditManual: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "edit", also: ["修改"], "改正一笔人工分的分数、理由、批准人、日期或佐证。",
        example: "  lvzhi score manual edit 3 --points 2 --reason 评议得分有误")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("笔号，见 lvzhi score manual list。", valueName: "entry")) var entry: UInt32
    @Option(help: ArgumentHelp("分数。", valueName: "n")) var points: String?
    @Option(help: ArgumentHelp("理由。", valueName: "text")) var reason: String?
    @Option(help: ArgumentHelp("批准人。", valueName: "text")) var approver: String?
    @Option(help: ArgumentHelp("决定的日期。", valueName: "date")) var date: String?
    @Option(help: ArgumentHelp("佐证材料的名称，替换原有的。", valueName: "text")) var evidence: [String] = []

    func run(in context: CommandContext) throws {
        let change = ManualChange(
            points: points, reason: reason, approver: approver, day: try context.day(date),
            evidence: evidence.isEmpty ? nil : evidence)
        let saved = try storeOptions.writing(in: context).editManual(ManualEntryID(rawValue: entry), change)
        context.saved("已修改第 \(entry) 笔人工分", saved.change)
    }
}

struct WithdrawManual: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "withdraw", also: ["撤回"], "撤回一笔人工分：不再计入，仍列在清单里并写明原因。",
        example: "  lvzhi score manual withdraw 3 --reason 重复登记")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("笔号，见 lvzhi score manual list。", valueName: "entry")) var entry: UInt32
    @Option(help: ArgumentHelp("原因。", valueName: "text")) var reason: String = ""

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context).withdrawManual(ManualEntryID(rawValue: entry), reason: reason)
        context.saved("已撤回第 \(entry) 笔人工分", saved.change)
    }
}

struct ListManual: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "列出人工分和人工登记的事项，撤回的也列出；办法里已没有的项目会写明。",
        example: """
              lvzhi score manual list --year 2024
              lvzhi score manual list --person 张三
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("只看这个年度。", valueName: "year")) var year: Int?
    @Option(help: ArgumentHelp("只看这位委员。", valueName: "person")) var person: String?

    func run(in context: CommandContext) throws {
        let lines = try storeOptions.reading(in: context).manualEntries(year: year, person: person)
        try output.write([ManualTables.list(lines)], in: context)
    }
}

/// Entries by hand as a table.
enum ManualTables {
    static func list(_ lines: [ManualLine], title: String = "") -> TableDocument {
        TableDocument(
            title: title,
            columns: [
                TableColumn("entry", "笔号", .identifier), TableColumn("year", "年度", .number()),
                TableColumn("number", "委员编号", .identifier), TableColumn("name", "姓名"), TableColumn("item", "项目"),
                TableColumn("points", "分数", .number()), TableColumn("reason", "理由", maximumWidth: 36),
                TableColumn("approver", "批准人"), TableColumn("day", "日期"),
                TableColumn("evidence", "佐证", maximumWidth: 24),
                TableColumn("standing", "情况", maximumWidth: 32),
            ],
            rows: lines.map { line in
                let entry = line.entry
                return [
                    .text(String(entry.id.rawValue)), .integer(entry.year), .text(line.member.number),
                    .text(line.member.name), .text(line.name.isEmpty ? entry.item : "\(entry.item) \(line.name)"),
                    entry.points.isEmpty ? .empty : .text(entry.points), .text(entry.reason), .text(entry.approver),
                    .text("\(entry.day)"), .text(entry.evidence.joined(separator: "、")), .text(line.standingText),
                ]
            })
    }
}

extension ManualLine {
    fileprivate var standingText: String {
        switch standing {
        case .counts: "计入"
        case .withdrawn: "已撤回：" + (entry.withdrawn ?? "")
        case .notInRulebook: "不计入：这一年的办法里没有这个人工项目"
        case .noRulebook: "不计入：这一年没有考核办法"
        }
    }
}
