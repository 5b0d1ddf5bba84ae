/// What the program tells the shell.
public enum ProgramStatus: Int32, Sendable, CaseIterable {
    case ok = 0
    /// It could not be done: who or what is named is not there, or a file cannot be read or written.
    case failed = 1
    /// The command was not written as it must be.
    case usage = 2
    /// The data given was looked at and has findings; nothing was written.
    case findings = 3
    case notPermitted = 4
    /// It is there already, something else came first or holds it fast, or the year is closed.
    case conflict = 5
    /// The store is missing, damaged, busy, read-only or too new.
    case store = 6

    /// What it means, for the reference.
    public var meaning: String {
        switch self {
        case .ok: "成功"
        case .failed: "没有办成，例如没有这位委员、这条记录，或文件读不了、写不了"
        case .usage: "命令写得不对"
        case .findings: "数据有问题，已逐条列出"
        case .notPermitted: "没有权限"
        case .conflict: "已经有了，后来又改过，或被别的记录引用"
        case .store: "登记库不存在、损坏、被占用或不能写"
        }
    }
}

/// A command that stopped after everything was said already (by a child process).
struct QuietFailure: Error {
    var status: ProgramStatus
}

/// Why a command stopped, in words for the user.
public struct Failure: Error, Hashable, Sendable {
    public var status: ProgramStatus
    /// What was found, a sentence.
    public var message: String
    /// What to do about it; empty where the message says it.
    public var advice: String
    /// Further lines: the findings themselves, or the people to choose from.
    public var details: [String]

    public init(_ status: ProgramStatus, _ message: String, advice: String, details: [String] = []) {
        self.status = status
        self.message = message
        self.advice = advice
        self.details = details
    }

    /// As printed on standard error: one layout for every error.
    public var rendered: String {
        var lines = ["错误：\(message)"]
        lines += details.map { "  " + $0 }
        if !advice.isEmpty { lines.append("办法：\(advice)") }
        return lines.joined(separator: "\n")
    }
}
