import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi objection …`
struct ObjectionCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "objection", also: ["异议"], "异议：委员认为自己的履职记录或得分有错、重、漏，办公室答复，都留存。",
        example: """
              lvzhi objection add 漏 --text 5月12日走访乡村学校我参加了 --evidence 合影.jpg --as 张三
              lvzhi objection list --open
              lvzhi objection answer 3 成立 --reason 签到表漏抄 --change 128
            """,
        more: "答复期限是 15 天。一个年度还有没答复的异议，就不能定档。",
        subcommands: [
            AddObjection.self, ListObjections.self, ShowObjection.self, AnswerObjection.self, WithdrawObjection.self,
        ])
}

struct AddObjection: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["提出"], "对自己的一条记录或一项得分提出异议：错、重、漏。",
        example: """
              lvzhi objection add 错 --record 走访乡村学校 --text 我全程参加，不是请假 --as 张三
              lvzhi objection add 重 --record 2024001 --text 与2024002是同一件 --as 张三
              lvzhi objection add 漏 --text 5月12日走访乡村学校我参加了 --evidence 合影.jpg --as 张三
              lvzhi objection add 错 --indicator H2 --year 2024 --text 立案提案应为两件 --as 张三
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("错、重、漏。", valueName: "sort")) var sort: Objection.Sort
    @Option(help: ArgumentHelp("哪条记录：记录号、编号或名称。", valueName: "record")) var record: String?
    @Option(help: ArgumentHelp("哪项指标：编号或名称。", valueName: "indicator")) var indicator: String?
    @Option(help: ArgumentHelp("哪个年度，不写时按记录的日期，再不然是今年。", valueName: "year")) var year: Int?
    @Option(help: ArgumentHelp("错在哪里，或漏了什么。", valueName: "text")) var text: String
    @Option(help: ArgumentHelp("佐证材料的名称，可以写多份。", valueName: "text")) var evidence: [String] = []
    @Option(help: ArgumentHelp("办公室代哪位委员提出。", valueName: "person")) var person: String?

    func run(in context: CommandContext) throws {
        let draft = ObjectionDraft(
            sort, person: person, record: record, indicator: indicator, year: year, text: text, evidence: evidence)
        let saved = try storeOptions.writing(in: context).object(draft)
        context.saved("已提出第 \(saved.value.id.rawValue) 号异议，\(saved.value.due) 前答复", saved.change)
    }
}

struct ListObjections: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "列出异议和答复；超过期限的写明。",
        example: """
              lvzhi objection list --open
              lvzhi objection list --year 2024 -o 异议.xlsx
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("只看这个年度的。", valueName: "year")) var year: Int?
    @Option(help: ArgumentHelp("只看这位委员的。", valueName: "person")) var person: String?
    @Flag(help: "只看还没有答复的。") var open = false

    func run(in context: CommandContext) throws {
        let filter = ObjectionFilter(year: year, person: person, openOnly: open)
        let entries = try storeOptions.reading(in: context).objections(filter)
        try output.write([ObjectionTables.list(entries)], in: context)
    }
}

struct ShowObjection: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "show", also: ["查看"], "一件异议和它的答复。", example: "  lvzhi objection show 3")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("异议号。", valueName: "number")) var number: UInt32

    func run(in context: CommandContext) throws {
        let entry = try storeOptions.reading(in: context).objection(ObjectionID(rawValue: number))
        try output.write([ObjectionTables.sheet(entry)], in: context)
    }
}

struct AnswerObjection: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "answer", also: ["答复"], "答复一件异议：成立、部分成立、不成立，写明理由和据以更正的操作。",
        example: """
              lvzhi objection answer 3 成立 --reason 签到表漏抄，已补登 --change 128 --record 走访乡村学校
              lvzhi objection answer 4 不成立 --reason 签到表上没有，组织单位也不能证明
            """,
        more: "先更正记录，再答复；更正的操作号见 lvzhi log。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("异议号。", valueName: "number")) var number: UInt32
    @Argument(help: ArgumentHelp("结论：成立、部分成立、不成立。", valueName: "outcome")) var outcome: ObjectionAnswer.Outcome
    @Option(help: ArgumentHelp("理由。", valueName: "text")) var reason: String
    @Option(help: ArgumentHelp("据以更正的操作号，可以写多个。", valueName: "number")) var change: [UInt64] = []
    @Option(help: ArgumentHelp("更正或补登的记录。", valueName: "record")) var record: String?

    func run(in context: CommandContext) throws {
        let draft = AnswerDraft(outcome, reason: reason, changes: change, record: record)
        let saved = try storeOptions.writing(in: context).answer(ObjectionID(rawValue: number), draft)
        context.saved("已答复第 \(number) 号异议：\(outcome.label)", saved.change)
    }
}

struct WithdrawObjection: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "withdraw", also: ["撤回"], "撤回自己提出、还没有答复的异议；仍留存。", example: "  lvzhi objection withdraw 3 --as 张三")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("异议号。", valueName: "number")) var number: UInt32

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context).withdrawObjection(ObjectionID(rawValue: number))
        context.saved("已撤回第 \(number) 号异议", saved.change)
    }
}
