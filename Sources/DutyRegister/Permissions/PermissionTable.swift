/// How far a role reaches in one use case.
public enum Scope: UInt8, Sendable, CaseIterable, Comparable {
    /// Not at all.
    case none = 0
    /// What is the person's own: the own record, the own entries.
    case own = 1
    /// What is of the bodies the person leads or works for: the sector, the group.
    case group = 2
    case all = 3

    public static func < (left: Scope, right: Scope) -> Bool { left.rawValue < right.rawValue }

    /// As the table is printed.
    public var label: String {
        switch self {
        case .none: "－"
        case .own: "本人"
        case .group: "本界别"
        case .all: "全部"
        }
    }

    /// As one character of a row stands for it.
    fileprivate init?(_ character: Character) {
        switch character {
        case "－": self = .none
        case "本": self = .own
        case "界": self = .group
        case "全": self = .all
        default: return nil
        }
    }
}

/// One line of the table: what a use case is called, and how far each role reaches in it.
public struct Permission: Sendable {
    public var label: String
    private let scopes: [Scope]

    /// - Parameter row: one character for each role, in the order of `PrincipalRole`: － 本 界 全.
    fileprivate init(_ row: String, _ label: String) {
        scopes = row.compactMap(Scope.init)
        precondition(scopes.count == PrincipalRole.allCases.count && row.count == scopes.count, "a row has every role")
        self.label = label
    }

    public subscript(role: PrincipalRole) -> Scope { scopes[Int(role.rawValue)] }
}

extension UseCase {
    /// The table of permissions: the one place that says who may do what. Every use case has its line, or this does
    /// not compile.
    public var permission: Permission {
        switch self {
        // In this order: 委员, 召集人, 专委会工作人员, 办公室, 主席会议, 管理员. One person may be several.
        case .create: Permission("－－－全－全", "建库")
        case .overview: Permission("全全全全全全", "查看登记库概况")
        case .readAll: Permission("－－－全全－", "查看全部登记")
        case .termAdd: Permission("－－－全－－", "增加届次")
        case .memberAdd: Permission("－－－全－－", "增加委员")
        case .memberEdit: Permission("－－－全－－", "修改委员")
        case .memberList: Permission("本界界全全－", "查看名册")
        case .memberShow: Permission("本界界全全－", "查看委员资料")
        case .personNaming: Permission("本全全全全－", "在登记中写明别的委员")
        case .membershipAdd: Permission("－－－全－－", "增加任职")
        case .membershipEnd: Permission("－－－全－－", "结束任职")
        case .transfer: Permission("－－－全－－", "调整界别")
        case .organizationAdd: Permission("－－－全－－", "增加机构")
        case .organizationList: Permission("全全全全全全", "查看界别和机构")
        case .convenerSet: Permission("－－－全－－", "确定召集人")

        case .kindList: Permission("全全全全全全", "查看履职种类")
        case .kindAdopt: Permission("－－－全－－", "更新履职种类")
        case .recordRead: Permission("本界界全全－", "查看记录")
        case .recordAdd: Permission("本界界全－－", "增加记录")
        case .recordEdit: Permission("本界界全－－", "修改记录")
        case .recordDelete: Permission("本界界全－－", "删除记录")
        case .activityLog: Permission("－界－全－－", "登记界别活动")
        case .recordLink: Permission("本界界全－－", "连接记录")
        case .attendanceMark: Permission("－界界全－－", "登记出席")
        case .attendanceExcuse: Permission("－界界全－－", "登记请假")
        case .attendanceExpect: Permission("－界界全－－", "确定应到名单")
        case .attendanceRemove: Permission("－界界全－－", "移出名单")
        case .attendanceCheck: Permission("－－－全全－", "核对出席情况")
        case .proposalAdvance: Permission("－－界全－－", "登记提案节点")
        case .proposalHonour: Permission("－－界全－－", "标记提案")
        case .proposalFeedback: Permission("－－界全－－", "登记提案反馈")
        case .planRead: Permission("全全全全全－", "查看年度计划")
        case .planItemAdd: Permission("－界－全－－", "增加计划事项")
        case .planItemRemove: Permission("－界－全－－", "删除计划事项")

        case .reviewSkip: Permission("－－－全－－", "登记后不必审核")
        case .reviewRead: Permission("本界界全全－", "查看审核情况")
        case .reviewSubmit: Permission("本界界全－－", "提交审核")
        case .reviewWithdraw: Permission("本界界全－－", "收回待审的记录")
        case .reviewEndorse: Permission("－界－－－－", "召集人核实")
        case .reviewApprove: Permission("－－－全－－", "审核通过")
        case .reviewReturn: Permission("－界－全－－", "审核退回")
        case .objectionRead: Permission("本－－全全－", "查看异议")
        case .objectionAdd: Permission("本－－全－－", "提出异议")
        case .objectionAnswer: Permission("－－－全－－", "答复异议")
        case .objectionWithdraw: Permission("本－－全－－", "撤回异议")

        case .profile: Permission("本本－全全－", "查看履职档案和得分")
        case .ranking: Permission("－－－全全－", "查看排名")
        case .sectorReport: Permission("－界－全全－", "查看界别情况")
        case .sectorTotals: Permission("－－－全全－", "查看界别委员的得分")
        case .rulebookRead: Permission("全全全全全全", "查看考核办法")
        case .rulebookCompare: Permission("－－－全全－", "用两份办法试算全体委员")
        case .rulebookAdopt: Permission("－－－全－－", "采用考核办法")

        case .manualRead: Permission("本本本全全－", "查看人工分")
        case .manualAdd: Permission("－－－全－－", "登记人工分")
        case .manualEdit: Permission("－－－全－－", "修改人工分")
        case .manualWithdraw: Permission("－－－全－－", "撤回人工分")
        case .yearRead: Permission("－－－全全－", "查看年度封账情况")
        case .yearOpen: Permission("－－－全－－", "开放年度")
        case .yearClose: Permission("－－－全－－", "年度封账")
        case .yearDecide: Permission("－－－全全－", "核定等次")
        case .yearPublish: Permission("－－－全－－", "公布结果")
        case .yearReopen: Permission("－－－全－－", "重开年度")
        case .evidenceRead: Permission("本界界全全－", "查看佐证")
        case .evidenceAdd: Permission("本界界全－－", "存入佐证")
        case .evidenceRemove: Permission("本界界全－－", "移除佐证")
        case .termArchive: Permission("本本－全全－", "查看一届履职档案")

        case .importPlan: Permission("－－－全－－", "试导入表格")
        case .importApply: Permission("－－－全－－", "导入")
        case .importUndo: Permission("－－－全－－", "撤销导入")
        case .batchRead: Permission("－－－全全全", "查看导入批次")
        case .archiveExport: Permission("－－－全－全", "导出存档")
        case .archiveRestore: Permission("－－－全－全", "载入存档")

        case .logRead: Permission("本本本全全全", "查看改动日志")
        case .undo: Permission("本本本全－－", "撤销")
        case .check: Permission("－－－全－全", "体检")
        case .backup: Permission("－－－全－全", "备份和恢复")
        case .rebuildFacts: Permission("－－－全－全", "重建履职事实")
        case .accountRead: Permission("本本本本本全", "查看账号")
        case .accountAdd: Permission("－－－－－全", "增加账号")
        case .accountEdit: Permission("－－－－－全", "修改账号")
        case .accountClose: Permission("－－－－－全", "停用账号")
        case .permissionRead: Permission("全全全全全全", "查看权限表")
        }
    }

    /// How far somebody of several roles reaches: as far as the role that reaches farthest.
    public func scope(of roles: some Sequence<PrincipalRole>) -> Scope {
        roles.map { permission[$0] }.max() ?? .none
    }
}
