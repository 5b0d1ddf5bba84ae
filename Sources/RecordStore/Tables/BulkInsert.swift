public import KeyValueStore

extension Table {
    /// Inserts many records whose ids must all be new: sorted by key, appended where the table ends before them, index
    /// entries sorted as well. The road of imports; hand in ten thousand or so at a time.
    /// - Throws: `RecordError`; the transaction cannot be committed then.
    public func insertMany(_ records: [R], in transaction: inout RecordTransaction) throws {
        do {
            try insertSorted(records, in: &transaction)
        } catch {
            transaction.giveUp(error)
            throw error
        }
    }

    private func insertSorted(_ records: [R], in transaction: inout RecordTransaction) throws {
        let sorted = records.map { (key: $0.key, record: $0) }.sorted { $0.key < $1.key }
        let end = try transaction.lastKey(of: name)
        for (key, record) in sorted {
            var fields = FieldWriter(prefix: Envelope.placeholder)
            record.encode(into: &fields)
            var value = fields.finish()
            envelope.seal(&value, for: key)
            do {
                try transaction.store(
                    value, for: key, in: name, before: nil, mode: key.isBehind(end) ? .append : .insert,
                    logged: !isDerived)
            } catch TransactionError.keyExists, TransactionError.keyOutOfOrder {
                throw RecordError.alreadyExists(table: name, key: key)
            }
        }
        for index in indexes { try insertEntries(of: sorted, into: index, in: &transaction) }
    }

    private func insertEntries(
        of records: [(key: Key, record: R)], into index: Index<R>, in transaction: inout RecordTransaction
    ) throws {
        var entries: [(entry: Key, record: Key)] = []
        entries.reserveCapacity(records.count)
        for (key, record) in records {
            for entry in index.entryKeys(of: record) { entries.append((entry, key)) }
        }
        entries.sort { $0.entry < $1.entry }
        let end = try transaction.lastKey(of: index.name)
        for (entry, record) in entries {
            do {
                try transaction.storeEntry(
                    index.entryValue(entry, of: record), for: entry, in: index.name,
                    mode: entry.isBehind(end) ? .append : .insert)
            } catch TransactionError.keyExists, TransactionError.keyOutOfOrder {
                throw try violation(of: index, entry, in: &transaction)
            }
        }
    }
}

extension PackedTable {
    /// Stores many payloads, replacing what was there: sorted by key, appended where the table ends before them.
    /// Where a key comes twice the last payload counts.
    public func putMany(_ rows: [(key: Key, payload: [UInt8])], in transaction: inout RecordTransaction) throws {
        var last: [Key: Int] = [:]
        for (place, row) in rows.enumerated() { last[row.key] = place }
        let end = try transaction.lastKey(of: name)
        for (key, place) in last.sorted(by: { $0.key < $1.key }) {
            guard key.isBehind(end) else {
                try put(rows[place].payload, for: key, in: &transaction)
                continue
            }
            try transaction.store(
                envelope.wrap(rows[place].payload, for: key), for: key, in: name, before: nil, mode: .append,
                logged: !isDerived)
        }
    }
}

extension RecordTransaction {
    /// The last key of a database, nil where it is empty.
    mutating func lastKey(of database: DatabaseName) throws -> Key? {
        var last: Key?
        try scan(.all, in: database, direction: .backward) { key, _ in
            last = Key(bytes: Array(key))
            return .stop
        }
        return last
    }
}

extension Key {
    /// Whether it comes after the last key of a database.
    fileprivate func isBehind(_ end: Key?) -> Bool {
        guard let end else { return true }
        return end < self
    }
}
