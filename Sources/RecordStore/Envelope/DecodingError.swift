public import KeyValueStore

/// A stored value that is damaged, or not what its table holds. Never computed with.
public struct DecodingError: Error, Hashable, Sendable {
    public enum Problem: Hashable, Sendable {
        /// Shorter than an envelope.
        case tooShort
        /// An envelope of a version this program does not know.
        case unknownVersion(UInt8)
        /// The checksum of database, key and value is not the one stored.
        case checksum
        /// The fields are not what the decoder expects.
        case fields(FieldError)
        /// The key is not of the table's shape.
        case key(KeyError)
        /// The record inside has another id than its key.
        case otherKey
    }

    /// The database it is in.
    public var database: DatabaseName
    /// The key it lies under.
    public var key: Key
    public var problem: Problem

    public init(database: DatabaseName, key: Key, problem: Problem) {
        self.database = database
        self.key = key
        self.problem = problem
    }
}
