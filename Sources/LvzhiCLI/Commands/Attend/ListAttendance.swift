import ArgumentParser
import DutyModel
import DutyRegister
import Reports
import Tabular

/// `lvzhi attend list`
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
        guard let record = list.records.first else { return }
        try output.write([RecordSheet.attendance(of: record, only: status, names: list.names)], in: context)
    }
}

/// `lvzhi attend check`
struct CheckAttendance: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "check", also: ["核对"], "列出一年里出席情况没有落实的会议和活动：未确认的人、待批的请假、没列入名单的应到的人、报告人数和名单不一样。",
        example: """
              lvzhi attend check --year 2024
              lvzhi attend check --year 2024 -o 待落实.xlsx
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var year: YearOption

    func run(in context: CommandContext) throws {
        let gaps = try storeOptions.reading(in: context).attendanceGaps(in: .year(year.value(in: context)))
        let table = TableDocument(
            columns: [
                TableColumn("id", "记录号", .identifier), TableColumn("date", "日期"), TableColumn("kind", "种类"),
                TableColumn("title", "名称", maximumWidth: 40), TableColumn("unknown", "未确认", .number()),
                TableColumn("pending", "请假待批", .number()), TableColumn("missing", "应到未列入", .number()),
                TableColumn("expected", "应到 报告/名单"), TableColumn("present", "实到 报告/名单"),
                TableColumn("people", "人员", maximumWidth: 48),
            ],
            rows: gaps.map { gap in
                [
                    .text(String(gap.record.id.rawValue)), .text(gap.record.when), .text(gap.record.kind),
                    .text(gap.record.title), .integer(gap.unknown.count), .integer(gap.pendingLeave),
                    .integer(gap.missing.count), filled(gap.expected.map { "\($0.reported)/\($0.listed)" } ?? ""),
                    filled(gap.present.map { "\($0.reported)/\($0.listed)" } ?? ""),
                    filled(names(gap)),
                ]
            },
            notes: [gaps.isEmpty ? "出席情况都已落实。" : "没有落实的有 \(gaps.count) 次。"])
        try output.write([table], in: context)
    }

    private func filled(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

    private func names(_ gap: AttendanceGap) -> String {
        let all = (gap.unknown + gap.missing).map(\.name)
        return all.count <= 6 ? all.joined(separator: "、") : "\(all.prefix(4).joined(separator: "、"))等 \(all.count) 人"
    }
}
