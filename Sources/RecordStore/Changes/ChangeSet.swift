/// One user action as the change log tells it. Its changes are read with `ChangeLog.changes`.
public struct ChangeSet: Hashable, Sendable {
    /// 1 for the first of a store, without gaps.
    public var sequence: UInt64
    /// Who, when, from where, what.
    public var context: ChangeContext
    /// The change set this one takes back.
    public var undoes: UInt64?
    /// How many records an undo left as they were, because somebody had touched them since.
    public var spared: Int
    /// A migration cannot be taken back.
    public var isReversible: Bool
    /// Format of the store when it was written.
    public var format: Int
    /// How many records it changed.
    public var changeCount: Int
    /// Hash of the entry before; that of the first entry is zeros.
    public var previous: Digest
    /// Hash of this entry, over everything above and all its changes.
    public var hash: Digest
}
