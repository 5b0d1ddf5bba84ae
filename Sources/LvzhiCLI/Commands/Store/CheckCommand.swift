import ArgumentParser
import DutyRegister
import Tabular

/// `lvzhi check`
struct CheckCommand: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "check", also: ["体检"], "检查整个登记库：页、校验和、索引、引用、履职事实、改动日志；没有输出就是完好。",
        example: """
              lvzhi check
              lvzhi check --verbose
              lvzhi check --rebuild facts
              lvzhi check --against 备份-1231.lvzhi
            """,
        more: "在子进程里检查，登记库损坏得再厉害也只是一条消息。有问题时退出码为 6。")

    @OptionGroup var storeOptions: StoreOptions
    @Option(help: ArgumentHelp("重新计算：facts（履职事实）。", valueName: "what")) var rebuild: Rebuilt?
    @Flag(name: [.customShort("v"), .customLong("verbose")], help: "列出查了多少。") var verbose = false
    @Option(help: ArgumentHelp("改动日志应仍含这份备份的日志：末尾被截去、整本被改写都看得出来。", valueName: "backup"))
    var against: [String] = []
    @Option(help: ArgumentHelp("改动日志应仍含留存的这一条，写成 操作号:指纹，见 --verbose。", valueName: "anchor"))
    var anchor: [String] = []
    @Flag(name: .customLong("in-this-process"), help: .hidden) var inThisProcess = false

    enum Rebuilt: String, ExpressibleByArgument { case facts }

    func run(in context: CommandContext) throws {
        if rebuild == .facts {
            let count = try storeOptions.writing(in: context).rebuildFacts()
            return context.output.line("已重新计算 \(count) 份履职事实。")
        }
        let path = storeOptions.path(in: context)
        try storeOptions.require(.check, in: context)
        guard !inThisProcess else { return try check(path, in: context) }
        let anchors = try anchor.map(Self.anchor) + against.map(Self.anchor(ofBackup:))
        var arguments = ["check", "--in-this-process", "--store", path] + (verbose ? ["--verbose"] : [])
        for anchor in anchors { arguments += ["--anchor", "\(anchor.sequence):\(anchor.hash)"] }
        switch try ChildProcess.run(context.programPath, arguments) {
        case .exited(0): context.note("登记库完好。")
        case .exited(let code): throw QuietFailure(status: ProgramStatus(rawValue: code) ?? .failed)
        case .killed(let signal):
            throw Failure(
                .store, "登记库“\(path)”损坏到不能检查（检查的子进程因信号 \(signal) 中止）。",
                advice: "用 lvzhi backup restore 从备份恢复。")
        }
    }

    private static func anchor(_ text: String) throws(Failure) -> LogAnchor {
        guard let anchor = LogAnchor(text) else {
            throw Failure(.usage, "“\(text)”不是留存的日志指纹。", advice: "请写成 操作号:64 位指纹，用 lvzhi check --verbose 可以看到。")
        }
        return anchor
    }

    /// The end of a backup's change log.
    private static func anchor(ofBackup path: String) throws -> LogAnchor {
        let report = try StoreBackup.verify(path).check
        guard report.isClean else { throw BackupError.backupUnsound(report) }
        return LogAnchor(sequence: report.changes, hash: report.head)
    }

    private func check(_ path: String, in context: CommandContext) throws {
        let report = try StoreCheck.run(path, anchors: try anchor.map(Self.anchor))
        if verbose { try tell(report, in: context) }
        guard !report.isClean else { return }
        for finding in report.findings { context.errors.line(finding) }
        let hidden = report.findingCount - report.findings.count
        if hidden > 0 { context.errors.line("……还有 \(hidden) 处") }
        throw Failure(
            .store, "登记库“\(path)”有 \(report.findingCount) 处损坏或不一致，已在上面列出。",
            advice: "只有履职事实不符时，用 lvzhi check --rebuild facts；其余请用 lvzhi backup restore 从备份恢复。")
    }

    private func tell(_ report: CheckReport, in context: CommandContext) throws {
        let table = TableDocument(
            columns: [TableColumn("table", "表"), TableColumn("values", "条数", .number())],
            rows: report.counts.map { [.text($0.table), .integer($0.values)] },
            notes: ["改动日志到第 \(report.changes) 号，指纹 \(report.head)", "留存：--anchor \(report.changes):\(report.head)"])
        let sink = ByteSink.memory()
        try table.render(as: .table, to: sink)
        try sink.finish()
        context.output.write(bytes: sink.bytes)
    }
}
