import DutyModel
import Tabular

/// Reads the nodes of a proposal: 提出 to 办结, from the columns that tell of them.
struct ProposalNodes {
    let session: SheetSession

    func stages() -> [ProposalStageEntry] {
        var stages: [ProposalStageEntry] = []
        func add(_ stage: ProposalStage, _ field: String?, unit: String = "") {
            let day = field.flatMap { session.day($0) }
            guard field == nil || day != nil else { return }
            if let place = stages.firstIndex(where: { $0.stage == stage }) {
                stages[place].day = stages[place].day ?? day
            } else {
                stages.append(ProposalStageEntry(stage, day: day, unit: unit))
            }
        }
        add(.submitted, "submittedOn")
        if stages.isEmpty { add(.submitted, nil) }
        add(.examined, "examinedOn")
        let filing = filing()
        for stage in filing { add(stage, nil) }
        if !filing.contains(.notFiled), !filing.contains(.converted) { add(.filed, "filedOn") }
        if let merged = flag("merged"), merged { add(.merged, nil) }
        add(.assigned, "assignedOn", unit: mainUnit)
        add(.answered, "answeredOn", unit: mainUnit)
        add(.supervised, "supervisedOn", unit: session.title("leader"))
        add(.feedback, "feedbackOn")
        add(.closed, "closedOn")
        for stage in states() { add(stage, nil) }
        for place in stages.indices where stages[place].stage == .filed && stages[place].day == nil {
            stages[place].day = session.day("filedOn")
        }
        return stages
    }

    private var mainUnit: String {
        session.title("handlingUnits").split { "、，,;；".contains($0) }.first.map(String.init) ?? ""
    }

    private func flag(_ field: String) -> Bool? {
        let text = session.text(field)
        return text.isEmpty ? nil : YesNo.parse(text) ?? !text.hasPrefix("未")
    }

    /// 立案情况: 立案, 不立案, 转社情民意, 并案; a finding for anything else.
    private func filing() -> [ProposalStage] {
        let text = TextFolding.withoutSpaces(session.text("filing"))
        if text.isEmpty || ["待审查", "未审查", "审查中", "待定", "未处理"].contains(text) { return [] }
        if text.contains("转社情民意") || text.contains("转信息") || text.contains("转为社情民意") { return [.converted] }
        if ["不立案", "不予立案", "未立案", "退回"].contains(where: text.contains) { return [.notFiled] }
        var stages: [ProposalStage] = []
        if text.contains("并案") { stages.append(.merged) }
        if text.contains("立案") { stages.append(.filed) }
        if !stages.isEmpty { return stages }
        if let flag = YesNo.parse(text) { return [flag ? .filed : .notFiled] }
        session.report(.error, field: "filing", "不是认识的立案情况", "请写立案、不立案、并案或转社情民意")
        return []
    }

    /// 状态: what has been reached.
    private func states() -> [ProposalStage] {
        let text = session.text("state")
        switch text {
        case "已立案", "立案": return [.filed]
        case "已交办", "交办": return [.filed, .assigned]
        case "办理中", "办理": return [.filed, .assigned, .handling]
        case "已答复", "答复": return [.answered]
        case "已反馈", "反馈": return [.feedback]
        case "已办结", "办结", "办复": return [.closed]
        default: return []
        }
    }
}
