public import KeyValueStore

/// A value kept under its id in a table. Conform a plain model type in an extension where it is stored.
public protocol Record: FieldCodable {
    /// What it is found by; fills its key.
    associatedtype ID: KeyElement, Hashable

    var id: ID { get }

    /// Where it is kept.
    static var table: Table<Self> { get }
}

extension Record {
    /// The key it is kept under.
    public var key: Key { Key(id) }
}
