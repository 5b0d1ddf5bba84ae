public import DutyModel

/// Which members to list. Everything given must hold.
public struct MemberFilter: Hashable, Sendable {
    /// Name of a sector.
    public var sector: String?
    public var role: Role?
    /// Seated on that day; wins over `year`.
    public var day: CivilDay?
    /// Seated on any day of that calendar year.
    public var year: Int?
    /// Part of a name or number.
    public var text: String?

    public init(
        sector: String? = nil, role: Role? = nil, day: CivilDay? = nil, year: Int? = nil, text: String? = nil
    ) {
        self.sector = sector
        self.role = role
        self.day = day
        self.year = year
        self.text = text
    }
}

/// Which records to list. Everything given must hold.
public struct RecordFilter: Hashable, Sendable {
    /// A kind's key, name or alias, or the name of a group of kinds.
    public var kind: String?
    public var family: RecordFamily?
    /// Held on at least one of these days.
    public var days: DayRange?
    /// 委员编号 or name.
    public var person: String?
    /// Name of the body whose record it is.
    public var organization: String?
    /// Part of the title or number.
    public var text: String?
    public var limit: Int?

    public init(
        kind: String? = nil, family: RecordFamily? = nil, days: DayRange? = nil, person: String? = nil,
        organization: String? = nil, text: String? = nil, limit: Int? = nil
    ) {
        self.kind = kind
        self.family = family
        self.days = days
        self.person = person
        self.organization = organization
        self.text = text
        self.limit = limit
    }
}

/// Which entries of the change log to list, newest first. Everything given must hold.
public struct LogFilter: Hashable, Sendable {
    /// A record by id, 编号 or title; by its id also one that is gone.
    public var record: String?
    /// 委员编号 or name of the member concerned.
    public var person: String?
    /// An import batch's number.
    public var batch: UInt64?
    /// Beijing days.
    public var days: DayRange?
    public var limit: Int

    public init(
        record: String? = nil, person: String? = nil, batch: UInt64? = nil, days: DayRange? = nil, limit: Int = 50
    ) {
        self.record = record
        self.person = person
        self.batch = batch
        self.days = days
        self.limit = limit
    }
}
