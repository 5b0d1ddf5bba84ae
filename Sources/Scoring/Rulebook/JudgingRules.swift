public import DutyModel
public import MarkedYAML

/// 名次: a list of the first or last of a population.
public struct RankRule: Sendable {
    /// What the population is put in order by.
    public enum Key: Hashable, Sendable {
        case total
        /// 比起点分: the total over the start points of the whole.
        case totalOverStart
        /// 编号 of a group or an indicator.
        case group(String)
    }

    /// How many.
    public enum Size: Hashable, Sendable {
        case number(Int)
        /// A share of the population.
        case share(Rational, NumberDisplay.Rounding)
    }

    /// What being on the list does to the grade.
    public enum Effect: Hashable, Sendable {
        case none
        /// 评为: they get this grade; of several given from the top the best, and from the bottom never a better one.
        case award(String)
        /// 限定: of those with this grade, only they keep it; the others fall to the next.
        case limit(String)
    }

    public var id: String
    public var name: String
    public var article: String
    public var note: String
    public var choices: [ReadingChoice]
    /// 适用: the population; nil for everyone.
    public var appliesTo: RoleSet?
    public var audience: AudienceRule? = nil
    public var key: Key
    /// 同分再比.
    public var tieBreaks: [Key]
    /// 分别: every sector, group or party a population of its own; nil for one population.
    public var unit: RankUnit?
    /// 前; 后 where false.
    public var isFromTop: Bool
    public var size: Size
    /// 并列都算: all who tie at the cut are on the list; else none of them.
    public var tiesAreIn: Bool
    /// 须达标: only who meets every gate.
    public var needsGates: Bool
    /// 递补: whoever gates keep off makes room for the next; else the place stays empty.
    public var fillsUp: Bool = true
    public var effect: Effect
    /// 后果.
    public var consequence: String
    public var mark: DocumentMark
}

/// 处理: what is proposed for a decision when something happens in a year, in years running or in a term.
public struct MeasureRule: Sendable {
    /// What is looked at: a number for each year.
    public enum Look: Sendable {
        /// 计入: how many records.
        case records([Selection], excluded: [Selection])
        /// 连续: the longest run of such records among those expected, within the year.
        case run([Selection], excluded: [Selection], among: [Selection])
        /// 人工: how many entries by hand.
        case manual
        /// 总分低于.
        case below(Rational)
        /// 等次: one of these.
        case grades([String])
        /// 列入: on the list of this 名次.
        case list(String)
        /// 未达: a gate not met.
        case unmet(String)
    }

    /// 一年满 (at least) or 一年不满 (fewer than).
    public enum Bound: Hashable, Sendable {
        case atLeast(Int)
        case fewerThan(Int)

        func isMet(by number: Int) -> Bool {
            switch self {
            case .atLeast(let bound): number >= bound
            case .fewerThan(let bound): number < bound
            }
        }
    }

    /// Over which years.
    public enum Span: Hashable, Sendable {
        case year
        /// 连续年数: so many years running, each within the bound.
        case consecutive(Int)
        /// 一届满, 一届不满: the sum of the term; fewer than is told in its last year only.
        case term(Bound)
        /// 一届年数: so many years of the term, each within the bound.
        case termYears(Int)
        /// 平均年数: the mean of so many years running, for 总分低于.
        case average(Int)
    }

    /// 同时: something else that must hold in the same year.
    public struct Also: Sendable {
        public var look: Look
        public var bound: Bound
    }

    public var id: String
    public var name: String
    public var article: String
    public var note: String
    public var choices: [ReadingChoice]
    public var appliesTo: RoleSet?
    public var audience: AudienceRule? = nil
    public var look: Look
    public var also: [Also] = []
    public var bound: Bound
    public var span: Span
    /// 建议.
    public var proposal: String
    /// 建议等次: the grade proposed; nil where the grade stays.
    public var grade: String?
    public var mark: DocumentMark
}

/// 免予考核: a matter entered by hand, with reason and approver, by which a member is not assessed in a year.
public struct ExemptionRule: Hashable, Sendable {
    public var id: String
    public var name: String
    public var article: String
    public var mark: DocumentMark
}

/// 任职不满一年: what is expected of someone who sat for a part of the window.
public struct TenureRule: Hashable, Sendable {
    public enum Unit: Hashable, Sendable {
        /// A month begun is a month.
        case month
        case day
    }

    public var unit: Unit = .month
    public var scalesStart = false
    public var scalesGates = false
    public var scalesGrades = false
    /// 得分: the total is brought up to what a whole year would have given.
    public var scalesTotal = false
    /// 次数: fewer are asked by 应满几次.
    public var scalesCounts = false
    /// 不满几个月不考核; 0 for never.
    public var exemptBelowMonths = 0
}

/// 分别: what makes populations of their own.
public enum RankUnit: String, Hashable, Sendable, CaseIterable {
    case none = "不分"
    case sector = "界别"
    case committee = "专委会"
    case township = "联络组"
    case activityGroup = "活动组"
    case party = "党派"
}

/// 对象: whom the rulebook is about.
public enum SubjectKind: String, Hashable, Sendable, CaseIterable {
    case member = "委员"
    case sector = "界别"
    case township = "联络组"
    case activityGroup = "活动组"
    case committee = "专委会"
}
