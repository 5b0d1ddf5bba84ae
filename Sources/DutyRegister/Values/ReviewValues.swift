public import DutyModel
public import Scoring

/// One record in the queue of review.
public struct ReviewEntry: Sendable {
    /// Whose word is awaited.
    public enum Turn: Hashable, Sendable {
        /// Whoever entered it: to hand it in, or to mend it.
        case author
        /// The convener of the sector; the names of those who may.
        case convener([String])
        case office
    }

    public var record: DutyRecord
    public var kind: String
    /// Those it is about.
    public var people: [Member]
    /// The account that entered it; empty where the office did.
    public var author: String
    public var turn: Turn
    /// When it was last handed in; nil for what never was.
    public var submitted: Instant?
    /// Whole days since then.
    public var days: Int
    /// Every step, in order.
    public var steps: [ReviewStep]

    /// Why it was returned; empty where it was not.
    public var reason: String {
        record.review == .returned ? steps.last { $0.action == .returned }?.reason ?? "" : ""
    }
}

/// Which records of the queue to list.
public struct ReviewFilter: Hashable, Sendable {
    /// Nil: 待审 only.
    public var states: Set<ReviewState>
    public var person: String?
    /// Only what awaits the word of whoever asks.
    public var mine: Bool

    public init(states: Set<ReviewState> = [.waiting], person: String? = nil, mine: Bool = false) {
        self.states = states
        self.person = person
        self.mine = mine
    }
}

/// What to do with records in review.
public struct ReviewVerdict: Hashable, Sendable {
    /// Why; needed to return something.
    public var reason: String
    /// The office's word although the convener has not spoken.
    public var isDirect: Bool
    /// Let it pass although a record of the same kind, day, title and body is there.
    public var evenIfAlike: Bool

    public init(reason: String = "", isDirect: Bool = false, evenIfAlike: Bool = false) {
        self.reason = reason
        self.isDirect = isDirect
        self.evenIfAlike = evenIfAlike
    }
}

/// A record that is not approved, and what it would bring.
public struct UnreviewedRecord: Sendable {
    public var record: RecordCandidate
    public var review: ReviewState
    /// What the total would gain were it approved alone; nil where that cannot be told.
    public var gain: Rational?
}
