import DutyModel
import DutyRegister
import Glibc
import LMDBEngine

/// A county's register: 240 members in twelve sectors, and activities to log in it one after another.
final class SampleRegister {
    static let sectorSize = 20
    static let memberCount = sectors * sectorSize
    private static let sectors = 12

    static func number(_ member: Int) -> String { "W\(1_000 + member)" }
    static func name(_ member: Int) -> String { "委员\(member)" }

    let directory: String
    let path: String
    let register: Register
    private var logged = 0

    init() throws {
        var template = Array("/tmp/lvzhi-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure("没有临时目录") }
        directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        path = directory + "/register"
        let days = try Self.days(2022, 2026)
        let names = (1...Self.sectors).map { "界别\($0)" }
        register = try Register.create(
            at: path,
            RegisterSetup(
                committee: Committee(name: "政协样例县委员会"), terms: [Term(number: 1, days: days)], sectors: names),
            by: Principal(name: "量测"))
        for number in 0..<Self.memberCount {
            let member = Member(id: MemberID(rawValue: 0), number: Self.number(number), name: Self.name(number))
            _ = try register.addMember(MemberDraft(member, sector: names[number / Self.sectorSize], from: days.first))
        }
    }

    deinit {
        register.close()
        for name in ["register", "register-lock", "copy", "copy-lock", "签到表.csv", "签到表.xlsx"] {
            unlink(directory + "/" + name)
        }
        rmdir(directory)
    }

    /// Logs one activity of one sector with its twenty members. Returns the seconds it took.
    func logActivity() throws -> Double {
        let sector = logged % Self.sectors
        let present = (0..<15).map { Self.number(sector * Self.sectorSize + $0) }
        let day = try Self.days(2024, 2024).first + (logged % 366)
        guard let days = DayRange(day, day) else { throw Failure("日期不对") }
        logged += 1
        let draft = ActivityDraft(
            sector: "界别\(sector + 1)", title: "第 \(logged) 次界别活动", days: days, attendees: .present(present),
            place: "县政协会议室")
        return try Measurement.time { try register.logActivity(draft) }.seconds
    }

    func copy(to path: String) throws {
        let store = try Environment.open(at: self.path)
        defer { store.close() }
        try store.copy(to: path, compacting: false)
    }

    private static func days(_ first: Int, _ last: Int) throws -> DayRange {
        guard let first = CivilDay(year: first, month: 1, day: 1), let last = CivilDay(year: last, month: 12, day: 31),
            let days = DayRange(first, last)
        else { throw Failure("日期不对") }
        return days
    }
}
