import ArgumentParser
import DutyModel
import DutyRegister
import Reports
import Tabular

/// `lvzhi review …`
struct ReviewCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "review", also: ["审核"], "审核委员和召集人填报的记录：先由界别召集人核实，再由办公室通过或退回。",
        example: """
              lvzhi review list
              lvzhi review approve 走访困难群众 服务企业上市
              lvzhi review return 走访困难群众 --reason 没有佐证材料
            """,
        more: "只有通过的才计分。谁都不能审核自己填报的、自己有份的记录。没有召集人账号的界别，直接由办公室审核。",
        subcommands: [ListReviews.self, ShowReview.self, ApproveRecords.self, ReturnRecords.self])
}

struct ListReviews: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "待审的记录，等得最久的在前；写明等谁、等了几天。",
        example: """
              lvzhi review list
              lvzhi review list --mine
              lvzhi review list --all --person 张三
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Flag(help: "只看等我审核的。") var mine = false
    @Flag(help: "草稿和退回的也列出。") var all = false
    @Option(help: ArgumentHelp("只看与这位委员有关的。", valueName: "person")) var person: String?

    func run(in context: CommandContext) throws {
        let states: Set<ReviewState> = all ? [.draft, .waiting, .returned] : [.waiting]
        let filter = ReviewFilter(states: states, person: person, mine: mine)
        let entries = try storeOptions.reading(in: context).reviewQueue(filter)
        try output.write([ReviewTables.queue(entries)], in: context)
    }
}

struct ShowReview: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "show", also: ["查看"], "一条记录的审核经过：谁、什么时候、做了什么、为什么。",
        example: "  lvzhi review show 走访困难群众")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称。", valueName: "record")) var record: String

    func run(in context: CommandContext) throws {
        let entry = try storeOptions.reading(in: context).reviewEntry(record)
        try output.write([ReviewTables.sheet(entry), ReviewTables.steps(entry)], in: context)
    }
}

struct ApproveRecords: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "approve", also: ["通过", "核实"], "通过：办公室通过后就计分；召集人通过是核实，之后由办公室审核。可以一次写多条。",
        example: """
              lvzhi review approve 走访困难群众
              lvzhi review approve 走访困难群众 服务企业上市 --note 材料齐全
              lvzhi review approve 走访困难群众 --direct
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称。", valueName: "record")) var records: [String]
    @Option(help: ArgumentHelp("要说明的。", valueName: "text")) var note: String = ""
    @Flag(help: "不等召集人核实，由办公室直接审核。") var direct = false
    @Flag(name: .customLong("even-if-alike"), help: "已有同日同名的记录也通过。") var evenIfAlike = false

    func run(in context: CommandContext) throws {
        let verdict = ReviewVerdict(reason: note, isDirect: direct, evenIfAlike: evenIfAlike)
        let saved = try storeOptions.writing(in: context).approve(records, verdict)
        let passed = saved.value.filter { $0.review == .approved }
        let word = passed.isEmpty ? "已核实" : "已通过"
        context.saved("\(word) \(saved.value.count) 条" + (passed.isEmpty ? "，等办公室审核" : "，从此计分"), saved.change)
    }
}

struct ReturnRecords: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "return", also: ["退回"], "退回，写明原因；填报人改正后可以再提交。可以一次写多条。",
        example: "  lvzhi review return 走访困难群众 --reason 没有佐证材料")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称。", valueName: "record")) var records: [String]
    @Option(help: ArgumentHelp("退回的原因。", valueName: "text")) var reason: String

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context).giveBack(records, ReviewVerdict(reason: reason))
        context.saved("已退回 \(saved.value.count) 条：\(reason)", saved.change)
    }
}

/// Reviews as tables.
enum ReviewTables {
    static func queue(_ entries: [ReviewEntry]) -> TableDocument {
        TableDocument(
            columns: [
                TableColumn("id", "记录号", .identifier), TableColumn("date", "日期"), TableColumn("kind", "种类"),
                TableColumn("title", "名称", maximumWidth: 36), TableColumn("people", "委员", maximumWidth: 24),
                TableColumn("author", "填报"), TableColumn("state", "状态"), TableColumn("turn", "等谁", maximumWidth: 20),
                TableColumn("days", "天数", .number()), TableColumn("reason", "退回原因", maximumWidth: 30),
            ],
            rows: entries.map { entry in
                [
                    .text(String(entry.record.id.rawValue)), .text(Lines.span(entry.record.days)), .text(entry.kind),
                    .text(entry.record.title), .text(Self.people(entry)),
                    .text(entry.author.isEmpty ? "办公室" : entry.author), .text(entry.record.review.label),
                    .text(entry.turnText), entry.submitted == nil ? .empty : .integer(entry.days),
                    entry.reason.isEmpty ? .empty : .text(entry.reason),
                ]
            })
    }

    private static func people(_ entry: ReviewEntry) -> String {
        let names = entry.people.prefix(3).map(\.name).joined(separator: "、")
        return entry.people.count > 3 ? names + " 等 \(entry.people.count) 人" : names
    }

    static func sheet(_ entry: ReviewEntry) -> TableDocument {
        TableDocument.fields(
            title: entry.record.title,
            [
                ("记录号", String(entry.record.id.rawValue)), ("种类", entry.kind), ("日期", Lines.span(entry.record.days)),
                ("委员", people(entry)), ("填报", entry.author.isEmpty ? "办公室" : entry.author),
                ("状态", entry.record.review.label), ("等谁", entry.record.review == .approved ? "" : entry.turnText),
                ("佐证材料", entry.record.evidence.joined(separator: "、")),
            ])
    }

    static func steps(_ entry: ReviewEntry) -> TableDocument {
        TableDocument(
            title: "审核经过",
            columns: [
                TableColumn("time", "时间"), TableColumn("who", "经办人"), TableColumn("action", "办理"),
                TableColumn("reason", "说明", maximumWidth: 48),
            ],
            rows: entry.steps.map { step in
                [
                    .text("\(step.instant)"), .text(step.who), .text(step.action.label),
                    step.reason.isEmpty ? .empty : .text(step.reason),
                ]
            })
    }
}

extension ReviewEntry {
    var turnText: String {
        switch turn {
        case .author: "填报人"
        case .convener(let names): "召集人 " + names.joined(separator: "、")
        case .office: "办公室"
        }
    }
}
