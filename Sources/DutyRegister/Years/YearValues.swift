public import DutyModel
public import Scoring

/// Something that stands in the way of closing a year.
public struct Obstacle: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case review = "待审"
        case objection = "异议"
        case unknown = "未确认"
        case headcount = "人数"
        case confirmation = "未签认"
        case seat = "任职"
        case link = "关联"
        case manual = "人工"
        case rulebook = "办法"
        case cases = "算例"
        case early = "未到期"

        /// Whether the office may let it pass.
        public var canBeAccepted: Bool { self != .cases }
    }

    public var kind: Kind
    /// What was found, a sentence.
    public var message: String
    /// How to mend it.
    public var remedy: String
    public var count: Int
    /// The first of them, a line each.
    public var examples: [String]
}

/// A year is not closed: everything in the way that was not let pass.
public struct YearBlocked: Error, Hashable, Sendable {
    public var year: Int
    public var obstacles: [Obstacle]
}

/// Something would change facts or people of a year that is closed. Nothing was written.
public struct YearClosed: Error, Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public var year: Int
        public var state: AssessmentYear.State
        public var version: Int
        /// How many values it would change, and the first of them.
        public var count: Int
        public var items: [String]
    }

    public var years: [Entry]
}

/// A decision as it is given.
public struct DecisionDraft: Sendable {
    public var grade: String
    public var reason: String
    public var body: String
    public var day: CivilDay
    public var document: String

    public init(grade: String, reason: String, body: String, day: CivilDay, document: String = "") {
        self.grade = grade
        self.reason = reason
        self.body = body
        self.day = day
        self.document = document
    }
}

/// What a result says of the year it belongs to: how far the year has come, and what was decided.
public struct YearStanding: Hashable, Sendable {
    public var state: AssessmentYear.State
    /// The frozen version that stands; 0 where there is none.
    public var version: Int
    /// Whether the figures shown are the frozen ones.
    public var isFrozen: Bool
    public var decision: Decision?
}

/// One member whose result is another now.
public struct YearDifference: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public var indicator: String
        public var name: String
        public var from: Rational
        public var to: Rational
    }

    public var number: String
    public var name: String
    /// Nil where there was no result, or is none now.
    public var from: Rational?
    public var to: Rational?
    public var gradeFrom: String?
    public var gradeTo: String?
    public var lines: [Line]
    /// Records whose facts were added, removed or changed since.
    public var records: [String]
    /// What else changed: 任职, 人工分, 往年结果.
    public var others: [String]
}

/// One frozen version without its texts.
public struct YearVersionEntry: Hashable, Sendable {
    public var version: YearVersion
    /// How many decisions there are about it.
    public var decisions: Int
}

/// How a year stands, and what would be different today.
public struct YearStatus: Sendable {
    public var year: AssessmentYear
    public var display: NumberDisplay
    public var versions: [YearVersionEntry]
    /// What would be in the way of closing; of an open year only.
    public var obstacles: [Obstacle]
    public var decisions: [(decision: Decision, number: String, name: String, computed: String?)]
    public var lateFacts: [(fact: LateFact, effects: [YearDifference])]
    /// Results that would be different from the frozen facts' ones, under the frozen rulebook.
    public var differences: [YearDifference]
    /// Members whose facts changed without changing the result.
    public var silent: Int
    /// Results that differ from what their own frozen facts give: 0, or something is very wrong.
    public var unsound: Int
    /// The rulebook that now holds for the year, where it is another than the frozen one, and what it would change.
    public var otherRulebook: (title: String, hash: String, differences: [YearDifference])?
}
