public import KeyValueStore

/// Why records could not be written.
public enum RecordError: Error, Hashable, Sendable {
    /// `insert` found a record with this key.
    case alreadyExists(table: DatabaseName, key: Key)
    /// Another record has the same value where each must have its own.
    /// `value` are the fields of the index entry, `heldBy` the key of the other record.
    case notUnique(index: DatabaseName, value: Key, heldBy: Key)
    /// A newer program stored parts inside this record that rewriting here would lose.
    case wouldLoseNewerFields(table: DatabaseName, key: Key)
}
