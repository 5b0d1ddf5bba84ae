import KeyValueStore

/// What the change log says every record should be now: a fingerprint of its payload.
struct RecordHistory {
    private struct State {
        /// Fingerprint of the payload; nil where the record was removed.
        var fingerprint: Int?
        var sequence: UInt64
        var wasSeen = false
    }

    private var states: [RecordAddress: State] = [:]

    /// Follows the changes of one entry: each must begin where the one before it on the same record ended.
    mutating func follow(_ changes: [Change], sequence: UInt64, into report: inout IntegrityReport) {
        for change in changes {
            let record = RecordAddress(table: change.table, key: change.key)
            if Self.fingerprint(change.before) != states[record]?.fingerprint {
                report.add(.notAsLogged(sequence: sequence), in: change.table, key: change.key)
            }
            states[record] = State(fingerprint: Self.fingerprint(change.after), sequence: sequence)
        }
    }

    /// Compares with what is in the tables.
    mutating func compare<T: Reading & ~Copyable>(
        with tables: [any AnyTable], in transaction: inout T, into report: inout IntegrityReport
    ) throws {
        for table in tables where !table.isDerived {
            let envelope = Envelope(table.name)
            try transaction.scan(.all, in: table.name) { rawKey, value in
                let record = RecordAddress(table: table.name, key: Key(bytes: Array(rawKey)))
                // What is damaged was reported by its table.
                let payload = try? envelope.open(value, rawKey: rawKey)
                if let payload, Self.fingerprint(payload) != states[record]?.fingerprint {
                    report.add(.notAsLogged(sequence: states[record]?.sequence), in: record.table, key: record.key)
                }
                states[record]?.wasSeen = true
                return .next
            }
        }
        let lost = states.filter { $0.value.fingerprint != nil && !$0.value.wasSeen }
        for (record, state) in lost.sorted(by: {
            ($0.key.table.rawValue, $0.key.key) < ($1.key.table.rawValue, $1.key.key)
        }) {
            report.add(.notAsLogged(sequence: state.sequence), in: record.table, key: record.key)
        }
    }

    private static func fingerprint(_ payload: [UInt8]?) -> Int? {
        payload?.withUnsafeBytes { fingerprint($0) }
    }

    private static func fingerprint(_ payload: UnsafeRawBufferPointer) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: payload)
        return hasher.finalize()
    }
}
