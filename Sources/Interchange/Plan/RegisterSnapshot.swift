public import DutyModel

/// What an import needs to know of a register, from one snapshot of it.
public protocol RegisterSnapshot {
    /// Whose register it is.
    var committee: Committee { get }
    /// Everyone and every body.
    var roster: Roster { get }
    /// The kinds of record the register knows.
    var kinds: KindCatalogue { get }
    /// All items of the sectors' plans.
    func planItems() throws -> [PlanItem]
    /// The record that bears a natural key, or nil.
    func record(withKey key: NaturalKey) throws -> DutyRecord?
    /// The records that bear a number.
    func records(numbered number: String) throws -> [DutyRecord]
    /// Whether the latest change of a record was made by a person and not by an import.
    func isEditedByHand(_ record: RecordID) throws -> Bool
    /// Records of a family whose first day lies in `days`, for pointing out look-alikes and for finding linked
    /// research by its title.
    func records(of family: RecordFamily, in days: DayRange) throws -> [DutyRecord]
    /// Whether any year is closed, so that `closedYear` has to be asked.
    var hasClosedYears: Bool { get }
    /// The closed year whose facts would change if a record came or changed so; nil where none would.
    func closedYear(changedFrom before: DutyRecord?, to after: DutyRecord) -> Int?
}

extension RegisterSnapshot {
    public var hasClosedYears: Bool { false }
    public func closedYear(changedFrom before: DutyRecord?, to after: DutyRecord) -> Int? { nil }
}

/// Where new values get their ids from; called once for each.
public struct IdentifierSource {
    public var member: () -> MemberID
    public var organization: () -> OrganizationID
    public var membership: () -> MembershipID
    public var planItem: () -> PlanItemID
    public var record: () -> RecordID

    public init(
        member: @escaping () -> MemberID, organization: @escaping () -> OrganizationID,
        membership: @escaping () -> MembershipID, planItem: @escaping () -> PlanItemID,
        record: @escaping () -> RecordID
    ) {
        self.member = member
        self.organization = organization
        self.membership = membership
        self.planItem = planItem
        self.record = record
    }
}
