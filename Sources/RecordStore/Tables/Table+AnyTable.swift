public import KeyValueStore

extension Table: AnyTable {
    public var indexNames: [DatabaseName] { indexes.map(\.name) }
    public var referenceTargets: Set<DatabaseName> { Set(references.map(\.target)) }
    public var hasUniqueIndexes: Bool { indexes.contains(where: \.isUnique) }

    public func restore(_ payload: [UInt8]?, for key: Key, in transaction: inout RecordTransaction) throws {
        let present = try present(key, in: &transaction)
        guard let payload else {
            if let present { try remove(present, key: key, in: &transaction) }
            return
        }
        guard payload != present?.payload else { return }
        let record = try payload.withUnsafeBytes { try decode(payload: $0) { key }.record }
        try store(
            Envelope.placeholder + payload, of: record, key: key, over: present, mode: .put, in: &transaction)
    }

    public func ties(of payload: [UInt8], key: Key) throws -> RecordTies {
        let record = try payload.withUnsafeBytes { try decode(payload: $0) { key }.record }
        var ties = RecordTies()
        for reference in references {
            ties.pointsAt += reference.keys(record).map { RecordAddress(table: reference.target, key: $0) }
        }
        for index in indexes where index.isUnique {
            ties.unique += index.entryKeys(of: record).map { (index.name, $0) }
        }
        return ties
    }

    public func referrers<T: Reading & ~Copyable>(
        to keys: Set<Key>, of target: DatabaseName, in transaction: inout T, each: (Key, Key) -> Void
    ) throws {
        let references = references.filter { $0.target == target }
        try scan(in: &transaction) { record in
            for reference in references {
                for key in reference.keys(record) where keys.contains(key) { each(key, record.key) }
            }
            return .next
        }
    }
}
