public import KeyValueStore

/// A table whatever it holds: what undo and the integrity check need of it. `Table` and `PackedTable` are the two.
public protocol AnyTable: Sendable {
    /// The database of its values.
    var name: DatabaseName { get }
    /// The databases of its index entries.
    var indexNames: [DatabaseName] { get }
    /// The tables its records point at.
    var referenceTargets: Set<DatabaseName> { get }
    /// Whether its values follow from other tables and are not kept in the change log.
    var isDerived: Bool { get }
    /// Whether records must differ in something besides their ids.
    var hasUniqueIndexes: Bool { get }

    /// Puts a payload back as it was, or removes it where nil, with index entries and change log.
    func restore(_ payload: [UInt8]?, for key: Key, in transaction: inout RecordTransaction) throws

    /// Checks every value, index entry and reference.
    func check<T: Reading & ~Copyable>(in transaction: inout T, into report: inout IntegrityReport) throws

    /// What a record with this payload needs of others.
    func ties(of payload: [UInt8], key: Key) throws -> RecordTies

    /// The records of this table that point at any of `keys` of `target`: calls `each` with the key pointed at and
    /// the key of the record that does.
    func referrers<T: Reading & ~Copyable>(
        to keys: Set<Key>, of target: DatabaseName, in transaction: inout T, each: (_ target: Key, _ by: Key) -> Void
    ) throws
}
