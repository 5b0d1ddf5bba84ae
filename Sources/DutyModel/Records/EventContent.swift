/// 会议, 活动.
public struct EventContent: Hashable, Sendable {
    /// Half-days held: the whole course is this many.
    public var halfDaysHeld: UInt8
    /// Must those expected come?
    public var mandatory: Bool
    /// Held online.
    public var online: Bool
    /// 会次 as written: 十一届三次.
    public var session: String
    /// 应到, 实到 as reported by the organiser, to be reconciled with the list.
    public var reportedExpected: UInt32?
    public var reportedPresent: UInt32?
    public var details: EventDetails

    public init(
        halfDaysHeld: UInt8 = 1, mandatory: Bool = false, online: Bool = false, session: String = "",
        reportedExpected: UInt32? = nil, reportedPresent: UInt32? = nil, details: EventDetails = EventDetails()
    ) {
        self.halfDaysHeld = halfDaysHeld
        self.mandatory = mandatory
        self.online = online
        self.session = session
        self.reportedExpected = reportedExpected
        self.reportedPresent = reportedPresent
        self.details = details
    }
}

/// 委员讲堂. The speaker and listeners are in the record's people.
public struct LectureContent: Hashable, Sendable {
    /// 受众, as written.
    public var audience: String
    /// Heads in the audience who are not members.
    public var publicHeadcount: UInt32
    public var online: Bool
    public var halfDaysHeld: UInt8

    public init(audience: String = "", publicHeadcount: UInt32 = 0, online: Bool = false, halfDaysHeld: UInt8 = 1) {
        self.audience = audience
        self.publicHeadcount = publicHeadcount
        self.online = online
        self.halfDaysHeld = halfDaysHeld
    }
}

/// 界别活动: the sector is the record's organization.
public struct SectorActivityContent: Hashable, Sendable {
    /// The item of the sector's yearly plan it carries out, if any.
    public var planItem: PlanItemID?
    /// 界别群众 who took part; a head-count, no credit.
    public var publicHeadcount: UInt32
    public var halfDaysHeld: UInt8
    /// 活动成效, as written.
    public var outcome: String

    public init(
        planItem: PlanItemID? = nil, publicHeadcount: UInt32 = 0, halfDaysHeld: UInt8 = 1, outcome: String = ""
    ) {
        self.planItem = planItem
        self.publicHeadcount = publicHeadcount
        self.halfDaysHeld = halfDaysHeld
        self.outcome = outcome
    }
}

/// The number of an item of a sector's yearly plan.
public struct PlanItemID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static func < (left: PlanItemID, right: PlanItemID) -> Bool { left.rawValue < right.rawValue }
}

/// One item of a 界别年度协商计划.
public struct PlanItem: Hashable, Sendable {
    public var id: PlanItemID
    public var sector: OrganizationID
    public var year: Int
    /// 1 to 12; 0 where the plan names no month.
    public var month: UInt8
    public var topic: String
    /// 牵头人, as written.
    public var lead: String

    public init(id: PlanItemID, sector: OrganizationID, year: Int, month: UInt8 = 0, topic: String, lead: String = "") {
        self.id = id
        self.sector = sector
        self.year = year
        self.month = month
        self.topic = topic
        self.lead = lead
    }
}
