/// Who does what, from where and when: handed in with every write, and kept in the change log.
public struct ChangeContext: Hashable, Sendable {
    /// Moment in UTC milliseconds since 1970. Handed in, so that nothing here asks a clock.
    public var instant: Int64
    /// Account or person who acts.
    public var who: String
    /// The account that acts; nil where whoever holds the store acts without one.
    public var account: UInt64?
    /// What whoever acts is to the store, in words.
    public var role: String
    /// Where the action came from: `cli`, `web`, `import`, with details behind a space.
    public var origin: String
    /// One word for the kind of action, such as `member.add`.
    public var action: String
    /// A sentence for people. May be completed inside the transaction (`RecordTransaction.context`).
    public var summary: String

    public init(
        instant: Int64, who: String, account: UInt64? = nil, role: String = "", origin: String, action: String,
        summary: String = ""
    ) {
        self.instant = instant
        self.who = who
        self.account = account
        self.role = role
        self.origin = origin
        self.action = action
        self.summary = summary
    }
}
