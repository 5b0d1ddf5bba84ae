public import DutyModel

/// An account to be opened.
public struct AccountDraft: Sendable {
    public var name: String
    public var role: AccountRole
    /// The member it belongs to; a 委员 who names none is the one of the account's name.
    public var person: String?
    /// The bodies a 专委会工作人员 works for.
    public var organizations: [String]
    /// Nil: today.
    public var from: CivilDay?
    public var to: CivilDay?
    public var note: String

    public init(
        name: String, role: AccountRole, person: String? = nil, organizations: [String] = [], from: CivilDay? = nil,
        to: CivilDay? = nil, note: String = ""
    ) {
        self.name = name
        self.role = role
        self.person = person
        self.organizations = organizations
        self.from = from
        self.to = to
        self.note = note
    }
}

/// What to change of an account; nil leaves a field as it is.
public struct AccountChange: Sendable {
    public var name: String?
    public var role: AccountRole?
    public var person: String?
    public var organizations: [String]?
    public var from: CivilDay?
    /// A last day, or none again.
    public var to: CivilDay??
    public var note: String?

    public init() {}
}

/// An account as lists show it.
public struct AccountEntry: Hashable, Sendable {
    public var account: Account
    /// The member it belongs to.
    public var member: Member?
    /// The bodies it works for, and those its member leads today.
    public var organizations: [Organization]
    /// What its holder is today; empty where it is not open.
    public var roles: [PrincipalRole]
}
