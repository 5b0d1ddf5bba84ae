import DutyModel
import Testing

@testable import DutyRegister

@Suite struct UndoTests {
    @Test("an undo puts values, indexes and fact rows back, and can itself be undone")
    func back() throws {
        try withRegister { register in
            try register.addSix()
            let saved = try register.add(
                RecordDraft(kind: "培训", title: "读书班", days: DayRange(day("2024-03-01")), people: ["001"]))
            let report = try register.undo(saved.change)
            #expect(report.restored == 1 && report.spared.isEmpty)
            #expect(try register.records().records.isEmpty)
            #expect(try register.facts(of: "001", year: 2024).isEmpty)
            _ = try register.undo(report.change)
            #expect(try register.records().records.map(\.id) == [saved.value.id])
            #expect(try register.facts(of: "001", year: 2024).count == 1)
        }
    }

    @Test("what was edited since is named, and nothing is taken back unless it is spared")
    func editedSince() throws {
        try withRegister { register in
            try register.addSix()
            let saved = try register.add(
                RecordDraft(kind: "培训", title: "读书班", days: DayRange(day("2024-03-01")), people: ["001"]))
            let edit = try register.edit("读书班") { $0.place = "县委党校" }
            #expect {
                _ = try register.undo(saved.change)
            } throws: { error in
                guard case .builtOn(_, let items)? = error as? UndoRefused else { return false }
                return items.map(\.reason) == [.editedSince(change: edit.change, who: "王办事")]
            }
            #expect {
                _ = try register.undo(saved.change, sparing: true)
            } throws: { error in
                if case .nothingLeft(saved.change, let items)? = error as? UndoRefused {
                    items.count == 1
                } else {
                    false
                }
            }
            #expect(try register.log().count == Int(edit.change))
        }
    }

    @Test("a change is taken back once, and the making of the register never")
    func refused() throws {
        try withRegister { register in
            try register.addSix()
            let saved = try register.addPlanItem(sector: "经济界", year: 2024, topic: "营商环境")
            let undo = try register.undo(saved.change)
            #expect(throws: UndoRefused.alreadyUndone(saved.change, by: undo.change)) {
                _ = try register.undo(saved.change)
            }
            #expect(throws: UndoRefused.unknown(999)) { _ = try register.undo(999) }
            #expect(throws: UndoRefused.irreversible(1)) { _ = try register.undo(1) }
        }
    }

    @Test("the log tells who did what, by record and by person")
    func logged() throws {
        try withRegister { register in
            try register.addSix()
            let saved = try register.add(
                RecordDraft(kind: "培训", title: "读书班", days: DayRange(day("2024-03-01")), people: ["002"]))
            _ = try register.edit("读书班") { $0.place = "县委党校" }
            let byRecord = try register.log(LogFilter(record: String(saved.value.id.rawValue)))
            #expect(byRecord.map(\.action) == ["record.edit", "record.add"])
            #expect(byRecord[0].who == "王办事" && byRecord[0].summary == "学习培训《读书班》")
            #expect(try register.log(LogFilter(person: "002")).count == 3)
            let (entry, changes) = try register.logEntry(byRecord[0].number)
            guard case .record(let before) = changes[0].before, case .record(let after) = changes[0].after else {
                throw Unexpected()
            }
            #expect(entry.changes == 1 && before.place.isEmpty && after.place == "县委党校")
        }
    }
}
