public import DutyModel

/// 门槛: a set of minima beside the points.
public struct GateResult: Hashable, Sendable {
    public var id: String
    public var name: String
    public var article: String
    public var isMet: Bool
    public var conditions: [GateConditionResult]
    /// What follows where it is not met: the best grade still possible; empty where it is only told.
    public var gradeIfUnmet: String
    /// 降一等: by how many grades it then lowers; 0 for none.
    public var lowersBy = 0

    /// The conditions that are not met: what is missing.
    public var missing: [GateConditionResult] { conditions.filter { !$0.isMet } }
}

/// One condition of a gate. An 任一 condition has `alternatives`, and is met where one of them is; one
/// made of parts (全部, 每季度至少) has these there, and is met where all are.
public struct GateConditionResult: Hashable, Sendable {
    public var name: String
    public var needed: Rational
    public var had: Rational
    public var isMet: Bool
    public var alternatives: [GateConditionResult]
    /// Whether all of `alternatives` are needed, not just one.
    public var needsAll = false
}

/// 等次 as computed: a proposal for the committee's decision.
public struct GradeResult: Hashable, Sendable {
    /// 优秀, 称职, …; nil where the rulebook has no grades.
    public var name: String?
    /// The grade of the number alone.
    public var nameByPoints: String?
    /// As written in the rulebook, for display; empty where none is.
    public var colour: String
    /// Why it is so, where the number alone does not say: gates, or 此办法未定等次.
    public var note: String
    /// The grade above this one, and what is missing to it; nil where there is none above.
    public var next: NextGrade?
    /// 不参加考核: sat too short for it.
    public var isExempt = false

    /// What reports print.
    public var text: String { isExempt ? "不参加考核" : name ?? "此办法未定等次" }
}

/// A better grade, and what stands between.
public struct NextGrade: Hashable, Sendable {
    public var name: String
    /// Points still missing; 0 where there are enough.
    public var missing: Rational
    /// Names of the gates that have to be met first.
    public var gates: [String]
}

/// The result without the explanation, for rankings.
public struct ScoreTotal: Hashable, Sendable {
    public var total: Rational
    /// One amount per group, in the order of the rulebook's `groups`.
    public var groups: [Rational]
    public var gatesMet: Bool
    /// Nil where the rulebook has no grades.
    public var grade: String?
    /// 起点分 of the whole.
    public var start: Rational = .zero
    /// The place of the best grade that unmet gates still allow.
    public var gradeLimit = 0
    /// By how many grades unmet gates lower after that.
    public var gradeLowered = 0
    /// 编号 of the gates not met.
    public var unmetGates: [String] = []
    /// Records for each 处理 that counts some, by 编号; empty where none does.
    public var counts: [String: Int] = [:]
    /// False for who sat too short to be assessed.
    public var isAssessed = true
    /// How much of what grades ask of everyone is asked of the member (折算: 等次).
    public var gradeShare: Rational = .one
    /// False under a rulebook of requirements alone: its total means nothing.
    public var isScored = true
    /// On the last day in the committee within the window.
    public var roles: RoleSet = []
    /// Names of the member's bodies and party, as they were given.
    public var traits: Set<String> = []
    /// Amounts of the items seen beside everyone's, before that, in the order of `relativeIDs`; nil where an item is
    /// not for the member.
    public var relative: [Rational?] = []
    /// Amounts of the indicators that 名次 put in order by, in the order of `rankedIndicators`.
    public var ranked: [Rational] = []
}
