internal import DutyModel
internal import KeyValueStore
internal import RecordStore

/// What somebody may touch in one use case: everything, or what is of certain people and bodies.
struct Grant {
    let useCase: UseCase
    let standing: Standing
    /// Whether nothing is out of reach.
    let isAll: Bool
    /// The member whose own things are in reach.
    let own: MemberID?
    /// The bodies whose things are in reach.
    let bodies: Set<OrganizationID>
    /// The members in reach: oneself, and those of the bodies today.
    let people: Set<MemberID>

    /// - Throws: `NotPermitted` where none of the roles may do it.
    init(_ standing: Standing, _ useCase: UseCase, in transaction: inout some Reading & ~Copyable) throws {
        self.useCase = useCase
        self.standing = standing
        let scope = useCase.scope(of: standing.roles)
        guard scope > .none else {
            throw NotPermitted(useCase: useCase, name: standing.name, reason: .role(standing.roles))
        }
        isAll = scope == .all
        let permission = useCase.permission
        own = standing.member
        var bodies: Set<OrganizationID> = []
        if permission[.convener] == .group { bodies.formUnion(standing.led) }
        if permission[.committeeStaff] == .group { bodies.formUnion(standing.served) }
        self.bodies = isAll ? [] : bodies
        var people = Set(own.map { [$0] } ?? [])
        for body in self.bodies {
            let holding = try transaction.memberships(in: body).filter { $0.holds(on: standing.day) }
            people.formUnion(holding.map(\.member))
        }
        self.people = people
    }

    /// For use cases that are about everything or nothing.
    func requireAll() throws(NotPermitted) {
        guard isAll else { throw refusal(.role(standing.roles)) }
    }

    func refusal(_ reason: NotPermitted.Reason) -> NotPermitted {
        NotPermitted(useCase: useCase, name: standing.name, reason: reason)
    }

    /// Whether a person may be looked at or named.
    func covers(_ member: MemberID) -> Bool { isAll || people.contains(member) }

    /// Whether a body's things are in reach.
    func covers(_ body: OrganizationID) -> Bool { isAll || bodies.contains(body) }
}
