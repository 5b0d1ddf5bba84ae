/// Why a store could not be opened or created. The file is untouched in every case.
public enum OpenError: Error, Equatable, Sendable {
    /// There is nothing at this path.
    case missing(path: String)
    /// Something is already there, and a new store was to be created.
    case exists(path: String)
    /// A file of length zero, or one that is not a store.
    case notAStore(path: String, found: String)
    /// Written by a newer program.
    case newerFormat(path: String, found: Int, supported: Int)
    /// Shorter than its own pages say, or with pages that contradict each other.
    case damaged(path: String, detail: String)
    /// Another program holds it.
    case locked(path: String, detail: String)
    /// May be read only, and writing was asked for.
    case readOnly(path: String)
    /// The file system is of a kind on which locks do not hold (network mounts).
    case unsafeFileSystem(path: String, kind: String)
    /// No process may read or create it here.
    case notPermitted(path: String)
    /// Anything else the operating system said.
    case system(path: String, code: Int32, message: String)
}

/// Why a transaction failed. Nothing of it was kept, unless `outcomeUnknown`.
public enum TransactionError: Error, Equatable, Sendable {
    /// `insert` found the key taken.
    case keyExists(Key, database: String)
    /// `append` was given a key that is not behind the last one.
    case keyOutOfOrder(database: String)
    /// A key longer than the engine can hold.
    case keyTooLong(length: Int, maximum: Int)
    /// A value longer than the engine can hold.
    case valueTooLong(length: Int, maximum: Int)
    /// The disk is full; earlier commits are whole.
    case diskFull(path: String)
    /// Another writer held the store for longer than we wait.
    case busy(seconds: Double)
    /// Too many readers at once.
    case tooManyReaders
    /// The store was opened for reading only.
    case readOnly
    /// The engine found its own structure broken.
    case damaged(detail: String)
    /// The connection was lost while committing: the transaction may or may not have happened.
    case outcomeUnknown(detail: String)
    /// Anything else the engine or the operating system said.
    case engine(code: Int32, message: String)
}
