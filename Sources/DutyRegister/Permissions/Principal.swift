public import DutyModel

/// Who acts on a register, and from where: written into the change log with every change.
///
/// What somebody may do is looked up in the register with every use case: a closed account, or a convener who is none
/// any more, loses the right at once.
public struct Principal: Hashable, Sendable {
    /// The person's name, as the change log tells it; an account tells its own.
    public var name: String
    /// Name of the account; nil: whoever holds the store's file, who is 办公室 and 管理员.
    public var account: String?
    /// Program and place the change came from: `lvzhi`, an address.
    public var origin: String
    /// The day on which rights are looked at; nil: today.
    public var day: CivilDay?

    /// Whoever holds the file of the store.
    public init(name: String, origin: String = "lvzhi", day: CivilDay? = nil) {
        self.name = name
        self.origin = origin
        self.day = day
    }

    /// The holder of an account.
    public init(account: String, origin: String = "lvzhi", day: CivilDay? = nil) {
        self.init(name: account, origin: origin, day: day)
        self.account = account
    }
}

/// What somebody is to a register; one person may be several at once.
public enum PrincipalRole: UInt8, Sendable, CaseIterable {
    /// 委员: whose account belongs to a member.
    case member = 0
    /// 召集人 or 副召集人 of a sector or group, 组长 of a township group, today.
    case convener = 1
    case committeeStaff = 2
    case staff = 3
    case leader = 4
    case administrator = 5

    /// As the office writes it.
    public var label: String {
        switch self {
        case .member: "委员"
        case .convener: "召集人"
        case .committeeStaff: "专委会工作人员"
        case .staff: "办公室"
        case .leader: "主席会议"
        case .administrator: "管理员"
        }
    }

    init(_ role: AccountRole) {
        switch role {
        case .member: self = .member
        case .committeeStaff: self = .committeeStaff
        case .staff: self = .staff
        case .leader: self = .leader
        case .administrator: self = .administrator
        }
    }
}
