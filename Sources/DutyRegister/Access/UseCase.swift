/// What can be done to a register: the action the change log names, and what permissions are about.
public enum UseCase: String, Sendable, CaseIterable {
    case create = "register.create"
    case termAdd = "term.add"
    case memberAdd = "member.add"
    case memberEdit = "member.edit"
    case membershipAdd = "membership.add"
    case membershipEnd = "membership.end"
    case transfer = "membership.transfer"
    case organizationAdd = "organization.add"
    case convenerSet = "organization.convener"
    case recordAdd = "record.add"
    case recordEdit = "record.edit"
    case recordDelete = "record.delete"
    case activityLog = "activity.log"
    case attendanceMark = "attendance.mark"
    case proposalAdvance = "proposal.advance"
    case proposalHonour = "proposal.honour"
    case proposalFeedback = "proposal.feedback"
    case planItemAdd = "plan.add"
    case planItemRemove = "plan.remove"
    case importApply = "import.apply"
    case importUndo = "import.undo"
    case archiveRestore = "archive.restore"
    case rulebookAdopt = "rulebook.adopt"
    case undo = "undo"
    case rebuildFacts = "facts.rebuild"

    /// As the change log is shown.
    public var label: String {
        switch self {
        case .create: "建库"
        case .termAdd: "增加届次"
        case .memberAdd: "增加委员"
        case .memberEdit: "修改委员"
        case .membershipAdd: "增加任职"
        case .membershipEnd: "结束任职"
        case .transfer: "调整界别"
        case .organizationAdd: "增加机构"
        case .convenerSet: "确定召集人"
        case .recordAdd: "增加记录"
        case .recordEdit: "修改记录"
        case .recordDelete: "删除记录"
        case .activityLog: "登记界别活动"
        case .attendanceMark: "登记出席"
        case .proposalAdvance: "登记提案节点"
        case .proposalHonour: "标记提案"
        case .proposalFeedback: "登记提案反馈"
        case .planItemAdd: "增加计划事项"
        case .planItemRemove: "删除计划事项"
        case .importApply: "导入"
        case .importUndo: "撤销导入"
        case .archiveRestore: "载入存档"
        case .rulebookAdopt: "采用考核办法"
        case .undo: "撤销"
        case .rebuildFacts: "重建履职事实"
        }
    }

    /// The label of an action's word in the change log; the word itself where it is unknown.
    public static func label(of action: String) -> String { UseCase(rawValue: action)?.label ?? action }
}
