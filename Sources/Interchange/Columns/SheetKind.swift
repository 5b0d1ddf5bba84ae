/// The kinds of sheet an office sends in; `rawValue` is the word for `--kind` and the file name in `Schemas/columns`.
public enum SheetKind: String, Sendable, CaseIterable {
    case roster
    case attendance
    case proposals
    case research
    case lectures
    case activities
    case opinions
    case plans
    case duties

    /// As the office calls it.
    public var label: String {
        switch self {
        case .roster: "委员名册"
        case .attendance: "签到（考勤）表"
        case .proposals: "提案一览表"
        case .research: "调研成果表"
        case .lectures: "委员讲堂登记表"
        case .activities: "界别活动登记表"
        case .opinions: "社情民意信息采用表"
        case .plans: "界别年度协商计划"
        case .duties: "其他履职登记表"
        }
    }
}
