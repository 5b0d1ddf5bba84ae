import KeyValueStore

/// A row copied out of a scan, so that other reads can go between.
struct CopiedRow {
    var key: Key
    var value: [UInt8]
}

extension Reading where Self: ~Copyable {
    /// Walks a database in pages of copied rows, in key order.
    mutating func forEachPage(
        of database: DatabaseName, _ body: ([CopiedRow], inout Self) throws -> Void
    ) throws {
        var lower: Key?
        while true {
            var rows: [CopiedRow] = []
            var size = 0
            try scan(KeyRange(from: lower), in: database) { key, value in
                rows.append(CopiedRow(key: Key(bytes: Array(key)), value: Array(value)))
                size += key.count + value.count
                return rows.count < 1000 && size < 4 << 20 ? .next : .stop
            }
            guard let last = rows.last else { return }
            try body(rows, &self)
            lower = Key(bytes: last.key.bytes + [0])
        }
    }
}
