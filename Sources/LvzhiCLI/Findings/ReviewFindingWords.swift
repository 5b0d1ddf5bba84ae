import DutyModel
import DutyRegister

// What is said of accounts, reviews and objections.

extension RegisterFinding {
    /// The words of those findings; nil for all others.
    var reviewWords: Words? {
        switch self {
        case .unknownAccount(let name):
            Words(message: "没有账号“\(name)”。", advice: "用 lvzhi account list 查看账号。")
        case .accountNameTaken(let name):
            Words(message: "账号“\(name)”已经有了。", advice: "换一个名称；同名的人可以加上编号或界别。")
        case .unknownObjection(let id):
            Words(message: "没有第 \(id.rawValue) 号异议。", advice: "用 lvzhi objection list 查看。")
        case .objectionSettled(let id):
            Words(message: "第 \(id.rawValue) 号异议已经答复或撤回。", advice: "还有意见，请另提一件。")
        case .unknownIndicator(let word, let known):
            Words(message: "当年的考核办法没有指标“\(word)”。", advice: "请写下列的编号或名称。", details: known)
        case .reviewedOtherwise(let record, let state):
            Words(
                message: "“\(record.title)”的审核状态是“\(state.label)”，不能这样办。", advice: state.advice, details: [record.line])
        case .ownReview(let record):
            Words(message: "“\(record.title)”是自己填报的，或自己有份，不能自己审核。", advice: "请由别人审核。", details: [record.line])
        case .convenerFirst(let record, let conveners):
            Words(
                message: "“\(record.title)”还没有经过界别召集人核实。",
                advice: "请先由\(conveners.joined(separator: "、"))核实；要直接审核，请加 --direct。", details: [record.line])
        case .endorsedAlready(let record):
            Words(message: "“\(record.title)”已经核实，等办公室审核。", advice: "不必再核实。", details: [record.line])
        default: nil
        }
    }
}

extension ReviewState {
    /// What to do about a record that is there.
    fileprivate var advice: String {
        switch self {
        case .approved: "已经通过，不必再办；要改动请用 edit，改后重新审核。"
        case .draft: "草稿先由填报人提交：lvzhi claim submit。"
        case .waiting: "已经提交，等待审核；要改请先收回：lvzhi claim withdraw。"
        case .returned: "已经退回，由填报人改正后再提交：lvzhi claim submit。"
        }
    }
}
