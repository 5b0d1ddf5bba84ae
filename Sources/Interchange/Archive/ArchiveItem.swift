public import DutyModel

/// One line of an archive: JSON Lines of a whole register, in this order of cases, each case in order of id.
public enum ArchiveItem: Hashable, Sendable {
    case header(ArchiveHeader)
    case term(Term)
    case organization(Organization)
    case member(Member)
    case membership(Membership)
    case account(Account)
    case kind(Kind)
    case rulebook(ArchivedRulebook)
    case planItem(PlanItem)
    case record(DutyRecord)
    case review(ReviewStep)
    case objection(Objection)
    case year(ArchiveYearItem)
    case end(ArchiveEnd)
}

/// The first line.
public struct ArchiveHeader: Hashable, Sendable {
    /// Version of the archive's shape, now 1.
    public var version: Int
    /// Full name of the committee.
    public var committee: String

    public init(version: Int = ArchiveHeader.currentVersion, committee: String) {
        self.version = version
        self.committee = committee
    }

    public static let currentVersion = 1
}

/// The last line. An archive without it, or with other counts than were read, is not whole.
public struct ArchiveEnd: Hashable, Sendable {
    /// How many lines stand before this one.
    public var lines: Int
    public var members: Int
    public var records: Int

    public init(lines: Int = 0, members: Int = 0, records: Int = 0) {
        self.lines = lines
        self.members = members
        self.records = records
    }

    /// Counts a line that goes before.
    public mutating func count(_ item: ArchiveItem) {
        lines += 1
        switch item {
        case .member: members += 1
        case .record: records += 1
        default: break
        }
    }
}

/// A rulebook as it was taken in: its place, its year, its text.
public struct ArchivedRulebook: Hashable, Sendable {
    /// Identifier: `sample-county/2024`.
    public var id: String
    /// The YAML text, unchanged.
    public var text: String
    /// The text of its cases; empty where it has none.
    public var cases: String

    public init(id: String, text: String, cases: String = "") {
        self.id = id
        self.text = text
        self.cases = cases
    }
}
