/// The register's own number of an entry by hand.
public struct ManualEntryID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static func < (left: ManualEntryID, right: ManualEntryID) -> Bool { left.rawValue < right.rawValue }
}

/// 人工加减分, 人工登记事项: what people decided about a member's year where no record can say it, with who and why.
public struct ManualEntry: Hashable, Sendable {
    public var id: ManualEntryID
    public var member: MemberID
    /// The assessment year it belongs to.
    public var year: Int
    /// 编号 of an indicator or a 处理 of the year's rulebook that is 人工.
    public var item: String
    /// Exact, as a whole number, a decimal or a fraction (22.5, -2, 1/3); empty for a matter that bears no points.
    public var points: String
    public var reason: String
    public var approver: String
    /// The day it was decided.
    public var day: CivilDay
    /// 佐证材料: names of papers kept.
    public var evidence: [String]
    /// Why it was withdrawn; nil while it stands.
    public var withdrawn: String?

    public init(
        id: ManualEntryID, member: MemberID, year: Int, item: String, points: String, reason: String, approver: String,
        day: CivilDay, evidence: [String] = [], withdrawn: String? = nil
    ) {
        self.id = id
        self.member = member
        self.year = year
        self.item = item
        self.points = points
        self.reason = reason
        self.approver = approver
        self.day = day
        self.evidence = evidence
        self.withdrawn = withdrawn
    }
}
