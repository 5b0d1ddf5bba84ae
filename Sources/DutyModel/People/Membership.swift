/// The register's own number of a membership.
public struct MembershipID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static func < (left: MembershipID, right: MembershipID) -> Bool { left.rawValue < right.rawValue }
}

/// 任职: a member in a body, with a role, from one day to another.
///
/// A member who changes sector in June has two memberships in sectors, meeting in June. What was expected of a member
/// on a day, and the role a rulebook sees, follow from these intervals.
public struct Membership: Hashable, Sendable {
    public var id: MembershipID
    public var member: MemberID
    public var organization: OrganizationID
    public var role: Role
    /// First day.
    public var from: CivilDay
    /// Last day, included; nil while it lasts.
    public var to: CivilDay?

    public init(
        id: MembershipID, member: MemberID, organization: OrganizationID, role: Role, from: CivilDay,
        to: CivilDay? = nil
    ) {
        self.id = id
        self.member = member
        self.organization = organization
        self.role = role
        self.from = from
        self.to = to
    }

    /// Whether it holds on a day.
    public func holds(on day: CivilDay) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
}

/// What a member is in a body. In the committee: 委员 to 秘书长; in sectors and groups: 成员, 召集人, …
public enum Role: UInt8, Sendable, CaseIterable {
    case member = 1  // 委员
    case standing = 2  // 常委
    case chair = 3  // 主席
    case viceChair = 4  // 副主席
    case secretaryGeneral = 5  // 秘书长
    case specialInvited = 6  // 特聘委员
    case belongs = 7  // 成员
    case convener = 8  // 界别召集人
    case deputyConvener = 9  // 副召集人
    case director = 10  // 专委会主任
    case deputyDirector = 11  // 专委会副主任
    case groupLeader = 12  // 联络组组长

    /// As the office writes it.
    public var label: String {
        switch self {
        case .member: "委员"
        case .standing: "常委"
        case .chair: "主席"
        case .viceChair: "副主席"
        case .secretaryGeneral: "秘书长"
        case .specialInvited: "特聘委员"
        case .belongs: "成员"
        case .convener: "界别召集人"
        case .deputyConvener: "副召集人"
        case .director: "专委会主任"
        case .deputyDirector: "专委会副主任"
        case .groupLeader: "联络组组长"
        }
    }
}

/// The roles one member has on one day, as bits: what a rulebook tests.
///
/// 主席, 副主席 and 秘书长 sit on the standing committee, so they count as 常委 too.
public struct RoleSet: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The bit of one role, with what it implies.
    public init(_ role: Role) {
        let own = UInt16(1) << role.rawValue
        switch role {
        case .chair, .viceChair, .secretaryGeneral: rawValue = own | UInt16(1) << Role.standing.rawValue
        default: rawValue = own
        }
    }

    /// Whether it includes a role.
    public func has(_ role: Role) -> Bool { rawValue & (UInt16(1) << role.rawValue) != 0 }
}
