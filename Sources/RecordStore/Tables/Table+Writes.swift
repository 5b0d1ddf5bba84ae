import KeyValueStore

extension Table {
    /// Stores a record, replacing the one with its id, and brings the indexes along. Fields that a newer program wrote
    /// are kept. Storing what is already there changes nothing.
    /// - Throws: `RecordError.notUnique`, `RecordError.wouldLoseNewerFields`, `DecodingError` where the present record
    ///   is damaged. After a `RecordError` the transaction is as before.
    public func put(_ record: R, in transaction: inout RecordTransaction) throws {
        try write(record, mode: .put, in: &transaction)
    }

    /// Stores a record with an id that must be new.
    /// - Throws: `RecordError.alreadyExists`, `RecordError.notUnique`. After a `RecordError` the transaction is as before.
    public func insert(_ record: R, in transaction: inout RecordTransaction) throws {
        try write(record, mode: .insert, in: &transaction)
    }

    /// Removes a record with its index entries. Returns it, or nil where there was none.
    @discardableResult
    public func delete(_ id: R.ID, in transaction: inout RecordTransaction) throws -> R? {
        guard let present = try present(Key(id), in: &transaction) else { return nil }
        try remove(present, key: Key(id), in: &transaction)
        return present.stored.record
    }
}

/// What lies under a key now.
struct PresentRecord<R: Record> {
    var stored: StoredRecord<R>
    var payload: [UInt8]
}

extension Table {
    func present(_ key: Key, in transaction: inout RecordTransaction) throws -> PresentRecord<R>? {
        try transaction.get(key, in: name) { value in
            let payload = try envelope.open(value, key: key)
            return PresentRecord(stored: try decode(payload: payload) { key }, payload: Array(payload))
        }
    }

    func write(_ record: R, mode: WriteMode, in transaction: inout RecordTransaction) throws {
        let key = record.key
        let present = mode == .put ? try present(key, in: &transaction) : nil
        if let present, present.stored.hasLostFields {
            throw RecordError.wouldLoseNewerFields(table: name, key: key)
        }
        var fields = FieldWriter(prefix: Envelope.placeholder)
        record.encode(into: &fields)
        if let present { fields.keep(present.stored.unknown) }
        let value = fields.finish()
        if let present, value[Envelope.headerLength...].elementsEqual(present.payload) { return }
        try store(value, of: record, key: key, over: present, mode: mode, in: &transaction)
    }

    /// Stores an encoded record (its envelope not yet sealed) and moves its index entries.
    func store(
        _ value: [UInt8], of record: R, key: Key, over present: PresentRecord<R>?, mode: WriteMode,
        in transaction: inout RecordTransaction
    ) throws {
        var value = value
        envelope.seal(&value, for: key)
        try claimUnique(record, key: key, over: present?.stored.record, in: &transaction)
        do {
            try transaction.store(value, for: key, in: name, before: present?.payload, mode: mode, logged: !isDerived)
        } catch TransactionError.keyExists {
            try releaseUnique(record, over: present?.stored.record, in: &transaction)
            throw RecordError.alreadyExists(table: name, key: key)
        }
        for index in indexes {
            let new = index.entryKeys(of: record)
            let old = present.map { index.entryKeys(of: $0.stored.record) } ?? []
            for entry in old.subtracting(new) { try transaction.removeEntry(entry, from: index.name) }
            guard !index.isUnique else { continue }
            for entry in new.subtracting(old) {
                try transaction.storeEntry([], for: entry, in: index.name, mode: .put)
            }
        }
    }

    func remove(_ present: PresentRecord<R>, key: Key, in transaction: inout RecordTransaction) throws {
        for index in indexes {
            for entry in index.entryKeys(of: present.stored.record) {
                try transaction.removeEntry(entry, from: index.name)
            }
        }
        try transaction.remove(key, from: name, before: present.payload, logged: !isDerived)
    }

    /// Inserts the unique entries that `record` has and `old` had not; where one is taken, none is inserted.
    private func claimUnique(
        _ record: R, key: Key, over old: R?, in transaction: inout RecordTransaction
    ) throws {
        var claimed: [(entry: Key, index: DatabaseName)] = []
        for index in indexes where index.isUnique {
            for entry in index.entryKeys(of: record).subtracting(old.map(index.entryKeys) ?? []) {
                do {
                    let value = index.entryValue(entry, of: key)
                    try transaction.storeEntry(value, for: entry, in: index.name, mode: .insert)
                    claimed.append((entry, index.name))
                } catch TransactionError.keyExists {
                    for (entry, name) in claimed { try transaction.removeEntry(entry, from: name) }
                    throw try violation(of: index, entry, in: &transaction)
                }
            }
        }
    }

    private func releaseUnique(_ record: R, over old: R?, in transaction: inout RecordTransaction) throws {
        for index in indexes where index.isUnique {
            for entry in index.entryKeys(of: record).subtracting(old.map(index.entryKeys) ?? []) {
                try transaction.removeEntry(entry, from: index.name)
            }
        }
    }

    func violation(
        of index: Index<R>, _ entry: Key, in transaction: inout RecordTransaction
    ) throws -> RecordError {
        let holder = try transaction.get(entry, in: index.name) { value in
            try entry.bytes.withUnsafeBytes { try index.recordKey(entry: $0, value: value) }
        }
        return .notUnique(index: index.name, value: entry, heldBy: holder ?? Key(bytes: []))
    }
}
