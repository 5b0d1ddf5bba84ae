internal import DutyModel
internal import KeyValueStore
internal import RecordStore
internal import Scoring

/// Fact rows to be changed because records were: gathered over a whole use case, then each member's year is read and
/// written once.
struct FactUpdate {
    let kinds: KindCatalogue
    /// New rows of each record in each slot; none where the record has left it.
    private var pending: [FactTable.Slot: [RecordID: [FactRow]]] = [:]

    init(kinds: KindCatalogue) { self.kinds = kinds }

    /// Notes that a record came, changed or went.
    mutating func note(before: DutyRecord?, after: DutyRecord?) {
        if let before {
            for (slot, _) in rows(of: before) { pending[slot, default: [:]][before.id] = [] }
        }
        if let after {
            for (slot, row) in rows(of: after) { pending[slot, default: [:]][after.id, default: []].append(row) }
        }
    }

    private func rows(of record: DutyRecord) -> [(FactTable.Slot, FactRow)] {
        let projected = FactProjection.project(record, catalogue: kinds)
        return projected.rows.compactMap { entry in FactTable.Slot(entry).map { ($0, entry.row) } }
    }

    /// Writes everything noted and forgets it. Values that stay as they are are not written.
    mutating func flush(in transaction: inout RecordTransaction) throws {
        let slots = pending.keys.sorted()
        var changed: [(key: Key, payload: [UInt8])] = []
        var emptied: [Key] = []
        try FactTable.table.getMany(slots.map(\.key), in: &transaction) { place, payload in
            let slot = slots[place]
            let old = try payload.map { try FactTable.facts($0, of: slot) } ?? PackedFacts()
            let new = updated(old, by: pending[slot] ?? [:])
            if new == old { return }
            if new.isEmpty { emptied.append(slot.key) } else { changed.append((slot.key, new.bytes)) }
        }
        pending = [:]
        for key in emptied { try FactTable.table.delete(key, in: &transaction) }
        try FactTable.table.putMany(changed, in: &transaction)
    }

    private func updated(_ facts: PackedFacts, by records: [RecordID: [FactRow]]) -> PackedFacts {
        PackedFacts(facts.rows.filter { records[$0.record] == nil } + records.values.joined())
    }
}
