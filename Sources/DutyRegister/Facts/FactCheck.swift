internal import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// Recomputes all fact rows from the records: to compare with what is stored, or to store anew.
struct FactLedger {
    private(set) var rows: [FactTable.Slot: [FactRow]] = [:]

    init(_ transaction: inout some KeyValueStore.Reading & ~Copyable) throws {
        let kinds = try transaction.kinds()
        try DutyRecord.table.scan(in: &transaction) { record in
            let projected = FactProjection.project(record, catalogue: kinds)
            for entry in projected.rows {
                guard let slot = FactTable.Slot(entry) else { continue }
                rows[slot, default: []].append(entry.row)
            }
            return .next
        }
    }

    /// Adds a finding for each member's year that differs from the records.
    mutating func compare(in transaction: inout ReadTransaction, into report: inout IntegrityReport) throws {
        try FactTable.table.scan(in: &transaction) { key, payload in
            let slot = try FactTable.slot(of: key)
            let stored = try FactTable.facts(payload, of: slot)
            if PackedFacts(rows.removeValue(forKey: slot) ?? []) != stored { Self.add(slot, to: &report) }
            return .next
        }
        for slot in rows.keys.sorted() { Self.add(slot, to: &report) }
    }

    private static func add(_ slot: FactTable.Slot, to report: inout IntegrityReport) {
        report.add(.other("履职事实与记录不符（\(slot.year) 年）"), in: FactTable.table.name, key: slot.key)
    }

    /// Replaces what is stored. Returns how many members' years there are.
    func store(in transaction: inout RecordTransaction) throws -> Int {
        var stale: [Key] = []
        try FactTable.table.scan(in: &transaction) { key, _ in
            stale.append(Key(bytes: Array(key)))
            return .next
        }
        for key in stale { try FactTable.table.delete(key, in: &transaction) }
        try FactTable.table.putMany(
            rows.map { (key: $0.key.key, payload: PackedFacts($0.value).bytes) }, in: &transaction)
        return rows.count
    }
}
