internal import DutyModel
internal import KeyValueStore
internal import RecordStore

/// Who acts, as the register knows it on one day: roles, member, bodies.
struct Standing {
    /// Nil for whoever holds the file.
    let account: Account?
    /// The day on which rights are looked at.
    let day: CivilDay
    /// As the change log tells it.
    let name: String
    private(set) var roles: [PrincipalRole]
    /// The member the account belongs to.
    private(set) var member: MemberID?
    /// Bodies the person leads today.
    private(set) var led: Set<OrganizationID> = []
    /// Bodies the account works for.
    private(set) var served: Set<OrganizationID> = []

    /// - Throws: `NotPermitted` where there is no such account, or it is closed.
    init(_ principal: Principal, for useCase: UseCase, in transaction: inout some Reading & ~Copyable) throws {
        day = principal.day ?? Instant.now.day
        guard let word = principal.account else {
            account = nil
            name = principal.name
            roles = [.staff, .administrator]
            return
        }
        guard let account = try transaction.account(named: word), account.isOpen(on: day) else {
            throw NotPermitted(useCase: useCase, name: word, reason: .noAccount)
        }
        self.account = account
        name = account.name
        roles = [PrincipalRole(account.role)]
        served = Set(account.organizations)
        guard let member = account.member else { return }
        self.member = member
        if account.role != .member { roles.append(.member) }
        led = Set(
            try transaction.memberships(of: member).filter { $0.role.leads && $0.holds(on: day) }.map(\.organization))
        if !led.isEmpty { roles.append(.convener) }
    }

    /// Every role, as the change log tells it.
    var label: String { account == nil ? PrincipalRole.staff.label : roles.map(\.label).joined(separator: "、") }
}

extension Role {
    /// Whether whoever has it in a body leads the body's work and enters its records.
    var leads: Bool {
        switch self {
        case .convener, .deputyConvener, .groupLeader: true
        default: false
        }
    }
}

extension Reading where Self: ~Copyable {
    mutating func account(named name: String) throws -> Account? {
        try Account.table.find(by: Account.byName, Key(name), in: &self).first
    }
}
