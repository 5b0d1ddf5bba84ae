public import KeyValueStore

/// A store in one LMDB file, with a lock file (`-lock`) beside it.
///
/// Opening a file that this process already holds gives another handle on the same environment. Any number of threads
/// and processes may read and write; readers see a snapshot and never wait, writers come one after another.
public final class Environment: KeyValueEngine {
    /// What a store is opened for.
    public enum Mode: Sendable { case readOnly, readWrite }

    /// Where the store is.
    public let path: String
    /// What it was opened for.
    public let mode: Mode
    /// What it can hold.
    public let traits: EngineTraits

    init(path: String, mode: Mode, traits: EngineTraits) {
        self.path = path
        self.mode = mode
        self.traits = traits
    }

    /// Version of the LMDB library in use, such as `LMDB 0.9.24`.
    public static var libraryVersion: String { fatalError() }

    /// Makes a new, empty store: built aside, synced, and put in place whole.
    public static func create(at path: String, busyTimeout: Duration = .seconds(10)) throws(OpenError) -> Environment {
        fatalError()
    }

    /// Opens an existing store.
    /// - Parameter busyTimeout: How long a writer waits for another one before `TransactionError.busy`.
    public static func open(
        at path: String, mode: Mode = .readWrite, busyTimeout: Duration = .seconds(10)
    ) throws(OpenError) -> Environment {
        fatalError()
    }

    /// Lets go of the store; waits for transactions of other threads. Using the handle afterwards is a programmer error.
    public func close() {
        fatalError()
    }

    /// Copies a snapshot to a new file while others go on reading and writing. The copy is synced and its pages are
    /// walked before it gets its name; an existing file is never replaced.
    /// - Parameter compacting: Leave free pages out.
    public func copy(to path: String, compacting: Bool = true) throws {
        fatalError()
    }

    /// Walks every page of a store without opening it, and tells what contradicts what.
    public static func inspect(_ path: String) throws(OpenError) -> PageReport { fatalError() }

    public func withReadHandle<R>(_ body: (any ReadHandle) throws -> R) throws -> R { fatalError() }

    public func withWriteHandle<R>(_ body: (any WriteHandle) throws -> R) throws -> R { fatalError() }
}
