public import DutyModel

/// 年度履职档案, the judging part: everything a rulebook says about one member's year, and why.
public struct AnnualProfile: Hashable, Sendable {
    public var member: MemberID
    /// The assessment year.
    public var year: Int
    /// How much of it was looked at; anything but the whole is an interim report.
    public var part: YearPart
    public var rulebook: RulebookIdentity
    /// One line per indicator, in the rulebook's order.
    public var lines: [ScoreLine]
    /// One line per group that holds indicators, in the rulebook's order; the total is not among them.
    public var groups: [GroupLine]
    /// How the total follows from the lines and groups that lie in no group; its 编号 is empty.
    public var whole: GroupLine
    /// 填报: whether there is any record at all, be it worth a point or not. To have none is not to have 0 points.
    public var hasRecords: Bool
    /// Exact. Show it with `text(_:)` and the rulebook's `display`.
    public var total: Rational
    public var display: NumberDisplay
    /// 门槛, in the rulebook's order.
    public var gates: [GateResult]
    public var grade: GradeResult
    /// Records for each 处理 that counts some, by 编号.
    public var counts: [String: Int]
    /// Amounts of the items that are seen beside everyone's, before that, by 编号.
    public var relative: [String: Rational] = [:]
    /// How much of what grades ask of everyone is asked of the member (折算: 等次).
    public var gradeShare: Rational = .one
    /// False under a rulebook of requirements alone: its total means nothing.
    public var isScored = true
    /// 名次 within the whole population; empty until `place` told them.
    public var ranks: [Placement.Rank] = []
    /// 处理 that come into question; empty until earlier years were looked at.
    public var proposals: [MeasureProposal] = []
}

/// Which rulebook a result was computed under.
public struct RulebookIdentity: Hashable, Sendable {
    /// Stable: `hefei`, `sample-county`.
    public var id: String
    public var name: String
    /// The year it belongs to.
    public var year: Int
    /// Hash of the text, as the register computed it; empty where nobody did.
    public var hash: String
    /// The readings chosen, in order of name: `常委会议计分=按比例`.
    public var readings: [String]
}

/// 得分明细: one indicator of one member's year.
public struct ScoreLine: Hashable, Sendable {
    /// 编号: H1.
    public var indicator: String
    public var name: String
    /// 依据: the article the value comes from.
    public var article: String
    /// The groups it lies in, outermost first, by 编号.
    public var groups: [String]
    /// Every record that matched, in order of date.
    public var counted: [CountedRecord]
    /// Records of the kinds it counts that did not match, each with the reason, in order of date.
    public var passed: [PassedRecord]
    /// Before the indicator's own cap and floor.
    public var raw: Rational
    /// What the indicator is worth. What its groups take is told by their lines.
    public var amount: Rational
    /// 上限 of the indicator, if it has one.
    public var cap: Rational?
    /// What the indicator lost as a whole, and why.
    public var losses: [Loss]
    /// Sentences that help to understand it: 出席 3 次，应到 4 次.
    public var notes: [String]
    /// 假定: why this value is not from the regulation itself; empty for all others.
    public var assumption: String
}

/// One record under one indicator.
public struct CountedRecord: Hashable, Sendable {
    public var record: RecordID
    public var kind: KindCode
    public var day: CivilDay
    public var part: Part
    public var status: AttendanceStatus
    /// Half-days attended and held; both 0 where the record has none.
    public var halfDaysAttended: UInt8
    public var halfDaysHeld: UInt8
    /// What the rulebook gives for it alone.
    public var amount: Rational
    /// What it brought in, after the way of taking and the indicator's cap.
    public var credited: Rational
    /// Why `credited` differs from `amount`; nil where it does not.
    public var loss: LossReason?
}

/// What was lost at one step.
public struct Loss: Hashable, Sendable {
    /// Above 0 where points were lost; below 0 where a floor gave some back.
    public var amount: Rational
    public var reason: LossReason
}

/// Why points that were there do not count.
public enum LossReason: Hashable, Sendable {
    /// 已达上限.
    case cap(Rational)
    /// 不低于下限.
    case floor(Rational)
    /// 前几次不计: counting starts later.
    case beforeFirstCounted(from: Int)
    /// 只计前几次.
    case beyondLastCounted(limit: Int)
    /// 每天、每月最多计几次.
    case periodLimit(Int, period: Period)
    /// 只取最高的一次.
    case notHighest
    /// 只取最高的几次.
    case notAmongHighest(Int)
    /// 同一成果: another record of the same work counts.
    case sameWork
    /// 同一记录: another indicator counts it.
    case sameRecord
    /// 未满次数, nothing yet.
    case belowCount(needed: Int, had: Int)
    /// Counted together with others under one amount (满几次得全分, 按次数, 出席率).
    case countedTogether
    /// 乘以.
    case factor(Rational)
    /// 前提 not met, by name.
    case premise(String)
    /// 相对: seen beside everyone's amounts.
    case relative
    /// 取整.
    case rounded
    /// 取最高几项.
    case notAmongBest(Int)
    /// 合计: 平均.
    case averaged
    /// A better one of the same group was taken.
    case anotherTaken(String)

    /// In Chinese, for a line of a report.
    public func text(_ display: NumberDisplay) -> String {
        switch self {
        case .cap(let cap): "已达上限 \(cap.text(display)) 分"
        case .floor(let floor): "不低于 \(floor.text(display)) 分"
        case .beforeFirstCounted(let from): "从第 \(from) 次起计分"
        case .beyondLastCounted(let limit): "只计 \(limit) 次"
        case .periodLimit(let limit, let period): "每\(period.label)最多计 \(limit) 次"
        case .notHighest: "只取最高的一次"
        case .notAmongHighest(let count): "只取最高的 \(count) 次"
        case .notAmongBest(let count): "只取最高的 \(count) 项"
        case .sameWork: "同一成果只计一次，已计另一条"
        case .sameRecord: "同一事项只计一次，已在另一项计分"
        case .belowCount(let needed, let had): "满 \(needed) 次才计分，现有 \(had) 次"
        case .countedTogether: "几次合在一起算分"
        case .factor(let factor): "按 \(factor.exactText) 折算"
        case .premise(let name): "未达到前提：\(name)"
        case .relative: "与全体相比折算"
        case .rounded: "取整"
        case .averaged: "取各项的平均"
        case .anotherTaken(let other): "只取最高的一项，已取 \(other)"
        }
    }
}

/// A stretch of time within which only so many records count.
public enum Period: UInt8, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    case day = 1
    case month = 2
    case quarter = 3
    case halfYear = 4
    /// From Monday to Sunday.
    case week = 5

    public var label: String {
        switch self {
        case .day: "天"
        case .month: "月"
        case .quarter: "季度"
        case .halfYear: "半年"
        case .week: "周"
        }
    }
}

/// 分组小计.
public struct GroupLine: Hashable, Sendable {
    public var id: String
    public var name: String
    public var article: String
    /// The groups it lies in, outermost first.
    public var groups: [String]
    /// 起点分.
    public var start: Rational
    /// Start and parts together, before cap and floor.
    public var raw: Rational
    public var amount: Rational
    public var cap: Rational?
    public var losses: [Loss]
}
