public import DutyModel

/// 适用 by more than 职务: who is left out, and of which bodies and parties someone must be. All of it must hold.
public struct AudienceRule: Hashable, Sendable {
    /// 除外: not whoever has one of these.
    public var except: RoleSet
    /// 界别, 机构: one of these; empty for any.
    public var bodies: [String]
    /// 党派: one of these; empty for any.
    public var parties: [String]

    var isEmpty: Bool { except.isEmpty && bodies.isEmpty && parties.isEmpty }

    /// - Parameter traits: the names of the bodies and the party of someone.
    func fits(_ roles: RoleSet, traits: Set<String>) -> Bool {
        except.isDisjoint(with: roles) && (bodies.isEmpty || !traits.isDisjoint(with: bodies))
            && (parties.isEmpty || !traits.isDisjoint(with: parties))
    }
}
