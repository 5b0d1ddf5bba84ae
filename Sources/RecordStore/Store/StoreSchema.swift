public import KeyValueStore

/// What a store holds: its tables, its format, and the steps from older formats.
public struct StoreSchema: Sendable {
    /// What kind of store it is, so that another program's is not taken for ours: `lvzhi`.
    public let application: String
    /// Format of the records, from 1.
    public let format: Int
    public let tables: [any AnyTable]
    /// One step for each format from the oldest supported to `format`.
    public let migrations: [Migration]

    /// What a change is about, besides the record itself: keys by which `LogIndex` finds it. The same change always
    /// gives the same keys.
    public let concerns: (@Sendable (Change) throws -> [Key])?

    private let byName: [DatabaseName: any AnyTable]

    public init(
        application: String, format: Int, tables: [any AnyTable], migrations: [Migration] = [],
        concerns: (@Sendable (Change) throws -> [Key])? = nil
    ) {
        self.concerns = concerns
        self.application = application
        self.format = format
        self.tables = tables
        self.migrations = migrations.sorted { $0.from < $1.from }
        byName = Dictionary(tables.map { ($0.name, $0) }) { _, _ in preconditionFailure("two tables of one name") }
    }

    func table(_ name: DatabaseName) -> (any AnyTable)? { byName[name] }
}
