import KeyValueStore

/// What taking back a change set would do, worked out before anything is written.
struct UndoPlan {
    /// What it did, record by record.
    private(set) var changes: NetChanges
    /// Records that cannot go back, and why; one reason each.
    private(set) var conflicts: [RecordAddress: UndoConflict.Reason] = [:]

    /// A condition under which a record may go back, on what becomes of another record.
    private struct Dependency {
        var record: RecordAddress
        var other: RecordAddress
        var reason: UndoConflict.Reason
    }

    /// - Throws: `UndoError` where nothing of it can be taken back.
    init(of sequence: UInt64, in transaction: inout RecordTransaction) throws {
        guard let entry = try ChangeLog.stored(sequence, in: &transaction) else {
            throw UndoError.unknownChange(sequence)
        }
        guard entry.set.isReversible, entry.set.format == transaction.schema.format else {
            throw UndoError.irreversible(sequence)
        }
        changes = try NetChanges(of: entry, in: &transaction)
        let later = try LaterChanges(since: sequence, among: changes, in: &transaction)
        if let undo = later.undoneBy { throw UndoError.alreadyUndone(sequence, by: undo) }
        for (record, set) in later.touched {
            conflicts[record] = .changedSince(
                sequence: set.sequence, who: set.context.who, instant: set.context.instant)
        }
        changes.drop { later.alreadyBack.contains($0) && later.touched[$0] == nil }
        guard changes.order.allSatisfy({ transaction.schema.table($0.table) != nil }) else {
            throw UndoError.irreversible(sequence)
        }
        try spread(dependencies(in: &transaction))
    }

    /// The records that go back, in the order in which they were touched.
    var records: [RecordAddress] { changes.order.filter { conflicts[$0] == nil } }

    var outcome: UndoOutcome {
        let back = records.map { record in
            Change(
                table: record.table, key: record.key, before: changes.after(record), after: changes.before(record))
        }
        let spared = changes.order.compactMap { record in
            conflicts[record].map { UndoConflict(record: record, reason: $0) }
        }
        return UndoOutcome(changes: back, spared: spared)
    }

    private func goesBack(_ record: RecordAddress) -> Bool { changes.contains(record) && conflicts[record] == nil }

    /// A record whose condition fails stays as it is, which may fail the conditions of others, and so on.
    private mutating func spread(_ dependencies: [Dependency]) {
        var isSettled = false
        while !isSettled {
            isSettled = true
            for dependency in dependencies
            where conflicts[dependency.record] == nil && !goesBack(dependency.other) {
                conflicts[dependency.record] = dependency.reason
                isSettled = false
            }
        }
    }

    private func dependencies(in transaction: inout RecordTransaction) throws -> [Dependency] {
        try removals(in: &transaction) + returns(in: &transaction)
    }

    /// A record that would be removed needs those that point at it to go back too.
    private func removals(in transaction: inout RecordTransaction) throws -> [Dependency] {
        let removed = Dictionary(grouping: changes.order.filter { changes.before($0) == nil }, by: \.table)
        var found: [Dependency] = []
        for (target, records) in removed {
            let keys = Set(records.map(\.key))
            for table in transaction.schema.tables where table.referenceTargets.contains(target) {
                try table.referrers(to: keys, of: target, in: &transaction) { key, by in
                    let referrer = RecordAddress(table: table.name, key: by)
                    found.append(
                        Dependency(
                            record: RecordAddress(table: target, key: key), other: referrer,
                            reason: .pointedAtBy(referrer)))
                }
            }
        }
        return found
    }

    /// A record that would be put back needs what it points at, and its unique values free.
    private func returns(in transaction: inout RecordTransaction) throws -> [Dependency] {
        var found: [Dependency] = []
        for record in changes.order {
            guard let payload = changes.before(record), let table = transaction.schema.table(record.table)
            else { continue }
            let ties = try table.ties(of: payload, key: record.key)
            for other in ties.pointsAt {
                let exists = try transaction.get(other.key, in: other.table) { _ in true } ?? false
                guard !exists else { continue }
                found.append(Dependency(record: record, other: other, reason: .pointsAtMissing(other)))
            }
            for (index, entry) in ties.unique {
                guard let holder = try holder(of: entry, in: index, &transaction), holder != record.key
                else { continue }
                let other = RecordAddress(table: record.table, key: holder)
                found.append(
                    Dependency(record: record, other: other, reason: .valueTaken(index: index, by: holder)))
            }
        }
        return found
    }

    private func holder(
        of entry: Key, in index: DatabaseName, _ transaction: inout RecordTransaction
    ) throws -> Key? {
        try transaction.get(entry, in: index) { Key(bytes: Array(try Envelope(index).open($0, key: entry))) }
    }
}
