import DutyModel
import DutyRegister
import Glibc
import TestSupport
import Testing

/// How often to kill: `LVZHI_KILLS=1000 swift test --filter ReliabilityTests`; 100 unless told.
private var kills: Int { getenv("LVZHI_KILLS").flatMap { Int(String(cString: $0)) } ?? 100 }

@Suite struct KillTests {
    @Test("a logging process killed at any moment loses no activity that it had acknowledged")
    func killed() throws {
        let directory = TemporaryDirectory()
        let path = directory.file("县.lvzhi")
        try county(at: path)
        var generator = SeededGenerator(seed: 20_241_231)
        var acknowledged: Set<UInt64> = []
        for round in 1...kills {
            let said = logUntilKilled(round, path, moment(&generator))
            acknowledged.formUnion(said)
            #expect(try missing(said, at: path).isEmpty, "round \(round)")
        }
        #expect(acknowledged.count > kills, "hardly anything was logged")
        #expect(try missing(acknowledged, at: path).isEmpty)
        let report = try StoreCheck.run(path)
        #expect(report.isClean, "\(report.findings)")
    }

    /// When to kill: after so many lines said and some microseconds more; now and then while the store is opened.
    private struct Moment {
        var lines: Int
        var microseconds: UInt32
    }

    private func moment(_ generator: inout SeededGenerator) -> Moment {
        let isEarly = Int.random(in: 0..<10, using: &generator) == 0
        return Moment(
            lines: isEarly ? 0 : Int.random(in: 1...6, using: &generator),
            microseconds: UInt32.random(in: 0...10_000, using: &generator))
    }

    /// One process from start to kill. Returns the ids it had said.
    private func logUntilKilled(_ round: Int, _ path: String, _ moment: Moment) -> Set<UInt64> {
        let writer = ChildProcess("crash-writer", [path, "第\(round)轮"])
        var lines: [String] = []
        while lines.count < moment.lines, let line = writer.readLine() { lines.append(line) }
        usleep(moment.microseconds)
        #expect(writer.kill() == .signal(SIGKILL), "round \(round): it ended by itself")
        return Set((lines + writer.readToEnd()).compactMap { UInt64($0) })
    }

    private func county(at path: String) throws {
        let term = Term(number: 11, days: DayRange(.firstDay(ofYear: 2022), .lastDay(ofYear: 2026))!)
        let setup = RegisterSetup(
            committee: Committee(name: "政协某县委员会"), terms: [term], sectors: ["经济界", "教育界", "医卫界"])
        let register = try Register.create(at: path, setup, by: Principal(name: "办公室"))
        for number in 1...30 {
            let member = Member(id: MemberID(rawValue: 0), number: "\(1000 + number)", name: "委员\(number)")
            _ = try register.addMember(MemberDraft(member, sector: setup.sectors[number % 3]))
        }
        register.close()
    }

    /// Those of some ids that are not in the register.
    private func missing(_ ids: Set<UInt64>, at path: String) throws -> [UInt64] {
        let register = try Register.open(at: path, .reading, by: Principal(name: "办公室"))
        defer { register.close() }
        let found = Set(try register.records().records.map(\.id.rawValue))
        return ids.subtracting(found).sorted()
    }
}
