internal import DutyModel
internal import KeyValueStore
internal import RecordStore

/// Why a change set cannot be taken back. Nothing was written.
public enum UndoRefused: Error, Hashable, Sendable {
    case unknown(UInt64)
    case alreadyUndone(UInt64, by: UInt64)
    /// The making of the register, or a migration.
    case irreversible(UInt64)
    /// Others built on it since: undo those first, or spare what they touched.
    case builtOn(UInt64, [SparedItem])
    /// Everything it wrote was built on since, so that sparing that leaves nothing to take back.
    case nothingLeft(UInt64, [SparedItem])
}

extension Register {
    /// Takes back one entry of the change log. The undo is an entry itself and can be taken back.
    /// - Parameter sparing: leave what was edited since as it is and name it, instead of refusing.
    /// - Throws: `UndoRefused`.
    public func undo(_ change: UInt64, sparing: Bool = false) throws -> UndoReport {
        try undo(change, sparing: sparing, as: .undo, what: "第 \(change) 号变更")
    }

    func undo(_ change: UInt64, sparing: Bool, as useCase: UseCase, what: String) throws -> UndoReport {
        let saved = try writeScoped(useCase) { transaction, grant in
            do {
                if let entry = try ChangeLog.entry(change, in: &transaction) {
                    try grant.requireUndo(entry)
                    if entry.context.action == UseCase.create.rawValue { throw UndoRefused.irreversible(change) }
                }
                // Facts of records that go need the kinds as they are before anything is taken back.
                var facts = FactUpdate(kinds: try transaction.kinds())
                // Who may touch the own only takes back the whole or nothing.
                let outcome = try transaction.undo(change, sparing: sparing && grant.isAll)
                try facts.note(outcome.changes)
                try facts.flush(in: &transaction)
                try transaction.markBatches(outcome.changes)
                transaction.context.summary = what
                let spared = try transaction.spared(outcome.spared)
                let restored = outcome.changes.count { $0.table != BatchRecord.table.name }
                if restored == 0, !spared.isEmpty { throw UndoRefused.nothingLeft(change, spared) }
                return UndoReport(undone: change, restored: restored, spared: spared, change: 0)
            } catch let error as UndoError {
                throw try UndoRefused(error, change: change, in: &transaction)
            }
        }
        var report = saved.value
        report.change = saved.change
        return report
    }
}

extension Grant {
    /// Whether an entry of the change log is in reach: for most, only what they did themselves.
    func covers(_ entry: ChangeSet) -> Bool {
        isAll || (standing.account.map { UInt64($0.id.rawValue) == entry.context.account } ?? false)
    }

    /// What others did is as if it were not there; what one may do no longer, one may not take back either.
    fileprivate func requireUndo(_ entry: ChangeSet) throws {
        guard covers(entry) else { throw UndoRefused.unknown(entry.sequence) }
        guard !isAll, let done = UseCase(rawValue: entry.context.action), done.scope(of: standing.roles) == .none else {
            return
        }
        throw NotPermitted(useCase: done, name: standing.name, reason: .role(standing.roles))
    }
}

extension FactUpdate {
    /// Notes every record among changes of the log.
    mutating func note(_ changes: [Change]) throws {
        for change in changes where change.table == DutyRecord.table.name {
            note(
                before: try change.before.map { try DutyRecord.table.record(of: $0, key: change.key) },
                after: try change.after.map { try DutyRecord.table.record(of: $0, key: change.key) })
        }
    }
}

extension UndoRefused {
    init(_ error: UndoError, change: UInt64, in transaction: inout RecordTransaction) throws {
        switch error {
        case .unknownChange(let number): self = .unknown(number)
        case .alreadyUndone(let number, let by): self = .alreadyUndone(number, by: by)
        case .irreversible(let number): self = .irreversible(number)
        case .conflicts(let conflicts): self = .builtOn(change, try transaction.spared(conflicts))
        }
    }
}

extension RecordTransaction {
    /// Keeps the batches that an undo took away, as taken back.
    mutating func markBatches(_ changes: [Change]) throws {
        for change in changes where change.table == BatchRecord.table.name && change.after == nil {
            guard let before = change.before else { continue }
            var batch = try BatchRecord.table.record(of: before, key: change.key)
            batch.undoneBy = changeSequence
            try BatchRecord.table.put(batch, in: &self)
        }
    }

    /// Names what an undo leaves as it is.
    mutating func spared(_ conflicts: [UndoConflict]) throws -> [SparedItem] {
        try conflicts.map { conflict in
            SparedItem(what: try name(conflict.record), reason: try reason(conflict.reason))
        }
    }

    private mutating func reason(_ reason: UndoConflict.Reason) throws -> SparedItem.Reason {
        switch reason {
        case .changedSince(let sequence, let who, _): .editedSince(change: sequence, who: who)
        case .pointedAtBy(let address): .usedBy(try name(address))
        case .pointsAtMissing(let address): .needsMissing(try name(address))
        case .valueTaken(let index, let key):
            .valueTaken(by: try name(RecordAddress(table: index.table, key: key)))
        }
    }

    /// How a user knows the value at a place of the store.
    private mutating func name(_ address: RecordAddress) throws -> String {
        try subject(address.table, address.key)?.text ?? address.table.rawValue
    }

    /// The value at a place of the store as it stands; nil for what no user would know by name.
    private mutating func subject(_ table: DatabaseName, _ key: Key) throws -> LogSubject? {
        switch table {
        case Member.table.name: try current(Member.self, key).map(LogSubject.member)
        case Membership.table.name: try current(Membership.self, key).map(LogSubject.membership)
        case Organization.table.name: try current(Organization.self, key).map(LogSubject.organization)
        case PlanItem.table.name: try current(PlanItem.self, key).map(LogSubject.planItem)
        case DutyRecord.table.name: try current(DutyRecord.self, key).map(LogSubject.record)
        case Account.table.name: try current(Account.self, key).map(LogSubject.account)
        case Objection.table.name: try current(Objection.self, key).map(LogSubject.objection)
        case ReviewStep.table.name: try current(ReviewStep.self, key).map(LogSubject.review)
        case ManualEntry.table.name: try current(ManualEntry.self, key).map(LogSubject.manual)
        case AssessmentYear.table.name: try current(AssessmentYear.self, key).map(LogSubject.year)
        case YearVersion.table.name: try current(YearVersion.self, key).map(LogSubject.yearVersion)
        case Decision.table.name: try current(Decision.self, key).map(LogSubject.decision)
        case EvidenceFile.table.name: try current(EvidenceFile.self, key).map(LogSubject.evidence)
        case LateFact.table.name: try current(LateFact.self, key).map(LogSubject.lateFact)
        default: nil
        }
    }

    private mutating func current<R: Record>(_ type: R.Type, _ key: Key) throws -> R? {
        try value(type, try key.element(as: R.ID.self))
    }
}

extension DatabaseName {
    /// The table of an index, which is named `table.field`.
    fileprivate var table: DatabaseName { DatabaseName(String(rawValue.prefix { $0 != "." })) }
}
