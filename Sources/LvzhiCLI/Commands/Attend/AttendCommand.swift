import ArgumentParser
import DutyModel
import DutyRegister
import Reports

/// `lvzhi attend …`
struct AttendCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "attend", also: ["考勤", "签到"], "登记谁出席、请假、缺席；核对应到和实到。",
        example: """
              lvzhi attend mark 走访乡村学校 --sector 教育界 --except 张三,李四
              lvzhi attend mark 十一届三次全体会议 --all --absent 张三 --late 李四@9:40
              lvzhi attend excuse 十一届三次全体会议 李四 --reason 因公出差 --approver 王主席
              lvzhi attend import 走访乡村学校 -
              lvzhi attend list 十一届三次全体会议
            """,
        subcommands: [
            MarkAttendance.self, ExcuseAttendance.self, ImportAttendance.self, RemoveAttendance.self,
            ListAttendance.self, CheckAttendance.self,
        ])
}

struct MarkAttendance: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "mark", also: ["登记"], "登记一次会议、讲堂或活动的出席情况。",
        example: """
              lvzhi attend mark 走访乡村学校 --sector 教育界 --except 张三,李四,王五
              lvzhi attend mark 走访乡村学校 --sector 教育界 --excused 张三 --late 李四@9:40 --absent 王五
              lvzhi attend mark 十一届三次全体会议 张三,李四
              lvzhi attend mark 常委会第十次会议 --standing --excused 张三 --substituted 李四=赵六
              lvzhi attend mark 十一届三次全体会议 张三 --half-days 5
            """,
        more: """
            --sector 把一个界别或机构的委员都登记为出席，--all 是全体委员，--standing 是常委，--listed 是已在名单上的；
            另外写明的人除外，--except 的人记缺席。同名的会议写成 理论学习@2024-03-05下午。
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("会议或活动：记录号或名称。", valueName: "event")) var event: String
    @Argument(help: ArgumentHelp("出席的委员。", valueName: "people")) var people: [String] = []
    @Option(help: ArgumentHelp("写明的人是什么情况，不写时为出席。", valueName: "status")) var status: AttendanceStatus?
    @Option(help: ArgumentHelp("写明的人出席了几个半天。", valueName: "n")) var halfDays: Int?
    @Option(help: ArgumentHelp("以什么身份，不写时不变，新列入的为委员。", valueName: "as")) var invited: InvitedAs?
    @Option(help: ArgumentHelp("在会上做什么，如 主讲、受访；不写时为参加。", valueName: "part")) var part: EventPartWord?
    @Option(help: ArgumentHelp("迟到的委员；知道时间的写成 张三@9:40。", valueName: "people")) var late: [String] = []
    @Option(help: ArgumentHelp("早退的委员；知道时间的写成 张三@11:00。", valueName: "people")) var leftEarly: [String] = []
    @Option(help: ArgumentHelp("请假（已批准）的委员。", valueName: "people")) var excused: [String] = []
    @Option(help: ArgumentHelp("请假未批准的委员。", valueName: "people")) var refused: [String] = []
    @Option(help: ArgumentHelp("无故缺席的委员。", valueName: "people")) var absent: [String] = []
    @Option(help: ArgumentHelp("由别人代会的委员；写成 张三=代会人。", valueName: "people")) var substituted: [String] = []
    @Flag(help: "其余全体委员都出席。") var all = false
    @Flag(help: "其余常委都出席。") var standing = false
    @Flag(help: "其余在名单上的都出席。") var listed = false
    @Option(
        name: [.customLong("sector"), .customLong("body")],
        help: ArgumentHelp("这个界别或机构的其余委员都出席。", valueName: "body"))
    var body: String?
    @Option(help: ArgumentHelp("配合 --sector、--all、--standing、--listed：没有来的委员，记缺席。", valueName: "people"))
    var except: [String] = []
    @Flag(help: "写明出席的人是线上参加的。") var online = false
    @Option(help: ArgumentHelp("出席情况从哪里知道：签到、纸质、导入、申报。", valueName: "source")) var source: AttendanceSource?

    func run(in context: CommandContext) throws {
        let named = People.words(people).map {
            PersonDraft(
                $0, part: part?.part, status: status ?? .present, invitedAs: invited, halfDays: halfDays, online: online
            )
        }
        var marks = named + .of(excused, nil, status: .excused) + .of(refused, nil, status: .leaveRefused)
        marks += .of(absent, nil, status: .absent) + MarkedPeople.substituted(substituted)
        marks += try MarkedPeople.timed(late, .late, \.arrived)
        marks += try MarkedPeople.timed(leftEarly, .leftEarly, \.left)
        if let source { for place in marks.indices { marks[place].source = source } }
        let absentees = People.words(except)
        let rest = try circle().map { AttendanceMarks.Rest(of: $0, except: absentees) }
        guard rest != nil || absentees.isEmpty else {
            throw Failure(
                .usage, "--except 要配合 --sector、--all、--standing 或 --listed。", advice: "例如 --sector 教育界 --except 张三。")
        }
        guard !marks.isEmpty || rest != nil else {
            throw Failure(.usage, "没有写明登记谁。", advice: "写上姓名或委员编号，或用 --sector、--all、--standing、--listed。")
        }
        let saved = try storeOptions.writing(in: context)
            .markAttendance(event, AttendanceMarks(people: marks, rest: rest))
        context.savedAttendance(saved)
    }

    /// Whom the rest is; at most one may be asked for.
    private func circle() throws(Failure) -> AttendanceMarks.Circle? {
        var circles: [AttendanceMarks.Circle] = []
        if all { circles.append(.committee) }
        if standing { circles.append(.standing) }
        if listed { circles.append(.listed) }
        if let body { circles.append(.body(body)) }
        guard circles.count <= 1 else {
            throw Failure(.usage, "--sector、--all、--standing、--listed 只能用一个。", advice: "请只写其中一个。")
        }
        return circles.first
    }
}

/// What somebody may do at an event.
struct EventPartWord: WordArgument {
    var part: Part

    static let words: [(value: EventPartWord, words: [String])] = [
        Part.attendee, .speaker, .listener, .organizer, .author, .visited, .topicProposer,
    ].map { (EventPartWord(part: $0), [$0.label, "\($0)"]) }
}

extension CommandContext {
    /// What an attendance list says now, and where it differs from the numbers reported.
    func savedAttendance(_ saved: Saved<DutyRecord>) {
        self.saved("“\(saved.value.title)”：\(Lines.presence(saved.value))", saved)
        for line in Lines.differences(saved.value) { errors.line(line) }
    }
}

extension Lines {
    /// Where the numbers an organiser reported differ from the list.
    static func differences(_ record: DutyRecord) -> [String] {
        guard case .event(let event) = record.content else { return [] }
        let tally = AttendanceTally(record.people)
        var lines: [String] = []
        if let told = event.reportedExpected.map({ Int($0) }), !tally.agrees(expected: told) {
            lines.append("报告应到 \(told) 人，名单上是 \(tally.members) 人。")
        }
        if let told = event.reportedPresent.map({ Int($0) }), !tally.agrees(present: told) {
            lines.append("报告实到 \(told) 人，名单上到会的是 \(tally.presentMembers) 人。")
        }
        return lines
    }
}
