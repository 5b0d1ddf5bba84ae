import KeyValueStore
import TestSupport
import Testing

@testable import RecordStore

/// Random user actions on a store and on dictionaries; after each both must agree and the store must check clean.
@Suite struct ModelTests {
    struct Model: Equatable {
        var people: [UInt32: Person] = [:]
        var meetings: [UInt64: Meeting] = [:]
    }

    @Test("a store behaves as dictionaries do, and undo as going back", arguments: 1...12 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let store = try newStore()
        var model = Model()
        var history: [Model] = [model]  // the state after each change set
        for step in 0..<40 {
            let before = model
            if history.count > 1, Int.random(in: 0..<5, using: &numbers) == 0 {
                // The newest change set can always be taken back.
                let outcome = try store.writeNoting(as: by("undo \(step)")) { transaction in
                    try transaction.undo(UInt64(history.count - 1))
                }
                #expect(outcome.value.spared.isEmpty)
                model = history[history.count - 2]
                history.append(model)
            } else {
                let change = try act(on: store, &model, &numbers)
                #expect((change != nil) == (model != before), "seed \(seed) step \(step)")
                if change != nil { history.append(model) }
            }
            try compare(store, model, "seed \(seed) step \(step)")
        }
    }

    private func act(on store: Store, _ model: inout Model, _ numbers: inout SeededNumbers) throws -> UInt64? {
        var next = model
        var random = numbers
        let change = try store.writeNoting(as: by("random")) { transaction in
            (next, random) = (model, numbers)
            for _ in 0..<Int.random(in: 1...6, using: &random) { try write(&next, &random, in: &transaction) }
        }.change
        (model, numbers) = (next, random)
        return change
    }

    private func write(
        _ model: inout Model, _ numbers: inout SeededNumbers, in transaction: inout RecordTransaction
    ) throws {
        let id = UInt32.random(in: 1...8, using: &numbers)
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0...2:
            let number = ["", "A", "B", "C"].randomElement(using: &numbers) ?? ""
            let person = Person(id: id, name: ["张", "李"].randomElement(using: &numbers) ?? "", number: number)
            let isFree = number.isEmpty || !model.people.values.contains { $0.number == number && $0.id != id }
            do {
                try Person.table.put(person, in: &transaction)
                #expect(isFree)
                model.people[id] = person
            } catch RecordError.notUnique { #expect(!isFree) }
        case 3:
            // Nobody who is a guest is removed, so that references hold.
            guard !model.meetings.values.contains(where: { $0.guests.contains { $0.person == id } }) else { return }
            let gone = try Person.table.delete(id, in: &transaction)
            #expect(gone == model.people.removeValue(forKey: id))
        case 4:
            let guests = model.people.keys.sorted().filter { _ in Bool.random(using: &numbers) }
            let meeting = Meeting(
                id: UInt64(id), day: Int32.random(in: -3...3, using: &numbers), guests: guests.map { Guest(person: $0) }
            )
            try Meeting.table.put(meeting, in: &transaction)
            model.meetings[meeting.id] = meeting
        default:
            let gone = try Meeting.table.delete(UInt64(id), in: &transaction)
            #expect(gone == model.meetings.removeValue(forKey: UInt64(id)))
        }
    }

    private func compare(_ store: Store, _ model: Model, _ place: String) throws {
        try store.read { transaction in
            let people = try Person.table.all(in: &transaction)
            let meetings = try Meeting.table.all(in: &transaction)
            #expect(people == model.people.values.sorted { $0.id < $1.id }, "\(place)")
            #expect(meetings == model.meetings.values.sorted { $0.id < $1.id }, "\(place)")
            for name in ["张", "李"] {
                let found = try Person.table.ids(by: Person.byName, Key(name), in: &transaction)
                #expect(found == people.filter { $0.name == name }.map(\.id), "\(place)")
            }
        }
        let report = try store.check()
        #expect(report.isClean, "\(place): \(report.findings.map(\.message))")
    }
}
