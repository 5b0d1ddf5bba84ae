/// Who acts on a register, and from where: written into the change log with every change.
public struct Principal: Hashable, Sendable {
    /// The person's name or account.
    public var name: String
    public var role: PrincipalRole
    /// Program and place the change came from: `lvzhi`, an address.
    public var origin: String

    public init(name: String, role: PrincipalRole = .staff, origin: String = "lvzhi") {
        self.name = name
        self.role = role
        self.origin = origin
    }
}

/// What somebody may do in a register.
public enum PrincipalRole: UInt8, Sendable, CaseIterable {
    /// 办公室工作人员: everything.
    case staff = 1
}
