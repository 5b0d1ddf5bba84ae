import DutyModel
import Glibc
import KeyValueStore
import LMDBEngine
import Scoring

/// A store with fact rows of three years, the middle one of which is measured: members by number, 100 rows each.
final class SampleFacts {
    static let database: DatabaseName = "facts"
    static let year: UInt16 = 2024
    static let rowsEach = 100
    /// A year of the whole committee is one run of keys.
    static let range = KeyRange.prefix(Key(year))

    let directory: String
    let store: Environment
    let members: Int
    var facts: Int { members * Self.rowsEach }

    /// - Parameter isAlone: only the year that is measured, for stores that are large enough by themselves.
    init(members: Int, isAlone: Bool = false) throws {
        var template = Array("/tmp/lvzhi-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure("没有临时目录") }
        directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        self.members = members
        store = try Environment.create(at: directory + "/facts")
        var random = RowSource(kinds: try SampleFacts.kinds())
        let years = isAlone ? Self.year...Self.year : Self.year - 1...Self.year + 1
        for year in years { try fill(year, &random) }
    }

    deinit {
        store.close()
        for name in ["facts", "facts-lock", "facts.sqlite", "facts.sqlite-wal", "facts.sqlite-shm"] {
            unlink(directory + "/" + name)
        }
        rmdir(directory)
    }

    static func kinds() throws -> KindCatalogue {
        guard let library = SchemaLibrary.find() else { throw Failure("找不到 Schemas") }
        return try library.kinds()
    }

    /// A few thousand members at a time, so that not all is in memory at once.
    private func fill(_ year: UInt16, _ random: inout RowSource) throws {
        for start in stride(from: 0, to: members, by: 20_000) {
            let members = start..<min(start + 20_000, self.members)
            let values = members.map { _ in random.rows(Self.rowsEach) }
            try store.write { transaction in
                for (member, value) in zip(members, values) {
                    try transaction.append(value, for: Key(year, UInt32(member + 1)), in: Self.database)
                }
            }
        }
    }
}

/// Rows such as a committee has: mostly attendance, some proposals, in order of day. The same in every run.
private struct RowSource {
    private var state: UInt64 = 2024
    private let events: [KindCode]
    private let works: [KindCode]

    init(kinds: KindCatalogue) {
        events = kinds.kinds.filter { $0.family == .event || $0.family == .sectorActivity }.map(\.code)
        works = kinds.kinds.filter { $0.family != .event && $0.family != .sectorActivity }.map(\.code)
    }

    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: (state >> 33) % UInt64(bound))
    }

    mutating func rows(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * FactRow.width)
        for number in 0..<count { row(day: number * 365 / count).append(to: &bytes) }
        return bytes
    }

    private mutating func row(day: Int) -> FactRow {
        let record = RecordID(rawValue: UInt64(below(1 << 30)))
        guard below(5) == 0 else { return attendance(record, day) }
        let position = UInt8(below(4) + 1)
        return FactRow(
            record: record, kind: works[below(works.count)], dayOfYear: day,
            part: position == 1 ? .firstSigner : .coSigner, position: position, count: 4, mode: .individual,
            marks: [.adopted, .excellent, .evidence, .key].filter { _ in below(4) == 0 }.reduce(into: .stage(.filed)) {
                $0.formUnion($1)
            })
    }

    private mutating func attendance(_ record: RecordID, _ day: Int) -> FactRow {
        let status: [AttendanceStatus] = [.present, .present, .present, .present, .late, .excused, .absent]
        let held = UInt8(below(4) + 1)
        return FactRow(
            record: record, kind: events[below(events.count)], dayOfYear: day, part: .attendee,
            status: status[below(status.count)], mandatory: below(2) == 0,
            halfDaysAttended: UInt8(below(Int(held) + 1)),
            halfDaysHeld: held)
    }
}
