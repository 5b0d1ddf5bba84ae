internal import DutyModel
internal import KeyValueStore
internal import RecordStore

// What use cases read of a register, in either kind of transaction.

extension Reading where Self: ~Copyable {
    mutating func value<R: Record>(_ type: R.Type, _ id: R.ID) throws -> R? { try R.table.get(id, in: &self) }

    /// Those of many ids that there are, in the order asked.
    mutating func values<R: Record>(_ type: R.Type, _ ids: [R.ID]) throws -> [R] {
        try R.table.getMany(ids, in: &self).compactMap { $0 }
    }

    /// All of a small table, in order of id.
    mutating func all<R: Record>(_ type: R.Type) throws -> [R] { try R.table.all(in: &self) }

    /// The id behind the last one used, for tables numbered from 1.
    mutating func nextNumber<R: Record>(of type: R.Type) throws -> UInt64 where R.ID: SmallNumber {
        var last: UInt64 = 0
        try R.table.scan(direction: .backward, in: &self) { record in
            last = record.id.number
            return .stop
        }
        return last + 1
    }

    mutating func member(numbered number: String) throws -> Member? {
        try Member.table.find(by: Member.byNumber, Key(number), in: &self).first
    }

    mutating func members(named name: String) throws -> [Member] {
        try Member.table.find(by: Member.byName, Key(name), in: &self)
    }

    mutating func memberships(of member: MemberID) throws -> [Membership] {
        try Membership.table.find(by: Membership.byMember, Key(member), in: &self)
    }

    mutating func memberships(in organization: OrganizationID) throws -> [Membership] {
        try Membership.table.find(by: Membership.byOrganization, Key(organization), in: &self)
    }

    mutating func kinds() throws -> KindCatalogue { KindCatalogue(try all(Kind.self)) }

    /// Everyone and every body.
    mutating func roster() throws -> Roster {
        Roster(
            members: try all(Member.self), organizations: try all(Organization.self),
            memberships: try all(Membership.self), terms: try all(Term.self))
    }
}

/// An id that counts up from 1.
protocol SmallNumber {
    var number: UInt64 { get }
}

extension MemberID: SmallNumber { var number: UInt64 { UInt64(rawValue) } }
extension OrganizationID: SmallNumber { var number: UInt64 { UInt64(rawValue) } }
extension MembershipID: SmallNumber { var number: UInt64 { UInt64(rawValue) } }
extension PlanItemID: SmallNumber { var number: UInt64 { UInt64(rawValue) } }
extension UInt32: SmallNumber { var number: UInt64 { UInt64(self) } }
extension UInt64: SmallNumber { var number: UInt64 { self } }
