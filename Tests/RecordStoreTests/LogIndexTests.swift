import KeyValueStore
import Testing

@testable import RecordStore

@Suite struct LogIndexTests {
    private func about(_ person: UInt32, in store: Store) throws -> [UInt64] {
        try store.read { try LogIndex.sequences(of: .concern(Key("guest", person)), in: &$0) }
    }

    /// Three meetings and the undo of the second: 1 is the first entry.
    private func fill(_ store: Store) throws {
        for (id, guests) in [(1, [7, 8]), (2, [8]), (3, [9])] as [(UInt64, [UInt32])] {
            var context = by("a", at: 1000 * Int64(id))
            context.account = id == 3 ? 5 : nil
            try store.write(as: context) { transaction in
                try Person.table.put(Person(id: UInt32(id), name: "张"), in: &transaction)
                try Meeting.table.put(Meeting(id: id, guests: guests.map { Guest(person: $0) }), in: &transaction)
            }
        }
        try store.write(as: by("b", at: 4000)) { _ = try $0.undo(2) }
    }

    @Test("entries are found by whom they concern, by account and by time")
    func finds() throws {
        try withStore { store in
            for person in [7, 8, 9] as [UInt32] {
                try store.write(as: by("x", at: 500)) { try Person.table.put(Person(id: person, name: "客"), in: &$0) }
            }
            try store.write(as: by("y", at: 600)) { transaction in
                try Meeting.table.put(Meeting(id: 1, guests: [Guest(person: 7), Guest(person: 8)]), in: &transaction)
            }
            try store.write(as: by("z", at: 700)) { transaction in
                try Meeting.table.put(Meeting(id: 1, guests: [Guest(person: 9)]), in: &transaction)
            }
            try store.write(as: by("u", at: 800)) { _ = try $0.undo(5) }
            #expect(try about(7, in: store) == [4, 5, 6])
            #expect(try about(9, in: store) == [5, 6])
            #expect(try about(1, in: store).isEmpty)
            let times = try store.read { try LogIndex.sequences(at: 600..<701, in: &$0) }
            #expect(times == [4, 5])
        }
    }

    @Test("a store from before gets its index with the first write")
    func older() throws {
        let store = try newStore()
        try fill(store)
        let indexed = try rows(of: store)["changes.index"]?.map(\.key)
        try store.engine.write { transaction in
            for key in indexed ?? [] { try transaction.delete(key, in: "changes.index") }
            try transaction.delete(LogIndex.markKey, in: "format")
        }
        #expect(try store.check().findings.filter { $0.database == "changes.index" }.isEmpty)
        #expect(try store.read { try !LogIndex.isWhole(in: &$0) })
        try store.write(as: by("c", at: 5000)) { try Person.table.put(Person(id: 20, name: "李"), in: &$0) }
        #expect(try about(8, in: store) == [1, 2, 4])
        #expect(try store.read { try LogIndex.sequences(of: .account(5), in: &$0) } == [3])
    }

    @Test("an entry that is missing or too many is found by the check")
    func checked() throws {
        let store = try newStore()
        try fill(store)
        let key = try #require(try rows(of: store)["changes.index"]?.first?.key)
        try store.engine.write { _ = try $0.delete(key, in: "changes.index") }
        #expect(try store.check().findings.contains { $0.database == "changes.index" })
        try store.engine.write { try $0.put([], for: key, in: "changes.index") }
        #expect(try !store.check().findings.contains { $0.database == "changes.index" })
        try store.engine.write { try $0.put([], for: Key(UInt8(3), UInt64(1), UInt64(1)), in: "changes.index") }
        #expect(try store.check().findings.contains { $0.database == "changes.index" })
    }
}
