import CLMDB
public import KeyValueStore
import Synchronization

/// A store in one LMDB file, with a lock file (`-lock`) beside it.
///
/// Opening a file that this process already holds gives another handle on the same map. Any number of threads and
/// processes may read and write: readers see a snapshot and never wait, writers come one after another.
public final class Environment: KeyValueEngine {
    /// What a store is opened for.
    public enum Mode: Sendable { case readOnly, readWrite }

    /// Where the store is, as it was given.
    public let path: String
    /// What it was opened for.
    public let mode: Mode
    /// What it can hold.
    public let traits: EngineTraits

    let shared: SharedEnvironment
    let busyTimeout: Duration
    private let isClosed = Mutex(false)

    init(_ shared: SharedEnvironment, path: String, mode: Mode, busyTimeout: Duration) {
        self.shared = shared
        self.path = path
        self.mode = mode
        self.busyTimeout = busyTimeout
        traits = EngineTraits(
            name: Self.libraryVersion, maximumKeyLength: Int(mdb_env_get_maxkeysize(shared.environment)),
            maximumValueLength: 0x7FFF_FFFF, preferredPageSize: 2_000)
    }

    deinit { close() }

    /// Version of the LMDB library in use, such as `LMDB 0.9.24`.
    public static var libraryVersion: String {
        var (major, minor, patch) = (Int32(0), Int32(0), Int32(0))
        mdb_version(&major, &minor, &patch)
        return "LMDB \(major).\(minor).\(patch)"
    }

    /// Lets go of the store, after the transactions of other threads. Using this handle afterwards, or closing it
    /// inside a transaction, is a programmer error; closing it twice is none.
    public func close() {
        let isFirst = isClosed.withLock { isClosed in
            defer { isClosed = true }
            return !isClosed
        }
        if isFirst { EnvironmentRegistry.release(shared) }
    }

    public func withReadHandle<R>(_ body: (any ReadHandle) throws -> R) throws -> R {
        checkIsOpen()
        return try shared.read(timeout: busyTimeout) { try body($0) }
    }

    /// - Throws: `TransactionError.busy` when another writer, in whatever process, holds the store for longer than
    ///   the time given at opening; `TransactionError.readOnly`; what `body` throws.
    public func withWriteHandle<R>(_ body: (any WriteHandle) throws -> R) throws -> R {
        checkIsOpen()
        guard mode == .readWrite else { throw TransactionError.readOnly }
        return try shared.write(timeout: busyTimeout, traits: traits) { try body($0) }
    }

    func checkIsOpen() {
        precondition(!isClosed.withLock { $0 }, "a store was used after it was closed")
    }
}
