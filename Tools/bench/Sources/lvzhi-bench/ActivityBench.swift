import CPeers
import DutyModel
import DutyRegister
import LMDBEngine

/// One logged sector activity with its attendees, durable when it returns: record, indexes, fact rows and change log
/// in one commit. Beside it a raw commit in C of exactly the same keys and values into a copy of the store.
enum ActivityBench {
    static func run(_ options: Options) throws -> [Figure] {
        let sample = try SampleRegister()
        for _ in 0..<200 { _ = try sample.logActivity() }
        let copy = sample.directory + "/copy"
        var before = try Snapshot(sample.path)
        try sample.copy(to: copy)
        guard let peer = lvzhi_lmdb_writer_open(copy) else { throw Failure("C 打不开文件") }
        defer { lvzhi_lmdb_writer_close(peer) }
        var (ours, theirs): ([Double], [Double]) = ([], [])
        var written = 0
        for _ in 0..<options.rounds * 5 {
            ours.append(try sample.logActivity())
            let after = try Snapshot(sample.path)
            let changes = after.changes(since: before)
            before = after
            written = changes.count
            theirs.append(try commit(changes, to: peer))
        }
        guard try Snapshot(copy) == before else { throw Failure("两份数据不同") }
        let measured = Measurement([theirs, ours])
        return [
            Figure(what: "C，同样的 \(written) 个值一次提交", seconds: measured.median(0)),
            Figure(
                what: "履职，记一次 \(SampleRegister.sectorSize) 人的界别活动", seconds: measured.median(1),
                comparison: "C 的 \(Table.decimal(measured.ratio(1, to: 0))) 倍（目标 ≤ 1.3）"),
        ]
    }

    private static func commit(_ changes: [Snapshot.Change], to peer: OpaquePointer) throws -> Double {
        // One run of bytes for all keys and values, so that C can be given plain addresses.
        var bytes: [UInt8] = []
        for change in changes {
            bytes += Array(change.database.utf8) + [0]
            bytes += change.key + (change.value ?? [])
        }
        let (code, seconds) = bytes.withUnsafeBytes { bytes in
            var writes: [lvzhi_write] = []
            var offset = 0
            for change in changes {
                let name = bytes.baseAddress.map { $0 + offset }
                let key = name.map { $0 + change.database.utf8.count + 1 }
                let value = key.map { $0 + change.key.count }
                writes.append(
                    lvzhi_write(
                        database: name?.assumingMemoryBound(to: CChar.self), key: key, key_size: change.key.count,
                        value: change.value == nil ? nil : value, value_size: change.value?.count ?? 0))
                offset += change.database.utf8.count + 1 + change.key.count + (change.value?.count ?? 0)
            }
            return Measurement.time { lvzhi_lmdb_writer_commit(peer, writes, writes.count) }
        }
        guard code == 0 else { throw Failure("C 出错：\(code)") }
        return seconds
    }
}
