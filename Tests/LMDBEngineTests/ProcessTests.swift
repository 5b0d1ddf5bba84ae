import KeyValueStore
import TestSupport
import Testing

@testable import LMDBEngine

@Suite("Several processes")
struct ProcessTests {
    @Test("two processes write at once and every row is there")
    func twoWriters() throws {
        let sample = try SampleStore()
        let children = (0..<2).map { _ in ChildProcess("store-peer", ["write", sample.path, "150"]) }
        let store = try Environment.open(at: sample.path)
        defer { store.close() }
        for number in 0..<50 { try SampleStore.fill(store, number..<number + 1, bytes: 10) }
        for child in children {
            #expect(child.readToEnd().count == 150)
            #expect(child.wait() == .exit(0))
        }
        #expect(try SampleStore.count(store) == 350)
        #expect(try Environment.inspect(sample.path).isSound)
    }

    @Test("a writer waits for another process, then says busy; a killed one is waited for no longer")
    func busy() throws {
        let sample = try SampleStore()
        let child = ChildProcess("store-peer", ["hold-writer", sample.path])
        #expect(child.readLine() == "holding")
        let store = try Environment.open(at: sample.path, busyTimeout: .milliseconds(200))
        defer { store.close() }
        #expect(throws: TransactionError.busy(seconds: 0.2)) { try SampleStore.fill(store, 0..<1, bytes: 1) }
        #expect(try SampleStore.count(store) == 0)
        #expect(child.kill() == .signal(9))
        try SampleStore.fill(store, 0..<1, bytes: 1)
        #expect(try SampleStore.count(store) == 1)
    }

    @Test("a writer of this process is waited for just as long")
    func busyThread() async throws {
        let sample = try SampleStore()
        let store = try Environment.open(at: sample.path, busyTimeout: .milliseconds(200))
        defer { store.close() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (began, goOn) = (AsyncStream<Void>.makeStream(), Semaphore())
            group.addTask {
                try store.write { _ in
                    began.continuation.yield()
                    goOn.wait()
                }
            }
            for await _ in began.stream { break }
            #expect(throws: TransactionError.busy(seconds: 0.2)) { try SampleStore.fill(store, 0..<1, bytes: 1) }
            goOn.signal()
            try await group.waitForAll()
        }
        try SampleStore.fill(store, 0..<1, bytes: 1)
    }

    @Test("pages pinned by a killed reader are used again")
    func killedReader() throws {
        let sample = try SampleStore(rows: 1_000, bytes: 1_000)
        let child = ChildProcess("store-peer", ["hold-reader", sample.path])
        #expect(child.readLine() == "holding")
        var store = try Environment.open(at: sample.path)
        func rewrite() throws -> Int {
            for _ in 0..<15 { try SampleStore.fill(store, 0..<1_000, bytes: 1_000) }
            return Files.size(sample.path)
        }
        _ = try rewrite()
        let pinned = try rewrite()
        #expect(child.kill() == .signal(9))
        // Dead readers are cleared at every opening.
        store.close()
        store = try Environment.open(at: sample.path)
        defer { store.close() }
        #expect(try rewrite() == pinned)
    }

    @Test("more readers than slots: an error by its name, and room again afterwards")
    func tooManyReaders() throws {
        let sample = try SampleStore(rows: 1)
        let store = try Environment.open(at: sample.path)
        defer { store.close() }
        #expect(throws: TransactionError.tooManyReaders) { try Self.nest(store, depth: 600) }
        #expect(try SampleStore.count(store) == 1)
    }

    /// Reads within reads.
    private static func nest(_ store: Environment, depth: Int) throws {
        guard depth > 0 else { return }
        try store.withReadHandle { _ in try nest(store, depth: depth - 1) }
    }
}
