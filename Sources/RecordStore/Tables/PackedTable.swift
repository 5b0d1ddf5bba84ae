public import KeyValueStore

/// A table of opaque bytes under tuple keys, such as fixed-size rows packed end to end, read in place.
public struct PackedTable: Sendable {
    public let name: DatabaseName
    /// Follows from records of other tables: not kept in the change log and not put back by undo, but computed anew
    /// by whoever undoes (`UndoOutcome.changes` says from what).
    public let isDerived: Bool
    let envelope: Envelope

    public init(_ name: DatabaseName, isDerived: Bool) {
        self.name = name
        self.isDerived = isDerived
        envelope = Envelope(name)
    }

    /// The payload of `key`, in place, after its checksum was found right.
    public func get<R, T: Reading & ~Copyable>(
        _ key: Key, in transaction: inout T, _ body: (UnsafeRawBufferPointer) throws -> R
    ) throws -> R? {
        try transaction.get(key, in: name) { try body(try envelope.open($0, key: key)) }
    }

    /// The payloads of many keys in one call, in the order asked; nil where there is none.
    public func getMany<T: Reading & ~Copyable>(
        _ keys: [Key], in transaction: inout T, each: (Int, UnsafeRawBufferPointer?) throws -> Void
    ) throws {
        try transaction.getMany(keys, in: name) { place, value in
            try each(place, try value.map { try envelope.open($0, key: keys[place]) })
        }
    }

    /// Gives every key and payload of a range in order to `each`, in place.
    public func scan<T: Reading & ~Copyable>(
        _ range: KeyRange = .all, direction: ScanDirection = .forward, in transaction: inout T,
        each: (_ key: UnsafeRawBufferPointer, _ payload: UnsafeRawBufferPointer) throws -> ScanStep
    ) throws {
        try transaction.scan(range, in: name, direction: direction) { rawKey, value in
            try each(rawKey, try envelope.open(value, rawKey: rawKey))
        }
    }

    /// Stores a payload, replacing what was there.
    public func put(_ payload: [UInt8], for key: Key, in transaction: inout RecordTransaction) throws {
        let before = isDerived ? nil : try copy(of: key, in: &transaction)
        if !isDerived, before == payload { return }
        try transaction.store(
            envelope.wrap(payload, for: key), for: key, in: name, before: before, mode: .put, logged: !isDerived)
    }

    /// Removes a payload. Returns whether it was there.
    @discardableResult
    public func delete(_ key: Key, in transaction: inout RecordTransaction) throws -> Bool {
        guard let before = try copy(of: key, in: &transaction) else { return false }
        try transaction.remove(key, from: name, before: before, logged: !isDerived)
        return true
    }

    private func copy(of key: Key, in transaction: inout RecordTransaction) throws -> [UInt8]? {
        try get(key, in: &transaction) { Array($0) }
    }
}

extension PackedTable: AnyTable {
    public var indexNames: [DatabaseName] { [] }
    public var referenceTargets: Set<DatabaseName> { [] }
    public var hasUniqueIndexes: Bool { false }

    public func ties(of payload: [UInt8], key: Key) -> RecordTies { RecordTies() }

    public func restore(_ payload: [UInt8]?, for key: Key, in transaction: inout RecordTransaction) throws {
        if let payload { try put(payload, for: key, in: &transaction) } else { try delete(key, in: &transaction) }
    }

    public func referrers<T: Reading & ~Copyable>(
        to keys: Set<Key>, of target: DatabaseName, in transaction: inout T, each: (Key, Key) -> Void
    ) throws {}
}
