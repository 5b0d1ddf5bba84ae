public import DutyModel

/// An objection to be raised.
public struct ObjectionDraft: Sendable {
    public var sort: Objection.Sort
    /// Whose year; nil: of whoever asks.
    public var person: String?
    /// A record by id, number or title.
    public var record: String?
    /// An indicator by 编号 or name.
    public var indicator: String?
    /// Nil: the year of the record, else this year.
    public var year: Int?
    public var text: String
    public var evidence: [String]

    public init(
        _ sort: Objection.Sort, person: String? = nil, record: String? = nil, indicator: String? = nil,
        year: Int? = nil, text: String, evidence: [String] = []
    ) {
        self.sort = sort
        self.person = person
        self.record = record
        self.indicator = indicator
        self.year = year
        self.text = text
        self.evidence = evidence
    }
}

/// An answer to be given.
public struct AnswerDraft: Sendable {
    public var outcome: ObjectionAnswer.Outcome
    public var reason: String
    /// The entries of the change log that corrected it.
    public var changes: [UInt64]
    /// The record that was corrected or added, by id, number or title.
    public var record: String?

    public init(
        _ outcome: ObjectionAnswer.Outcome, reason: String, changes: [UInt64] = [], record: String? = nil
    ) {
        self.outcome = outcome
        self.reason = reason
        self.changes = changes
        self.record = record
    }
}

/// Which objections to list. Everything given must hold.
public struct ObjectionFilter: Hashable, Sendable {
    public var year: Int?
    public var person: String?
    public var openOnly: Bool

    public init(year: Int? = nil, person: String? = nil, openOnly: Bool = false) {
        self.year = year
        self.person = person
        self.openOnly = openOnly
    }
}

/// An objection as lists show it.
public struct ObjectionEntry: Sendable {
    public var objection: Objection
    public var member: Member?
    /// The record it is about; nil where none is, or where it is gone.
    public var record: RecordCandidate?
    /// The record that was corrected or added.
    public var corrected: RecordCandidate?
    /// Name of the indicator it is about; empty where none is.
    public var indicator: String
    /// Whole days since it was raised, until it was settled.
    public var days: Int
    /// Whether the day for an answer is past and none was given.
    public var isOverdue: Bool
}

/// 异议 of one year in numbers, for the year-end report.
public struct ObjectionCounts: Hashable, Sendable {
    public var bySort: [Objection.Sort: Int] = [:]
    public var byOutcome: [ObjectionAnswer.Outcome: Int] = [:]
    public var open = 0
    public var withdrawn = 0
    public var overdue = 0

    public init() {}

    public var total: Int { bySort.values.reduce(0, +) }
}
