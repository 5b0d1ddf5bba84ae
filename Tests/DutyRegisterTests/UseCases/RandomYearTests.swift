import DutyModel
import RecordStore
import Scoring
import TestSupport
import Testing

@testable import DutyRegister

/// Random days at the office against a plain model in memory: records and points come, change and go, are taken back
/// and taken back again, years are closed, decided, published and reopened, the program dies. After every step the
/// register says what the model says, and is sound.
@Suite struct RandomYearTests {
    @Test("register and model say the same after every step", arguments: 1...20 as ClosedRange<UInt64>)
    func same(seed: UInt64) throws {
        let directory = TemporaryDirectory()
        let path = directory.file("县.lvzhi")
        var register = try Register.create(at: path, .county, by: clerk)
        try register.addSix()
        _ = try register.adoptRulebook(text: ManualPointsTests.text, file: "办法.yaml")
        var days = RandomDays(seed: seed)
        for step in 0..<30 {
            let told = try days.next(&register, path: path)
            let report = try register.check()
            #expect(report.isClean, "seed \(seed), step \(step), \(told): \(report.findings)")
            try days.compare(with: register, told: "seed \(seed), step \(step): \(days.history)")
        }
        register.close()
    }
}

/// The plain model and the hand that works on both.
private struct RandomDays {
    /// One value of the model: what a user would see of it.
    struct Facts: Equatable {
        var day: String
        var people: [String]
        var mark: Int
    }

    /// Everything the model holds, key by key, so that an action is a set of keys with values before and after.
    struct State: Equatable {
        var records: [String: Facts] = [:]
        var manual: [Int: (mark: Int, member: String, points: Int)?] = [:]
        var year = AssessmentYear(year: 2024)
        var totals: [Int: [String: Int]] = [:]
        var decisions: [String: Int] = [:]
        var late: [Int: Int] = [:]

        static func == (left: State, right: State) -> Bool { left.texts == right.texts }

        /// Every value as text, by key.
        var texts: [String: String] {
            var texts: [String: String] = ["year": "\(year)"]
            for (title, facts) in records { texts["record \(title)"] = "\(facts)" }
            for (id, entry) in manual { texts["manual \(id)"] = "\(entry.map { "\($0)" } ?? "withdrawn")" }
            for (version, totals) in totals { texts["version \(version)"] = "\(totals.sorted { $0.key < $1.key })" }
            for (key, mark) in decisions { texts["decision \(key)"] = "\(mark)" }
            for (number, change) in late { texts["late \(number)"] = "\(change)" }
            return texts
        }
    }

    private var generator: SeededGenerator
    private(set) var state = State()
    private(set) var history: [String] = []
    /// Every action by its number in the change log: the model before and after.
    private var actions: [UInt64: (before: State, after: State)] = [:]
    /// The undo that stands against an action.
    private var undone: [UInt64: UInt64] = [:]
    /// What each undo took back.
    private var takesBack: [UInt64: UInt64] = [:]
    private var counter = 0

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
    private mutating func mark() -> Int {
        counter += 1
        return counter
    }
    private mutating func members() -> [String] {
        Array(["001", "002", "003", "004", "005", "006"].shuffled(using: &generator).prefix(1 + pick(3))).sorted()
    }

    /// One action on both.
    mutating func next(_ register: inout Register, path: String) throws -> String {
        let kind = pick(13)
        let told: String
        switch kind {
        case 0, 1, 2: told = try create(register)
        case 3: told = try edit(register)
        case 4: told = try remove(register)
        case 5: told = try addManual(register)
        case 6: told = try withdraw(register)
        case 7, 8: told = try undo(register)
        case 9: told = try close(register)
        case 10: told = try publishOrDecide(register)
        case 11: told = try reopen(register)
        default:
            told = "kill"
            try kill(&register, path: path)
        }
        history.append(told)
        return told
    }

    /// Runs an action that must succeed just where the model says so; `change` is what it does to the model.
    private mutating func act(
        _ register: Register, allowed: Bool, late: Bool = false, _ body: () throws -> UInt64,
        _ change: (inout State) -> Void
    ) throws {
        do {
            let number = try body()
            #expect(allowed, "\(history): done, and should have been refused")
            guard number > 0 else { return }
            let before = state
            change(&state)
            if late { state.late[(state.late.keys.max() ?? 0) + 1] = Int(number) }
            actions[number] = (before, state)
        } catch is YearClosed {
            #expect(!allowed, "\(history): refused as closed")
        } catch let error as Refusal {
            #expect(!allowed, "\(history): \(error.findings)")
        } catch let error as UndoRefused {
            #expect(!allowed, "\(history): \(error)")
        }
    }

    private var isLocked: Bool { state.year.state.isLocked }

    private mutating func create(_ register: Register) throws -> String {
        let (number, late) = (mark(), pick(2) == 0)
        let facts = Facts(day: pick(2) == 0 ? "2024-05-01" : "2025-02-01", people: members(), mark: number)
        let touches = isLocked && facts.day < "2025"
        try act(register, allowed: late || !touches, late: late && touches) {
            try (late ? register.recordingLate("漏录") : register)
                .training("第\(number)次", facts.people, on: facts.day).change
        } _: {
            $0.records["第\(number)次"] = facts
        }
        return "create 第\(number)次 \(facts.day) late \(late)"
    }

    private mutating func anyTitle() -> String? {
        let titles = state.records.keys.sorted()
        return titles.isEmpty ? nil : titles[pick(titles.count)]
    }

    private mutating func edit(_ register: Register) throws -> String {
        guard let title = anyTitle(), var facts = state.records[title] else { return "-" }
        facts.mark = mark()
        let place = "\(facts.mark)"
        try act(register, allowed: !isLocked || facts.day >= "2025") {
            try register.edit(title) { $0.place = place }.change
        } _: {
            $0.records[title] = facts
        }
        return "edit \(title)"
    }

    private mutating func remove(_ register: Register) throws -> String {
        guard let title = anyTitle(), let facts = state.records[title] else { return "-" }
        try act(register, allowed: !isLocked || facts.day >= "2025") {
            try register.delete(title).change
        } _: {
            $0.records[title] = nil
        }
        return "delete \(title)"
    }

    private mutating func addManual(_ register: Register) throws -> String {
        let (number, member, points) = (mark(), "00\(1 + pick(6))", 1 + pick(3))
        let id = (state.manual.keys.max() ?? 0) + 1
        try act(register, allowed: !isLocked) {
            try register.addManual(
                ManualDraft(
                    person: member, year: 2024, item: "D3", points: "\(points)", reason: "\(number)", approver: "甲",
                    day: day("2024-12-01"))
            ).change
        } _: {
            $0.manual[id] = .some((number, member, points))
        }
        return "manual \(id)"
    }

    private mutating func withdraw(_ register: Register) throws -> String {
        let standing = state.manual.filter { $0.value != nil }.keys.sorted()
        guard !standing.isEmpty else { return "-" }
        let id = standing[pick(standing.count)]
        try act(register, allowed: !isLocked) {
            try register.withdrawManual(ManualEntryID(rawValue: UInt32(id)), reason: "重").change
        } _: {
            $0.manual[id] = .some(nil)
        }
        return "withdraw \(id)"
    }

    private mutating func close(_ register: Register) throws -> String {
        let (version, totals, reason) = (state.year.version + 1, totals, state.year.reason)
        try act(register, allowed: !isLocked) {
            try register.closeYear(2024).change
        } _: { state in
            let days = DayRange.year(2024)
            for (key, mark) in state.decisions where key.hasPrefix("\(version - 1) ") {
                state.decisions["\(version) " + key.dropFirst(2)] = mark
            }
            state.year = AssessmentYear(year: 2024, state: .closed, version: version, days: days, reason: reason)
            state.totals[version] = totals
        }
        return "close \(version)"
    }

    private mutating func publishOrDecide(_ register: Register) throws -> String {
        let (version, isClosed) = (state.year.version, state.year.state == .closed)
        guard pick(2) == 0 else {
            let (number, member) = (mark(), "00\(1 + pick(6))")
            try act(register, allowed: isClosed) {
                try register.decide(
                    member, year: 2024,
                    DecisionDraft(grade: "合格", reason: "\(number)", body: "主席会议", day: day("2025-01-10"))
                ).change
            } _: {
                $0.decisions["\(version) \(member)"] = number
            }
            return "decide \(member)"
        }
        try act(register, allowed: isClosed) {
            try register.publishYear(2024).change
        } _: {
            $0.year.state = .published
        }
        return "publish"
    }

    private mutating func reopen(_ register: Register) throws -> String {
        let reason = "\(mark())"
        try act(register, allowed: isLocked) {
            try register.reopenYear(2024, reason: reason).change
        } _: {
            $0.year.state = .reopened
            $0.year.reason = reason
        }
        return "reopen"
    }

    /// Takes back any action of before, an undo too.
    private mutating func undo(_ register: Register) throws -> String {
        let numbers = actions.keys.sorted()
        guard !numbers.isEmpty else { return "-" }
        let number = numbers[pick(numbers.count)]
        guard let action = actions[number] else { return "-" }
        let expected = undone[number] == nil ? takenBack(action) : nil
        var change: UInt64 = 0
        try act(register, allowed: expected != nil) {
            change = try register.undo(number).change
            return change
        } _: {
            $0 = expected ?? $0
        }
        if change > 0 {
            undone[number] = change
            if let first = takesBack[number] { undone[first] = nil }
            takesBack[change] = number
        }
        return "undo \(number)"
    }

    /// The model with one action taken back; nil where others built on it, or it is of a closed year.
    private func takenBack(_ action: (before: State, after: State)) -> State? {
        let (before, after, now) = (action.before.texts, action.after.texts, state.texts)
        let keys = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        guard keys.allSatisfy({ now[$0] == after[$0] }) else { return nil }
        let isLate = keys.contains { $0.hasPrefix("late ") }
        if isLocked, !isLate {
            let touched = action.before.records.merging(action.after.records) { one, _ in one }
            for key in keys where key.hasPrefix("manual ") { _ = key; return nil }
            for (title, facts) in touched where keys.contains("record \(title)") && facts.day < "2025" { return nil }
        }
        var next = state
        for (title, _) in action.before.records.merging(action.after.records, uniquingKeysWith: { one, _ in one })
        where keys.contains("record \(title)") { next.records[title] = action.before.records[title] }
        for id in Set(action.before.manual.keys).union(action.after.manual.keys) where keys.contains("manual \(id)") {
            next.manual[id] = action.before.manual[id]
        }
        for version in Set(action.before.totals.keys).union(action.after.totals.keys)
        where keys.contains("version \(version)") { next.totals[version] = action.before.totals[version] }
        for key in Set(action.before.decisions.keys).union(action.after.decisions.keys)
        where keys.contains("decision \(key)") { next.decisions[key] = action.before.decisions[key] }
        for number in Set(action.before.late.keys).union(action.after.late.keys) where keys.contains("late \(number)") {
            next.late[number] = action.before.late[number]
        }
        if keys.contains("year") { next.year = action.before.year }
        // A decision needs its version.
        let isWhole = next.decisions.keys.allSatisfy { key in
            next.totals[Int(key.prefix { $0 != " " }) ?? 0] != nil
        }
        return isWhole ? next : nil
    }

    /// The program dies in the middle of an action, and is started again.
    private func kill(_ register: inout Register, path: String) throws {
        struct Died: Error {}
        do {
            _ = try register.writeScoped(.recordAdd) { transaction, grant in
                let draft = RecordDraft(
                    kind: "培训", title: "没有写完的", days: DayRange(day("2025-05-01")), people: ["001"])
                _ = try transaction.add(draft, under: grant)
                throw Died()
            }
        } catch is Died {}
        register.close()
        register = try Register.open(at: path, .writing, by: clerk)
    }

    // MARK: Comparing

    /// Totals of 2024 by plain counting.
    private var totals: [String: Int] {
        var totals = Dictionary(uniqueKeysWithValues: (1...6).map { ("00\($0)", 0) })
        var byHand = totals
        for facts in state.records.values where facts.day < "2025" {
            for member in facts.people { totals[member, default: 0] += 1 }
        }
        for entry in state.manual.values { if let entry { byHand[entry.member, default: 0] += entry.points } }
        for (member, points) in byHand { totals[member, default: 0] += min(5, points) }
        return totals
    }

    func compare(with register: Register, told: String) throws {
        let records = try register.records()
        let seen = Dictionary(
            uniqueKeysWithValues: records.records.map { record in
                (record.title, record.people.compactMap { records.members[$0.member]?.number }.sorted())
            })
        #expect(seen == state.records.mapValues(\.people), "\(told)")
        let places = records.records.map { "\($0.title) \($0.place)" }.filter { !$0.hasSuffix(" ") }.sorted()
        let marks = state.records.map { "\($0.key) \($0.value.mark)" }
        #expect(Set(places).isSubset(of: Set(marks)), "\(told)")
        let manual = try register.manualEntries(year: 2024)
        #expect(
            Dictionary(uniqueKeysWithValues: manual.map { (Int($0.entry.id.rawValue), $0.entry.withdrawn == nil) })
                == state.manual.mapValues { $0 != nil }, "\(told)")
        let status = try register.yearStatus(2024)
        #expect(status.year == state.year || state.year == AssessmentYear(year: 2024), "\(told)")
        #expect(status.versions.map(\.version.id.version) == state.totals.keys.sorted(), "\(told)")
        #expect(status.unsound == 0 && status.lateFacts.count == state.late.count, "\(told)")
        #expect(
            status.versions.map(\.decisions).reduce(0, +) == state.decisions.count, "\(told)")
        let shown = isLocked ? state.totals[state.year.version] ?? [:] : totals
        let scores = try register.scores(year: 2024).members.map { ($0.person.member.number, $0.score.total) }
        #expect(
            Dictionary(uniqueKeysWithValues: scores) == shown.mapValues { Rational(Int64($0)) }, "\(told)")
    }
}
