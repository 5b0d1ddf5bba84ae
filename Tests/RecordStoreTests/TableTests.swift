import KeyValueStore
import TestSupport
import Testing

@testable import RecordStore

@Suite struct TableTests {
    @Test("records are put, found by id and by index, and deleted with their entries")
    func basics() throws {
        try withStore { store in
            try store.write(as: by("a")) { transaction in
                try Person.table.insert(Person(id: 2, name: "李四", number: "B"), in: &transaction)
                try Person.table.put(Person(id: 1, name: "张三", number: "A"), in: &transaction)
                try Person.table.put(Person(id: 3, name: "张三"), in: &transaction)
            }
            try store.read { transaction in
                try #expect(Person.table.get(2, in: &transaction)?.name == "李四")
                try #expect(Person.table.get(9, in: &transaction) == nil)
                try #expect(Person.table.contains(1, in: &transaction))
                try #expect(Person.table.getMany([3, 9, 1], in: &transaction).map { $0?.name } == ["张三", nil, "张三"])
                try #expect(Person.table.all(in: &transaction).map(\.id) == [1, 2, 3])
                try #expect(
                    Person.table.all(KeyRange(from: Key(2)), direction: .backward, in: &transaction).map(\.id)
                        == [3, 2])
                try #expect(Person.table.ids(by: Person.byName, Key("张三"), in: &transaction) == [1, 3])
                try #expect(Person.table.find(by: Person.byNumber, Key("B"), in: &transaction).map(\.id) == [2])
            }
            try store.write(as: by("a")) { transaction in
                try #expect(Person.table.delete(1, in: &transaction)?.name == "张三")
                try #expect(Person.table.delete(1, in: &transaction) == nil)
            }
            try store.read { transaction in
                try #expect(Person.table.ids(by: Person.byName, Key("张三"), in: &transaction) == [3])
                try #expect(Person.table.ids(by: Person.byNumber, Key("A"), in: &transaction) == [])
            }
        }
    }

    @Test("an index with many entries a record finds each record once, in the order of the index")
    func manyEntries() throws {
        try withStore { store in
            try store.write(as: by("a")) { transaction in
                for id in 1...3 as ClosedRange<UInt32> {
                    try Person.table.put(Person(id: id, name: "人"), in: &transaction)
                }
                let twice = [Guest(person: 1), Guest(person: 2), Guest(person: 1)]
                try Meeting.table.put(Meeting(id: 10, day: 5, guests: twice), in: &transaction)
                try Meeting.table.put(Meeting(id: 11, day: -5, guests: [Guest(person: 1)]), in: &transaction)
            }
            try store.read { transaction in
                let table = Meeting.table
                try #expect(table.ids(by: Meeting.byGuest, Key(1 as UInt32), in: &transaction) == [11, 10])
                let range = KeyRange(from: Key(1 as UInt32, 0), to: Key(1 as UInt32, 6))
                try #expect(table.ids(by: Meeting.byGuest, range: range, in: &transaction) == [10])
                try #expect(table.ids(by: Meeting.byGuest, range: .all, in: &transaction) == [11, 10])
            }
            // Entries follow when the record changes.
            try store.write(as: by("a")) { transaction in
                try Meeting.table.put(Meeting(id: 10, day: 6, guests: [Guest(person: 3)]), in: &transaction)
            }
            try store.read { transaction in
                try #expect(Meeting.table.ids(by: Meeting.byGuest, Key(2 as UInt32), in: &transaction) == [])
                try #expect(Meeting.table.ids(by: Meeting.byGuest, Key(3 as UInt32), in: &transaction) == [10])
            }
        }
    }

    @Test("two records cannot have one unique value; the other is named, and the transaction goes on")
    func unique() throws {
        try withStore { store in
            try store.write(as: by("a")) { transaction in
                let table = Person.table
                try table.put(Person(id: 1, name: "甲", number: "X"), in: &transaction)
                let taken = RecordError.notUnique(index: "people.number", value: Key("X"), heldBy: Key(1))
                #expect(throws: taken) { try table.put(Person(id: 2, name: "乙", number: "X"), in: &transaction) }
                #expect(throws: taken) { try table.insert(Person(id: 2, name: "乙", number: "X"), in: &transaction) }
                try #expect(table.get(2, in: &transaction) == nil)
                try table.put(Person(id: 1, name: "甲", number: "Y"), in: &transaction)
                try table.put(Person(id: 2, name: "乙", number: "X"), in: &transaction)
                try table.put(Person(id: 2, name: "乙二", number: "X"), in: &transaction)
            }
        }
    }

    @Test("inserting an id that is taken is an error and changes nothing")
    func insertTwice() throws {
        try withStore { store in
            try store.write(as: by("a")) { transaction in
                try Person.table.insert(Person(id: 1, name: "甲", number: "X"), in: &transaction)
                #expect(throws: RecordError.alreadyExists(table: "people", key: Key(1))) {
                    try Person.table.insert(Person(id: 1, name: "乙", number: "Z"), in: &transaction)
                }
                try #expect(Person.table.ids(by: Person.byNumber, Key("Z"), in: &transaction) == [])
            }
        }
    }

    @Test("what throws leaves nothing behind, nor does a rehearsal")
    func rollback() throws {
        try withStore { store in
            struct Stop: Error {}
            #expect(throws: Stop.self) {
                try store.write(as: by("a")) { transaction in
                    try Person.table.put(Person(id: 1, name: "甲"), in: &transaction)
                    throw Stop()
                }
            }
            let name = try store.rehearse(as: by("a")) { transaction in
                try Person.table.put(Person(id: 1, name: "甲"), in: &transaction)
                return try Person.table.get(1, in: &transaction)?.name
            }
            #expect(name == "甲")
            try store.read { transaction in
                try #expect(Person.table.all(in: &transaction).isEmpty)
                try #expect(ChangeLog.head(in: &transaction).sequence == 0)
            }
        }
    }

    @Test("packed payloads are read in place and derived ones stay out of the change log")
    func packed() throws {
        try withStore { store in
            let change = try store.writeNoting(as: by("a")) { transaction in
                try notes.put([1, 2, 3], for: Key(2024, 7), in: &transaction)
                try sums.putMany(
                    [(Key(2), [2]), (Key(1), [1]), (Key(2), [22])], in: &transaction)
                try sums.putMany([(Key(2), [2]), (Key(3), [3])], in: &transaction)
            }.change
            try store.read { transaction in
                try #expect(notes.get(Key(2024, 7), in: &transaction) { Array($0) } == [1, 2, 3])
                var seen: [UInt8] = []
                try sums.scan(in: &transaction) { _, payload in
                    seen += Array(payload)
                    return .next
                }
                #expect(seen == [1, 2, 3])
                let changes = try ChangeLog.changes(of: try #require(change), in: &transaction)
                #expect(changes.map(\.table) == ["notes"])
            }
        }
    }
}
