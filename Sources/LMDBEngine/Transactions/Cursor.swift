import CLMDB
import KeyValueStore

/// A place in one database. Key and value stay where LMDB wrote them and are read one word at a time: copying the
/// C struct right after a call costs more than the call.
struct Cursor: ~Copyable {
    private let cursor: OpaquePointer
    /// Key and value; LMDB 0.9.24 needs both in every call.
    private let pair: UnsafeMutablePointer<MDB_val>

    init(_ transaction: OpaquePointer, _ database: MDB_dbi, path: String) throws(TransactionError) {
        var opened: OpaquePointer?
        let code = mdb_cursor_open(transaction, database, &opened)
        guard code == 0, let opened else { throw .fromEngine(code, path: path) }
        cursor = opened
        pair = .allocate(capacity: 2)
        pair.initialize(repeating: MDB_val(), count: 2)
    }

    deinit {
        mdb_cursor_close(cursor)
        pair.deallocate()
    }

    /// Moves; returns LMDB's code.
    @inline(__always)
    func move(_ step: MDB_cursor_op) -> Int32 { mdb_cursor_get(cursor, pair, pair + 1, step) }

    /// Moves to the first key that is not before this one; without one, to the first of all.
    func seek(_ key: Key?) -> Int32 {
        guard let key, !key.bytes.isEmpty else { return move(MDB_FIRST) }
        return key.bytes.withUnsafeBytes { bytes in
            pair[0].mv_size = bytes.count
            pair[0].mv_data = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
            return move(MDB_SET_RANGE)
        }
    }

    /// Removes the entry it stands on.
    func deleteCurrent() -> Int32 { mdb_cursor_del(cursor, 0) }

    @inline(__always)
    var key: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: pair[0].mv_data, count: pair[0].mv_size) }

    @inline(__always)
    var value: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: pair[1].mv_data, count: pair[1].mv_size) }
}
