import KeyValueStore
import LMDBEngine
import TestSupport

/// A store for one test, with its pages walked at the end.
struct SampleStore {
    static let rows: DatabaseName = "rows"

    let directory = TemporaryDirectory()
    var path: String { directory.file("store") }

    /// Makes it with this many rows of this many bytes, in one commit.
    init(rows count: Int = 0, bytes: Int = 100) throws {
        let store = try Environment.create(at: path)
        defer { store.close() }
        try Self.fill(store, 0..<count, bytes: bytes)
    }

    static func fill(_ store: Environment, _ numbers: Range<Int>, bytes: Int) throws {
        try store.write { transaction in
            for number in numbers {
                let value = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: bytes)
                try transaction.put(value, for: Key(UInt64(number)), in: rows)
            }
        }
    }

    static func count(_ store: Environment) throws -> Int {
        try store.read { transaction in
            var count = 0
            try transaction.scan(.all, in: rows) { _, _ in
                count += 1
                return .next
            }
            return count
        }
    }
}
