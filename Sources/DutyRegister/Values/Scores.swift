public import DutyModel
public import Scoring

/// A rulebook that was adopted.
public struct RulebookEntry: Hashable, Sendable {
    /// 1 for the first one adopted.
    public var id: UInt32
    /// 编号: `hefei`.
    public var name: String
    /// Full name of the regulation.
    public var title: String
    /// The assessment year it was adopted for.
    public var year: Int
    /// SHA-256 of its text.
    public var hash: String
    public var adopted: Instant
    /// Whether it has cases.
    public var hasCases: Bool
}

/// The rulebook that a year is computed under.
public struct RulebookChoice: Sendable {
    public var entry: RulebookEntry
    public var rulebook: Rulebook
    /// Its YAML text, and that of its cases (empty where it has none).
    public var text: String
    public var cases: String
    /// Whether it was adopted for the very year asked about; otherwise it is the latest earlier one.
    public var isExact: Bool
}

/// Who a result is about.
public struct ScoredPerson: Hashable, Sendable {
    public var member: Member
    /// 界别 within the window, in order; more than one where it changed.
    public var sectors: [String]
    /// Role in the committee on the last day seated in the window.
    public var role: Role?
}

/// One member's explained year.
public struct ScoredProfile: Sendable {
    public var person: ScoredPerson
    public var profile: AnnualProfile
    /// The records that the profile's lines counted.
    public var records: [RecordID: RecordCandidate]
    public var rulebook: RulebookEntry
    /// Whether the rulebook is the year's own.
    public var isExact: Bool
    /// First and last day that count.
    public var window: DayRange
    /// What was handed in for the window and does not score.
    public var unreviewed: [UnreviewedRecord]
    /// How far the year has come, and what was decided.
    public var standing = YearStanding(state: .open, version: 0, isFrozen: false, decision: nil)
}

/// One member's result without the explanation.
public struct ScoredMember: Hashable, Sendable {
    public var person: ScoredPerson
    public var score: ScoreTotal
    /// Records in the window in which the member took part; 0 is "nothing yet".
    public var facts: Int
    /// 填报: whether there is any record of the window, absences included.
    public var hasRecords: Bool
    /// What the rulebook's 名次 made of it; its grade stands in `score` already.
    public var placement = Placement()
    /// What the leading body decided about it, beside the grade computed.
    public var decision: Decision?
}

extension ScoredMember {
    /// What somebody may know who may not know the score.
    var withoutScore: ScoredMember {
        var copy = self
        copy.score.total = .zero
        copy.score.groups = []
        copy.score.gatesMet = true
        copy.score.grade = nil
        copy.score.unmetGates = []
        copy.score.relative = []
        copy.score.ranked = []
        copy.score.counts = [:]
        copy.placement = Placement()
        copy.decision = nil
        return copy
    }
}

/// Everyone's result of one year.
public struct YearScores: Sendable {
    public var year: Int
    public var part: YearPart
    public var rulebook: RulebookEntry
    public var isExact: Bool
    public var window: DayRange
    public var display: NumberDisplay
    /// 编号 and names of the groups, in the order of `ScoreTotal.groups`.
    public var groups: [(id: String, name: String)]
    /// Everyone seated on a day of the window, by total, then 委员编号.
    public var members: [ScoredMember]
    /// How far the year has come.
    public var standing = YearStanding(state: .open, version: 0, isFrozen: false, decision: nil)
}

/// One sector's year.
public struct SectorScores: Sendable {
    public var sector: Organization
    /// By total; where totals are not shown, by 委员编号 and with none.
    public var members: [ScoredMember]
    public var showsTotals: Bool
    /// Activities held in the calendar year.
    public var activities: Int
    public var plan: [PlanItemEntry]
}

/// Why there is no result.
public enum ScoresError: Error, Hashable, Sendable {
    /// No rulebook was adopted for this year or an earlier one. `first` is the year of the earliest there is.
    case noRulebook(year: Int, first: Int?)
    /// The same text is adopted for the year already.
    case alreadyAdopted(year: Int, name: String)
    /// The member did not sit in the committee on any day of the window.
    case notSeated(PersonCandidate, DayRange)
}
