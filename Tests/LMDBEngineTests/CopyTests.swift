import KeyValueStore
import TestSupport
import Testing

@testable import LMDBEngine

@Suite("Hot copies")
struct CopyTests {
    @Test("a copy made while writing is one whole snapshot", arguments: [true, false])
    func whileWriting(compacting: Bool) async throws {
        let sample = try SampleStore(rows: 100, bytes: 500)
        let store = try Environment.open(at: sample.path)
        defer { store.close() }
        let isDone = Flag()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var round = 1
                while !isDone.isRaised {
                    try SampleStore.fill(store, round * 100..<round * 100 + 100, bytes: 500)
                    round += 1
                }
            }
            defer { isDone.raise() }
            for number in 0..<8 {
                let path = sample.directory.file("copy\(number)")
                try store.copy(to: path, compacting: compacting)
                #expect(try Environment.inspect(path).isSound)
                #expect(Files.permissions(path) == 0o600)
                let copy = try Environment.open(at: path, mode: .readOnly)
                defer { copy.close() }
                #expect(try SampleStore.count(copy) % 100 == 0)
            }
        }
    }

    @Test("a compacted copy leaves free pages out")
    func compacting() throws {
        let sample = try SampleStore(rows: 2_000, bytes: 500)
        let store = try Environment.open(at: sample.path)
        defer { store.close() }
        try store.write { _ = try $0.deleteAll(KeyRange(from: Key(UInt64(10))), in: SampleStore.rows) }
        try store.copy(to: sample.directory.file("plain"), compacting: false)
        try store.copy(to: sample.directory.file("small"))
        #expect(Files.size(sample.directory.file("small")) * 10 < Files.size(sample.directory.file("plain")))
        #expect(try Environment.inspect(sample.directory.file("small")).entries == ["rows": 10])
    }

    @Test("an empty store is copied too", arguments: [true, false])
    func empty(compacting: Bool) throws {
        let sample = try SampleStore()
        let store = try Environment.open(at: sample.path)
        defer { store.close() }
        try store.copy(to: sample.directory.file("copy"), compacting: compacting)
        let copy = try Environment.open(at: sample.directory.file("copy"))
        defer { copy.close() }
        try SampleStore.fill(copy, 0..<3, bytes: 1)
        #expect(try SampleStore.count(copy) == 3)
    }

    @Test("a copy replaces nothing and leaves nothing behind where it cannot be made")
    func refusals() throws {
        let sample = try SampleStore(rows: 1)
        let store = try Environment.open(at: sample.path, mode: .readOnly)
        defer { store.close() }
        let taken = sample.directory.file("taken")
        Files.write([1, 2, 3], to: taken)
        #expect(throws: OpenError.exists(path: taken)) { try store.copy(to: taken) }
        #expect(Files.read(taken) == [1, 2, 3])
        let nowhere = sample.directory.file("nowhere/copy")
        #expect(throws: OpenError.missing(path: nowhere)) { try store.copy(to: nowhere) }
        #expect(sample.directory.names == ["store", "store-lock", "taken"])
    }
}
