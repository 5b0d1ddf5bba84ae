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
            let said = logUntilKilled(round, path, pause: pause(&generator))
            acknowledged.formUnion(said)
            #expect(try missing(said, at: path).isEmpty, "round \(round)")
        }
        #expect(acknowledged.count > kills, "hardly anything was logged")
        #expect(try missing(acknowledged, at: path).isEmpty)
        let report = try StoreCheck.run(path)
        #expect(report.isClean, "\(report.findings)")
    }

    /// Microseconds until the kill: mostly amid the logging, at times while the store is being opened.
    private func pause(_ generator: inout SeededGenerator) -> (afterReady: Bool, microseconds: UInt32) {
        let isEarly = Int.random(in: 0..<10, using: &generator) == 0
        return (!isEarly, UInt32.random(in: 0...(isEarly ? 10_000 : 60_000), using: &generator))
    }

    /// One process from start to kill. Returns the ids it had said.
    private func logUntilKilled(
        _ number: Int, _ path: String, pause: (afterReady: Bool, microseconds: UInt32)
    ) -> Set<UInt64> {
        let writer = ChildProcess("crash-writer", [path, "第\(number)轮"])
        if pause.afterReady { #expect(writer.readLine() == "ready") }
        usleep(pause.microseconds)
        #expect(writer.kill() == .signal(SIGKILL), "round \(number): it ended by itself")
        return Set(writer.readToEnd().compactMap { UInt64($0) })
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
