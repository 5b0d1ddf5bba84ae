import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi event …`
struct EventCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "event", also: ["会议", "活动"], "会议和活动：登记、查找、修改；出席情况用 lvzhi attend。",
        example: """
              lvzhi event add 全体会议 十一届三次全体会议 --date 2024-01-09至2024-01-12 --half-days 7
              lvzhi event list --year 2024
            """,
        subcommands: [
            AddEvent.self, ListRecords<Events>.self, ShowRecord<Events>.self, EditRecord<Events>.self,
            DeleteRecord<Events>.self,
        ])
}

struct AddEvent: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "add", also: ["添加"], "登记一次会议或活动。",
        example: """
              lvzhi event add 全体会议 十一届三次全体会议 --date 2024-01-09至2024-01-12 --half-days 7 --mandatory
              lvzhi event add 视察 民办中学视察 --date 2024-05-20 --attendees 张三,李四
            """,
        more: "种类见 lvzhi kind list。出席的人可以现在用 --attendees 写，也可以以后用 lvzhi attend mark 登记。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("种类，如 全体会议。", valueName: "kind")) var kind: String
    @Argument(help: ArgumentHelp("名称。", valueName: "title")) var title: String
    @Option(help: ArgumentHelp("日期，或 2024-01-09至2024-01-12。", valueName: "date")) var date: String
    @Option(help: ArgumentHelp("会期的半天数，不写时为 1。", valueName: "n")) var halfDays: UInt8?
    @Option(help: ArgumentHelp("会次，如 十一届三次。", valueName: "text")) var session: String = ""
    @Flag(help: "必须参加。") var mandatory = false
    @Flag(help: "线上举行。") var online = false
    @Option(help: ArgumentHelp("出席的委员。", valueName: "people")) var attendees: [String] = []
    @Option(help: ArgumentHelp("请假（已批准）的委员。", valueName: "people")) var excused: [String] = []
    @Option(help: ArgumentHelp("无故缺席的委员。", valueName: "people")) var absent: [String] = []
    @OptionGroup var fields: RecordFields

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        let usual = try register.kinds().kind(named: kind)?.mandatory ?? false
        let content = EventContent(
            halfDaysHeld: halfDays ?? 1, mandatory: mandatory || usual, online: online, session: session)
        let people =
            [PersonDraft].of(attendees, .attendee) + .of(excused, .attendee, status: .excused)
            + .of(absent, .attendee, status: .absent)
        let saved = try register.add(
            fields.draft(
                kind: kind, title: title, days: try fields.future.days(date, in: context), people: people,
                content: .event(content)))
        context.saved("已登记“\(title)”（\(Lines.span(saved.value.days))），\(Lines.presence(saved.value))", saved)
    }
}
