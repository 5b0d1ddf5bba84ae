import CLMDB
import KeyValueStore
import Synchronization

/// The named databases of an environment with their handles, opened once in committed transactions.
///
/// A transaction works with the ones known when it began: LMDB gives a handle to transactions begun after it only.
final class KnownDatabases: Sendable {
    /// LMDB's database of databases has this handle always; asking for it would write into what threads share.
    private static let mainDatabase: MDB_dbi = 1

    private let known = Mutex<[DatabaseName: MDB_dbi]>([:])

    var current: [DatabaseName: MDB_dbi] { known.withLock { $0 } }

    /// Makes the databases of a committed transaction known to later ones.
    func publish(_ databases: [DatabaseName: MDB_dbi]) {
        known.withLock { known in
            if known.count != databases.count { known.merge(databases) { _, new in new } }
        }
    }

    /// How many databases the snapshot of a transaction has.
    static func count(in transaction: OpaquePointer) -> Int {
        var statistics = MDB_stat()
        return mdb_stat(transaction, mainDatabase, &statistics) == 0 ? statistics.ms_entries : 0
    }

    /// Opens every named database of a transaction that is to be committed.
    static func openAll(in transaction: OpaquePointer, path: String) throws(TransactionError) -> [DatabaseName: MDB_dbi]
    {
        var main: MDB_dbi = 0
        let code = mdb_dbi_open(transaction, nil, 0, &main)
        guard code == 0 else { throw .fromEngine(code, path: path) }
        var databases: [DatabaseName: MDB_dbi] = [:]
        for name in try names(in: transaction, main: main, path: path) {
            var database: MDB_dbi = 0
            let code = mdb_dbi_open(transaction, name, 0, &database)
            // An entry that is no database: not ours, and in nobody's way.
            if code == MDB_INCOMPATIBLE { continue }
            guard code == 0 else { throw .fromEngine(code, path: path) }
            databases[DatabaseName(name)] = database
        }
        return databases
    }

    private static func names(
        in transaction: OpaquePointer, main: MDB_dbi, path: String
    ) throws(TransactionError) -> [String] {
        let cursor = try Cursor(transaction, main, path: path)
        var names: [String] = []
        var code = cursor.move(MDB_FIRST)
        while code == 0 {
            names.append(String(decoding: cursor.key, as: UTF8.self))
            code = cursor.move(MDB_NEXT)
        }
        guard code == MDB_NOTFOUND else { throw .fromEngine(code, path: path) }
        return names
    }
}
