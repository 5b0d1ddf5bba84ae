import ArgumentParser
import DutyModel
import DutyRegister
import Interchange
import Tabular

/// `lvzhi attend import`
struct ImportAttendance: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "import", also: ["粘贴"], "把群聊接龙、通知回复或表格里的名单登记到一次会议或活动。",
        example: """
              lvzhi attend import 走访乡村学校 名单.txt
              lvzhi attend import 走访乡村学校 - --others 缺席
              lvzhi attend import 走访乡村学校 签到.xlsx --source 签到
            """,
        more: """
            文件写 - 就从键盘粘贴，最后按 Ctrl-D。认得 张三、李四；张三 请假 出差；请假：王五；张三（迟到）；张三 由李四代会；
            一行一个名字（前面可以有序号），或从表格复制来的几列。没有写情况的名字按 --status，不写时为出席。
            整张签到表（表头之上有会议名称和时间）用 lvzhi import。
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("会议或活动：记录号或名称。", valueName: "event")) var event: String
    @Argument(help: ArgumentHelp("文本或表格文件；- 是键盘或管道。", valueName: "file")) var file: String
    @Option(help: ArgumentHelp("没有写情况的名字是什么情况，不写时为出席。", valueName: "status")) var status: AttendanceStatus?
    @Option(help: ArgumentHelp("名单上其余的人是什么情况，不写时不变。", valueName: "status")) var others: AttendanceStatus?
    @Option(help: ArgumentHelp("从哪里知道：签到、纸质、导入、申报；不写时为导入。", valueName: "source")) var source: AttendanceSource?
    @Flag(help: "看不懂的字句不管，只登记看得懂的。") var ignoreUnread = false

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        let text = try text(in: context)
        let words = try register.personWords()
        let pasted = PastedAttendance(text) { words.contains($0) }
        if !pasted.unread.isEmpty {
            let details = pasted.unread.prefix(20).map { "第 \($0.line) 行“\($0.text)”：\($0.reason)" }
            guard ignoreUnread else {
                throw Failure(
                    .findings, "名单里有 \(pasted.unread.count) 处看不懂，什么也没有登记。",
                    advice: "请改正，或加 --ignore-unread 只登记看得懂的 \(pasted.people.count) 人。", details: details)
            }
            for line in details { context.errors.line("没有登记：\(line)") }
        }
        guard !pasted.people.isEmpty else {
            throw Failure(.findings, "名单里没有委员的姓名。", advice: "请核对文件。")
        }
        let rest = others.map { AttendanceMarks.Rest(of: .listed, status: $0) }
        let saved = try register.markAttendance(
            event, AttendanceMarks(people: pasted.people.map(draft), rest: rest))
        context.savedAttendance(saved)
    }

    private func draft(_ person: PastedPerson) -> PersonDraft {
        let status = person.status ?? self.status ?? .present
        var details = AttendanceDetails(substitute: person.substitute)
        if status == .late { details.arrived = person.time }
        if status == .leftEarly { details.left = person.time }
        if status == .excused || status == .leaveRefused, !person.note.isEmpty {
            details.leave = Leave(reason: person.note, decision: status == .excused ? .approved : .refused)
        }
        return PersonDraft(
            person.word, status: status, halfDays: person.halfDays, source: source ?? .imported,
            note: details.leave == nil ? person.note : "", details: details)
    }

    private func text(in context: CommandContext) throws -> String {
        guard file != "-" else {
            if context.canAsk { context.errors.line("请粘贴名单，最后另起一行按 Ctrl-D：") }
            var lines: [String] = []
            while let line = context.readLine() { lines.append(line) }
            return lines.joined(separator: "\n")
        }
        let source = try SheetSource(path: file)
        guard case .xlsx = source.kind else { return try TextFile.read(file) }
        var lines: [String] = []
        for sheet in source.sheets where !sheet.isHidden {
            try source.forEachRow(ofSheet: sheet.index) { row in
                lines.append(row.cells.map(\.text).joined(separator: "\t"))
            }
        }
        return lines.joined(separator: "\n")
    }
}
