import KeyValueStore
import TestSupport
import Testing

@testable import RecordStore

@Suite struct BulkTests {
    @Test("records in any order go into an empty table and into a filled one")
    func anyOrder() throws {
        try withStore { store in
            try store.write(as: by("import")) { transaction in
                let people = [5, 1, 9].map { Person(id: $0, name: "人\($0)", number: "N\($0)") }
                try Person.table.insertMany(people, in: &transaction)
            }
            try store.write(as: by("import")) { transaction in
                let people = [4, 12, 2].map { Person(id: $0, name: "人\($0)", number: "N\($0)") }
                try Person.table.insertMany(people, in: &transaction)
            }
            try store.read { transaction in
                try #expect(Person.table.all(in: &transaction).map(\.id) == [1, 2, 4, 5, 9, 12])
                try #expect(Person.table.ids(by: Person.byNumber, Key("N12"), in: &transaction) == [12])
            }
        }
    }

    @Test("an id or a unique value that is there already, or comes twice, is an error that names it")
    func twice() throws {
        try withStore { store in
            try store.write(as: by("a")) { try Person.table.put(Person(id: 5, name: "甲", number: "A"), in: &$0) }
            let cases: [([Person], RecordError)] = [
                (
                    [Person(id: 7, name: "乙"), Person(id: 5, name: "丙")],
                    .alreadyExists(table: "people", key: Key(5))
                ),
                (
                    [Person(id: 7, name: "乙"), Person(id: 7, name: "丙")],
                    .alreadyExists(table: "people", key: Key(7))
                ),
                (
                    [Person(id: 7, name: "乙", number: "A")],
                    .notUnique(index: "people.number", value: Key("A"), heldBy: Key(5))
                ),
                (
                    [Person(id: 7, name: "乙", number: "B"), Person(id: 8, name: "丙", number: "B")],
                    .notUnique(index: "people.number", value: Key("B"), heldBy: Key(7))
                ),
            ]
            for (people, error) in cases {
                #expect(throws: error) {
                    try store.write(as: by("import")) { try Person.table.insertMany(people, in: &$0) }
                }
            }
        }
    }

    @Test("a change set of 20,000 records is kept in parts of bounded size and can be taken back")
    func large() throws {
        let store = try newStore()
        let count: UInt32 = 20_000
        let change = try store.writeNoting(as: by("import")) { transaction in
            for start in stride(from: 0, to: count, by: 5_000) {
                let people = (start..<start + 5_000).map { Person(id: $0, name: "人", number: "N\($0)") }
                try Person.table.insertMany(people, in: &transaction)
            }
        }.change
        let values = try rows(of: store)["changes"] ?? []
        #expect(values.allSatisfy { $0.value.count < 2 * ChangeRecorder.partSize })
        let entry = try store.read { try ChangeLog.entry(1, in: &$0) }
        #expect(entry?.changeCount == 20_000)
        let outcome = try store.writeNoting(as: by("undo")) { try $0.undo(try #require(change)) }.value
        #expect(outcome.changes.count == 20_000)
        try store.read { transaction in
            try #expect(Person.table.ids(by: Person.byName, range: .all, in: &transaction).isEmpty)
        }
        #expect(try store.check().isClean)
    }
}
