import KeyValueStore
import TestSupport
import Testing

@testable import RecordStore

/// People as format 1 had them: one field for the whole name.
private struct OldPerson: Record {
    var id: UInt32
    var wholeName: String
    static let table = Table<OldPerson>("people")
    init(id: UInt32, wholeName: String) { (self.id, self.wholeName) = (id, wholeName) }
    func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id)
        fields.string(7, wholeName)
    }
    init(from fields: inout FieldReader) throws {
        self.init(id: try fields.unsigned(1), wholeName: try fields.string(7))
    }
}

@Suite struct FormatTests {
    private func oldStore() throws -> MemoryEngine {
        let engine = MemoryEngine()
        let schema = StoreSchema(application: "test", format: 1, tables: [OldPerson.table])
        let store = try Store.create(on: engine, schema: schema, path: "memory", as: by("old"))
        try store.write(as: by("old")) { try OldPerson.table.put(OldPerson(id: 1, wholeName: "张三"), in: &$0) }
        return engine
    }

    private let split = Migration(from: 1, "姓名分开") { transaction in
        let people = try OldPerson.table.all(in: &transaction)
        for person in people {
            try OldPerson.table.delete(person.id, in: &transaction)
            try Person.table.put(Person(id: person.id, name: person.wholeName), in: &transaction)
        }
    }

    @Test("an older store is brought to the present format step by step, each recorded and not to be undone")
    func migrates() throws {
        let engine = try oldStore()
        let schema = schema(format: 3, migrations: [Migration(from: 2, "无事") { _ in }, split])
        let store = try Store.open(engine, schema: schema, path: "memory", as: by("program"))
        try store.read { transaction in
            try #expect(Person.table.all(in: &transaction) == [Person(id: 1, name: "张三")])
            let entry = try #require(try ChangeLog.entry(2, in: &transaction))
            #expect(entry.context.summary == "姓名分开（格式 1 → 2）" && !entry.isReversible)
        }
        for change in [1, 2] as [UInt64] {
            #expect(throws: UndoError.irreversible(change)) {
                try store.write(as: by("a")) { _ = try $0.undo(change) }
            }
        }
        #expect(try store.check().isClean)
        _ = try Store.open(engine, schema: schema, path: "memory", as: by("program"))
        #expect(try store.read { try ChangeLog.head(in: &$0).sequence } == 2)
    }

    @Test("a step that fails leaves the store in its format")
    func failingStep() throws {
        let engine = try oldStore()
        struct Stop: Error {}
        let failing = schema(format: 2, migrations: [Migration(from: 1, "坏") { _ in throw Stop() }])
        #expect(throws: Stop.self) { try Store.open(engine, schema: failing, path: "memory", as: by("a")) }
        _ = try Store.open(
            engine, schema: StoreSchema(application: "test", format: 1, tables: []), path: "memory", as: by("a"))
    }

    @Test("a newer store, another program's store, an empty engine and a damaged format are refused")
    func refused() throws {
        let newer = MemoryEngine()
        _ = try Store.create(on: newer, schema: schema(format: 4), path: "p", as: by("a"))
        #expect(throws: OpenError.newerFormat(path: "p", found: 4, supported: 1)) {
            try Store.open(newer, schema: schema(), path: "p", as: by("a"))
        }
        let other = StoreSchema(application: "other", format: 1, tables: [])
        #expect(throws: OpenError.notAStore(path: "p", found: "other")) {
            let engine = MemoryEngine()
            _ = try Store.create(on: engine, schema: other, path: "p", as: by("a"))
            _ = try Store.open(engine, schema: schema(), path: "p", as: by("a"))
        }
        #expect(throws: OpenError.notAStore(path: "p", found: "没有格式记录")) {
            try Store.open(MemoryEngine(), schema: schema(), path: "p", as: by("a"))
        }
        #expect(throws: OpenError.exists(path: "p")) {
            try Store.create(on: newer, schema: schema(), path: "p", as: by("a"))
        }
        try newer.write { try $0.put([1, 2, 3], for: Key("store"), in: "format") }
        #expect(throws: OpenError.self) { try Store.open(newer, schema: schema(), path: "p", as: by("a")) }
    }
}
