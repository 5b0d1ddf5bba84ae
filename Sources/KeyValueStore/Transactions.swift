/// What both kinds of transaction can do: read.
///
/// Transactions are not copyable and reach a use case only as `inout` to a synchronous closure, so that keeping one
/// beyond its time, or awaiting inside it, does not compile.
public protocol Reading: ~Copyable {
    /// The engine's side of this transaction.
    var reader: any ReadHandle { get }
}

extension Reading where Self: ~Copyable {
    /// The value of `key` given to `body` in place, or nil where there is none.
    public mutating func get<R>(
        _ key: Key, in database: DatabaseName, _ body: (UnsafeRawBufferPointer) throws -> R
    ) throws -> R? {
        try reader.get(key, in: database, body)
    }

    /// Many values in one call, in the order asked.
    public mutating func getMany(
        _ keys: [Key], in database: DatabaseName, each: (Int, UnsafeRawBufferPointer?) throws -> Void
    ) throws {
        try reader.getMany(keys, in: database, each: each)
    }

    /// All rows of a range in key order, in place. Bytes must not leave `each`.
    public mutating func scan(
        _ range: KeyRange, in database: DatabaseName, direction: ScanDirection = .forward,
        each: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> ScanStep
    ) throws {
        try reader.scan(range, in: database, direction: direction, each: each)
    }
}

/// A snapshot: sees what was committed when it began and nothing later.
public struct ReadTransaction: ~Copyable, Reading {
    public let reader: any ReadHandle

    init(handle: any ReadHandle) { self.reader = handle }
}

/// A serializable write, seen by nobody before its commit.
public struct WriteTransaction: ~Copyable, Reading {
    private let handle: any WriteHandle
    public var reader: any ReadHandle { handle }

    init(handle: any WriteHandle) { self.handle = handle }

    /// Stores a value, replacing what was there.
    public mutating func put(_ value: [UInt8], for key: Key, in database: DatabaseName) throws {
        try value.withUnsafeBytes { try handle.put($0, for: key, in: database) }
    }

    /// Stores a value under a key that must not exist yet; throws `TransactionError.keyExists`.
    public mutating func insert(_ value: [UInt8], for key: Key, in database: DatabaseName) throws {
        try value.withUnsafeBytes { try handle.insert($0, for: key, in: database) }
    }

    /// Stores a value behind the last key of the database; throws `TransactionError.keyOutOfOrder`.
    public mutating func append(_ value: [UInt8], for key: Key, in database: DatabaseName) throws {
        try value.withUnsafeBytes { try handle.append($0, for: key, in: database) }
    }

    /// Removes a key. Returns whether it was there.
    @discardableResult
    public mutating func delete(_ key: Key, in database: DatabaseName) throws -> Bool {
        try handle.delete(key, in: database)
    }

    /// Removes every key of a range. Returns how many there were.
    @discardableResult
    public mutating func deleteAll(_ range: KeyRange, in database: DatabaseName) throws -> Int {
        try handle.deleteAll(range, in: database)
    }
}
