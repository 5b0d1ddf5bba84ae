public import KeyValueStore

/// Why a change set cannot be taken back as asked. Nothing was written.
public enum UndoError: Error, Hashable, Sendable {
    /// There is no such entry in the change log.
    case unknownChange(UInt64)
    /// It was taken back before, by that change set.
    case alreadyUndone(UInt64, by: UInt64)
    /// A migration, or written in another format of the store.
    case irreversible(UInt64)
    /// Others built on it since.
    case conflicts([UndoConflict])
}

/// A record that an undo would change although others built on it.
public struct UndoConflict: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// It was changed again by that later action.
        case changedSince(sequence: UInt64, who: String, instant: Int64)
        /// It would be removed, and that record points at it.
        case pointedAtBy(RecordAddress)
        /// It would be put back, and what it points at is no longer there.
        case pointsAtMissing(RecordAddress)
        /// It would be put back, and another record has its unique value now.
        case valueTaken(index: DatabaseName, by: Key)
    }

    public var record: RecordAddress
    public var reason: Reason
}

/// What an undo did.
public struct UndoOutcome: Hashable, Sendable {
    /// Every record put back: `before` is what it was until now, `after` what it is again.
    public var changes: [Change]
    /// Records left as they are.
    public var spared: [UndoConflict]
}
