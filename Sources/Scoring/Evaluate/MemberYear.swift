public import DutyModel

/// What scoring needs to know about one member: who they were when, and the facts of the calendar years that the
/// window touches.
public struct MemberYear: Sendable {
    public var member: MemberID
    /// The days in the committee with the roles of each day; apart, in order of day, empty where never seated.
    public var roles: [RoleInterval]
    /// Facts by calendar year, in order of year.
    public var facts: [(year: Int, rows: PackedFacts)]
    /// 人工加减分.
    public var manual: [ManualPoints]
    /// Names of the member's bodies (界别, 专委会, …) and party, as far as 适用 may ask for them.
    public var traits: Set<String> = []

    public init(
        member: MemberID, roles: [RoleInterval], facts: [(year: Int, rows: PackedFacts)], manual: [ManualPoints] = [],
        traits: Set<String> = []
    ) {
        self.member = member
        self.roles = roles
        self.facts = facts.sorted { $0.year < $1.year }
        self.manual = manual
        self.traits = traits
    }

    /// With roles read from a roster.
    public init(
        member: MemberID, roster: Roster, window: DayRange, facts: [(year: Int, rows: PackedFacts)],
        manual: [ManualPoints] = []
    ) {
        self.init(
            member: member, roles: RoleInterval.all(of: member, in: roster, within: window), facts: facts,
            manual: manual, traits: roster.traits(of: member, within: window))
    }
}

/// The roles a member had on every day of a stretch of days.
public struct RoleInterval: Hashable, Sendable {
    public var days: DayRange
    public var roles: RoleSet

    public init(days: DayRange, roles: RoleSet) {
        self.days = days
        self.roles = roles
    }

    /// The stretches of a window in which the member sat in the committee, split where a role changes.
    public static func all(of member: MemberID, in roster: Roster, within window: DayRange) -> [RoleInterval] {
        var edges: Set<CivilDay> = [window.first, window.last + 1]
        for membership in roster.memberships(of: member) {
            if window.contains(membership.from) { edges.insert(membership.from) }
            if let to = membership.to, window.contains(to) { edges.insert(to + 1) }
        }
        let sorted = edges.sorted()
        return zip(sorted, sorted.dropFirst()).compactMap { first, next in
            guard roster.isSeated(member, on: first), let days = DayRange(first, next + -1) else { return nil }
            return RoleInterval(days: days, roles: roster.roles(of: member, on: first))
        }
    }
}

/// Points a person gave by hand, with who and why.
public struct ManualPoints: Hashable, Sendable {
    /// 编号 of the indicator they belong to.
    public var indicator: String
    public var amount: Rational
    public var reason: String
    public var approver: String

    public init(indicator: String, amount: Rational, reason: String, approver: String) {
        self.indicator = indicator
        self.amount = amount
        self.reason = reason
        self.approver = approver
    }
}
