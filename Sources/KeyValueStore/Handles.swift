/// The name of one ordered key space inside an environment.
public struct DatabaseName: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The name as stored: ASCII, at most 64 bytes.
    public let rawValue: String

    public init(_ rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { self.rawValue = value }
}

/// Direction of a scan in key order.
public enum ScanDirection: Sendable { case forward, backward }

/// What a scan does after the row it was just given.
public enum ScanStep: Sendable { case next, stop }

/// What an engine gives a reading transaction. Bytes handed to closures live in the engine's memory and are
/// valid only until the closure returns.
public protocol ReadHandle: AnyObject {
    /// The value of `key`, or nil.
    func get<R>(_ key: Key, in database: DatabaseName, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R?

    /// The values of many keys in one call, in the order asked; `each` gets the position and the value or nil.
    func getMany(_ keys: [Key], in database: DatabaseName, each: (Int, UnsafeRawBufferPointer?) throws -> Void) throws

    /// All rows of a range in order, without copying.
    func scan(
        _ range: KeyRange, in database: DatabaseName, direction: ScanDirection,
        each: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> ScanStep
    ) throws
}

/// What an engine gives a writing transaction.
public protocol WriteHandle: ReadHandle {
    /// Stores a value, replacing what was there.
    func put(_ value: UnsafeRawBufferPointer, for key: Key, in database: DatabaseName) throws

    /// Stores a value under a key that must not exist yet.
    /// - Throws: `TransactionError.keyExists`.
    func insert(_ value: UnsafeRawBufferPointer, for key: Key, in database: DatabaseName) throws

    /// Stores a value whose key is greater than every key of the database: the fast road of a bulk load.
    /// - Throws: `TransactionError.keyOutOfOrder`.
    func append(_ value: UnsafeRawBufferPointer, for key: Key, in database: DatabaseName) throws

    /// Removes a key. Returns whether it was there.
    func delete(_ key: Key, in database: DatabaseName) throws -> Bool

    /// Removes every key of a range. Returns how many there were.
    func deleteAll(_ range: KeyRange, in database: DatabaseName) throws -> Int
}
