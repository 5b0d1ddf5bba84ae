/// 年度: how far an assessment year has come. A year of which nothing is written is open.
public struct AssessmentYear: Hashable, Sendable {
    public enum State: UInt8, Sendable, CaseIterable {
        /// Facts are recorded.
        case open = 1
        /// 封账: results are frozen, the leading body decides.
        case closed = 2
        /// 公布.
        case published = 3
        /// 重开: facts may be put right; the frozen version stands until the next.
        case reopened = 4

        public var label: String {
            switch self {
            case .open: "开放"
            case .closed: "已封账"
            case .published: "已公布"
            case .reopened: "已重开"
            }
        }

        /// Whether its facts must not change.
        public var isLocked: Bool { self == .closed || self == .published }
    }

    /// The assessment year.
    public var year: Int
    public var state: State
    /// The frozen version that stands; 0 before the first.
    public var version: Int
    /// The days whose facts that version looked at; nil before the first.
    public var days: DayRange?
    /// Why it was reopened; empty where it was not.
    public var reason: String

    public init(year: Int, state: State = .open, version: Int = 0, days: DayRange? = nil, reason: String = "") {
        self.year = year
        self.state = state
        self.version = version
        self.days = days
        self.reason = reason
    }
}

/// Names one frozen version of a year's results.
public struct YearVersionID: Hashable, Comparable, Sendable {
    public var year: Int
    /// From 1.
    public var version: Int

    public init(year: Int, version: Int) { (self.year, self.version) = (year, version) }

    public static func < (left: YearVersionID, right: YearVersionID) -> Bool {
        (left.year, left.version) < (right.year, right.version)
    }
}

/// 封账: the head of one frozen version: under which rulebook, by whom, when and why, and what was let pass.
public struct YearVersion: Hashable, Sendable {
    /// 公布.
    public struct Publication: Hashable, Sendable {
        public var instant: Instant
        public var who: String
        /// 文号; empty where there is none.
        public var document: String

        public init(instant: Instant, who: String, document: String) {
            (self.instant, self.who, self.document) = (instant, who, document)
        }
    }

    /// Something in the way that the office chose to let pass.
    public struct Accepted: Hashable, Sendable {
        /// The word of its kind: 未确认, 人数.
        public var kind: String
        public var count: Int
        public var reason: String

        public init(kind: String, count: Int, reason: String) {
            (self.kind, self.count, self.reason) = (kind, count, reason)
        }
    }

    public var id: YearVersionID
    /// Tells its results from those of every other freezing of the year, also of one that was taken back.
    public var freeze: UInt32
    /// 编号, year and full name of the rulebook, the file's name, its text and the hash of the text.
    public var rulebook: String
    public var rulebookYear: Int
    public var title: String
    public var file: String
    public var text: String
    public var hash: String
    /// The catalogue of kinds that the text was read with.
    public var kinds: [Kind]
    /// How many members' results there are, and the SHA-256 over all of them in order.
    public var members: Int
    public var digest: String
    /// The end of the change log before it: what was known.
    public var logSequence: UInt64
    public var logHash: String
    public var instant: Instant
    public var who: String
    /// Why; must be there from the second version on.
    public var reason: String
    public var accepted: [Accepted]
    public var publication: Publication?
    /// Whether it came in with an archive: the log it names is another register's.
    public var isRestored: Bool

    public init(
        id: YearVersionID, freeze: UInt32, rulebook: String, rulebookYear: Int, title: String, file: String,
        text: String, hash: String, kinds: [Kind], members: Int, digest: String, logSequence: UInt64, logHash: String,
        instant: Instant, who: String, reason: String, accepted: [Accepted] = [], publication: Publication? = nil,
        isRestored: Bool = false
    ) {
        self.id = id
        self.freeze = freeze
        self.rulebook = rulebook
        self.rulebookYear = rulebookYear
        self.title = title
        self.file = file
        self.text = text
        self.hash = hash
        self.kinds = kinds
        self.members = members
        self.digest = digest
        self.logSequence = logSequence
        self.logHash = logHash
        self.instant = instant
        self.who = who
        self.reason = reason
        self.accepted = accepted
        self.publication = publication
        self.isRestored = isRestored
    }
}
