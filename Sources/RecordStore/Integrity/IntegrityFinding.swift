public import KeyValueStore

/// One thing found wrong.
public struct IntegrityFinding: Hashable, Sendable {
    public enum Problem: Hashable, Sendable {
        /// A value is damaged or not decodable.
        case damaged(DecodingError.Problem)
        /// The record inside has another id than its key.
        case otherKey
        /// The record should have this entry in the index, and has not.
        case missingEntry(index: DatabaseName, entry: Key)
        /// The index has an entry that no record accounts for.
        case strayEntry(record: Key)
        /// An ordinary index entry with something behind it.
        case entryWithValue
        /// The field points at a record that does not exist.
        case danglingReference(field: String, target: DatabaseName, key: Key)
        /// An entry of the change log is missing before this one.
        case missingChange(sequence: UInt64)
        /// An entry of the change log was edited: its content has another hash.
        case editedChange(sequence: UInt64)
        /// An entry of the change log does not follow the one before it (moved, replaced, or the one before edited).
        case brokenChain(sequence: UInt64)
        /// A part of an entry is missing, edited or too many.
        case wrongPart(sequence: UInt64, part: UInt64)
        /// The newest entry is not the one the store remembers.
        case wrongHead(stored: UInt64, found: UInt64)
        /// The entry noted earlier is not, or no longer, in the log.
        case notAsAnchored(sequence: UInt64)
        /// The record is not what the change log says it should be.
        case notAsLogged(sequence: UInt64?)
        /// The engine could not read on.
        case unreadable(String)
        /// Something a module above found.
        case other(String)
    }

    /// The database it is in.
    public var database: DatabaseName
    /// The key it concerns; nil where it is the whole database.
    public var key: Key?
    public var problem: Problem
}
