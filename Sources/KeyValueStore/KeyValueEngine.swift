/// An ordered key-value store: snapshot reads and serializable writes, nothing more.
///
/// Keys sort by `memcmp`. Every named database is a key space of its own. A remote engine may answer
/// one call with one round trip, so callers ask for ranges and batches, never for one key at a time in a loop.
public protocol KeyValueEngine: AnyObject, Sendable {
    /// What the engine can hold; asked, never assumed.
    var traits: EngineTraits { get }

    /// Runs `body` on a snapshot. The handle is valid only inside `body`.
    func withReadHandle<R>(_ body: (any ReadHandle) throws -> R) throws -> R

    /// Runs `body` in one serializable transaction: committed durably when it returns, undone when it throws.
    ///
    /// `body` may run more than once (the map had to grow, or another writer won on a remote engine), so it must
    /// have no effect outside the transaction until it has returned for good.
    func withWriteHandle<R>(_ body: (any WriteHandle) throws -> R) throws -> R
}

extension KeyValueEngine {
    /// Reads from one snapshot. Decoded values leave the closure; the transaction and its bytes cannot.
    public func read<R>(_ body: (inout ReadTransaction) throws -> R) throws -> R {
        try withReadHandle { handle in
            var transaction = ReadTransaction(handle: handle)
            return try body(&transaction)
        }
    }

    /// Writes in one transaction, acknowledged (returned from) only after the durable commit.
    public func write<R>(_ body: (inout WriteTransaction) throws -> R) throws -> R {
        try withWriteHandle { handle in
            var transaction = WriteTransaction(handle: handle)
            return try body(&transaction)
        }
    }
}

/// What an engine can hold, in bytes.
public struct EngineTraits: Sendable {
    /// Name and version of the engine, for `--version` and error reports.
    public var name: String
    /// Longest key.
    public var maximumKeyLength: Int
    /// Longest value.
    public var maximumValueLength: Int
    /// How many rows one scan call should ask for at a time.
    public var preferredPageSize: Int

    public init(name: String, maximumKeyLength: Int, maximumValueLength: Int, preferredPageSize: Int) {
        self.name = name
        self.maximumKeyLength = maximumKeyLength
        self.maximumValueLength = maximumValueLength
        self.preferredPageSize = preferredPageSize
    }
}
