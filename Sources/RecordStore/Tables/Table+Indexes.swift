public import KeyValueStore

extension Table {
    /// Ids of the records whose entries in `index` begin with `prefix`, in the order of the index.
    public func ids<T: Reading & ~Copyable>(
        by index: Index<R>, _ prefix: Key, in transaction: inout T
    ) throws -> [R.ID] {
        try ids(by: index, range: .prefix(prefix), in: &transaction)
    }

    /// Ids of the records with an entry in a range of `index`, in its order, each once.
    public func ids<T: Reading & ~Copyable>(
        by index: Index<R>, range: KeyRange, direction: ScanDirection = .forward, in transaction: inout T
    ) throws -> [R.ID] {
        var found: [R.ID] = []
        var seen: Set<R.ID> = []
        try transaction.scan(range, in: index.name, direction: direction) { entry, value in
            let id = try index.id(entry: entry, value: value)
            if seen.insert(id).inserted { found.append(id) }
            return .next
        }
        return found
    }

    /// The records whose entries in `index` begin with `prefix`, in the order of the index.
    public func find<T: Reading & ~Copyable>(
        by index: Index<R>, _ prefix: Key, in transaction: inout T
    ) throws -> [R] {
        try find(by: index, range: .prefix(prefix), in: &transaction)
    }

    /// The records with an entry in a range of `index`, in its order, each once.
    public func find<T: Reading & ~Copyable>(
        by index: Index<R>, range: KeyRange, direction: ScanDirection = .forward, in transaction: inout T
    ) throws -> [R] {
        let ids = try ids(by: index, range: range, direction: direction, in: &transaction)
        return try getMany(ids, in: &transaction).compactMap { $0 }
    }
}

extension Index {
    /// Keys of all entries of a record, each once.
    func entryKeys(of record: R) -> Set<Key> {
        let key = record.key
        var keys: Set<Key> = []
        for fields in fields(record) {
            precondition(fields.elementCount == elements, "an index's key has as many elements as it was declared with")
            keys.insert(isUnique ? fields : Key(bytes: fields.bytes + key.bytes))
        }
        return keys
    }

    /// Value stored under an entry of a record.
    func entryValue(_ entry: Key, of record: Key) -> [UInt8] {
        isUnique ? envelope.wrap(record.bytes, for: entry) : []
    }

    /// Key of the record an entry belongs to.
    func recordKey(entry: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer) throws -> Key {
        if isUnique { return Key(bytes: Array(try envelope.open(value, rawKey: entry))) }
        do throws(KeyError) {
            var reader = TupleKeyReader(entry)
            for _ in 0..<elements { try reader.skip() }
            return Key(bytes: Array(entry[reader.offset...]))
        } catch {
            throw DecodingError(database: name, key: Key(bytes: Array(entry)), problem: .key(error))
        }
    }

    func id(entry: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer) throws -> R.ID {
        let key = try recordKey(entry: entry, value: value)
        do throws(KeyError) {
            return try key.element(as: R.ID.self)
        } catch {
            throw DecodingError(database: name, key: Key(bytes: Array(entry)), problem: .key(error))
        }
    }
}

extension Key {
    /// How many tuple elements it has; -1 where it is no tuple.
    var elementCount: Int {
        bytes.withUnsafeBytes { content in
            var reader = TupleKeyReader(content)
            var count = 0
            do throws(KeyError) {
                while !reader.isAtEnd {
                    try reader.skip()
                    count += 1
                }
                return count
            } catch { return -1 }
        }
    }
}
