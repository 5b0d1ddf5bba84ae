public import DutyModel

/// A set of conditions on a fact; all of them must hold. A condition that is not written is no condition.
public struct Selection: Hashable, Sendable {
    /// 类别, as codes; empty means any.
    public var kinds: [KindCode] = []
    /// Bits by `Part`, `AttendanceStatus`, `InvitedAs`, `ProposalMode`: which are allowed.
    /// Who was visited (受访) is counted only where a rule names that part.
    public var parts: UInt32 = ~(1 << UInt32(Part.visited.rawValue))
    public var statuses: UInt16 = .max
    public var invitedAs: UInt8 = .max
    public var modes: UInt8 = .max
    /// 职务 on the day of the fact: any of these; empty means any role.
    public var roles: RoleSet = []
    /// All of these marks.
    public var allMarks: FactMarks = []
    /// One of these marks; empty means no condition. Two conditions: nodes of a proposal, and honours.
    public var anyStage: FactMarks = []
    public var anyHonour: FactMarks = []
    /// None of these marks.
    public var noMarks: FactMarks = []
    /// One of these levels; empty means no condition.
    public var levels: LevelSet = []
    public var instructions: LevelSet = []
    public var mandatory: Bool?
    /// 全程: every half-day held was attended.
    public var wholeCourse: Bool?
    /// 第几位, 共几人.
    public var positions: ClosedRange<UInt8>?
    public var counts: ClosedRange<UInt8>?
    /// 日期: whose day decides when it counts; nil for the record's own.
    public var basis: FactBasis?
    /// 数量 of the record, where it has one of the unit.
    public var quantity: QuantityRange?
    /// 到会比例: half-days attended of those held.
    public var attended: ShareRange?
    /// 标签 of the record and 事由 of the member's absence: one of these; empty means no condition.
    public var labels: [String] = []
    public var reasons: [String] = []
    /// The conditions as the office wrote them: 类别 提案；环节 立案.
    public var words: String = ""

    public init() {}

    /// Every status that is known.
    public static let known: UInt16 = UInt16.max & ~1

    /// Statuses of someone who was there.
    public static let there: UInt16 = [AttendanceStatus.present, .late, .leftEarly].reduce(0) { $0 | 1 << $1.rawValue }
}
