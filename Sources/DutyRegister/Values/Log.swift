public import DutyModel

/// One entry of the change log.
public struct LogEntry: Hashable, Sendable {
    /// 1 for the first of a store, without gaps; what `undo` takes.
    public var number: UInt64
    public var instant: Instant
    public var who: String
    /// The account that acted; nil where whoever holds the store's file did.
    public var account: AccountID?
    /// What whoever acted is to the register, in words; empty in entries from before that was kept.
    public var role: String
    /// Program and place it came from.
    public var origin: String
    /// The action's word; `UseCase.label(of:)` has it in Chinese.
    public var action: String
    public var summary: String
    /// The entry this one took back.
    public var undoes: UInt64?
    /// How many values it changed, and how many an undo left as they were.
    public var changes: Int
    public var spared: Int
    /// SHA-256 of the entry, which holds that of the one before.
    public var hash: String
}

/// One value before and after an entry of the change log. Both nil never.
public struct LogChange: Hashable, Sendable {
    public var before: LogSubject?
    public var after: LogSubject?
}

/// What a change was made to.
public enum LogSubject: Hashable, Sendable {
    case member(Member)
    case membership(Membership)
    case organization(Organization)
    case term(Term)
    case kind(Kind)
    case planItem(PlanItem)
    case record(DutyRecord)
    case manual(ManualEntry)
    case year(AssessmentYear)
    case yearVersion(YearVersion)
    case decision(Decision)
    case lateFact(LateFact)
    case evidence(EvidenceFile)
    case rulebook(RulebookEntry)
    case batch(BatchEntry)
    case account(Account)
    case review(ReviewStep)
    case objection(Objection)
    /// The register's own description.
    case register(Committee)
}

/// 导入批次: one import as it was recorded.
public struct BatchEntry: Hashable, Sendable {
    /// 1 for the first.
    public var id: UInt64
    public var instant: Instant
    public var who: String
    /// Names without folders, with SHA-256.
    public var files: [(name: String, hash: String)]
    /// Rows by outcome, in the order of Interchange's `RowOutcome`.
    public var rows: [Int]
    public var created: WrittenCounts
    public var changed: WrittenCounts
    /// The change set it was written as.
    public var change: UInt64
    /// The change set that took it back, if one did.
    public var undoneBy: UInt64?

    public static func == (left: BatchEntry, right: BatchEntry) -> Bool { left.id == right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// How many values of each sort.
public struct WrittenCounts: Hashable, Sendable {
    public var organizations = 0
    public var members = 0
    public var memberships = 0
    public var planItems = 0
    public var records = 0

    public init() {}
}

/// What an undo did.
public struct UndoReport: Hashable, Sendable {
    /// Number of the change set that was taken back.
    public var undone: UInt64
    /// How many values were put back.
    public var restored: Int
    /// Those left as they are because they were changed since, or others point at them.
    public var spared: [SparedItem]
    /// What the undo itself is called.
    public var change: UInt64
}

/// One value an undo left as it is.
public struct SparedItem: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// Changed again by that later change set.
        case editedSince(change: UInt64, who: String)
        /// Something else points at it.
        case usedBy(String)
        /// What it points at is no longer there.
        case needsMissing(String)
        /// Something else has its number or name now.
        case valueTaken(by: String)
    }

    /// 委员 张三（2024001）, 《…》.
    public var what: String
    public var reason: Reason
}
