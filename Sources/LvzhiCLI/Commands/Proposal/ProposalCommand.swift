import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi proposal …`
struct ProposalCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "proposal", also: ["提案"], "提案：登记、节点、荣誉、反馈。",
        example: """
              lvzhi proposal add 2024001 关于发展智慧农业的建议 --by 张三 --with 李四,王五 --date 2024-01-10
              lvzhi proposal stage 2024001 立案 --date 2024-01-20
              lvzhi proposal honour 2024001 重点
            """,
        subcommands: [
            AddProposal.self, StageProposal.self, HonourProposal.self, FeedbackProposal.self,
            ListRecords<Proposals>.self, ShowRecord<Proposals>.self, EditRecord<Proposals>.self,
            DeleteRecord<Proposals>.self,
        ])
}

struct AddProposal: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "登记一件提案；第一提案人用 --by，联名的人按签名顺序用 --with。",
        example: """
              lvzhi proposal add 2024001 关于发展智慧农业的建议 --by 张三 --date 2024-01-10
              lvzhi proposal add 2024002 关于加强校园安全的建议 --by 张三 --with 李四,王五 --date 2024-01-10 --filed
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("提案号。", valueName: "number")) var number: String
    @Argument(help: ArgumentHelp("案由。", valueName: "title")) var title: String
    @Option(help: ArgumentHelp("第一提案人。", valueName: "person")) var by: String
    @Option(help: ArgumentHelp("联名的委员，按签名顺序。", valueName: "people")) var with: [String] = []
    @Option(help: ArgumentHelp("提出的日期。", valueName: "date")) var date: String
    @Option(help: ArgumentHelp("个人、联名或集体；不写时看有没有联名的人。", valueName: "mode")) var mode: ProposalMode?
    @Option(help: ArgumentHelp("会次，如 十一届三次。", valueName: "text")) var session: String = ""
    @Option(help: ArgumentHelp("分类。", valueName: "text")) var category: String = ""
    @Option(help: ArgumentHelp("承办单位，主办在前。", valueName: "text")) var unit: [String] = []
    @Option(help: ArgumentHelp("所依据的调研：记录号或课题。", valueName: "record")) var research: [String] = []
    @Flag(help: "平时提案（闭会期间）。") var between = false
    @Flag(help: "同日已立案。") var filed = false
    @OptionGroup var fields: RecordFields

    func run(in context: CommandContext) throws {
        let days = DayRange(try fields.future.day(date, in: context))
        let coSigners = People.words(with)
        var stages = [ProposalStageEntry(.submitted, day: days.first)]
        if filed { stages.append(ProposalStageEntry(.filed, day: days.first)) }
        let content = ProposalContent(
            mode: mode ?? (coSigners.isEmpty ? .individual : .joint), duringSession: !between, session: session,
            category: category, stages: stages, handlingUnits: unit)
        let people = [PersonDraft(by, part: .firstSigner)] + .of(with, .coSigner)
        let draft = fields.draft(
            kind: "proposal", number: number, title: title, days: days, people: people, content: .proposal(content),
            links: research.map { (.basedOn, $0) })
        let saved = try storeOptions.writing(in: context).add(draft)
        context.saved("已登记提案 \(number)“\(title)”", saved)
    }
}

struct StageProposal: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "stage", also: ["节点"], "登记提案走到哪个节点。",
        example: """
              lvzhi proposal stage 2024001 立案 --date 2024-01-20
              lvzhi proposal stage 2024001 交办 --date 2024-02-28 --unit 县农业农村局
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("提案号、记录号或案由。", valueName: "proposal")) var proposal: String
    @Argument(help: ArgumentHelp("节点，如 立案、交办、答复、办结。", valueName: "stage")) var stage: ProposalStage
    @Option(help: ArgumentHelp("日期。", valueName: "date")) var date: String?
    @Option(help: ArgumentHelp("单位。", valueName: "text")) var unit: String = ""
    @Flag(help: "改正已登记的这个节点。") var correct = false
    @OptionGroup var future: FutureOption

    func run(in context: CommandContext) throws {
        let entry = ProposalStageEntry(stage, day: try future.day(date, in: context), unit: unit)
        let saved = try storeOptions.writing(in: context).advanceProposal(proposal, entry, correcting: correct)
        context.saved("提案 \(saved.value.number)“\(saved.value.title)”：\(stage.label)", saved.change)
    }
}

struct HonourProposal: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "honour", also: ["荣誉"], "把提案定为一号、重点或优秀提案。",
        example: """
              lvzhi proposal honour 2024001 重点 --leader 县政协主席
              lvzhi proposal honour 2024001 一号 重点
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("提案号、记录号或案由。", valueName: "proposal")) var proposal: String
    @Argument(help: ArgumentHelp("一号、重点、优秀，可以写多个。", valueName: "honour")) var honours: [HonourWord]
    @Option(help: ArgumentHelp("领衔督办的领导。", valueName: "text")) var leader: String?

    func run(in context: CommandContext) throws {
        let all = honours.reduce(into: ProposalHonours()) { $0.formUnion($1.honour) }
        let saved = try storeOptions.writing(in: context).honourProposal(proposal, all, leader: leader)
        context.saved("提案 \(saved.value.number)“\(saved.value.title)”已记荣誉", saved.change)
    }
}

struct FeedbackProposal: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "feedback", also: ["反馈"], "登记提案人对答复是否满意。",
        example: "  lvzhi proposal feedback 2024001 满意 --date 2024-08-30")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("提案号、记录号或案由。", valueName: "proposal")) var proposal: String
    @Argument(help: ArgumentHelp("满意、基本满意、不满意。", valueName: "word")) var satisfaction: Satisfaction
    @Option(help: ArgumentHelp("反馈的日期。", valueName: "date")) var date: String?
    @OptionGroup var future: FutureOption

    func run(in context: CommandContext) throws {
        let day = try future.day(date, in: context)
        let saved = try storeOptions.writing(in: context).recordFeedback(proposal, satisfaction, on: day)
        context.saved("提案 \(saved.value.number)“\(saved.value.title)”：\(satisfaction.label)", saved.change)
    }
}
