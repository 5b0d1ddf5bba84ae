/// The register's own number of an account.
public struct AccountID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static func < (left: AccountID, right: AccountID) -> Bool { left.rawValue < right.rawValue }
}

/// What the holder of an account is to the register. Being a 召集人 is no role of an account: it follows from the
/// memberships of the person on the day, and goes with them.
public enum AccountRole: UInt8, Sendable, CaseIterable {
    /// 委员.
    case member = 1
    /// 专委会工作人员: works for the bodies the account names.
    case committeeStaff = 2
    /// 办公室.
    case staff = 3
    /// 主席会议: reads everything and decides.
    case leader = 4
    /// 管理员: accounts, backups, the soundness of the store.
    case administrator = 5

    /// As the office writes it.
    public var label: String {
        switch self {
        case .member: "委员"
        case .committeeStaff: "专委会工作人员"
        case .staff: "办公室"
        case .leader: "主席会议"
        case .administrator: "管理员"
        }
    }
}

/// 账号: somebody who may use the register, as what, and from when to when.
public struct Account: Hashable, Sendable {
    public var id: AccountID
    /// What the holder calls itself: unique in the register.
    public var name: String
    public var role: AccountRole
    /// The member it belongs to. A 委员 has one; others may.
    public var member: MemberID?
    /// The bodies a 专委会工作人员 works for; empty for all others.
    public var organizations: [OrganizationID]
    /// First day.
    public var from: CivilDay
    /// Last day, included; nil while it lasts.
    public var to: CivilDay?
    public var note: String

    public init(
        id: AccountID, name: String, role: AccountRole, member: MemberID? = nil, organizations: [OrganizationID] = [],
        from: CivilDay, to: CivilDay? = nil, note: String = ""
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.member = member
        self.organizations = organizations
        self.from = from
        self.to = to
        self.note = note
    }

    /// Whether it may be used on a day.
    public func isOpen(on day: CivilDay) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
}
