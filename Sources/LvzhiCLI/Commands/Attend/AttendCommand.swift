import ArgumentParser
import DutyModel
import DutyRegister
import Reports

/// `lvzhi attend …`
struct AttendCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "attend", also: ["考勤", "签到"], "登记谁出席、请假、缺席。",
        example: """
              lvzhi attend mark 十一届三次全体会议 --all --absent 张三
              lvzhi attend excuse 十一届三次全体会议 李四 --note 因公出差
              lvzhi attend list 十一届三次全体会议
            """,
        subcommands: [MarkAttendance.self, ExcuseAttendance.self, ListAttendance.self])
}

struct MarkAttendance: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "mark", also: ["登记"], "登记一次会议、讲堂或活动的出席情况。",
        example: """
              lvzhi attend mark 十一届三次全体会议 张三,李四
              lvzhi attend mark 十一届三次全体会议 --all --absent 王五 --late 赵六
              lvzhi attend mark 常委会第十次会议 --standing --excused 张三
              lvzhi attend mark 十一届三次全体会议 张三 --half-days 5
            """,
        more: "--all 把全体委员登记为出席，--standing 只对常委，--listed 只对已在名单上的，--body 对一个界别；另外写明的人除外。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("会议或活动：记录号或名称。", valueName: "event")) var event: String
    @Argument(help: ArgumentHelp("出席的委员。", valueName: "people")) var people: [String] = []
    @Option(help: ArgumentHelp("写明的人是什么情况，不写时为出席。", valueName: "status")) var status: AttendanceStatus?
    @Option(help: ArgumentHelp("写明的人出席了几个半天。", valueName: "n")) var halfDays: Int?
    @Option(help: ArgumentHelp("以什么身份，不写时为委员。", valueName: "as")) var invited: InvitedAs?
    @Option(help: ArgumentHelp("迟到的委员。", valueName: "people")) var late: [String] = []
    @Option(help: ArgumentHelp("早退的委员。", valueName: "people")) var leftEarly: [String] = []
    @Option(help: ArgumentHelp("请假（已批准）的委员。", valueName: "people")) var excused: [String] = []
    @Option(help: ArgumentHelp("请假未批准的委员。", valueName: "people")) var refused: [String] = []
    @Option(help: ArgumentHelp("无故缺席的委员。", valueName: "people")) var absent: [String] = []
    @Flag(help: "其余全体委员都出席。") var all = false
    @Flag(help: "其余常委都出席。") var standing = false
    @Flag(help: "其余在名单上的都出席。") var listed = false
    @Option(help: ArgumentHelp("这个界别或机构的其余委员都出席。", valueName: "body")) var body: String?

    func run(in context: CommandContext) throws {
        let named = People.words(people).map {
            PersonDraft($0, status: status ?? .present, invitedAs: invited ?? .member, halfDays: halfDays)
        }
        let marks =
            named + .of(late, nil, status: .late) + .of(leftEarly, nil, status: .leftEarly)
            + .of(excused, nil, status: .excused) + .of(refused, nil, status: .leaveRefused)
            + .of(absent, nil, status: .absent)
        let rest = try circle().map { AttendanceMarks.Rest(of: $0) }
        guard !marks.isEmpty || rest != nil else {
            throw Failure(.usage, "没有写明登记谁。", advice: "写上姓名或委员编号，或用 --all、--standing、--listed、--body。")
        }
        let saved = try storeOptions.writing(in: context)
            .markAttendance(event, AttendanceMarks(people: marks, rest: rest))
        context.saved("“\(saved.value.title)”：\(Lines.presence(saved.value))", saved)
    }

    /// Whom the rest is; at most one may be asked for.
    private func circle() throws(Failure) -> AttendanceMarks.Circle? {
        var circles: [AttendanceMarks.Circle] = []
        if all { circles.append(.committee) }
        if standing { circles.append(.standing) }
        if listed { circles.append(.listed) }
        if let body { circles.append(.body(body)) }
        guard circles.count <= 1 else {
            throw Failure(.usage, "--all、--standing、--listed、--body 只能用一个。", advice: "请只写其中一个。")
        }
        return circles.first
    }
}

struct ExcuseAttendance: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "excuse", also: ["请假"], "登记委员请假；不批准的加 --refused，按缺席处理由考核办法决定。",
        example: """
              lvzhi attend excuse 十一届三次全体会议 张三 --note 因公出差
              lvzhi attend excuse 十一届三次全体会议 李四 --refused
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("会议或活动：记录号或名称。", valueName: "event")) var event: String
    @Argument(help: ArgumentHelp("请假的委员。", valueName: "people")) var people: [String]
    @Option(help: ArgumentHelp("事由。", valueName: "text")) var note: String = ""
    @Flag(help: "请假未批准。") var refused = false

    func run(in context: CommandContext) throws {
        let marks = People.words(people).map {
            PersonDraft($0, status: refused ? .leaveRefused : .excused, note: note)
        }
        let saved = try storeOptions.writing(in: context).markAttendance(event, AttendanceMarks(people: marks))
        context.saved("“\(saved.value.title)”：\(Lines.presence(saved.value))", saved)
    }
}

struct ListAttendance: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "一次会议或活动的出席名单。",
        example: """
              lvzhi attend list 十一届三次全体会议
              lvzhi attend list 十一届三次全体会议 --status 缺席
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("会议或活动：记录号或名称。", valueName: "event")) var event: String
    @Option(help: ArgumentHelp("只看这种情况。", valueName: "status")) var status: AttendanceStatus?

    func run(in context: CommandContext) throws {
        let list = try storeOptions.reading(in: context).record(event)
        guard var record = list.records.first else { return }
        if let status { record.people.removeAll { $0.status != status } }
        try output.write([RecordSheet.attendance(of: record, names: list.names)], in: context)
    }
}
