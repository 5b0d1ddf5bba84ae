import KeyValueStore

/// What happened since a change set. A change and the undo that took all of it back cancel each other out.
struct LaterChanges {
    /// For each record touched since and not only in cancelled pairs: the newest change set that did.
    private(set) var touched: [RecordAddress: ChangeSet] = [:]
    /// The undo that took back the whole change set.
    private(set) var undoneBy: UInt64?
    /// Undos that took back part of it.
    private var partialUndos: Set<UInt64> = []
    /// Records that such an undo put back.
    private(set) var alreadyBack: Set<RecordAddress> = []

    private static let pageSize: UInt64 = 256

    init(since sequence: UInt64, among records: NetChanges, in transaction: inout RecordTransaction) throws {
        let head = transaction.changeSequence - 1
        guard sequence < head else { return }
        let cancelled = try cancelledPairs(sequence + 1...head, target: sequence, in: &transaction)
        guard undoneBy == nil else { return }
        var first = sequence + 1
        while first <= head {
            let page = first...min(head, first + Self.pageSize - 1)
            for entry in try entries(page, in: &transaction) where !cancelled.contains(entry.set.sequence) {
                try note(entry, among: records, in: &transaction)
            }
            first = page.upperBound + 1
        }
    }

    private mutating func cancelledPairs(
        _ range: ClosedRange<UInt64>, target: UInt64, in transaction: inout RecordTransaction
    ) throws -> Set<UInt64> {
        var cancelled: Set<UInt64> = []
        for set in try ChangeLog.entries(range, direction: .backward, in: &transaction) {
            guard let undone = set.undoes, !cancelled.contains(set.sequence) else { continue }
            if undone == target {
                if set.spared == 0 { undoneBy = set.sequence } else { partialUndos.insert(set.sequence) }
            } else if undone > target, set.spared == 0 {
                cancelled.formUnion([undone, set.sequence])
            }
        }
        return cancelled
    }

    private mutating func note(
        _ entry: ChangeEntry, among records: NetChanges, in transaction: inout RecordTransaction
    ) throws {
        let isPartialUndo = partialUndos.contains(entry.set.sequence)
        try ChangeLog.forEachChange(of: entry, in: &transaction) { change in
            let record = RecordAddress(table: change.table, key: change.key)
            guard records.contains(record) else { return .next }
            if isPartialUndo {
                alreadyBack.insert(record)
                touched[record] = nil
            } else {
                touched[record] = entry.set
            }
            return .next
        }
    }

    private func entries(
        _ page: ClosedRange<UInt64>, in transaction: inout RecordTransaction
    ) throws -> [ChangeEntry] {
        var found: [ChangeEntry] = []
        try ChangeLog.scan(page, direction: .forward, in: &transaction) { entry in
            found.append(entry)
            return .next
        }
        return found
    }
}
