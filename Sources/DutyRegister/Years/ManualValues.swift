public import DutyModel

/// An entry by hand as it is given: whom by word, what by 编号 or name.
public struct ManualDraft: Sendable {
    public var person: String
    public var year: Int
    /// 编号 or name of an indicator or 处理 of the year's rulebook that is 人工.
    public var item: String
    /// A whole number, a decimal or a fraction; empty for a matter that bears no points.
    public var points: String
    public var reason: String
    public var approver: String
    public var day: CivilDay
    public var evidence: [String]

    public init(
        person: String, year: Int, item: String, points: String = "", reason: String, approver: String, day: CivilDay,
        evidence: [String] = []
    ) {
        self.person = person
        self.year = year
        self.item = item
        self.points = points
        self.reason = reason
        self.approver = approver
        self.day = day
        self.evidence = evidence
    }
}

/// What of an entry changes; nil stays.
public struct ManualChange: Sendable {
    public var points: String?
    public var reason: String?
    public var approver: String?
    public var day: CivilDay?
    public var evidence: [String]?

    public init(
        points: String? = nil, reason: String? = nil, approver: String? = nil, day: CivilDay? = nil,
        evidence: [String]? = nil
    ) {
        self.points = points
        self.reason = reason
        self.approver = approver
        self.day = day
        self.evidence = evidence
    }
}

/// One line of the list of entries by hand.
public struct ManualLine: Hashable, Sendable {
    public enum Standing: Hashable, Sendable {
        case counts
        case withdrawn
        /// The year's rulebook has no such item, or no 人工 one: it counts nowhere.
        case notInRulebook
        /// No rulebook was adopted for the year.
        case noRulebook
    }

    public var entry: ManualEntry
    public var member: Member
    /// Name of the item; empty where the rulebook has none.
    public var name: String
    public var standing: Standing
}

/// What is wrong with what was asked of a year, its entries by hand or its results.
public enum YearFinding: Hashable, Sendable {
    /// The rulebook has no such item that is 人工. `known` are those it has.
    case unknownItem(word: String, rulebook: String, known: [String])
    /// The item is counted from records.
    case itemNotManual(item: String, rulebook: String, known: [String])
    /// Neither a whole number, a decimal nor a fraction.
    case pointsUnreadable(String)
    /// A 处理 counts matters, not points.
    case pointsOfMatter(item: String)
    /// An indicator needs points.
    case pointsMissing(item: String)
    case unknownEntry(ManualEntryID)
    case alreadyWithdrawn(ManualEntryID, reason: String)
    case reasonMissing
    case approverMissing
    case notSeated(PersonCandidate, DayRange)
    /// Not possible in the state the year is in.
    case wrongState(year: Int, AssessmentYear.State, wanted: [AssessmentYear.State])
    /// Words after `--accept` that name nothing, or what cannot be let pass.
    case cannotAccept(word: String, known: [String])
    /// The rulebook has no grade of this name.
    case unknownGrade(word: String, known: [String])
    case nothingFrozen(year: Int)
    case noResult(PersonCandidate, year: Int)
    case noDecision(PersonCandidate, year: Int)
    case bodyMissing
    /// Opened, or further on, already.
    case alreadyKnown(year: Int, AssessmentYear.State)
}
