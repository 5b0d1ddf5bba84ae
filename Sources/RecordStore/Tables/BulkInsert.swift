public import KeyValueStore

extension Table {
    /// Inserts many records whose ids must all be new: sorted by key, appended where the table ends before them, index
    /// entries sorted as well. The road of imports; hand in ten thousand or so at a time.
    /// - Throws: `RecordError`; the transaction must then be given up.
    public func insertMany(_ records: [R], in transaction: inout RecordTransaction) throws {
        preconditionFailure("being written")
    }
}

extension PackedTable {
    /// Stores many payloads, replacing what was there: sorted by key, appended where the table ends before them.
    public func putMany(_ rows: [(key: Key, payload: [UInt8])], in transaction: inout RecordTransaction) throws {
        preconditionFailure("being written")
    }
}
