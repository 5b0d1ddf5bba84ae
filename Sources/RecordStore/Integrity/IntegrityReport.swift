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

/// What a check of the whole store found.
public struct IntegrityReport: Sendable {
    /// The first `limit` findings.
    public private(set) var findings: [IntegrityFinding] = []
    /// How many there were in all.
    public private(set) var findingCount = 0
    /// How many values were looked at, by database.
    public private(set) var counts: [DatabaseName: Int] = [:]
    /// The newest entry of the change log.
    public var head = ChangeLog.Head.none
    /// How many findings are kept.
    public let limit: Int

    public init(limit: Int = 1000) { self.limit = limit }

    public var isClean: Bool { findingCount == 0 }

    /// Adds a finding.
    public mutating func add(_ problem: IntegrityFinding.Problem, in database: DatabaseName, key: Key? = nil) {
        findingCount += 1
        if findings.count < limit {
            findings.append(IntegrityFinding(database: database, key: key, problem: problem))
        }
    }

    /// Counts a value that was looked at.
    public mutating func count(_ database: DatabaseName) { counts[database, default: 0] += 1 }
}
