import ArgumentParser
import DutyModel
import DutyRegister

/// `lvzhi backup …`
struct BackupCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "backup", also: ["备份"], "备份：制作、核验、恢复。",
        example: """
              lvzhi backup create 备份/2024-12-31.lvzhi
              lvzhi backup verify 备份/2024-12-31.lvzhi
              lvzhi backup restore 备份/2024-12-31.lvzhi --yes
            """,
        subcommands: [CreateBackup.self, VerifyBackup.self, RestoreBackup.self])
}

struct CreateBackup: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "create", also: ["制作"], "制作一份备份，核验通过才算数；别人可以同时继续使用登记库。",
        example: "  lvzhi backup create 备份/2024-12-31.lvzhi")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("备份文件，不能已存在。", valueName: "file")) var file: String

    func run(in context: CommandContext) throws {
        try storeOptions.require(.backup, in: context)
        let report = try StoreBackup.create(of: storeOptions.path(in: context), at: file)
        context.output.line("已备份到 \(file)（\(Lines.size(report.bytes))，改动日志到第 \(report.check.changes) 号），核验通过。")
    }
}

struct VerifyBackup: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "verify", also: ["核验"], "核验一份备份是否完好。", example: "  lvzhi backup verify 备份/2024-12-31.lvzhi")

    @Argument(help: ArgumentHelp("备份文件。", valueName: "file")) var file: String

    func run(in context: CommandContext) throws {
        let report = try StoreBackup.verify(file)
        guard report.check.isClean else { throw BackupError.backupUnsound(report.check) }
        context.output.line("备份 \(file) 完好（\(Lines.size(report.bytes))，改动日志到第 \(report.check.changes) 号）。")
    }
}

struct RestoreBackup: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "restore", also: ["恢复"], "用备份恢复登记库；原来的登记库改名保留在旁边。",
        example: "  lvzhi backup restore 备份/2024-12-31.lvzhi --yes")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("备份文件。", valueName: "file")) var file: String
    @Flag(help: "不再询问。") var yes = false

    func run(in context: CommandContext) throws {
        let path = storeOptions.path(in: context)
        if TextFile.exists(path) { try storeOptions.require(.backup, in: context) }
        if !yes { try context.confirm("用“\(file)”恢复登记库“\(path)”？") }
        let kept = try StoreBackup.restore(file, to: path, stamp: stamp(context.now()))
        context.output.line("已从 \(file) 恢复 \(path)。" + (kept.map { "原来的登记库保留为 \($0)。" } ?? ""))
    }

    /// 20241231-235959 in Beijing time.
    private func stamp(_ moment: Instant) -> String {
        let digits = "\(moment)".filter(\.isNumber)
        return digits.prefix(8) + "-" + digits.dropFirst(8)
    }
}

extension Lines {
    /// 1.2 MiB.
    static func size(_ bytes: Int) -> String {
        guard bytes >= 1 << 20 else { return "\((bytes + 1023) >> 10) KiB" }
        let tenths = (bytes * 10) >> 20
        return "\(tenths / 10).\(tenths % 10) MiB"
    }
}
