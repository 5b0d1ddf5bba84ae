import ArgumentParser
import DutyModel
import DutyRegister
import Tabular

/// `lvzhi year …`
struct YearCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "year", also: ["年度"], "年度的开放、封账、核定、公布和重开。",
        example: """
              lvzhi year status 2024
              lvzhi year close 2024
              lvzhi year decide 张三 --year 2024 --grade 称职 --reason 因病请假 --body 主席会议 --date 2025-01-10
              lvzhi year publish 2024 --document 政协办〔2025〕3号
              lvzhi year reopen 2024 --reason 第三季度签到表漏录
            """,
        more: """
            封账先查挡路的事项（待审、异议、未确认的出席、人数、算例、任职、关联……），一次全部列出；查清后冻结全体委员的结果、\
            当时的事实和考核办法。封账以后这一年的事实不能再改：要更正先重开，再封账为新的一版；只补记而不动结果的，在登记命令后加 \
            --late-fact 原因，记为迟到事实，由 year status 单列并写明影响。
            """,
        subcommands: [
            ListYears.self, ShowYear.self, OpenYear.self, CloseYear.self, DecideGrade.self, PublishYear.self,
            ReopenYear.self,
        ])
}

struct ListYears: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "列出各年度到了哪一步。", example: "  lvzhi year list")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) throws {
        let years = try storeOptions.reading(in: context).years()
        let table = TableDocument(
            columns: [
                TableColumn("year", "年度", .number()), TableColumn("state", "情况"),
                TableColumn("version", "版本", .number()), TableColumn("days", "考核期"),
                TableColumn("reason", "重开原因", maximumWidth: 40),
            ],
            rows: years.map { year in
                [
                    .integer(year.year), .text(year.state.label), year.version > 0 ? .integer(year.version) : .empty,
                    .text(year.days.map(Lines.span) ?? ""), .text(year.reason),
                ]
            }, notes: years.isEmpty ? ["没有登记过年度：都还开放。"] : [])
        try output.write([table], in: context)
    }
}

struct OpenYear: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "open", also: ["开放"], "写明一个年度开始登记；不写也可以登记。", example: "  lvzhi year open 2025")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("年度。", valueName: "year")) var year: Int

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context).openYear(year)
        context.saved("\(year) 年度已开放", saved.change)
    }
}

struct CloseYear: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "close", also: ["封账"], "封账：先查挡路的事项，再冻结全体委员的结果。",
        example: """
              lvzhi year close 2024
              lvzhi year close 2024 --accept 未确认 --accept 人数 --reason 两次会议的签到表已遗失
            """,
        more: """
            可以放行的事项：待审、异议、未确认、人数、未签认、任职、关联、人工、办法、未到期；放行的连同原因记在封账里。\
            考核办法的算例不合不能放行。第二版起要写 --reason（不写时用重开的原因）。
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("年度。", valueName: "year")) var year: Int
    @Option(parsing: .singleValue, help: ArgumentHelp("放行哪一类事项，可以写多次。", valueName: "kind")) var accept: [String] = []
    @Option(help: ArgumentHelp("原因。", valueName: "text")) var reason: String = ""

    func run(in context: CommandContext) throws {
        let words = accept.flatMap { $0.split { "，,、".contains($0) }.map(String.init) }
        let saved = try storeOptions.writing(in: context).closeYear(year, accepting: words, reason: reason)
        let version = saved.value
        context.saved(
            "\(year) 年度已封账：第 \(version.id.version) 版，\(version.members) 人，按“\(version.title)”", saved.change)
        for accepted in version.accepted {
            context.errors.line("放行：\(accepted.kind) \(accepted.count) 处（\(accepted.reason)）")
        }
        context.errors.line("结果指纹 \(version.digest)；改动日志到第 \(version.logSequence) 号，指纹 \(version.logHash)")
    }
}

struct DecideGrade: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "decide", also: ["核定"], "登记领导机构核定的等次；算出的等次仍列在旁边。",
        example: """
              lvzhi year decide 张三 --year 2024 --grade 称职 --reason 因病请假 --body 主席会议 --document 纪要〔2025〕1号
              lvzhi year decide 张三 --year 2024 --withdraw
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var year: YearOption
    @Argument(help: ArgumentHelp("委员编号或姓名。", valueName: "person")) var person: String
    @Option(help: ArgumentHelp("核定的等次。", valueName: "grade")) var grade: String = ""
    @Option(help: ArgumentHelp("理由。", valueName: "text")) var reason: String = ""
    @Option(help: ArgumentHelp("由谁核定：主席会议、常委会。", valueName: "body")) var body: String = ""
    @Option(help: ArgumentHelp("核定的日期，不写时为今天。", valueName: "date")) var date: String?
    @Option(help: ArgumentHelp("文号或纪要号。", valueName: "text")) var document: String = ""
    @Flag(help: "撤回这位委员的核定。") var withdraw = false

    func run(in context: CommandContext) throws {
        let year = year.value(in: context)
        let register = try storeOptions.writing(in: context)
        if withdraw {
            let saved = try register.withdrawDecision(person, year: year)
            return context.saved("已撤回 \(person) \(year) 年度的核定", saved.change)
        }
        let draft = DecisionDraft(
            grade: grade, reason: reason, body: body, day: try context.day(date) ?? context.today, document: document)
        let saved = try register.decide(person, year: year, draft)
        context.saved("已登记 \(person) \(year) 年度核定为“\(saved.value.grade)”（\(saved.value.body)）", saved.change)
    }
}

struct PublishYear: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "publish", also: ["公布"], "写明已封账的结果公布了；以后只能重开、另出新的一版。",
        example: "  lvzhi year publish 2024 --document 政协办〔2025〕3号")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("年度。", valueName: "year")) var year: Int
    @Option(help: ArgumentHelp("文号。", valueName: "text")) var document: String = ""

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context).publishYear(year, document: document)
        context.saved("\(year) 年度第 \(saved.value.id.version) 版已公布", saved.change)
    }
}

struct ReopenYear: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "reopen", also: ["重开"], "重开一个已封账的年度，以便更正；原来的一版保留。",
        example: "  lvzhi year reopen 2024 --reason 第三季度签到表漏录")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("年度。", valueName: "year")) var year: Int
    @Option(help: ArgumentHelp("原因。", valueName: "text")) var reason: String = ""

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context).reopenYear(year, reason: reason)
        context.saved("\(year) 年度已重开，第 \(saved.value.version) 版保留", saved.change)
    }
}
