/// The register's own number of a body.
public struct OrganizationID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static func < (left: OrganizationID, right: OrganizationID) -> Bool { left.rawValue < right.rawValue }
}

/// What kind of body: each is a list of its own, and a member may belong to one of every kind.
public enum OrganizationClass: UInt8, Sendable, CaseIterable {
    /// 政协委员会 itself: a membership in it bears the role (委员, 常委, …).
    case committee = 1
    /// 界别.
    case sector = 2
    /// 界别活动组, 联组: may merge sectors.
    case activityGroup = 3
    /// 专门委员会.
    case specialCommittee = 4
    /// 乡镇政协联络组.
    case townshipGroup = 5
}

/// A body that members belong to. Its name is unique within its class and term.
public struct Organization: Hashable, Sendable {
    public var id: OrganizationID
    public var classification: OrganizationClass
    public var name: String
    /// The term (届) whose list it is on: sector lists change from term to term.
    public var term: Int
    /// Other names it goes by in sheets.
    public var aliases: [String]

    public init(
        id: OrganizationID, classification: OrganizationClass, name: String, term: Int, aliases: [String] = []
    ) {
        self.id = id
        self.classification = classification
        self.name = name
        self.term = term
        self.aliases = aliases
    }
}

/// 届: five years of one committee.
public struct Term: Hashable, Sendable {
    /// Its number: 11 for 第十一届.
    public var number: Int
    public var days: DayRange

    public init(number: Int, days: DayRange) {
        self.number = number
        self.days = days
    }
}

/// The committee whose register this is.
public struct Committee: Hashable, Sendable {
    /// Full name, as on its papers: 政协肥西县委员会.
    public var name: String

    public init(name: String) { self.name = name }
}
