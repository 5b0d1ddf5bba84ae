import DutyModel
import DutyRegister

/// The sentence of each finding about a year.
extension YearFinding {
    var status: ProgramStatus {
        switch self {
        case .unknownItem, .unknownEntry, .unknownGrade, .nothingFrozen, .noResult, .noDecision: .failed
        case .alreadyWithdrawn, .wrongState, .alreadyKnown: .conflict
        case .cannotAccept: .usage
        default: .findings
        }
    }

    var words: RegisterFinding.Words { manualWords ?? yearWords }

    /// Entries by hand.
    private var manualWords: RegisterFinding.Words? {
        switch self {
        case .unknownItem(let word, let rulebook, let known):
            .init(
                message: "“\(rulebook)”没有人工项目“\(word)”。",
                advice: known.isEmpty ? "这份办法没有“人工: 是”的指标或处理。" : "请从上面的人工项目里选，写编号或名称。", details: known)
        case .itemNotManual(let item, let rulebook, let known):
            .init(
                message: "“\(item)”在“\(rulebook)”里由记录计分，不能人工给分。",
                advice: known.isEmpty ? "请登记相应的履职记录。" : "请登记相应的履职记录，或从上面的人工项目里选。", details: known)
        case .pointsUnreadable(let text):
            .init(message: "“\(text)”不是分数。", advice: "请写整数、小数或分数，例如 2、-1.5、1/3。")
        case .pointsOfMatter(let item):
            .init(message: "“\(item)”只登记事项，不计分。", advice: "请不要写 --points。")
        case .pointsMissing(let item): .init(message: "“\(item)”没有写分数。", advice: "请用 --points 写明，例如 --points 2.5。")
        case .unknownEntry(let id):
            .init(message: "没有第 \(id.rawValue) 笔人工分。", advice: "用 lvzhi score manual list 查看。")
        case .alreadyWithdrawn(let id, let reason):
            .init(message: "第 \(id.rawValue) 笔人工分已经撤回（\(reason)）。", advice: "要恢复请撤销那次撤回（lvzhi undo），或重新登记。")
        case .reasonMissing: .init(message: "没有写理由。", advice: "请用 --reason 写明理由。")
        case .approverMissing: .init(message: "没有写批准人。", advice: "请用 --approver 写明批准人。")
        case .notSeated(let person, let days):
            .init(
                message: "\(person.name)（\(person.number)）在 \(Lines.span(days)) 不是委员。",
                advice: "请核对年度和姓名；任职时间见 lvzhi member show \(person.number)。")
        default: nil
        }
    }

    /// Closing, deciding, publishing.
    private var yearWords: RegisterFinding.Words {
        switch self {
        case .wrongState(let year, let state, let wanted):
            .init(
                message: "\(year) 年度\(state.label)，不能这样做；要先是\(wanted.map(\.label).joined(separator: "或"))。",
                advice: "用 lvzhi year status \(year) 查看；次序是 封账 close、核定 decide、公布 publish，更正前先 reopen。")
        case .cannotAccept(let word, let known):
            .init(message: "不能放行“\(word)”。", advice: "可以写明放行的有：\(known.joined(separator: "、"))。")
        case .unknownGrade(let word, let known):
            .init(message: "办法里没有等次“\(word)”。", advice: "请从上面的等次里选。", details: known)
        case .nothingFrozen(let year):
            .init(message: "\(year) 年度还没有封账。", advice: "用 lvzhi year close \(year) 封账。")
        case .noResult(let person, let year):
            .init(message: "\(person.name)（\(person.number)）没有 \(year) 年度的结果。", advice: "请核对姓名和年度。")
        case .noDecision(let person, let year):
            .init(message: "\(person.name)（\(person.number)）的 \(year) 年度没有核定。", advice: "不必撤回。")
        case .alreadyKnown(let year, let state):
            .init(
                message: "\(year) 年度\(state.label)。",
                advice: state.isLocked ? "要更正请用 lvzhi year reopen \(year) --reason 原因。" : "可以直接登记。")
        case .bodyMissing: .init(message: "没有写由谁核定。", advice: "请用 --body 写明，例如 --body 主席会议。")
        default: .init(message: "\(self)")
        }
    }
}
