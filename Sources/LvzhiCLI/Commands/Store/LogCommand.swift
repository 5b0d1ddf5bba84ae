import ArgumentParser
import DutyModel
import DutyRegister
import Tabular

/// `lvzhi log`
struct LogCommand: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "log", also: ["日志"], "改动日志：谁、什么时候、改了什么，最近的在前。",
        example: """
              lvzhi log
              lvzhi log --person 张三 --limit 20
              lvzhi log --record 走访乡村学校
              lvzhi log --from 2024-05-01 --to 2024-05-31
              lvzhi log --show 17
            """)

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var span: SpanOptions
    @Option(help: ArgumentHelp("只看与这位委员有关的。", valueName: "person")) var person: String?
    @Option(help: ArgumentHelp("只看这条记录的：记录号、编号或名称；已删除的写记录号。", valueName: "record")) var record: String?
    @Option(help: ArgumentHelp("只看这一批导入的。", valueName: "batch")) var batch: UInt64?
    @Option(help: ArgumentHelp("最多列出几条，不写时为 50。", valueName: "n")) var limit: Int = 50
    @Option(help: ArgumentHelp("看这一号操作的每处改动。", valueName: "number")) var show: UInt64?

    func run(in context: CommandContext) throws {
        let register = try storeOptions.reading(in: context)
        if let show {
            let (entry, changes) = try register.logEntry(show)
            return try output.write([LogTables.list([entry]), LogTables.changes(changes)], in: context)
        }
        let filter = LogFilter(
            record: record, person: person, batch: batch, days: try span.days(in: context), limit: limit)
        try output.write([LogTables.list(try register.log(filter))], in: context)
    }
}

/// The change log as tables.
enum LogTables {
    static func list(_ entries: [LogEntry]) -> TableDocument {
        TableDocument(
            columns: [
                TableColumn("number", "操作号", .number()), TableColumn("time", "时间"), TableColumn("who", "经办人"),
                TableColumn("role", "身份"), TableColumn("origin", "来源"),
                TableColumn("action", "操作"), TableColumn("summary", "内容", maximumWidth: 48),
                TableColumn("changes", "改动", .number()), TableColumn("note", "备注"),
            ],
            rows: entries.map { entry in
                [
                    .integer(Int(entry.number)), .text("\(entry.instant)"), .text(entry.who),
                    entry.role.isEmpty ? .empty : .text(entry.role), .text(entry.origin),
                    .text(UseCase.label(of: entry.action)), .text(shortened(entry.summary)), .integer(entry.changes),
                    .text(note(entry)),
                ]
            })
    }

    /// An import names all its files; `import show` lists them.
    private static func shortened(_ summary: String) -> String {
        summary.count <= 64 ? summary : summary.prefix(63) + "…"
    }

    private static func note(_ entry: LogEntry) -> String {
        let undoes = entry.undoes.map { "撤销第 \($0) 号" } ?? ""
        return undoes + (entry.spared > 0 ? "，保留 \(entry.spared) 处" : "")
    }

    static func changes(_ changes: [LogChange]) -> TableDocument {
        TableDocument(
            title: "改动",
            columns: [
                TableColumn("what", "对象", maximumWidth: 60), TableColumn("how", "改动"),
            ],
            rows: changes.map { change in
                let subject = change.after ?? change.before
                let how = change.before == nil ? "新增" : change.after == nil ? "删除" : "修改"
                return [.text(subject?.text ?? ""), .text(how)]
            })
    }
}
