/// What a slot has collected of one member.
struct Tally {
    /// Facts that matched, within the limit of their period.
    var matched: Int32 = 0
    /// Those of them that count: from the first counted to the last.
    var counted: Int32 = 0
    /// In units of the program's scale.
    var sum: Int64 = 0
    /// The largest amount; nothing yet while `counted` is 0.
    var best: Int64 = .min
    /// The day, month or quarter of the last fact, and how many it had.
    var period: Int32 = .min
    var inPeriod: Int32 = 0
    var otherPeriod: Int32 = .min
    var inOtherPeriod: Int32 = 0
}

/// The same in exact fractions.
struct WideTally {
    var sum: Rational = .zero
    var best: Rational = .zero
}

/// The roles of a stretch of days, as the pass needs them.
struct RoleSpan {
    var first: Int32
    var last: Int32
    var roles: UInt16
}
