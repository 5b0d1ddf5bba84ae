import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi attend excuse`
struct ExcuseAttendance: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "excuse", also: ["请假"], "登记委员请假：谁请的、什么时候、事由、谁批的、批没批。",
        example: """
              lvzhi attend excuse 十一届三次全体会议 张三 --reason 因公出差 --applied 2024-01-05 --approver 王主席
              lvzhi attend excuse 十一届三次全体会议 李四 --pending
              lvzhi attend excuse 十一届三次全体会议 李四 --refused --approver 王主席
              lvzhi attend excuse 十一届三次全体会议 赵六 --reason 急病住院 --belated
            """,
        more: "不写 --pending 或 --refused 就是批准。待批的记未确认，什么也不计；未批准的是单独的一种情况，怎么计由考核办法决定。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("会议或活动：记录号或名称。", valueName: "event")) var event: String
    @Argument(help: ArgumentHelp("请假的委员。", valueName: "people")) var people: [String]
    @Option(help: ArgumentHelp("事由。", valueName: "text")) var reason: String = ""
    @Option(help: ArgumentHelp("备注。", valueName: "text")) var note: String = ""
    @Option(help: ArgumentHelp("代为请假的人；本人请假的不写。", valueName: "text")) var applicant: String = ""
    @Option(help: ArgumentHelp("请假的日期；知道时间的写成 2024-01-05@16:30。", valueName: "date")) var applied: String?
    @Option(help: ArgumentHelp("批准或不批准的人。", valueName: "text")) var approver: String = ""
    @Flag(help: "还没有批。") var pending = false
    @Flag(help: "请假未批准。") var refused = false
    @Flag(help: "事后补假。") var belated = false

    func run(in context: CommandContext) throws {
        guard !(pending && refused) else {
            throw Failure(.usage, "--pending 和 --refused 只能写一个。", advice: "请只留下一个。")
        }
        var leave = Leave(
            applicant: applicant, reason: reason, approver: approver,
            decision: pending ? .pending : refused ? .refused : .approved, isBelated: belated)
        if let applied { (leave.day, leave.time) = try moment(applied, in: context) }
        let status: AttendanceStatus = pending ? .unknown : refused ? .leaveRefused : .excused
        let drafts = People.words(people).map {
            PersonDraft($0, status: status, note: note, details: AttendanceDetails(leave: leave))
        }
        let saved = try storeOptions.writing(in: context).excuse(event, drafts)
        context.savedAttendance(saved)
        if leave.isBelated(for: saved.value.days), !belated {
            context.errors.line("请假日期晚于会议第一天（\(saved.value.days.first)），记为事后补假。")
        }
    }

    private func moment(_ text: String, in context: CommandContext) throws(Failure) -> (CivilDay, ClockTime?) {
        let parts = MarkedPeople.split(text, at: "@＠")
        let day: CivilDay = try context.day(parts.name)
        guard let rest = parts.rest else { return (day, nil) }
        guard let time = ClockTime(rest) else {
            throw Failure(.usage, "“\(rest)”不是时间。", advice: "写成 2024-01-05@16:30。")
        }
        return (day, time)
    }
}

/// `lvzhi attend remove`
struct RemoveAttendance: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "remove", also: ["移出"], "把不该在名单上的人移出名单；可以撤销。",
        example: "  lvzhi attend remove 十一届十次常委会议 张三")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("会议或活动：记录号或名称。", valueName: "event")) var event: String
    @Argument(help: ArgumentHelp("移出的委员。", valueName: "people")) var people: [String]

    func run(in context: CommandContext) throws {
        let saved = try storeOptions.writing(in: context).removeAttendance(event, People.words(people))
        context.savedAttendance(saved)
    }
}
