internal import DutyModel
internal import Interchange
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// Writes a plan in one transaction and records it as a batch.
    ///
    /// - Parameter acceptValid: write what is in order although other rows are not.
    /// - Returns: the batch; nil where the plan says nothing new, and then nothing is written.
    /// - Throws: `ImportRefused`.
    public func apply(_ pending: PendingImport, acceptValid: Bool = false) throws -> Saved<BatchEntry?> {
        let plan = pending.plan
        let open = plan.findings.count { $0.severity >= .doubtful }
        guard acceptValid || open == 0 else { throw ImportRefused.findings(open) }
        guard !plan.isEmpty else { return Saved(value: nil, change: 0) }
        do {
            let saved = try write(.importApply) { transaction in
                guard transaction.changeSequence == pending.base + 1 else { throw ImportRefused.registerChanged }
                let written = try PlanWriter(plan).write(in: &transaction)
                let batch = BatchRecord(
                    id: try transaction.nextNumber(of: BatchRecord.self),
                    instant: Instant(milliseconds: transaction.context.instant), who: principal.name,
                    files: pending.files.map { BatchRecord.FileEntry(name: $0.name, hash: $0.hash) },
                    rows: RowOutcome.allCases.map { UInt64(plan.totals[$0]) },
                    written: written.created.numbers + written.changed.numbers, change: transaction.changeSequence)
                try BatchRecord.table.insert(batch, in: &transaction)
                transaction.context.summary =
                    "第 \(batch.id) 批：\(pending.files.map(\.name).joined(separator: "、"))"
                return BatchEntry(batch)
            }
            return Saved(value: saved.value, change: saved.change)
        } catch RecordError.notUnique(let index, _, _) {
            throw ImportRefused.notUnique(index.rawValue)
        } catch RecordError.alreadyExists {
            throw ImportRefused.registerChanged
        }
    }

    /// Every import, newest first.
    public func batches() throws -> [BatchEntry] {
        try read(.batchRead) { try $0.all(BatchRecord.self) }.reversed().map(BatchEntry.init)
    }

    public func batch(_ number: UInt64) throws -> BatchEntry {
        guard let batch = try read(.batchRead, { try $0.value(BatchRecord.self, number) }) else {
            throw Refusal(.unknownBatch(number))
        }
        return BatchEntry(batch)
    }

    /// Takes a whole import back. What was edited since stays as it is and is named.
    public func undoBatch(_ number: UInt64) throws -> UndoReport {
        let batch = try batch(number)
        return try undo(batch.change, sparing: true, as: .importUndo, what: "第 \(number) 批")
    }
}

/// Writes the values of a plan.
private struct PlanWriter {
    /// Inserts are sorted and appended in runs of this many.
    private static let run = 10_000

    let plan: ImportPlan

    init(_ plan: ImportPlan) { self.plan = plan }

    func write(in transaction: inout RecordTransaction) throws -> (created: WrittenCounts, changed: WrittenCounts) {
        var created = WrittenCounts()
        var changed = WrittenCounts()
        (created.organizations, changed.organizations) = try write(plan.organizations, in: &transaction)
        (created.members, changed.members) = try write(plan.members, in: &transaction)
        (created.memberships, changed.memberships) = try write(plan.memberships, in: &transaction)
        (created.planItems, changed.planItems) = try write(plan.planItems, in: &transaction)
        (created.records, changed.records) = try write(plan.records, in: &transaction)
        var facts = FactUpdate(kinds: try transaction.kinds())
        for change in plan.records {
            switch change {
            case .create(let record): facts.note(before: nil, after: record)
            case .update(let before, let after): facts.note(before: before, after: after)
            }
        }
        try facts.flush(in: &transaction)
        return (created, changed)
    }

    private func write<R: Record & Hashable>(
        _ changes: [PlannedChange<R>], in transaction: inout RecordTransaction
    ) throws -> (created: Int, changed: Int) {
        // Changed ones first: they may free a number that a new one takes.
        for case .update(_, let after) in changes { try R.table.put(after, in: &transaction) }
        let new = changes.filter(\.isCreation).map(\.value)
        for start in stride(from: 0, to: new.count, by: Self.run) {
            try R.table.insertMany(Array(new[start..<min(start + Self.run, new.count)]), in: &transaction)
        }
        return (new.count, changes.count - new.count)
    }
}
