import KeyValueStore
import LMDBEngine

/// Everything in a store, to see what one transaction changed.
struct Snapshot: Equatable {
    struct Change {
        var database: String
        var key: [UInt8]
        /// Nil where the key is gone.
        var value: [UInt8]?
    }

    private var databases: [String: [[UInt8]: [UInt8]]] = [:]

    init(_ path: String) throws {
        let store = try Environment.open(at: path, mode: .readOnly)
        defer { store.close() }
        let names = try Environment.inspect(path).entries.keys
        databases = try store.read { transaction in
            var databases: [String: [[UInt8]: [UInt8]]] = [:]
            for name in names {
                var rows: [[UInt8]: [UInt8]] = [:]
                try transaction.scan(.all, in: DatabaseName(name)) { key, value in
                    rows[[UInt8](key)] = [UInt8](value)
                    return .next
                }
                databases[name] = rows
            }
            return databases
        }
    }

    /// What has to be written to get from an earlier snapshot to this one, in order of database and key.
    func changes(since earlier: Snapshot) -> [Change] {
        var changes: [Change] = []
        for (name, rows) in databases {
            let old = earlier.databases[name] ?? [:]
            for (key, value) in rows where old[key] != value {
                changes.append(Change(database: name, key: key, value: value))
            }
            for key in old.keys where rows[key] == nil { changes.append(Change(database: name, key: key)) }
        }
        return changes.sorted {
            $0.database == $1.database ? $0.key.lexicographicallyPrecedes($1.key) : $0.database < $1.database
        }
    }
}
