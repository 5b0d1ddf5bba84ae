import CLMDB
import KeyValueStore

/// A writing transaction as the seam sees it.
final class WritingHandle: ReadingHandle, WriteHandle {
    private let traits: EngineTraits
    /// The map was too small: the transaction cannot go on and is run again on a larger map, whatever became of the
    /// error that was thrown.
    private(set) var needsLargerMap = false

    init(_ transaction: OpaquePointer, databases: [DatabaseName: MDB_dbi], traits: EngineTraits, path: String) {
        self.traits = traits
        super.init(transaction, databases: databases, path: path)
    }

    override func failure(_ code: Int32) -> TransactionError {
        if code == MDB_MAP_FULL { needsLargerMap = true }
        return super.failure(code)
    }

    /// The database, made in this transaction where it is new.
    private func existingOrNew(_ name: DatabaseName) throws -> MDB_dbi {
        if let known = try existing(name) { return known }
        precondition(name.isWellFormed, "a database name is 1 to 64 ASCII characters")
        var database: MDB_dbi = 0
        let code = mdb_dbi_open(transaction, name.rawValue, UInt32(MDB_CREATE), &database)
        guard code == 0 else { throw failure(code) }
        databases[name] = database
        return database
    }

    func put(_ value: UnsafeRawBufferPointer, for key: Key, in database: DatabaseName) throws {
        let code = try store(value, for: key, in: database, flags: 0)
        guard code == 0 else { throw failure(code) }
    }

    func insert(_ value: UnsafeRawBufferPointer, for key: Key, in database: DatabaseName) throws {
        let code = try store(value, for: key, in: database, flags: MDB_NOOVERWRITE)
        if code == MDB_KEYEXIST { throw TransactionError.keyExists(key, database: database.rawValue) }
        guard code == 0 else { throw failure(code) }
    }

    func append(_ value: UnsafeRawBufferPointer, for key: Key, in database: DatabaseName) throws {
        let code = try store(value, for: key, in: database, flags: MDB_APPEND)
        if code == MDB_KEYEXIST { throw TransactionError.keyOutOfOrder(database: database.rawValue) }
        guard code == 0 else { throw failure(code) }
    }

    private func store(
        _ value: UnsafeRawBufferPointer, for key: Key, in name: DatabaseName, flags: Int32
    ) throws -> Int32 {
        precondition(!key.bytes.isEmpty, "a key has at least one byte")
        guard key.bytes.count <= traits.maximumKeyLength else {
            throw TransactionError.keyTooLong(length: key.bytes.count, maximum: traits.maximumKeyLength)
        }
        guard value.count <= traits.maximumValueLength else {
            throw TransactionError.valueTooLong(length: value.count, maximum: traits.maximumValueLength)
        }
        let database = try existingOrNew(name)
        return key.bytes.withUnsafeBytes { key in
            pair[0].mv_size = key.count
            pair[0].mv_data = UnsafeMutableRawPointer(mutating: key.baseAddress)
            pair[1].mv_size = value.count
            // An empty value still needs an address.
            pair[1].mv_data = UnsafeMutableRawPointer(mutating: value.baseAddress ?? key.baseAddress)
            return mdb_put(transaction, database, pair, pair + 1, UInt32(flags))
        }
    }

    func delete(_ key: Key, in database: DatabaseName) throws -> Bool {
        guard let database = try existing(database), !key.bytes.isEmpty else { return false }
        let code = key.bytes.withUnsafeBytes { bytes in
            pair[0].mv_size = bytes.count
            pair[0].mv_data = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
            return mdb_del(transaction, database, pair, nil)
        }
        if code == MDB_NOTFOUND { return false }
        guard code == 0 else { throw failure(code) }
        return true
    }

    func deleteAll(_ range: KeyRange, in database: DatabaseName) throws -> Int {
        guard let database = try existing(database) else { return 0 }
        guard range.lower != nil || range.upper != nil else { return try empty(database) }
        let cursor = try Cursor(transaction, database, path: path)
        var count = 0
        while true {
            // Looked up anew each time: a cursor's place after a deletion that merged pages is not worth trusting.
            var code = cursor.seek(range.lower)
            if code == MDB_NOTFOUND { return count }
            guard code == 0 else { throw failure(code) }
            if let upper = range.upper, upper.bytes.withUnsafeBytes({ compareBytes(cursor.key, $0) >= 0 }) {
                return count
            }
            code = cursor.deleteCurrent()
            guard code == 0 else { throw failure(code) }
            count += 1
        }
    }

    private func empty(_ database: MDB_dbi) throws -> Int {
        var statistics = MDB_stat()
        var code = mdb_stat(transaction, database, &statistics)
        if code == 0 { code = mdb_drop(transaction, database, 0) }
        guard code == 0 else { throw failure(code) }
        return statistics.ms_entries
    }
}

extension DatabaseName {
    /// What may be asked of a name: it becomes a key of the main database.
    var isWellFormed: Bool {
        (1...64).contains(rawValue.utf8.count) && rawValue.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
