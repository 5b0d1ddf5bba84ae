import DutyModel
import DutyRegister

extension CommandContext {
    /// Says what was written and how to take it back.
    func saved(_ sentence: String, _ change: UInt64) {
        guard change > 0 else { return output.line("没有变化：登记库里已经是这样。") }
        output.line("\(sentence)。（撤销：lvzhi undo \(change)）")
    }

    /// The same for a record, with what is still to be done before it counts.
    func saved(_ sentence: String, _ record: Saved<DutyRecord>) {
        saved(sentence, record.change)
        guard record.change > 0 else { return }
        switch record.value.review {
        case .approved: break
        case .waiting: output.line("待审核，通过后才计分；进展见 lvzhi claim list。")
        case .draft: output.line("现在是草稿；提交用 lvzhi claim submit。")
        case .returned: output.line("现在是退回的；改好后提交用 lvzhi claim submit。")
        }
    }
}
