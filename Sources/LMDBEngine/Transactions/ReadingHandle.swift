import CLMDB
import KeyValueStore

/// One transaction as the seam sees it. Bytes handed out lie in the map.
class ReadingHandle: ReadHandle {
    let transaction: OpaquePointer
    let path: String
    /// The named databases this transaction may use.
    var databases: [DatabaseName: MDB_dbi]
    /// Set when the transaction is over: a handle kept beyond it must not touch the map.
    private(set) var isOver = false
    /// Key and value of single gets and puts, in stable memory.
    let pair: UnsafeMutablePointer<MDB_val>

    init(_ transaction: OpaquePointer, databases: [DatabaseName: MDB_dbi], path: String) {
        self.transaction = transaction
        self.databases = databases
        self.path = path
        pair = .allocate(capacity: 2)
        pair.initialize(repeating: MDB_val(), count: 2)
    }

    deinit { pair.deallocate() }

    func finish() { isOver = true }

    /// The database, or nil where nothing was ever stored under this name.
    func existing(_ name: DatabaseName) throws -> MDB_dbi? {
        precondition(!isOver, "a transaction was used after its end")
        return databases[name]
    }

    /// Turns a code into an error.
    func failure(_ code: Int32) -> TransactionError { .fromEngine(code, path: path) }

    func get<R>(_ key: Key, in database: DatabaseName, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R? {
        guard let database = try existing(database), try lookUp(key, in: database) else { return nil }
        return try body(UnsafeRawBufferPointer(start: pair[1].mv_data, count: pair[1].mv_size))
    }

    func getMany(
        _ keys: [Key], in database: DatabaseName, each: (Int, UnsafeRawBufferPointer?) throws -> Void
    ) throws {
        let database = try existing(database)
        for position in keys.indices {
            if let database, try lookUp(keys[position], in: database) {
                try each(position, UnsafeRawBufferPointer(start: pair[1].mv_data, count: pair[1].mv_size))
            } else {
                try each(position, nil)
            }
        }
    }

    /// Leaves the value in the pair. Returns whether there is one.
    private func lookUp(_ key: Key, in database: MDB_dbi) throws -> Bool {
        let code = key.bytes.withUnsafeBytes { bytes in
            guard !bytes.isEmpty else { return MDB_NOTFOUND }
            pair[0].mv_size = bytes.count
            pair[0].mv_data = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
            return mdb_get(transaction, database, pair, pair + 1)
        }
        if code == MDB_NOTFOUND { return false }
        guard code == 0 else { throw failure(code) }
        return true
    }

    func scan(
        _ range: KeyRange, in database: DatabaseName, direction: ScanDirection,
        each: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> ScanStep
    ) throws {
        guard let database = try existing(database) else { return }
        let cursor = try Cursor(transaction, database, path: path)
        let code =
            switch direction {
            case .forward: try scanForward(cursor, range, each)
            case .backward: try scanBackward(cursor, range, each)
            }
        guard code == 0 || code == MDB_NOTFOUND else { throw failure(code) }
    }

    /// Returns the code that ended the scan, or 0.
    private func scanForward(
        _ cursor: borrowing Cursor, _ range: KeyRange,
        _ each: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> ScanStep
    ) throws -> Int32 {
        var code = cursor.seek(range.lower)
        guard let upper = range.upper else {
            while code == 0 {
                if try each(cursor.key, cursor.value) == .stop { return 0 }
                code = cursor.move(MDB_NEXT)
            }
            return code
        }
        return try upper.bytes.withUnsafeBytes { upper in
            while code == 0 {
                let key = cursor.key
                if compareBytes(key, upper) >= 0 { return 0 }
                if try each(key, cursor.value) == .stop { return 0 }
                code = cursor.move(MDB_NEXT)
            }
            return code
        }
    }

    private func scanBackward(
        _ cursor: borrowing Cursor, _ range: KeyRange,
        _ each: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> ScanStep
    ) throws -> Int32 {
        var code: Int32
        if let upper = range.upper {
            code = cursor.seek(upper)
            code = code == MDB_NOTFOUND ? cursor.move(MDB_LAST) : code == 0 ? cursor.move(MDB_PREV) : code
        } else {
            code = cursor.move(MDB_LAST)
        }
        return try (range.lower?.bytes ?? []).withUnsafeBytes { lower in
            while code == 0 {
                let key = cursor.key
                if compareBytes(key, lower) < 0 { return 0 }
                if try each(key, cursor.value) == .stop { return 0 }
                code = cursor.move(MDB_PREV)
            }
            return code
        }
    }
}
