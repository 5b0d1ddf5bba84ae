import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi claim …`: what a member hands in.
struct ClaimCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "claim", also: ["填报", "申报"], "委员自己填报履职：附佐证提交，审核通过后计分；退回的改正后再提交。",
        example: """
              lvzhi claim add 公益活动 助学捐赠 --date 2024-09-01 --evidence 捐赠收据.jpg --as 张三
              lvzhi claim list --as 张三
              lvzhi claim edit 助学捐赠 --evidence 学校证明.pdf --submit --as 张三
            """,
        more: "用 --as 账号 写明是谁，或设环境变量 LVZHI_AS。种类见 lvzhi kind list。",
        subcommands: [
            AddClaim.self, EditClaim.self, SubmitClaims.self, WithdrawClaims.self, DeleteClaim.self, ListClaims.self,
        ])
}

struct AddClaim: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "填报一件自己的履职。",
        example: """
              lvzhi claim add 公益活动 助学捐赠 --date 2024-09-01 --evidence 捐赠收据.jpg --as 张三
              lvzhi claim add 社情民意信息 完善停车设施的建议 --date 2024-03-08 --level 县 --as 张三
              lvzhi claim add 宣传稿件 委员风采 --date 2024-06-01 --from 县融媒体中心 --draft --as 张三
            """,
        more: "种类见 lvzhi kind list。填报后进入审核；加 --draft 只存草稿，以后用 lvzhi claim submit 提交。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("种类，如 公益活动、宣传稿件、社情民意信息、提案。", valueName: "kind")) var kind: String
    @Argument(help: ArgumentHelp("题目或名称。", valueName: "title")) var title: String
    @Option(help: ArgumentHelp("日期。", valueName: "date")) var date: String
    @Option(help: ArgumentHelp("在其中做什么，如 作者、承办、联名；不写时按种类。", valueName: "part")) var part: Part?
    @Option(help: ArgumentHelp("佐证材料的名称，可以写多份。", valueName: "text")) var evidence: [String] = []
    @Option(help: ArgumentHelp("编号，如提案号。", valueName: "number")) var number: String = ""
    @Option(help: ArgumentHelp("级别：县、市、省、国家。", valueName: "level")) var level: [LevelWord] = []
    @Option(help: ArgumentHelp("会议、媒体、表彰单位或服务对象。", valueName: "text")) var from: String = ""
    @Option(help: ArgumentHelp("成效。", valueName: "text")) var outcome: String = ""
    @Option(help: ArgumentHelp("地点。", valueName: "text")) var place: String = ""
    @Option(help: ArgumentHelp("组织单位。", valueName: "text")) var organizer: String = ""
    @Option(help: ArgumentHelp("备注。", valueName: "text")) var note: String = ""
    @Option(help: ArgumentHelp("办公室代哪位委员填报。", valueName: "person")) var by: String?
    @Flag(help: "大会发言是口头的。") var oral = false
    @Flag(help: "只存草稿，先不提交。") var draft = false
    @Flag(name: .customLong("even-if-alike"), help: "已有同日同名的记录也照样填报。") var evenIfAlike = false
    @OptionGroup var future: FutureOption

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        let family = try register.kinds().kind(named: kind)?.family
        guard let person = try by ?? register.ownMember()?.number else {
            throw Failure(.usage, "没有写明是谁的履职。", advice: "用 --as 账号 写明自己；办公室代填用 --by 姓名。")
        }
        var record = RecordDraft(
            kind: kind, number: number, title: title, days: try future.days(date, in: context), place: place,
            organizer: organizer, people: [PersonDraft(person, part: part)], content: content(family),
            evidence: evidence, note: note, evenIfAlike: evenIfAlike)
        record.isDraft = draft
        let saved = try register.add(record)
        context.saved("已填报\(kind)“\(title)”", saved)
    }

    /// What the options say of a family; the others begin plain.
    private func content(_ family: RecordFamily?) -> RecordContent? {
        switch family {
        case .speech: .speech(SpeechContent(oral: oral, meeting: from))
        case .publication: .publication(PublicationContent(medium: from, level: level.set))
        case .commendation: .commendation(CommendationContent(grantedBy: from, level: level.set))
        case .publicService: .publicService(PublicServiceContent(beneficiary: from, outcome: outcome))
        case .opinionReport: .opinionReport(OpinionReportContent(adopted: level.set))
        case .research: .research(ResearchContent(adopted: level.set))
        default: nil
        }
    }
}

struct EditClaim: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "edit", also: ["修改"], "修改自己填报的；已经通过的改后要重新审核。加 --submit 同时提交。",
        example: """
              lvzhi claim edit 助学捐赠 --evidence 学校证明.pdf --submit --as 张三
              lvzhi claim edit 助学捐赠 --date 2024-09-02 --as 张三
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称。", valueName: "record")) var record: String
    @Option(help: ArgumentHelp("新的名称。", valueName: "text")) var title: String?
    @Option(help: ArgumentHelp("新的日期。", valueName: "date")) var date: String?
    @Option(help: ArgumentHelp("新的地点。", valueName: "text")) var place: String?
    @Option(help: ArgumentHelp("新的备注。", valueName: "text")) var note: String?
    @Option(help: ArgumentHelp("增加一份佐证材料的名称。", valueName: "text")) var evidence: [String] = []
    @Flag(help: "改完就提交。") var submit = false
    @OptionGroup var future: FutureOption

    func run(in context: CommandContext) throws {
        let days = try date.map { text throws(Failure) in try future.days(text, in: context) }
        let register = try storeOptions.writing(in: context)
        let saved = try register.edit(record) { record in
            if let title { record.title = title }
            if let days { record.days = days }
            if let place { record.place = place }
            if let note { record.note = note }
            record.evidence += evidence.filter { !record.evidence.contains($0) }
        }
        let isLeft = saved.value.review == .draft || saved.value.review == .returned
        guard submit, isLeft else { return context.saved("已修改“\(saved.value.title)”", saved) }
        context.saved("已修改“\(saved.value.title)”", saved.change)
        let handed = try register.submit([String(saved.value.id.rawValue)])
        context.saved("已提交 1 条，待审核", handed.change)
    }
}

struct SubmitClaims: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "submit", also: ["提交"], "提交草稿，或改正后再提交退回的。",
        example: "  lvzhi claim submit 助学捐赠 --as 张三")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称，可以写多条。", valueName: "record")) var records: [String]

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context).submit(records)
        context.saved("已提交 \(saved.value.count) 条，待审核", saved.change)
    }
}

struct WithdrawClaims: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "withdraw", also: ["收回"], "收回还在待审的，成为草稿。",
        example: "  lvzhi claim withdraw 助学捐赠 --as 张三")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称，可以写多条。", valueName: "record")) var records: [String]

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context).withdraw(records)
        context.saved("已收回 \(saved.value.count) 条，成为草稿", saved.change)
    }
}

struct DeleteClaim: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "delete", also: ["删除"], "删除自己填报的、还没有通过的一件；可以撤销。",
        example: "  lvzhi claim delete 助学捐赠 --yes --as 张三")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("记录号、编号或名称。", valueName: "record")) var record: String
    @Flag(help: "不再询问。") var yes = false

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        guard let found = try register.record(record).records.first else { return }
        if !yes { try context.confirm("删除“\(found.title)”（\(Lines.span(found.days))）？") }
        let saved = try register.delete(String(found.id.rawValue))
        context.saved("已删除“\(found.title)”", saved.change)
    }
}

struct ListClaims: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "填报了还没有通过的：草稿、待审、退回及原因。",
        example: "  lvzhi claim list --as 张三")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) throws {
        let register = try storeOptions.reading(in: context)
        let filter = ReviewFilter(states: [.draft, .waiting, .returned], person: try register.ownMember()?.number)
        try output.write([ReviewTables.queue(try register.reviewQueue(filter))], in: context)
    }
}
