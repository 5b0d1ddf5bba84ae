/// The register's own number of an objection.
public struct ObjectionID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static func < (left: ObjectionID, right: ObjectionID) -> Bool { left.rawValue < right.rawValue }
}

/// 异议: a member says that a line of the own year is wrong, counted twice, or missing. It is answered with a reason,
/// and both are kept.
public struct Objection: Hashable, Sendable {
    public enum Sort: UInt8, Sendable, CaseIterable {
        case wrong = 1  // 错
        case duplicate = 2  // 重
        case missing = 3  // 漏

        /// As the office writes it.
        public var label: String {
            switch self {
            case .wrong: "错"
            case .duplicate: "重"
            case .missing: "漏"
            }
        }
    }

    public var id: ObjectionID
    /// Whose record it is about.
    public var member: MemberID
    /// The assessment year it is about.
    public var year: Int
    public var sort: Sort
    /// The record meant; nil where an indicator is, or where something is missing.
    public var record: RecordID?
    /// 编号 of the indicator meant; empty where none is.
    public var indicator: String
    /// What is wrong, or what is missing.
    public var text: String
    public var evidence: [String]
    /// Who raised it, as the change log tells it.
    public var who: String
    public var account: AccountID?
    public var raised: Instant
    /// The last day for an answer.
    public var due: CivilDay
    public var answer: ObjectionAnswer?
    /// When it was taken back.
    public var withdrawn: Instant?

    public init(
        id: ObjectionID, member: MemberID, year: Int, sort: Sort, record: RecordID? = nil, indicator: String = "",
        text: String, evidence: [String] = [], who: String, account: AccountID? = nil, raised: Instant, due: CivilDay,
        answer: ObjectionAnswer? = nil, withdrawn: Instant? = nil
    ) {
        self.id = id
        self.member = member
        self.year = year
        self.sort = sort
        self.record = record
        self.indicator = indicator
        self.text = text
        self.evidence = evidence
        self.who = who
        self.account = account
        self.raised = raised
        self.due = due
        self.answer = answer
        self.withdrawn = withdrawn
    }

    /// Whether an answer is still owed.
    public var isOpen: Bool { answer == nil && withdrawn == nil }
}

/// The office's word on an objection.
public struct ObjectionAnswer: Hashable, Sendable {
    public enum Outcome: UInt8, Sendable, CaseIterable {
        case upheld = 1  // 成立
        case partly = 2  // 部分成立
        case rejected = 3  // 不成立

        /// As the office writes it.
        public var label: String {
            switch self {
            case .upheld: "成立"
            case .partly: "部分成立"
            case .rejected: "不成立"
            }
        }
    }

    public var outcome: Outcome
    public var reason: String
    /// The entries of the change log that corrected it.
    public var changes: [UInt64]
    /// The record that was corrected or added.
    public var record: RecordID?
    public var who: String
    public var instant: Instant

    public init(
        outcome: Outcome, reason: String, changes: [UInt64] = [], record: RecordID? = nil, who: String,
        instant: Instant
    ) {
        self.outcome = outcome
        self.reason = reason
        self.changes = changes
        self.record = record
        self.who = who
        self.instant = instant
    }
}
