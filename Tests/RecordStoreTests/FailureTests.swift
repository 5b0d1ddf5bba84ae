import KeyValueStore
import LMDBEngine
import TestSupport
import Testing

@testable import RecordStore

/// An engine that runs every writing body once for nothing, as one does that lost a race or had to grow.
private final class RepeatingEngine: KeyValueEngine {
    let inner = MemoryEngine()
    var traits: EngineTraits { inner.traits }

    func withReadHandle<R>(_ body: (any ReadHandle) throws -> R) throws -> R { try inner.withReadHandle(body) }

    func withWriteHandle<R>(_ body: (any WriteHandle) throws -> R) throws -> R {
        do {
            try inner.withWriteHandle { handle -> Void in
                _ = try body(handle)
                throw Lost()
            }
        } catch is Lost {}
        return try inner.withWriteHandle(body)
    }
}

private struct Lost: Error {}

@Suite struct FailureTests {
    @Test("a use case that goes on after a failed write cannot commit half a record")
    func poisoned() throws {
        let store = try newStore()
        let long = String(repeating: "名", count: 400)
        #expect(throws: TransactionError.self) {
            try store.write(as: by("a")) { transaction in
                try Person.table.put(Person(id: 1, name: "甲"), in: &transaction)
                // The record fits, its index entry does not.
                try? Person.table.put(Person(id: 2, name: long), in: &transaction)
            }
        }
        #expect(throws: RecordError.alreadyExists(table: "people", key: Key(3))) {
            try store.write(as: by("a")) { transaction in
                try? Person.table.insertMany(
                    [Person(id: 3, name: "丙"), Person(id: 3, name: "丁")], in: &transaction)
            }
        }
        #expect(try store.read { try Person.table.all(in: &$0) }.isEmpty)
        #expect(try store.check().isClean)
    }

    @Test("an action that an engine runs twice happens once")
    func runTwice() throws {
        let store = try newStore(RepeatingEngine())
        for id in 1...3 as ClosedRange<UInt32> {
            try store.write(as: by("a")) {
                try Person.table.insert(Person(id: id, name: "人", number: "\(id)"), in: &$0)
            }
        }
        try store.write(as: by("a")) { _ = try $0.undo(2) }
        try store.read { transaction in
            try #expect(ChangeLog.head(in: &transaction).sequence == 4)
            try #expect(Person.table.all(in: &transaction).map(\.id) == [1, 3])
        }
        #expect(try store.check().isClean)
    }

    @Test("a log whose head was lost is never overwritten")
    func lostHead() throws {
        let store = try newStore()
        try store.write(as: by("a")) { try Person.table.put(Person(id: 1, name: "甲"), in: &$0) }
        _ = try store.engine.write { try $0.delete(Key("log"), in: "format") }
        #expect(throws: TransactionError.self) {
            try store.write(as: by("b")) { try Person.table.put(Person(id: 2, name: "乙"), in: &$0) }
        }
        let entry = try store.read { try ChangeLog.entry(1, in: &$0) }
        #expect(entry?.context.who == "a")
    }

    @Test("everything holds on a real file, and after opening it again")
    func onDisk() throws {
        let directory = TemporaryDirectory()
        let path = directory.file("store.lvz")
        let environment = try Environment.create(at: path)
        let store = try newStore(environment)
        try store.write(as: by("import")) { transaction in
            try Person.table.insertMany(
                (1...3000).map { Person(id: $0, name: "人\($0 % 7)", number: "\($0)", tags: ["备注"]) }, in: &transaction)
        }
        #expect(throws: RecordError.notUnique(index: "people.number", value: Key("7"), heldBy: Key(7))) {
            try store.write(as: by("a")) { try Person.table.put(Person(id: 9000, name: "甲", number: "7"), in: &$0) }
        }
        try store.write(as: by("a")) { try Person.table.put(Person(id: 5, name: "改"), in: &$0) }
        let spared = try store.write(as: by("a")) { try $0.undo(1, sparing: true) }.spared
        #expect(spared.map(\.record.key) == [Key(5)])
        environment.close()

        let again = try Environment.open(at: path)
        defer { again.close() }
        let reopened = try Store.open(again, schema: schema(), path: path, as: by("a"))
        #expect(try reopened.read { try Person.table.all(in: &$0) } == [Person(id: 5, name: "改")])
        let report = try reopened.check()
        #expect(report.isClean && report.head.sequence == 3, "\(report.findings.map(\.message))")
    }
}
