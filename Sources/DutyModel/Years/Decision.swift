/// 核定: what the leading body decided about a member's grade, beside the grade computed.
public struct Decision: Hashable, Sendable {
    /// Which member's result of which version it is about.
    public struct ID: Hashable, Comparable, Sendable {
        public var version: YearVersionID
        public var member: MemberID

        public init(_ version: YearVersionID, _ member: MemberID) { (self.version, self.member) = (version, member) }

        public static func < (left: ID, right: ID) -> Bool {
            (left.version, left.member) < (right.version, right.member)
        }
    }

    public var id: ID
    /// The grade decided.
    public var grade: String
    public var reason: String
    /// 主席会议, 常委会.
    public var body: String
    public var day: CivilDay
    /// 文号 or number of the minutes; empty where there is none.
    public var document: String

    public init(id: ID, grade: String, reason: String, body: String, day: CivilDay, document: String = "") {
        self.id = id
        self.grade = grade
        self.reason = reason
        self.body = body
        self.day = day
        self.document = document
    }
}

/// 迟到事实: a change of facts of a year that was closed, recorded by choice. Published figures stay as they are.
public struct LateFact: Hashable, Sendable {
    public struct ID: Hashable, Comparable, Sendable {
        public var year: Int
        /// From 1 in each year.
        public var number: UInt32

        public init(year: Int, number: UInt32) { (self.year, self.number) = (year, number) }

        public static func < (left: ID, right: ID) -> Bool { (left.year, left.number) < (right.year, right.number) }
    }

    public var id: ID
    /// What was done, as the change log tells it, and under which number.
    public var summary: String
    public var change: UInt64
    public var reason: String
    public var instant: Instant
    public var who: String
    /// The members whose facts it may change.
    public var members: [MemberID]

    public init(
        id: ID, summary: String, change: UInt64, reason: String, instant: Instant, who: String, members: [MemberID]
    ) {
        self.id = id
        self.summary = summary
        self.change = change
        self.reason = reason
        self.instant = instant
        self.who = who
        self.members = members
    }
}
