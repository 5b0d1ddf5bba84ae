import DutyModel
import TestSupport
import Testing

@testable import DutyRegister

@Suite struct FactUpdateTests {
    @Test(
        "fact rows are what the records project to after any sequence of use cases", arguments: [1, 2, 3] as [UInt64])
    func random(seed: UInt64) throws {
        try withRegister { register in
            try register.addSix()
            var generator = SeededGenerator(seed: seed)
            var done: [UInt64] = []
            for step in 0..<60 {
                let change = try act(step, on: register, &generator)
                if let change, change > 0 { done.append(change) }
                if step % 7 == 6, let last = done.popLast() { _ = try? register.undo(last, sparing: true) }
            }
            let report = try register.check()
            #expect(report.isClean, "seed \(seed): \(report.findings)")
        }
    }

    /// One random use case. Returns the number of its change.
    private func act(_ step: Int, on register: Register, _ generator: inout SeededGenerator) throws -> UInt64? {
        let people = ["001", "002", "003", "004", "005", "006"].shuffled(using: &generator)
            .prefix(Int.random(in: 1...4, using: &generator))
        let day = CivilDay(year: 2024, month: Int.random(in: 1...12, using: &generator), day: 5)!
        let records = try register.records().records
        switch Int.random(in: 0..<5, using: &generator) {
        case 0...1:
            let kind = ["培训", "提案", "委员讲堂", "公益活动"].randomElement(using: &generator)!
            return try register.add(
                RecordDraft(
                    kind: kind, title: "第 \(step) 件", days: DayRange(day), people: people.map { PersonDraft($0) })
            ).change
        case 2:
            return try register.logActivity(
                ActivityDraft(
                    sector: "经济界", title: "活动 \(step)", days: DayRange(day),
                    attendees: .only(people.filter { $0 <= "002" }), guests: people.filter { $0 > "002" })
            ).change
        case 3:
            guard let record = records.randomElement(using: &generator) else { return nil }
            return try register.edit(String(record.id.rawValue)) { record in
                record.days = DayRange(day + -366)
                record.people.shuffle()
            }.change
        default:
            guard let record = records.randomElement(using: &generator) else { return nil }
            return try register.delete(String(record.id.rawValue)).change
        }
    }
}
