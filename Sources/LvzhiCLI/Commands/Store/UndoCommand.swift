import ArgumentParser
import DutyRegister

/// `lvzhi undo`
struct UndoCommand: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "undo", also: ["撤销"], "撤销一号操作；不写号时撤销最近的一号。撤销本身也是一号操作，可以再撤销。",
        example: """
              lvzhi undo
              lvzhi undo 17
              lvzhi undo 17 --spare
            """,
        more: "后来又改过的内容不会被覆盖：默认整个不撤销并列出它们，加 --spare 则只撤销其余的。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("操作号，见 lvzhi log。", valueName: "number")) var number: UInt64?
    @Flag(help: "后来改过的保留不动，撤销其余的。") var spare = false
    @Flag(help: "改动很多时不再询问。") var yes = false

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        let wanted = try number ?? register.lastUndoable()
        let entry = try register.entryToUndo(wanted)
        try context.confirmUndo(of: entry, what: "第 \(wanted) 号操作（\(entry.line)）", given: yes)
        let report = try register.undo(wanted, sparing: spare)
        context.saved("已撤销第 \(wanted) 号操作（\(entry.line)），恢复 \(report.restored) 处", report.change)
        context.tell(report.spared)
    }
}

extension CommandContext {
    /// From so many changes on an undo asks first.
    static let manyChanges = 1000

    /// Asks before very much is taken back; without a terminal `--yes` is needed.
    func confirmUndo(of entry: LogEntry, what: String, given yes: Bool) throws(Failure) {
        guard !yes, entry.changes >= Self.manyChanges else { return }
        try confirm("撤销\(what)，共 \(entry.changes) 处改动？")
    }

    /// Names what an undo left as it is.
    func tell(_ spared: [SparedItem]) {
        for item in spared { errors.line("保留：" + item.line) }
    }
}

extension Register {
    /// The newest entry, undos included; nil where it is the register's making.
    fileprivate func lastUndoable() throws -> UInt64 {
        guard let last = try log(LogFilter(limit: 1)).first, last.action != UseCase.create.rawValue else {
            throw Failure(.failed, "没有可以撤销的操作。", advice: "用 lvzhi log 查看。")
        }
        return last.number
    }

    /// The entry of a number.
    fileprivate func entryToUndo(_ number: UInt64) throws -> LogEntry {
        do {
            return try logHead(number)
        } catch let refusal as Refusal where refusal.findings == [.unknownChangeSet(number)] {
            throw UndoRefused.unknown(number)
        }
    }
}

extension LogEntry {
    /// What was done, in a few words.
    var line: String {
        let short = summary.count > 40 ? summary.prefix(40) + "…" : summary[...]
        return UseCase.label(of: action) + (short.isEmpty ? "" : "：" + short)
    }
}

extension SparedItem {
    /// What it is and why it was left alone.
    var line: String {
        switch reason {
        case .editedSince(let change, let who): "\(what)（第 \(change) 号操作又改过，\(who)）"
        case .usedBy(let user): "\(what)（\(user) 在用它）"
        case .needsMissing(let missing): "\(what)（它用到的 \(missing) 已不存在）"
        case .valueTaken(let other): "\(what)（它的编号或名称现在属于 \(other)）"
        }
    }
}
