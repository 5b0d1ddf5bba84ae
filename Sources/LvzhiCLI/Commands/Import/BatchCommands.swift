import ArgumentParser
import DutyModel
import DutyRegister
import Interchange
import Reports
import Tabular

struct ListImports: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "list", also: ["列表"], "导入过的批次，最近的在前。", example: "  lvzhi import list")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) throws {
        try output.write([BatchTables.list(try storeOptions.reading(in: context).batches())], in: context)
    }
}

struct ShowImport: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "show", also: ["查看"], "一批导入：文件、行数、写入了什么。", example: "  lvzhi import show 3")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("批次号，见 lvzhi import list。", valueName: "batch")) var batch: UInt64

    func run(in context: CommandContext) throws {
        let entry = try storeOptions.reading(in: context).batch(batch)
        try output.write(BatchTables.sheet(entry), in: context)
    }
}

struct UndoImport: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "undo", also: ["撤销"], "撤销整批导入；后来又改过的保留并列出。",
        example: """
              lvzhi import undo 3
              lvzhi import undo 3 --yes
            """)

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("批次号，见 lvzhi import list。", valueName: "batch")) var batch: UInt64
    @Flag(help: "不再询问。") var yes = false

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        let entry = try register.batch(batch)
        let what = "第 \(batch) 批导入（\(BatchTables.files(entry))）"
        if !yes, context.canAsk {
            try context.confirm("撤销\(what)？")
        } else {
            try context.confirmUndo(of: try register.logHead(entry.change), what: what, given: yes)
        }
        let report = try register.undoBatch(batch)
        let kept = report.spared.isEmpty ? "" : "，保留后来又改过的 \(report.spared.count) 处"
        context.saved("已撤销第 \(batch) 批导入，恢复 \(report.restored) 处\(kept)", report.change)
        context.tell(report.spared)
    }
}

/// Import batches as tables.
enum BatchTables {
    static func list(_ batches: [BatchEntry]) -> TableDocument {
        TableDocument(
            columns: [
                TableColumn("batch", "批次", .number()), TableColumn("time", "时间"), TableColumn("who", "经办人"),
                TableColumn("files", "文件", maximumWidth: 60), TableColumn("written", "写入", maximumWidth: 48),
                TableColumn("state", "状态"),
            ],
            rows: batches.map { batch in
                [
                    .integer(Int(batch.id)), .text("\(batch.instant)"), .text(batch.who),
                    .text(files(batch)), .text(written(batch)), .text(state(batch)),
                ]
            })
    }

    static func sheet(_ batch: BatchEntry) -> [TableDocument] {
        let outcomes = zip(RowOutcome.allCases, batch.rows).map { "\($0.label) \($1)" }.joined(separator: "、")
        let fields: [(String, String)] = [
            ("批次", String(batch.id)), ("时间", "\(batch.instant)"), ("经办人", batch.who), ("行数", outcomes),
            ("写入", written(batch)), ("操作号", String(batch.change)), ("状态", state(batch)),
        ]
        let files = TableDocument(
            title: "文件", columns: [TableColumn("file", "文件"), TableColumn("sha256", "SHA-256")],
            rows: batch.files.map { [.text($0.name), .text($0.hash)] })
        return [.fields(title: "第 \(batch.id) 批导入", fields), files]
    }

    /// The first names, and how many there are.
    static func files(_ batch: BatchEntry) -> String {
        let names = batch.files.prefix(3).map(\.name).joined(separator: "、")
        return batch.files.count > 3 ? "\(names) 等 \(batch.files.count) 个文件" : names
    }

    private static func state(_ batch: BatchEntry) -> String {
        batch.undoneBy.map { "已撤销（操作 \($0)）" } ?? ""
    }

    private static func written(_ batch: BatchEntry) -> String {
        let names: [(String, KeyPath<WrittenCounts, Int>)] = [
            ("机构", \.organizations), ("委员", \.members), ("任职", \.memberships), ("计划项目", \.planItems),
            ("履职记录", \.records),
        ]
        return names.compactMap { name, count in
            let (new, changed) = (batch.created[keyPath: count], batch.changed[keyPath: count])
            guard new + changed > 0 else { return nil }
            let parts = [new > 0 ? "新增 \(new)" : "", changed > 0 ? "变更 \(changed)" : ""]
            return name + parts.filter { !$0.isEmpty }.joined(separator: "、")
        }.joined(separator: "，")
    }
}
