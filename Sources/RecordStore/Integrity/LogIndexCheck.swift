import KeyValueStore

/// Compares the index of the change log with the log: every entry that should be there, and no other.
enum LogIndexCheck {
    /// A sum over keys that does not depend on their order: enough to see that two sets differ.
    private struct Census: Equatable {
        var count = 0
        var sum: UInt64 = 0

        mutating func add(_ key: [UInt8]) {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            count += 1
            sum &+= hash
        }
    }

    static func run<T: Reading & ~Copyable>(
        schema: StoreSchema, in transaction: inout T, into report: inout IntegrityReport
    ) throws {
        let isWhole = try LogIndex.isWhole(in: &transaction)
        var wanted = Census()
        // A store from before there was an index has none until it is written to.
        for set in isWhole ? try ChangeLog.entries(direction: .forward, in: &transaction) : [] {
            var keys = LogIndex.keys(of: set.context, sequence: set.sequence)
            try ChangeLog.changes(of: set.sequence, in: &transaction) { change in
                keys.formUnion(try LogIndex.keys(of: change, sequence: set.sequence, schema: schema))
                return .next
            }
            for key in keys { wanted.add(key.bytes) }
        }
        var found = Census()
        try transaction.scan(.all, in: LogIndex.database) { key, value in
            found.add(Array(key))
            report.count(LogIndex.database)
            return value.isEmpty ? .next : .stop
        }
        if found != wanted { report.add(.other("变更日志的索引与日志不符"), in: LogIndex.database) }
    }
}
