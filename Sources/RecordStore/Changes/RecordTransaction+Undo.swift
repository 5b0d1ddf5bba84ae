import KeyValueStore

extension RecordTransaction {
    /// Takes back a change set, as part of this action, which can itself be taken back.
    /// - Parameter sparing: leave records others built on since as they are, instead of refusing.
    /// - Throws: `UndoError`; nothing is written then.
    public mutating func undo(_ sequence: UInt64, sparing: Bool = false) throws -> UndoOutcome {
        preconditionFailure("being written")
    }
}
