public import KeyValueStore

/// Where a record is: its table and its key.
public struct RecordAddress: Hashable, Sendable {
    public var table: DatabaseName
    public var key: Key

    public init(table: DatabaseName, key: Key) {
        self.table = table
        self.key = key
    }
}

/// What a record needs of others: the records it points at, and the values it must be alone in having.
public struct RecordTies: Sendable {
    var pointsAt: [RecordAddress] = []
    var unique: [(index: DatabaseName, entry: Key)] = []

    public init() {}
}
