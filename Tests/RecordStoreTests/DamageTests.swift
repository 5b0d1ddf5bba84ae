import KeyValueStore
import TestSupport
import Testing

@testable import RecordStore

@Suite struct DamageTests {
    /// A store with every kind of value in it.
    private func smallStore() throws -> Store {
        let store = try newStore()
        try store.write(as: by("a")) { transaction in
            try Person.table.put(Person(id: 1, name: "张", number: "N"), in: &transaction)
            try Meeting.table.put(Meeting(id: 2, guests: [Guest(person: 1)]), in: &transaction)
            try notes.put([7], for: Key(3), in: &transaction)
            try sums.put([8], for: Key(4), in: &transaction)
        }
        try store.write(as: by("b")) { try Person.table.put(Person(id: 1, name: "李"), in: &$0) }
        return store
    }

    @Test("one flipped bit anywhere in a value or a key is found")
    func everyBit() throws {
        let store = try smallStore()
        #expect(try store.check().isClean)
        for (database, rows) in try rows(of: store) {
            for (key, value) in rows {
                for bit in 0..<value.count * 8 {
                    var flipped = value
                    flipped[bit / 8] ^= 1 << UInt8(bit % 8)
                    try store.engine.write { try $0.put(flipped, for: key, in: database) }
                    #expect(!(try store.check().isClean), "\(database) \(key.readable) value bit \(bit)")
                }
                try store.engine.write { try $0.put(value, for: key, in: database) }
                for bit in 0..<key.bytes.count * 8 {
                    var flipped = key
                    flipped.bytes[bit / 8] ^= 1 << UInt8(bit % 8)
                    try move(value, from: key, to: flipped, in: database, store)
                    #expect(!(try store.check().isClean), "\(database) \(key.readable) key bit \(bit)")
                    try move(value, from: flipped, to: key, in: database, store)
                }
            }
        }
        #expect(try store.check().isClean)
    }

    private func move(
        _ value: [UInt8], from old: Key, to new: Key, in database: DatabaseName, _ store: Store
    ) throws {
        try store.engine.write { transaction in
            try transaction.delete(old, in: database)
            try transaction.put(value, for: new, in: database)
        }
    }

    @Test("a damaged record is never handed out: the error names its database and key")
    func named() throws {
        let store = try smallStore()
        let key = Key(1)
        try store.engine.write { transaction in
            var value = try #require(try transaction.get(key, in: "people") { Array($0) })
            value[value.count - 1] ^= 4
            try transaction.put(value, for: key, in: "people")
        }
        let damaged = DecodingError(database: "people", key: key, problem: .checksum)
        #expect(throws: damaged) { try store.read { _ = try Person.table.get(1, in: &$0) } }
        #expect(throws: damaged) { try store.read { _ = try Person.table.all(in: &$0) } }
        #expect(throws: damaged) { try store.write(as: by("a")) { try Person.table.delete(1, in: &$0) } }
        #expect(throws: damaged) {
            try store.write(as: by("a")) { try Person.table.put(Person(id: 1, name: ""), in: &$0) }
        }
        let report = try store.check()
        #expect(report.findings.first?.message == "people 1：数据损坏，校验和不符")
    }

    @Test("a missing row is found wherever it was, and named")
    func missingRow() throws {
        for (database, content) in try rows(of: try smallStore()) where database != "sums" {
            for row in content {
                let store = try smallStore()
                _ = try store.engine.write { try $0.delete(row.key, in: database) }
                #expect(!(try store.check().isClean), "\(database) \(row.key.readable)")
            }
        }
    }

    @Test("a reference to nothing is named with its field")
    func dangling() throws {
        let store = try smallStore()
        try store.write(as: by("a")) { try Person.table.delete(1, in: &$0) }
        let report = try store.check()
        #expect(report.findings.map(\.message) == ["meetings 2：“guests”指向不存在的people 1"])
    }

    @Test("a value written past the change log is found, even with a right checksum")
    func unlogged() throws {
        let store = try smallStore()
        try store.engine.write { try $0.put(Envelope("notes").wrap([9], for: Key(3)), for: Key(3), in: "notes") }
        try store.engine.write { try $0.put(Envelope("notes").wrap([9], for: Key(5)), for: Key(5), in: "notes") }
        let report = try store.check()
        #expect(
            report.findings.map(\.problem) == [.notAsLogged(sequence: 1), .notAsLogged(sequence: nil)])
    }
}
