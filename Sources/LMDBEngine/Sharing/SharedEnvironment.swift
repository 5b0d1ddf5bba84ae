import CLMDB
import Glibc
import KeyValueStore
import Synchronization

/// The one mapping of a file in this process, with the locks around it; any number of `Environment` handles share it.
///
/// `@unchecked Sendable`: LMDB's environment is made for threads; `mapSize` changes only on the exclusive side of
/// `mapLock`.
final class SharedEnvironment: @unchecked Sendable {
    let path: String
    let identity: FileIdentity
    let mode: Environment.Mode
    let environment: OpaquePointer
    let databases = KnownDatabases()
    let mapLock = MapLock()
    let writerGate: WriterGate
    let locklessReaders: LocklessReaders?
    private let descriptor: Int32
    private var mapSize: Int
    private var isClosed = false
    private var commits: UInt = 0

    /// - Parameter descriptor: an open descriptor of the file, closed with the environment.
    init(
        path: String, identity: FileIdentity, mode: Environment.Mode, descriptor: Int32,
        opened: EnvironmentHandle.Opened
    ) {
        self.path = path
        self.identity = identity
        self.mode = mode
        self.descriptor = descriptor
        environment = opened.environment
        mapSize = Self.mapSize(of: opened.environment)
        let fileLock = FileLock(descriptor: descriptor)
        writerGate = WriterGate(fileLock: fileLock)
        locklessReaders = opened.isLockless ? LocklessReaders(fileLock: fileLock) : nil
    }

    private static func mapSize(of environment: OpaquePointer) -> Int {
        var information = MDB_envinfo()
        mdb_env_info(environment, &information)
        return information.me_mapsize
    }

    /// Waits for the transactions of other threads, then lets go of the file.
    func close() {
        mapLock.exclusively {
            isClosed = true
            mdb_env_close(environment)
            Glibc.close(descriptor)
        }
    }

    /// Lets go of an environment that nobody has got yet, but not of the descriptor, which is its opener's.
    func abandon() { mdb_env_close(environment) }

    /// Frees what readers that died left behind.
    func clearDeadReaders() {
        var dead: Int32 = 0
        mdb_reader_check(environment, &dead)
    }

    /// Opens all named databases, so that transactions find them.
    func learnDatabases(timeout: Duration) throws {
        try writerGate.passLocally(timeout: timeout) { try learnDatabasesAsWriter() }
    }

    /// The same where this thread has passed the writers' gate already.
    func learnDatabasesAsWriter() throws {
        try withSharedMap {
            let transaction = try beginOnce(readOnly: true)
            let found: [DatabaseName: MDB_dbi]
            do {
                found = try KnownDatabases.openAll(in: transaction, path: path)
            } catch {
                mdb_txn_abort(transaction)
                throw error
            }
            let code = mdb_txn_commit(transaction)
            guard code == 0 else { throw TransactionError.fromEngine(code, path: path) }
            databases.publish(found)
        }
    }

    /// Runs `body` with the map held in place.
    func withSharedMap<R>(_ body: () throws -> R) throws -> R {
        mapLock.enter()
        defer { mapLock.leave() }
        precondition(!isClosed, "a store was used after it was closed")
        return try body()
    }

    /// Begins a transaction, once; the map must be held.
    func beginOnce(readOnly: Bool) throws(TransactionError) -> OpaquePointer {
        var begun: OpaquePointer?
        var code = mdb_txn_begin(environment, nil, readOnly ? UInt32(MDB_RDONLY) : 0, &begun)
        if code == MDB_READERS_FULL {
            clearDeadReaders()
            code = mdb_txn_begin(environment, nil, UInt32(MDB_RDONLY), &begun)
        }
        guard code == 0, let begun else { throw .fromEngine(code, path: path) }
        return begun
    }

    /// Makes room after `MDB_MAP_FULL`; a thread that reads at the same time cannot.
    func growMap() throws {
        guard !mapLock.isHeldByThisThread else {
            throw TransactionError.fromEngine(MDB_MAP_FULL, path: path)
        }
        try mapLock.exclusively { try remap(to: mapSize * 2) }
    }

    /// Follows another process that made the file larger than our map.
    func adoptLargerMap() throws {
        guard !mapLock.isHeldByThisThread else {
            throw TransactionError.fromEngine(MDB_MAP_RESIZED, path: path)
        }
        try mapLock.exclusively {
            let fileSize = Int(lseek(descriptor, 0, SEEK_END))
            if fileSize > mapSize { try remap(to: fileSize * 2, atLeast: fileSize) }
        }
    }

    private func remap(to wanted: Int, atLeast least: Int = 0) throws(TransactionError) {
        guard let size = MapSize.available(wanted: wanted, current: mapSize), size >= least else {
            throw .fromEngine(ENOMEM, path: path)
        }
        let code = mdb_env_set_mapsize(environment, size)
        guard code == 0 else { throw .fromEngine(code, path: path) }
        mapSize = size
    }

    /// Called by writers after each commit, one at a time.
    func countCommit() {
        commits &+= 1
        if commits % 256 == 0 { clearDeadReaders() }
    }
}
