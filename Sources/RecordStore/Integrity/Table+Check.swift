public import KeyValueStore

extension Table: AnyTable {
    public var indexNames: [DatabaseName] { indexes.map(\.name) }
    public var referenceTargets: Set<DatabaseName> { Set(references.map(\.target)) }

    public func restore(_ payload: [UInt8]?, for key: Key, in transaction: inout RecordTransaction) throws {
        preconditionFailure("being written")
    }

    public func check<T: Reading & ~Copyable>(in transaction: inout T, into report: inout IntegrityReport) throws {
        preconditionFailure("being written")
    }

    public func referrers<T: Reading & ~Copyable>(
        to keys: Set<Key>, of target: DatabaseName, in transaction: inout T, each: (Key, Key) -> Void
    ) throws {
        preconditionFailure("being written")
    }
}

extension PackedTable {
    public func check<T: Reading & ~Copyable>(in transaction: inout T, into report: inout IntegrityReport) throws {
        preconditionFailure("being written")
    }
}
