import CPeers
import KeyValueStore
import Scoring

/// A year's profiles, thirteen counters each, beside the same loop in C and SQLite's `GROUP BY`.
enum ProfileBench {
    static var peerVersion: String { String(cString: lvzhi_sqlite_version()) }

    static func run(_ options: Options) throws -> [Figure] {
        let sample = try SampleFacts(members: options.members)
        let raw = try RawStore(sample)
        let sqlite = try SQLiteStore(sample)
        var results: [[lvzhi_counters]] = [[], [], []]
        let measured = try Measurement(
            rounds: options.rounds,
            [
                { results[0] = try raw.profiles() },
                { results[1] = try profiles(sample) },
            ])
        // SQLite takes a hundred times as long: fewer rounds, beside ours again.
        let beside = try Measurement(
            rounds: max(2, options.rounds / 5),
            [
                { results[1] = try profiles(sample) },
                { results[2] = try sqlite.profiles() },
            ])
        guard digest(results[0]) == digest(results[1]), digest(results[1]) == digest(results[2]) else {
            throw Failure("三种做法的结果不同")
        }
        return [
            Figure(what: "C，直接用 LMDB", seconds: measured.median(0), facts: sample.facts),
            Figure(
                what: "履职，十三个计数", seconds: measured.median(1), facts: sample.facts,
                comparison: "C 的 \(Table.decimal(measured.ratio(1, to: 0))) 倍"),
            Figure(
                what: "SQLite，GROUP BY 十三列", seconds: beside.median(1), facts: sample.facts,
                comparison: "履职快 \(Table.decimal(beside.ratio(1, to: 0))) 倍（目标 ≥ 15）"),
        ]
    }

    /// Everything of every profile, in order.
    private static func digest(_ profiles: [lvzhi_counters]) -> Int {
        profiles.withUnsafeBytes { bytes in bytes.reduce(into: 17) { $0 = $0 &* 31 &+ Int($1) } }
    }

    static func profiles(_ sample: SampleFacts) throws -> [lvzhi_counters] {
        try sample.store.read { transaction in
            var profiles: [lvzhi_counters] = []
            profiles.reserveCapacity(sample.members)
            try transaction.scan(SampleFacts.range, in: SampleFacts.database) { _, value in
                profiles.append(count(value))
                return .next
            }
            return profiles
        }
    }

    private static func count(_ rows: UnsafeRawBufferPointer) -> lvzhi_counters {
        var counters = lvzhi_counters()
        for offset in stride(from: 0, to: rows.count / FactRow.width * FactRow.width, by: FactRow.width) {
            let row = FactRow(at: offset, of: rows)
            counters.rows &+= 1
            counters.present &+= row.statusCode == 1 ? 1 : 0
            counters.late &+= row.statusCode == 2 ? 1 : 0
            counters.excused &+= row.statusCode == 4 ? 1 : 0
            counters.absent &+= row.statusCode == 6 ? 1 : 0
            counters.mandatory &+= row.isMandatory ? 1 : 0
            counters.attended &+= UInt32(row.halfDaysAttended)
            counters.held &+= UInt32(row.halfDaysHeld)
            counters.first &+= row.position == 1 ? 1 : 0
            counters.shared &+= row.position > 1 ? 1 : 0
            let marks = row.marks.rawValue
            counters.adopted &+= marks & 1
            counters.excellent &+= marks >> 13 & 1
            counters.evidence &+= marks >> 18 & 1
        }
        return counters
    }
}

/// The same facts in SQLite.
final class SQLiteStore {
    private let store: OpaquePointer
    private var profilesMemory: [lvzhi_counters]

    init(_ sample: SampleFacts) throws {
        guard let store = lvzhi_sqlite_create(sample.directory + "/facts.sqlite") else { throw Failure("SQLite 出错") }
        self.store = store
        profilesMemory = Array(repeating: lvzhi_counters(), count: sample.members)
        lvzhi_sqlite_begin(store)
        try sample.store.read { transaction in
            try transaction.scan(.all, in: SampleFacts.database) { key, value in
                var reader = TupleKeyReader(key)
                let (year, member) = (try reader.unsigned(), try reader.unsigned())
                guard lvzhi_sqlite_add(store, Int32(year), Int32(member), value.baseAddress, value.count) == 0 else {
                    throw Failure("SQLite 出错")
                }
                return .next
            }
        }
        guard lvzhi_sqlite_commit(store) == 0 else { throw Failure("SQLite 出错") }
    }

    deinit { lvzhi_sqlite_close(store) }

    func profiles() throws -> [lvzhi_counters] {
        let count = lvzhi_sqlite_profiles(store, Int32(SampleFacts.year), &profilesMemory, profilesMemory.count)
        guard count == profilesMemory.count else { throw Failure("SQLite 出错") }
        return profilesMemory
    }
}
