import KeyValueStore
import TestSupport
import Testing

@testable import RecordStore

@Suite struct UndoTests {
    private func put(_ people: Person..., in store: Store, by who: String = "a") throws -> UInt64 {
        let change = try store.writeNoting(as: by(who)) { transaction in
            for person in people { try Person.table.put(person, in: &transaction) }
        }.change
        return try #require(change)
    }

    private func undo(_ change: UInt64, sparing: Bool = false, in store: Store) throws -> (UndoOutcome, UInt64?) {
        let done = try store.writeNoting(as: by("undoer")) { try $0.undo(change, sparing: sparing) }
        return (done.value, done.change)
    }

    private func names(_ store: Store) throws -> [String] {
        try store.read { try Person.table.all(in: &$0).map(\.name) }
    }

    @Test("an action is taken back, and taking back is taken back")
    func undoOfUndo() throws {
        try withStore { store in
            let first = try put(Person(id: 1, name: "甲"), Person(id: 2, name: "乙"), in: store)
            let second = try put(Person(id: 1, name: "甲改", number: "N"), Person(id: 3, name: "丙"), in: store)
            let (outcome, third) = try undo(second, in: store)
            #expect(try names(store) == ["甲", "乙"])
            #expect(outcome.changes.map(\.key) == [Key(1), Key(3)] && outcome.spared.isEmpty)
            let (_, fourth) = try undo(try #require(third), in: store)
            #expect(try names(store) == ["甲改", "乙", "丙"])
            // What the pair did to each other counts for nothing: the second can be taken back again by its redo.
            _ = try undo(try #require(fourth), in: store)
            #expect(try names(store) == ["甲", "乙"])
            #expect(throws: UndoError.alreadyUndone(second, by: 3)) { try undo(second, in: store) }
            _ = try undo(first, in: store)
            #expect(try names(store) == [])
            try store.read { transaction in
                try #expect(ChangeLog.entry(3, in: &transaction)?.undoes == second)
            }
        }
    }

    @Test("a record changed since is named with who and when, and nothing is written")
    func conflict() throws {
        try withStore { store in
            let first = try put(Person(id: 1, name: "甲"), Person(id: 2, name: "乙"), in: store)
            let second = try put(Person(id: 1, name: "甲改"), in: store, by: "王科长")
            let conflict = UndoConflict(
                record: RecordAddress(table: "people", key: Key(1)),
                reason: .changedSince(sequence: second, who: "王科长", instant: 1_700_000_000_000))
            #expect(throws: UndoError.conflicts([conflict])) { try undo(first, in: store) }
            #expect(try names(store) == ["甲改", "乙"])
            let (outcome, _) = try undo(first, sparing: true, in: store)
            #expect(outcome.spared == [conflict] && outcome.changes.map(\.key) == [Key(2)])
            #expect(try names(store) == ["甲改"])
            // The rest goes back once nothing stands in its way.
            _ = try undo(second, in: store)
            let (rest, _) = try undo(first, in: store)
            #expect(rest.changes.map(\.key) == [Key(1)])
            #expect(try names(store) == [])
        }
    }

    @Test("a record others point at is not taken away")
    func pointedAt() throws {
        try withStore { store in
            let people = try put(Person(id: 1, name: "甲"), Person(id: 2, name: "乙"), in: store)
            let meeting = try store.writeNoting(as: by("a")) { transaction in
                try Meeting.table.put(Meeting(id: 9, guests: [Guest(person: 2)]), in: &transaction)
            }.change
            let conflict = UndoConflict(
                record: RecordAddress(table: "people", key: Key(2)),
                reason: .pointedAtBy(RecordAddress(table: "meetings", key: Key(9))))
            #expect(throws: UndoError.conflicts([conflict])) { try undo(people, in: store) }
            let (outcome, _) = try undo(people, sparing: true, in: store)
            #expect(outcome.spared == [conflict])
            #expect(try names(store) == ["乙"])
            _ = try undo(try #require(meeting), in: store)
        }
    }

    @Test("a record is not put back when what it points at is gone, or its unique value is taken")
    func cannotReturn() throws {
        try withStore { store in
            _ = try put(Person(id: 1, name: "甲", number: "N"), in: store)
            try store.write(as: by("a")) { transaction in
                try Meeting.table.put(Meeting(id: 9, guests: [Guest(person: 1)]), in: &transaction)
            }
            let removedMeeting = try store.writeNoting(as: by("a")) { try Meeting.table.delete(9, in: &$0) }.change
            let removedPerson = try store.writeNoting(as: by("a")) { try Person.table.delete(1, in: &$0) }.change
            _ = try put(Person(id: 2, name: "乙", number: "N"), in: store)
            let missing = UndoConflict(
                record: RecordAddress(table: "meetings", key: Key(9)),
                reason: .pointsAtMissing(RecordAddress(table: "people", key: Key(1))))
            #expect(throws: UndoError.conflicts([missing])) { try undo(removedMeeting ?? 0, in: store) }
            let taken = UndoConflict(
                record: RecordAddress(table: "people", key: Key(1)),
                reason: .valueTaken(index: "people.number", by: Key(2)))
            #expect(throws: UndoError.conflicts([taken])) { try undo(removedPerson ?? 0, in: store) }
        }
    }

    @Test("unique values exchanged within one action go back together")
    func exchange() throws {
        try withStore { store in
            _ = try put(Person(id: 1, name: "甲", number: "A"), Person(id: 2, name: "乙", number: "B"), in: store)
            let swap = try put(
                Person(id: 1, name: "甲"), Person(id: 2, name: "乙", number: "A"),
                Person(id: 1, name: "甲", number: "B"), in: store)
            _ = try undo(swap, in: store)
            try store.read { transaction in
                try #expect(Person.table.ids(by: Person.byNumber, Key("A"), in: &transaction) == [1])
                try #expect(Person.table.ids(by: Person.byNumber, Key("B"), in: &transaction) == [2])
            }
        }
    }

    @Test("what never was cannot be taken back")
    func unknown() throws {
        try withStore { store in
            #expect(throws: UndoError.unknownChange(7)) { try undo(7, in: store) }
        }
    }

    @Test("an action that ends where it began leaves no entry")
    func nothingChanged() throws {
        try withStore { store in
            _ = try put(Person(id: 1, name: "甲"), in: store)
            let change = try store.writeNoting(as: by("a")) { transaction in
                try Person.table.put(Person(id: 1, name: "乙"), in: &transaction)
                try Person.table.put(Person(id: 2, name: "丙"), in: &transaction)
                try Person.table.delete(2, in: &transaction)
                try Person.table.put(Person(id: 1, name: "甲"), in: &transaction)
            }.change
            #expect(change == nil)
        }
    }
}
