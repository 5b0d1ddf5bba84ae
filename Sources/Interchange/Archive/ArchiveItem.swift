public import DutyModel

/// One line of an archive: JSON Lines of a whole register, in this order of cases, each case in order of id.
public enum ArchiveItem: Hashable, Sendable {
    case header(ArchiveHeader)
    case term(Term)
    case organization(Organization)
    case member(Member)
    case membership(Membership)
    case kind(Kind)
    case rulebook(ArchivedRulebook)
    case planItem(PlanItem)
    case record(DutyRecord)
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
