public import KeyValueStore

/// Entries computed from each record of a table, kept in a database of their own.
///
/// An ordinary entry is the key (field…, id) with nothing behind it. A unique entry is the key (field…) with the id
/// behind it, and no two records may have the same.
public struct Index<R: Record>: Sendable {
    /// The database of the entries, by custom `table.field`.
    public let name: DatabaseName
    public let isUnique: Bool
    /// How many tuple elements the fields of an entry have.
    let elements: Int
    let fields: @Sendable (R) -> [Key]
    let envelope: Envelope

    /// An index with at most one entry a record; nil leaves the record out.
    /// - Parameter elements: how many tuple elements `key` gives.
    public init(
        _ name: DatabaseName, unique: Bool = false, elements: Int = 1, key: @escaping @Sendable (R) -> Key?
    ) {
        self.init(name: name, unique: unique, elements: elements) { record in key(record).map { [$0] } ?? [] }
    }

    /// An index with as many entries as a record has parts, such as the people of an event.
    public init(
        _ name: DatabaseName, unique: Bool = false, elements: Int = 1, each: @escaping @Sendable (R) -> [Key]
    ) {
        self.init(name: name, unique: unique, elements: elements, fields: each)
    }

    private init(name: DatabaseName, unique: Bool, elements: Int, fields: @escaping @Sendable (R) -> [Key]) {
        self.name = name
        self.isUnique = unique
        self.elements = elements
        self.fields = fields
        envelope = Envelope(name)
    }
}

/// A promise that what a record points at exists. Checked by `IntegrityReport`, and when undoing would remove a
/// record that others point at.
public struct Reference<R: Record>: Sendable {
    /// The table pointed at.
    public let target: DatabaseName
    /// What the field is called in findings.
    public let field: String
    let keys: @Sendable (R) -> [Key]

    /// - Parameter keys: the keys, in `target`, of the records pointed at.
    public init(_ field: String, to target: DatabaseName, keys: @escaping @Sendable (R) -> [Key]) {
        self.field = field
        self.target = target
        self.keys = keys
    }
}
