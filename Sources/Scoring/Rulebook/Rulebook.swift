public import DutyModel
public import MarkedYAML

/// 考核办法: a committee's scoring rules as data, every value with its article and its place in the file.
public struct Rulebook: Sendable {
    /// 编号: stable, `hefei`.
    public var id: String
    /// 考核办法: the full name.
    public var name: String
    /// 年度: the assessment year the text is for.
    public var year: Int
    /// 依据: the regulation.
    public var basis: String
    /// 来源: where its text was read.
    public var source: String
    public var note: String
    /// 样例: a sample, nobody's regulation.
    public var isSample: Bool
    /// 对象.
    public var subject: SubjectKind
    /// 窗口 of the assessment year.
    public var window: WindowRule
    /// 任职不满一年; nil where it makes no difference.
    public var tenure: TenureRule?
    /// 显示.
    public var display: NumberDisplay
    /// 读法: where the words allow more than one computation.
    public var readings: [Reading]
    /// Everything that is scored: a group without a 编号, whose amount is the total.
    public var total: RuleItem
    /// 门槛.
    public var gates: [GateRule]
    /// 等次, best first; empty where the regulation's are unknown.
    public var grades: [GradeRule]
    /// Why there are no grades.
    public var gradesNote: String
    /// 名次.
    public var ranks: [RankRule]
    /// 处理.
    public var measures: [MeasureRule]
    /// 对象名称: what the subjects are called, where 对象 has no word for them.
    public var subjectName: String = ""
    /// 适用: who is assessed at all; nil for everyone.
    public var appliesTo: RoleSet? = nil
    public var audience: AudienceRule? = nil
    /// 指标: 原文不计分: a regulation of requirements alone; its totals mean nothing and are not shown.
    public var isUnscored: Bool = false
    /// 免予考核: matters that, entered for a member, leave them out of the year's assessment.
    public var exemptions: [ExemptionRule] = []
    /// The numbers that differ by 职务: for each list the roles of its rows.
    var roleLists: [[RoleSet?]] = []
    var catalogue: KindCatalogue = KindCatalogue([])
    /// The file as its reader named it.
    public var file: String
    /// The whole text: hash this.
    public var text: String
    /// Hash of the text, set by the register; part of every result.
    public var hash: String = ""
    /// 提醒: what can be computed and is hardly meant, each at its place.
    public var notices: [DocumentFinding] = []

    /// Reads a rulebook.
    ///
    /// - Parameters:
    ///   - file: the name that findings give the text.
    ///   - catalogue: what the words under 类别 mean.
    /// - Throws: `DocumentError` with everything wrong in it, contradictions included.
    public static func load(text: String, file: String, catalogue: KindCatalogue) throws(DocumentError) -> Rulebook {
        let findings = FindingList(file: file, synonyms: RuleSynonyms.all)
        var rulebook = RulebookReader(catalogue: catalogue, findings: findings).read(text)
        if let rulebook { Contradictions.find(in: rulebook, findings: findings) }
        try findings.throwIfAny()
        rulebook?.catalogue = catalogue
        for roles in rulebook?.roleVariants ?? [] { _ = try rulebook?.read(for: roles) }
        guard var rulebook else {
            throw DocumentError([.init(file: file, mark: .init(line: 1, column: 1), message: "不是考核办法")])
        }
        let notices = FindingList(file: file)
        ItemPitfalls(catalogue: catalogue, findings: notices).find(in: rulebook)
        rulebook.notices = notices.findings.sorted()
        return rulebook
    }

    /// The same rulebook as it holds for members of some roles, where numbers differ by 职务.
    func read(for roles: RoleSet) throws(DocumentError) -> Rulebook {
        let findings = FindingList(file: file)
        let reader = RulebookReader(catalogue: catalogue, findings: findings, choice: RoleChoice(roles))
        var rulebook = reader.read(text)
        if let rulebook { Contradictions.find(in: rulebook, findings: findings) }
        try findings.throwIfAny()
        rulebook?.hash = hash
        rulebook?.catalogue = catalogue
        return rulebook ?? self
    }

    /// Every indicator, in the rulebook's order.
    public var indicators: [RuleItem] { total.descendants.filter { $0.indicator != nil } }
}

/// 读法: a choice between computations that the words of a regulation allow.
public struct Reading: Hashable, Sendable {
    public var name: String
    public var note: String
    public var choices: [String]
    /// What is taken unless someone chooses otherwise.
    public var chosen: String
    public var mark: DocumentMark
}

/// A condition on a reading: the item exists only where this choice is taken.
public struct ReadingChoice: Hashable, Sendable {
    public var reading: String
    public var choice: String
    public var mark: DocumentMark
}

/// One line or group of a rulebook.
public struct RuleItem: Sendable {
    public enum Content: Sendable {
        case indicator(IndicatorRule)
        case group(GroupRule)
    }

    public var id: String
    public var name: String
    /// 依据.
    public var article: String
    public var note: String
    /// 假定: why the value is not from the regulation; empty for all others.
    public var assumption: String
    /// 读法 it depends on, all of them.
    public var choices: [ReadingChoice]
    /// 适用: roles of the members it is for; nil for everyone.
    public var appliesTo: RoleSet?
    /// 适用 by what else a member is; nil where it makes no difference.
    public var audience: AudienceRule? = nil
    /// 上限. For a deduction: how much is taken at most.
    public var cap: Rational?
    /// 下限.
    public var floor: Rational?
    /// 前提, 取整, 相对 and bounds told from another item; nil where none is written.
    public var terms: ItemTerms?
    /// 同一成果, 同一记录: whether what is the same counts again; nil where the item above decides.
    public var works: RepeatRule?
    public var records: RepeatRule?
    public var content: Content
    public var mark: DocumentMark

    public var indicator: IndicatorRule? { if case .indicator(let rule) = content { rule } else { nil } }
    public var group: GroupRule? { if case .group(let rule) = content { rule } else { nil } }

    /// The items below, in order, each before its own.
    public var descendants: [RuleItem] { (group?.items ?? []).flatMap { [$0] + $0.descendants } }
}

/// 分组.
public struct GroupRule: Sendable {
    public enum Combination: Hashable, Sendable {
        /// 相加.
        case sum
        /// 取最高: the best part only.
        case best
        /// 取最高几项: so many of the best parts.
        case bestFew(Int)
        /// 平均: the mean of the parts that apply to the member.
        case mean
    }

    /// 起点分, by role: the first that fits the member's role counts.
    public var start: [StartPoints]
    public var combination: Combination
    /// 乘以: start and parts together count this much.
    public var factor: Rational = .one
    public var items: [RuleItem]
}

/// 起点分 for members of some roles.
public struct StartPoints: Hashable, Sendable {
    /// Nil for everyone.
    public var roles: RoleSet?
    public var amount: Rational
}

/// 指标: what counts, for how much, and how it is taken together.
public struct IndicatorRule: Sendable {
    /// 来源: 人工: points come from people, not from records.
    public var isManual: Bool
    /// 计入: a record counts if one of these fits.
    public var counted: [Selection]
    /// 除外: and none of these.
    public var excluded: [Selection]
    public var amount: AmountRule
    /// 扣分: the amount is taken away.
    public var isDeduction: Bool
    public var take: TakeRule
    /// 窗口 of this indicator, where it has one of its own.
    public var window: WindowRule?
    /// 分期: the part of the window it is reckoned for.
    var part: YearPart = .whole
}

/// 分值 of one record.
public enum AmountRule: Sendable {
    case fixed(Rational)
    /// 每半天.
    case perHalfDay(Rational)
    /// 每缺半天: for every half-day held and not attended.
    case perMissedHalfDay(Rational)
    case table([AmountRow], TableCombination)
    /// 分摊 among those who signed, a fixed share for the first, at most so many credited.
    case split(total: Rational, firstShare: Rational?, credited: Int?)
    /// 每: points for every so much of a quantity; what is over brings its share (零头: 按比例) or nothing.
    case perQuantity(Quantity, points: Rational, isProportional: Bool, most: Rational?)

    /// What rows of a table that fit do together.
    public enum TableCombination: Sendable {
        /// 首个: the first that fits.
        case first
        /// 最高.
        case best
        /// 相加.
        case sum
    }
}

/// One row of a table: conditions and an amount.
public struct AmountRow: Sendable {
    public var condition: Selection
    public var amount: Rational
    public var mark: DocumentMark
}

/// 取法.
public struct TakeRule: Sendable {
    public enum Mode: Sendable {
        /// 累加.
        case sum
        /// 一次, 最高: the best record only.
        case best
        /// 按次数, 满几次: the amount of the highest number reached.
        case tiers([Tier])
        /// 每满几次: 分值 for every full so many.
        case everyFull(Int)
        /// 应满几次: 分值 for every one that is missing.
        case shortfall(Int)
        /// 出席率.
        case rate(RateRule)
        /// 出席率每低, 出席率每高: 分值 for every step below or above a rate.
        case slope(RateSlope)
        /// 按数量: the amount of the largest sum of quantities reached.
        case quantityTiers([QuantityTier])
        /// 每满数量: 分值 for every full so much of the sum of quantities.
        case everyQuantity(Quantity)
    }

    public var mode: Mode = .sum
    /// 从第几次起: 1 for all.
    public var from: Int = 1
    /// 只计前几次; nil for all.
    public var limit: Int?
    /// 其后每次: what each beyond `limit` gives instead of nothing.
    public var afterLimit: Rational?
    /// 每天最多, 每月最多, 每季度最多.
    public var perPeriod: PeriodLimit?
    /// A second limit, of another period.
    public var perOtherPeriod: PeriodLimit?
    /// 取最高几次: only so many of the largest; nil for all.
    public var largest: Int?

    public init() {}
}

/// 出席率: full marks times counted over expected.
public struct RateRule: Sendable {
    public var full: Rational
    /// 应到: what counts as expected, whatever its status, if it is known.
    public var expected: [Selection]
    /// What a member gets of whom nothing was expected.
    public var whenNoneExpected: Rational
    /// 缺一不得: full marks only where nothing was missed, else nothing.
    public var allOrNothing: Bool
    /// 按出席率: the amount of the highest share reached, instead of a share of `full`; in order, lowest first.
    public var steps: [RateStep] = []
}

/// 满 such a share of what was expected: 得 so much.
public struct RateStep: Hashable, Sendable {
    public var share: Rational
    public var amount: Rational
}

/// 出席率每低 1%, 低于 90%.
public struct RateSlope: Sendable {
    /// 应到.
    public var expected: [Selection]
    /// Where it begins.
    public var from: Rational
    public var per: Rational
    /// 每高, counted from `from` up; else 每低, from there down.
    public var isAbove: Bool
    /// 零头: 按比例; else only full steps.
    public var isProportional: Bool
}

/// 满 such a sum of quantities: 得 so much.
public struct QuantityTier: Hashable, Sendable {
    public var quantity: Quantity
    public var amount: Rational
}

/// So many in a day, month or quarter at most.
public struct PeriodLimit: Hashable, Sendable {
    public var period: Period
    public var count: Int
}

/// 满 so many: 得 so much.
public struct Tier: Hashable, Sendable {
    public var count: Int
    public var amount: Rational
}

/// 门槛.
public struct GateRule: Sendable {
    public var id: String
    public var name: String
    public var article: String
    public var note: String
    public var choices: [ReadingChoice]
    public var conditions: [GateCondition]
    /// 不达标: the best grade still possible; nil where it is only told.
    public var gradeIfUnmet: String?
    /// 降一等, 降两等: by how many grades it lowers; 0 for none.
    public var lowersBy: Int = 0
    /// 适用: whom it is asked of; nil for everyone.
    public var appliesTo: RoleSet? = nil
    public var mark: DocumentMark
}

/// One condition of a gate.
public struct GateCondition: Sendable {
    public enum Test: Sendable {
        /// At least (至少) or at most (至多) so many records.
        case count([Selection], excluded: [Selection], bound: Bound)
        /// Points of an indicator, a group or 总分.
        case points(of: String, bound: Bound)
        /// 至少 or 至多 such a share of the records expected (应到). Met where nothing was expected.
        case rate([Selection], excluded: [Selection], expected: [Selection], bound: Bound)
        /// 每季度至少: so many in every month, quarter or half-year of the window.
        case each(Period, [Selection], excluded: [Selection], count: Int)
        /// 至少: 20小时: the sum of a quantity, the bound in whole units.
        case quantity([Selection], excluded: [Selection], unit: QuantityUnit, bound: Bound)
        /// 连续至少, 连续至多: the longest run of records among those expected (应到), in order of day.
        case run([Selection], excluded: [Selection], among: [Selection], bound: Bound)
        /// 门槛: 编号 of another gate, met.
        case gate(String)
        /// 至少几项: so many of these.
        case some(Int, [GateCondition])
        /// 任一.
        case any([GateCondition])
        /// 全部.
        case all([GateCondition])
    }

    public enum Bound: Sendable {
        case atLeast(Rational)
        case atMost(Rational)
        /// 超过.
        case moreThan(Rational)
        /// 不足.
        case lessThan(Rational)
    }

    public var name: String
    public var appliesTo: RoleSet?
    public var test: Test
    public var mark: DocumentMark
}

/// 等次: from an inclusive lower bound up.
public struct GradeRule: Hashable, Sendable {
    public var name: String
    /// 满; nil for the lowest, which takes all the rest.
    public var atLeast: Rational?
    /// 按名次: given by a 名次 alone, whatever the points.
    public var isByRank: Bool = false
    public var colour: String
    /// 后果: what follows, as a proposal.
    public var consequence: String
    public var mark: DocumentMark
}
