internal import DutyModel
internal import KeyValueStore
internal import LMDBEngine
internal import RecordStore

/// What a check of a whole register found.
public struct CheckReport: Hashable, Sendable {
    public var path: String
    /// What is wrong, in Chinese, a line each; empty where all is well.
    public var findings: [String]
    /// How many there were in all; `findings` may hold the first ones only.
    public var findingCount: Int
    /// How many values were looked at, by table, in order of name.
    public var counts: [Count]
    /// Highest number in the change log, and its hash.
    public var changes: UInt64
    public var head: String

    public struct Count: Hashable, Sendable {
        public var table: String
        public var values: Int
    }

    public var isClean: Bool { findingCount == 0 }
}

/// The end of a change log as it was noted somewhere: on a backup, on paper.
public struct LogAnchor: Hashable, Sendable {
    public var sequence: UInt64
    /// 64 hexadecimal digits.
    public var hash: String

    public init(sequence: UInt64, hash: String) { (self.sequence, self.hash) = (sequence, hash) }

    /// Reads 57:9f86…; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let sequence = UInt64(parts[0]), sequence > 0 else { return nil }
        self.init(sequence: sequence, hash: parts[1].lowercased())
        if head == nil { return nil }
    }

    var head: ChangeLog.Head? {
        Digest(hexadecimal: hash).map { ChangeLog.Head(sequence: sequence, hash: $0) }
    }
}

/// 体检: everything that can be checked of a store, in one function that a child process can run.
public enum StoreCheck {
    /// Walks the pages by themselves first; only a sound file is opened, and then every checksum, index, reference,
    /// fact row and the chain of the change log are looked at.
    /// - Throws: `OpenError` where the file is no store, or cannot be read.
    /// - Parameter anchors: ends of the change log noted earlier, which it must still contain.
    public static func run(_ path: String, anchors: [LogAnchor] = []) throws -> CheckReport {
        let pages = try Environment.inspect(path)
        guard pages.isSound else {
            return CheckReport(
                path: path, findings: pages.findings.map(\.description), findingCount: pages.findings.count,
                counts: [], changes: 0, head: "")
        }
        let register = try Register.open(at: path, .reading, by: Principal(name: "", origin: "check"))
        defer { register.close() }
        return try register.check(anchors: anchors)
    }
}

extension Register {
    /// Everything but the pages: checksums, indexes, references, fact rows, the chain of the change log.
    /// - Parameter anchors: ends of the change log noted earlier, which it must still contain.
    public func check(anchors: [LogAnchor] = []) throws -> CheckReport {
        let heads = anchors.compactMap(\.head)
        let report = try store.check(
            noted: { try YearCheck.anchors(in: &$0) + heads },
            others: [
                { transaction, report in
                    var ledger = try FactLedger(&transaction)
                    try ledger.compare(in: &transaction, into: &report)
                },
                { try YearCheck.run(in: &$0, into: &$1) }, { try EvidenceParts.check(in: &$0, into: &$1) },
            ])
        return CheckReport(
            path: path,
            findings: try store.read { transaction in
                report.findings.map { LogPlaces.sentence(of: $0, in: &transaction) }
            }, findingCount: report.findingCount,
            counts: report.counts.map { CheckReport.Count(table: $0.key.rawValue, values: $0.value) }
                .sorted { $0.table < $1.table },
            changes: report.head.sequence, head: "\(report.head.hash)")
    }

    /// Computes all fact rows anew from the records. Returns how many members' years there are.
    public func rebuildFacts() throws -> Int {
        try write(.rebuildFacts) { transaction in
            try FactLedger(&transaction).store(in: &transaction)
        }.value
    }
}
