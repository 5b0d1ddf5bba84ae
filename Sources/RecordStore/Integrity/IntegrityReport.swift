public import KeyValueStore

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
