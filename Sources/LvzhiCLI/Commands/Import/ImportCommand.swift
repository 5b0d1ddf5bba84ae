import ArgumentParser
import DutyRegister
public import Interchange
import Tabular

/// `lvzhi import …`
struct ImportCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "import", also: ["导入"], "导入名册、签到表、提案一览表等工作簿和 CSV，或整个登记库的存档。",
        example: """
              lvzhi import 委员名册.xlsx 全会签到.xlsx 提案一览表.csv
              lvzhi import 提案一览表.csv --dry-run
              lvzhi import list
              lvzhi import undo 3
            """,
        more: "先看后写：有一处错误就一处也不写（可用 --accept-valid 只写没有问题的行）；同一份表导入两次，第二次没有新内容。",
        subcommands: [ImportFiles.self, ListImports.self, ShowImport.self, UndoImport.self], default: ImportFiles.self)
}

extension SheetKind: WordArgument {
    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }
    public static let words: [(value: SheetKind, words: [String])] = SheetKind.allCases.map {
        ($0, [$0.rawValue, $0.label])
    }
}

struct ImportFiles: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "files", also: ["文件"], "导入工作簿、CSV 或存档（import 后直接写文件名即可）。",
        example: """
              lvzhi import files 委员名册.xlsx 全会签到.xlsx
              lvzhi import files 提案一览表.csv --kind proposals --year 2024
              lvzhi import files 签到表.xlsx --errors-to 问题.xlsx
              lvzhi import files 全部存档.jsonl
            """,
        more: "表的种类从标题和表头认出；认不出时用 --kind。每处问题都写明文件、工作表、行、单元格、发现了什么、怎么办。")

    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("文件：.xlsx、.csv，或整库存档 .jsonl。", valueName: "file")) var files: [String]
    @Flag(name: .customLong("dry-run"), help: "只看会怎样，不写入。") var dryRun = false
    @Flag(name: .customLong("accept-valid"), help: "有问题的行不写，其余照写。") var acceptValid = false
    @Option(help: ArgumentHelp("表的种类。", valueName: "kind")) var kind: SheetKind?
    @Option(help: ArgumentHelp("签到表是哪一种会议或活动。", valueName: "kind")) var event: String?
    @Option(help: ArgumentHelp("日期没有写年份时按这一年。", valueName: "year")) var year: Int?
    @Option(help: ArgumentHelp("名册没有写届次时按这一届。", valueName: "n")) var term: Int?
    @Option(help: ArgumentHelp("表里没有图例时，○ △ 等标记的意思，如“√出席 ○请假”。", valueName: "text"))
    var legend: String?
    @Flag(help: "隐藏的工作表也读。") var hidden = false
    @Option(name: .customLong("errors-to"), help: ArgumentHelp("把问题清单写到文件（.xlsx、.csv）。", valueName: "file"))
    var errorsTo: String?

    func run(in context: CommandContext) throws {
        try checkOptions()
        let archives = files.filter { $0.hasSuffix(".jsonl") }
        guard archives.isEmpty else { return try restore(archives, in: context) }
        let register = try dryRun ? storeOptions.reading(in: context) : storeOptions.writing(in: context)
        let progress = ProgressLine("已读行数", in: context)
        let options = Importer.Options(
            kind: kind, eventKind: event, year: year, term: term, includesHidden: hidden, legend: legend)
        let pending = try register.planImport(files, options: options) { progress.update($0) }
        progress.finish()
        try tell(pending.plan, in: context)
        let open = pending.plan.findings.filter { $0.severity >= .doubtful }.count
        guard open == 0 || acceptValid else {
            throw Failure(
                .findings, "有 \(open) 处问题，什么也没有写入。",
                advice: "请按上面所列逐处改正后再导入" + (pending.plan.isEmpty ? "。" : "；或加 --accept-valid 只写没有问题的行。"))
        }
        try finish(pending, with: register, in: context)
    }

    private func checkOptions() throws {
        if let legend, !Importer.isLegend(legend) {
            throw Failure(.usage, "--legend 看不出标记的意思。", advice: "请写成“√出席 ○请假 △迟到 ×缺席”的样子。")
        }
        if let errorsTo, files.contains(where: { SameFile.check($0, errorsTo) }) {
            throw Failure(.usage, "--errors-to 写的是要导入的文件，没有动它。", advice: "请另取一个文件名，如 问题清单.xlsx。")
        }
    }

    private func finish(_ pending: PendingImport, with register: Register, in context: CommandContext) throws {
        let changes = ImportTables.changes(pending.plan)
        guard !dryRun else {
            return context.output.line(
                changes.isEmpty ? nothing(in: pending.plan) : "将写入：\(changes)。（没有写入，去掉 --dry-run 才写）")
        }
        let saved = try register.apply(pending, acceptValid: acceptValid)
        guard let batch = saved.value else { return context.output.line(nothing(in: pending.plan)) }
        context.output.line("已导入第 \(batch.id) 批：\(changes)。（撤销：lvzhi import undo \(batch.id)）")
    }

    /// Why nothing is written: all of it is there, or none of it is in order.
    private func nothing(in plan: ImportPlan) -> String {
        if plan.isClean { return "没有新内容：登记库里都已经有了。" }
        return "没有可以写入的内容：待定 \(plan.totals[.doubtful]) 行，退回 \(plan.totals[.rejected]) 行。"
    }

    /// The summary on standard output, the findings on standard error, and both in a file where asked for.
    private func tell(_ plan: ImportPlan, in context: CommandContext) throws {
        for finding in plan.findings { context.errors.line(finding.sentence) }
        if let errorsTo {
            let format = OutputFormat(path: errorsTo) ?? .csv
            try TableDocument.write([ImportTables.findings(plan.findings)], as: format, toFile: errorsTo)
            context.errors.line("问题清单已写入 \(errorsTo)")
        }
        try output.write([ImportTables.summary(plan)], in: context)
    }

    private func restore(_ archives: [String], in context: CommandContext) throws {
        guard archives.count == 1, files.count == 1 else {
            throw Failure(.usage, "存档（.jsonl）要单独导入，一次一个。", advice: "请把存档和工作簿分开导入。")
        }
        guard !dryRun else {
            throw Failure(.usage, "存档只能导入空的登记库，没有可预看的。", advice: "请新建一个登记库再导入。")
        }
        let saved = try storeOptions.writing(in: context).restoreArchive(archives[0])
        let overview = saved.value
        context.output.line("已载入存档：委员 \(overview.members) 人，履职记录 \(overview.records) 条。")
    }
}
