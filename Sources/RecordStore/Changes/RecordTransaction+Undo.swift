import KeyValueStore

extension RecordTransaction {
    /// Takes back a change set, as part of this action, which can itself be taken back. Call it before other writes,
    /// once in an action. Derived tables are left to the caller, who learns from the outcome what changed.
    /// - Parameter sparing: leave records others built on since as they are, instead of refusing.
    /// - Throws: `UndoError`; nothing is written then.
    public mutating func undo(_ sequence: UInt64, sparing: Bool = false) throws -> UndoOutcome {
        precondition(undoing == nil, "one action takes back one change set")
        let plan = try UndoPlan(of: sequence, in: &self)
        let outcome = plan.outcome
        guard sparing || outcome.spared.isEmpty else { throw UndoError.conflicts(outcome.spared) }
        undoing = (sequence, outcome.spared.count)
        do {
            try carryOut(plan)
        } catch {
            giveUp(error)
            throw error
        }
        return outcome
    }

    /// What an undo would do and what stands in its way, without writing.
    public mutating func previewUndo(_ sequence: UInt64) throws -> UndoOutcome {
        try UndoPlan(of: sequence, in: &self).outcome
    }

    private mutating func carryOut(_ plan: UndoPlan) throws {
        let records = plan.records
        try clear(records, by: plan)
        for record in records.reversed() {
            guard let payload = plan.changes.before(record) else { continue }
            try schema.table(record.table)?.restore(payload, for: record.key, in: &self)
        }
    }

    /// Removes what did not exist before, and what must leave its unique values to others that go back with it.
    private mutating func clear(_ records: [RecordAddress], by plan: UndoPlan) throws {
        for record in records.reversed() {
            guard let table = schema.table(record.table) else { continue }
            if plan.changes.before(record) == nil || table.hasUniqueIndexes {
                try table.restore(nil, for: record.key, in: &self)
            }
        }
    }
}
