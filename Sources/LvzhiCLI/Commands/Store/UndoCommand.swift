import ArgumentParser
import DutyRegister

/// `lvzhi undo`
struct UndoCommand: LvzhiCommand {
    static let configuration: CommandConfiguration = .command(
        "undo", also: ["撤销"], "撤销一号操作；不写号时撤销最近的一号。撤销本身也可以再撤销。",
        example: """
              lvzhi undo
              lvzhi undo 17
              lvzhi undo 17 --spare
            """,
        more: "后来又改过的内容不会被覆盖：默认整个不撤销并列出它们，加 --spare 则只撤销其余的。")

    @OptionGroup var storeOptions: StoreOptions
    @Argument(help: ArgumentHelp("操作号，见 lvzhi log。", valueName: "number")) var number: UInt64?
    @Flag(help: "后来改过的保留不动，撤销其余的。") var spare = false

    func run(in context: CommandContext) throws {
        let register = try storeOptions.writing(in: context)
        let wanted = try number ?? register.lastUndoable()
        let report = try register.undo(wanted, sparing: spare)
        context.saved("已撤销第 \(wanted) 号操作，恢复 \(report.restored) 处", report.change)
        for item in report.spared { context.errors.line("保留：" + item.line) }
    }
}

extension Register {
    /// The newest entry that is no undo and has not been taken back.
    fileprivate func lastUndoable() throws -> UInt64 {
        let entries = try log(LogFilter(limit: 200))
        let undone = Set(entries.compactMap(\.undoes))
        guard let last = entries.first(where: { $0.undoes == nil && !undone.contains($0.number) }) else {
            throw Failure(.usage, "没有可以撤销的操作。", advice: "用 lvzhi log 查看。")
        }
        return last.number
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
