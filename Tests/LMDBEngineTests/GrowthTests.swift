import KeyValueStore
import TestSupport
import Testing

@testable import LMDBEngine

@Suite("Growing")
struct GrowthTests {
    private func openSmall(_ path: String) throws -> Environment {
        try Environment.open(at: path, mode: .readWrite, busyTimeout: .seconds(30), mapSize: 1 << 20)
    }

    @Test("a map that is too small grows; the use case runs again and loses nothing")
    func growing() throws {
        let sample = try SampleStore()
        let store = try openSmall(sample.path)
        defer { store.close() }
        var runs = 0
        try store.write { transaction in
            runs += 1
            for number in 0..<20_000 {
                try transaction.put([UInt8](repeating: 1, count: 500), for: Key(UInt64(number)), in: SampleStore.rows)
            }
        }
        #expect(runs > 3)
        #expect(try SampleStore.count(store) == 20_000)
        #expect(try Environment.inspect(sample.path).isSound)
    }

    @Test("a use case that swallows the error of a full map runs again all the same")
    func swallowing() throws {
        let sample = try SampleStore()
        let store = try openSmall(sample.path)
        defer { store.close() }
        try store.write { transaction in
            for number in 0..<4_000 {
                try? transaction.put([UInt8](repeating: 1, count: 500), for: Key(UInt64(number)), in: SampleStore.rows)
            }
        }
        #expect(try SampleStore.count(store) == 4_000)
    }

    @Test("a write inside a read cannot move the map under it: an error, and nothing written")
    func writingInsideReading() throws {
        let sample = try SampleStore(rows: 1)
        let store = try openSmall(sample.path)
        defer { store.close() }
        try store.read { _ in
            _ = #expect(throws: TransactionError.self) { try SampleStore.fill(store, 0..<4_000, bytes: 500) }
        }
        #expect(try SampleStore.count(store) == 1)
    }

    @Test("readers that live while the map grows see their snapshot to the end")
    func liveReaders() async throws {
        let sample = try SampleStore(rows: 100, bytes: 1_000)
        let store = try openSmall(sample.path)
        defer { store.close() }
        let isDone = Flag()
        let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    var wrong = 0
                    repeat { wrong += try Self.misread(store) } while !isDone.isRaised
                    return wrong
                }
            }
            for round in 1...40 { try SampleStore.fill(store, round * 100..<round * 100 + 100, bytes: 1_000) }
            isDone.raise()
            return try await group.reduce(0, +)
        }
        #expect(wrong == 0)
        #expect(try SampleStore.count(store) == 4_100)
    }

    /// Counts rows whose bytes are not what their key says, and snapshots that hold part of a commit.
    private static func misread(_ store: Environment) throws -> Int {
        try store.read { transaction in
            var (wrong, count) = (0, 0)
            try transaction.scan(.all, in: SampleStore.rows) { key, value in
                let number = try Key(bytes: [UInt8](key)).element(as: UInt64.self)
                let expected = UInt8(truncatingIfNeeded: number)
                if value.count != 1_000 || value[0] != expected || value[999] != expected { wrong += 1 }
                count += 1
                return .next
            }
            return wrong + count % 100
        }
    }

    @Test("a file that another process made larger than our map is followed")
    func resizedByAnother() throws {
        let sample = try SampleStore(rows: 1)
        let store = try openSmall(sample.path)
        defer { store.close() }
        let child = ChildProcess("store-peer", ["write", sample.path, "3000"])
        #expect(child.readToEnd().count == 3_000)
        #expect(try SampleStore.count(store) == 3_001)
        try SampleStore.fill(store, 1..<2, bytes: 10)
        #expect(try SampleStore.count(store) == 3_002)
    }

    @Test("a database that another process made is seen by the next transaction")
    func databaseOfAnother() throws {
        let sample = try SampleStore()
        let store = try Environment.open(at: sample.path)
        defer { store.close() }
        #expect(try SampleStore.count(store) == 0)
        let child = ChildProcess("store-peer", ["write", sample.path, "2"])
        #expect(child.readToEnd() == ["0", "1"])
        #expect(try SampleStore.count(store) == 2)
    }

    @Test("a database that another process made is seen by a write, and by a read inside that write")
    func databaseOfAnotherWhileWriting() throws {
        let sample = try SampleStore()
        let store = try Environment.open(at: sample.path)
        defer { store.close() }
        #expect(ChildProcess("store-peer", ["write", sample.path, "2"]).readToEnd() == ["0", "1"])
        let (deleted, seenBeside) = try store.write { transaction in
            (try transaction.deleteAll(.all, in: SampleStore.rows), try SampleStore.count(store))
        }
        #expect(deleted == 2 && seenBeside == 2)
        #expect(try SampleStore.count(store) == 0)
    }

    @Test("few addresses: the map is as large as they allow, and work goes on")
    func littleMemory() throws {
        let sample = try SampleStore(rows: 1_000, bytes: 1_000)
        let child = ChildProcess("store-peer", ["work-in-little-memory", sample.path, "600"])
        let said = child.readToEnd()
        #expect(child.wait() == .exit(0), "\(said)")
        #expect(said.last?.hasPrefix("rows 1003 ") == true, "\(said)")
    }
}
