import CPeers
import KeyValueStore
import LMDBEngine
import Scoring

/// A year's fact rows read through the seam, beside the same loop in C on raw LMDB over the same pages.
enum ScanBench {
    static func run(_ options: Options) throws -> [Figure] {
        let sample = try SampleFacts(members: options.members)
        let peer = try RawStore(sample)
        var (ours, theirs) = (UInt64(0), UInt64(0))
        let measured = try Measurement(
            rounds: options.rounds,
            [
                { theirs = try peer.sum() },
                { ours = try sum(sample) },
            ])
        guard ours == theirs else { throw Failure("结果不同：\(ours)、\(theirs)") }
        let ratio = Table.decimal(measured.ratio(1, to: 0))
        return [
            Figure(what: "C，直接用 LMDB", seconds: measured.median(0), facts: sample.facts),
            Figure(
                what: "履职，经存储接口", seconds: measured.median(1), facts: sample.facts,
                comparison: "C 的 \(ratio) 倍（目标 ≤ 1.2）"),
        ]
    }

    private static func sum(_ sample: SampleFacts) throws -> UInt64 {
        try sample.store.read { transaction in
            var total: UInt64 = 0
            try transaction.scan(SampleFacts.range, in: SampleFacts.database) { _, value in
                for offset in stride(from: 0, to: value.count / FactRow.width * FactRow.width, by: FactRow.width) {
                    total &+= FactRow(at: offset, of: value).second
                }
                return .next
            }
            return total
        }
    }
}

/// The same file in C.
final class RawStore {
    private let store: OpaquePointer
    private let lower: [UInt8]
    private let upper: [UInt8]
    private var profilesMemory: [lvzhi_counters]

    init(_ sample: SampleFacts) throws {
        guard let store = lvzhi_lmdb_open(sample.store.path, SampleFacts.database.rawValue),
            let lower = SampleFacts.range.lower, let upper = SampleFacts.range.upper
        else { throw Failure("C 打不开文件") }
        self.store = store
        self.lower = lower.bytes
        self.upper = upper.bytes
        profilesMemory = Array(repeating: lvzhi_counters(), count: sample.members)
    }

    deinit { lvzhi_lmdb_close(store) }

    func sum() throws -> UInt64 {
        var total: UInt64 = 0
        guard lvzhi_lmdb_sum(store, lower, lower.count, upper, upper.count, &total) >= 0 else { throw Failure("C 出错") }
        return total
    }

    func profiles() throws -> [lvzhi_counters] {
        let count = lvzhi_lmdb_profiles(
            store, lower, lower.count, upper, upper.count, &profilesMemory, profilesMemory.count)
        guard count == profilesMemory.count else { throw Failure("C 出错") }
        return profilesMemory
    }
}
