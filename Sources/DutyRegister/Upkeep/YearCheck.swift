internal import DutyModel
internal import KeyValueStore
internal import RecordStore

/// Compares the frozen results of every version with the hash its head bears, and gives the heads of the change log
/// that versions were frozen at.
enum YearCheck {
    static func run(in transaction: inout ReadTransaction, into report: inout IntegrityReport) throws {
        for version in try transaction.all(YearVersion.self) {
            let (members, digest) = try stored(version, in: &transaction)
            let name = "\(version.id.year) 年度封账第 \(version.id.version) 版"
            if members != version.members {
                report.add(
                    .other("\(name)应有 \(version.members) 人的结果，实有 \(members) 人"), in: FrozenResult.table.name)
            } else if digest != version.digest {
                report.add(.other("\(name)的结果与封账时的指纹不符，被改动过"), in: FrozenResult.table.name)
            }
        }
    }

    /// Whether all results of a version are there and as they were frozen.
    static func isSound(_ version: YearVersion, in transaction: inout some Reading & ~Copyable) throws -> Bool {
        let (members, digest) = try stored(version, in: &transaction)
        return members == version.members && digest == version.digest
    }

    private static func stored(
        _ version: YearVersion, in transaction: inout some Reading & ~Copyable
    ) throws -> (members: Int, digest: String) {
        var digest = DigestBuilder()
        var members = 0
        let range = FrozenResult.range(version.id.year, version.freeze)
        try FrozenResult.table.scanPayloads(range, in: &transaction) { _, payload in
            digest.add(payload)
            members += 1
            return .next
        }
        return (members, "\(digest.finish())")
    }

    /// What the change log ended with when each version was frozen here.
    static func anchors(in transaction: inout ReadTransaction) throws -> [ChangeLog.Head] {
        try transaction.all(YearVersion.self).filter { !$0.isRestored }.compactMap { version in
            Digest(hexadecimal: version.logHash).map { ChangeLog.Head(sequence: version.logSequence, hash: $0) }
        }
    }
}
