public import KeyValueStore

/// Where records of one type are kept, by their id, with their indexes.
///
///     extension Member: Record {
///         static let byName = Index<Member>("members.name") { Key($0.name) }
///         static let table = Table<Member>("members", indexes: [byName])
///     }
///     let member = try Member.table.get(id, in: &transaction)
public struct Table<R: Record>: Sendable {
    public let name: DatabaseName
    public let indexes: [Index<R>]
    public let references: [Reference<R>]
    /// Whether its records are not kept in the change log: large values that a logged record vouches for by their hash.
    public let isDerived: Bool
    let envelope: Envelope

    /// - Parameter isDerived: leave its records out of the change log; undo then leaves them as they are.
    public init(
        _ name: DatabaseName, indexes: [Index<R>] = [], references: [Reference<R>] = [], isDerived: Bool = false
    ) {
        self.name = name
        self.indexes = indexes
        self.references = references
        self.isDerived = isDerived
        envelope = Envelope(name)
    }
}

// MARK: - Reading

extension Table {
    public func get<T: Reading & ~Copyable>(_ id: R.ID, in transaction: inout T) throws -> R? {
        let key = Key(id)
        return try transaction.get(key, in: name) { try decode($0, key: key).record }
    }

    /// The records of many ids in one call, in the order asked; nil where there is none.
    public func getMany<T: Reading & ~Copyable>(_ ids: [R.ID], in transaction: inout T) throws -> [R?] {
        let keys = ids.map { Key($0) }
        var found: [R?] = []
        found.reserveCapacity(ids.count)
        try transaction.getMany(keys, in: name) { place, value in
            found.append(try value.map { try decode($0, key: keys[place]).record })
        }
        return found
    }

    /// All records of a range of keys in order.
    public func all<T: Reading & ~Copyable>(
        _ range: KeyRange = .all, direction: ScanDirection = .forward, in transaction: inout T
    ) throws -> [R] {
        var found: [R] = []
        try scan(range, direction: direction, in: &transaction) { record in
            found.append(record)
            return .next
        }
        return found
    }

    /// Gives every record of a range of keys in order to `each`.
    public func scan<T: Reading & ~Copyable>(
        _ range: KeyRange = .all, direction: ScanDirection = .forward, in transaction: inout T,
        each: (R) throws -> ScanStep
    ) throws {
        try transaction.scan(range, in: name, direction: direction) { rawKey, value in
            try each(try decode(value, rawKey: rawKey))
        }
    }

    /// Gives key and payload (without envelope) of every record of a range in order, in place and not decoded.
    public func scanPayloads<T: Reading & ~Copyable>(
        _ range: KeyRange = .all, in transaction: inout T,
        each: (_ key: UnsafeRawBufferPointer, _ payload: UnsafeRawBufferPointer) throws -> ScanStep
    ) throws {
        try transaction.scan(range, in: name) { key, value in try each(key, try envelope.open(value, rawKey: key)) }
    }

    public func contains<T: Reading & ~Copyable>(_ id: R.ID, in transaction: inout T) throws -> Bool {
        try transaction.get(Key(id), in: name) { _ in true } ?? false
    }
}

// MARK: - Decoding

/// A record as stored, with what a rewrite must not lose.
struct StoredRecord<R: Record> {
    var record: R
    var unknown: UnknownFields
    /// Whether a nested value has fields from a newer program that decoding dropped.
    var hasLostFields: Bool
}

extension Table {
    func decode(_ value: UnsafeRawBufferPointer, key: Key) throws -> StoredRecord<R> {
        try decode(payload: try envelope.open(value, key: key)) { key }
    }

    func decode(_ value: UnsafeRawBufferPointer, rawKey: UnsafeRawBufferPointer) throws -> R {
        try decode(payload: try envelope.open(value, rawKey: rawKey)) { Key(bytes: Array(rawKey)) }.record
    }

    func decode(payload: UnsafeRawBufferPointer, key: () -> Key) throws -> StoredRecord<R> {
        var fields = FieldReader(payload)
        do {
            let record = try R(from: &fields)
            let unknown = try fields.takeUnknownFields()
            return StoredRecord(record: record, unknown: unknown, hasLostFields: fields.lostNestedFields)
        } catch let error as FieldError {
            throw DecodingError(database: name, key: key(), problem: .fields(error))
        }
    }
}
