import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi event …`
struct EventCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "event", also: ["会议", "活动"], "会议和活动：登记、应到名单、查找、修改；出席情况用 lvzhi attend。",
        example: """
              lvzhi event add 全体会议 十一届三次全体会议 --date 2024-01-09至2024-01-12 --half-days 7
              lvzhi event add 常委会议 十一届十次常委会议 --date 2024-03-05 --half 上午 --expect 常委 --attending 张三,李四
              lvzhi event list --year 2024
            """,
        subcommands: [
            AddEvent.self, ExpectEvent.self, ListRecords<Events>.self, ShowRecord<Events>.self, EditEvent.self,
            DeleteRecord<Events>.self,
        ])
}

struct AddEvent: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "登记一次会议或活动。",
        example: """
              lvzhi event add 全体会议 十一届三次全体会议 --date 2024-01-09至2024-01-12 --half-days 7 --mandatory
              lvzhi event add 视察 民办中学视察 --date 2024-05-20 --attendees 张三,李四
              lvzhi event add 常委会议 十一届十次常委会议 --date 2024-03-05 --half 上午 --expect 常委 --attending 王五 --agenda 安全生产监管情况@县应急管理局
              lvzhi event add 专题协商会 现代服务业专题协商会 --date 2024-07-02 --follows 现代服务业主席集体调研
              lvzhi event add 有事好商量 老旧小区加装电梯 --date 2024-05-12 --venue 议事厅 --topic-source 群众出题 --step 选题@2024-05-06 --step 议事@2024-05-12 --outcome 确定先装三栋 --attendees 张三
              lvzhi event add 走访 访委员王五 --date 2024-04-02 --attendees 张三 --visited 王五 --needs 用工难 --follow-up 转县人社局
            """,
        more: "种类见 lvzhi kind list。出席的人可以现在用 --attendees 写，也可以以后用 lvzhi attend mark 登记。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("种类，如 全体会议。", valueName: "kind")) var kind: String
    @Argument(help: ArgumentHelp("名称。", valueName: "title")) var title: String
    @Option(help: ArgumentHelp("日期，或 2024-01-09至2024-01-12。", valueName: "date")) var date: String
    @Option(help: ArgumentHelp("会期的半天数，不写时为 1。", valueName: "n")) var halfDays: UInt8?
    @Option(help: ArgumentHelp("会次，如 十一届三次。", valueName: "text")) var session: String = ""
    @Flag(help: "必须参加。") var mandatory = false
    @Flag(help: "自愿参加，虽然这一类照例必须参加。") var optional = false
    @Flag(help: "线上举行。") var online = false
    @Option(help: ArgumentHelp("出席的委员。", valueName: "people")) var attendees: [String] = []
    @Option(help: ArgumentHelp("请假（已批准）的委员。", valueName: "people")) var excused: [String] = []
    @Option(help: ArgumentHelp("无故缺席的委员。", valueName: "people")) var absent: [String] = []
    @OptionGroup var expectation: ExpectOptions
    @OptionGroup var details: EventDetailOptions
    @OptionGroup var links: LinkOptions
    @OptionGroup var fields: RecordFields

    func run(in context: CommandContext) throws {
        guard !(mandatory && optional) else {
            throw Failure(.usage, "--mandatory 和 --optional 只能写一个。", advice: "请只留下一个。")
        }
        let register = try storeOptions.writing(in: context)
        let usual = try register.kinds().kind(named: kind)?.mandatory ?? false
        var content = EventContent(
            halfDaysHeld: halfDays ?? 1, mandatory: mandatory || (usual && !optional), online: online,
            session: session)
        try details.apply(to: &content, in: context)
        let people =
            details.people + .of(attendees, .attendee) + .of(excused, .attendee, status: .excused)
            + .of(absent, .attendee, status: .absent)
        var draft = fields.draft(
            kind: kind, title: title, days: try fields.future.days(date, in: context), people: people,
            content: .event(content), links: links.links)
        draft.half = details.half
        draft.expects = expectation.draft
        let saved = try register.add(draft)
        context.saved("已登记“\(title)”（\(Lines.when(saved.value))），\(Lines.presence(saved.value))", saved)
    }
}

/// `lvzhi event expect`
struct ExpectEvent: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "expect", also: ["应到"], "按当日的任职把应到的人列入名单，记为未确认；不写范围时照登记会议时写的，再不然照这一类会议的惯例。",
        example: """
              lvzhi event expect 十一届十次常委会议
              lvzhi event expect 十一届十次常委会议 --expect 常委 --attending 张三,李四 --attending-body 教育界
            """,
        more: "名单上已有的人不变。未确认的人什么也不计，登记出席情况用 lvzhi attend mark。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("会议或活动：记录号或名称。", valueName: "event")) var event: String
    @OptionGroup var expectation: ExpectOptions

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        let saved = try register.expectAttendance(event, expectation.draft ?? ExpectationDraft())
        let list = saved.value
        context.saved(
            "“\(list.record.title)”应到名单 \(list.record.people.count) 人，新列入 \(list.added) 人", saved.change)
        guard !list.outside.isEmpty else { return }
        let names = try register.record(String(list.record.id.rawValue)).members
        let outside = list.outside.compactMap { names[$0]?.name }
        context.errors.line(
            "名单上有 \(outside.count) 人不在应到的范围：\(outside.joined(separator: "、"))。不该列入的用 lvzhi attend remove 移出。")
    }
}
