internal import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// Entries of the change log, newest first.
    public func log(_ filter: LogFilter = LogFilter()) throws -> [LogEntry] {
        try readScoped(.logRead) { transaction, grant in
            let query = try LogQuery(filter, under: grant, in: &transaction)
            return try query.run(in: &transaction).map(LogEntry.init)
        }
    }

    /// One entry of the change log.
    public func logHead(_ number: UInt64) throws -> LogEntry {
        try readScoped(.logRead) { transaction, grant in
            LogEntry(try transaction.changeSet(number, under: grant))
        }
    }

    /// One entry of the change log with every value before and after.
    public func logEntry(_ number: UInt64) throws -> (entry: LogEntry, changes: [LogChange]) {
        try readScoped(.logRead) { transaction, grant in
            let set = try transaction.changeSet(number, under: grant)
            let changes = try ChangeLog.changes(of: number, in: &transaction)
            return (LogEntry(set), try changes.compactMap(LogChange.init))
        }
    }
}

extension ReadTransaction {
    /// An entry of the change log; one out of reach is as if it were not there.
    fileprivate mutating func changeSet(_ number: UInt64, under grant: Grant) throws -> ChangeSet {
        guard let set = try ChangeLog.entry(number, in: &self), grant.covers(set) else {
            throw Refusal(.unknownChangeSet(number))
        }
        return set
    }
}

/// A filter on the change log with its words found.
private struct LogQuery {
    let filter: LogFilter
    let grant: Grant
    private var wanted: Set<RecordAddress> = []
    private var member: MemberID?
    private var sequences: ClosedRange<UInt64> = 1...UInt64.max

    init(_ filter: LogFilter, under grant: Grant, in transaction: inout ReadTransaction) throws {
        self.filter = filter
        self.grant = grant
        if let record = filter.record { wanted = [RecordAddress(table: DutyRecord.table.name, key: Key(record))] }
        if let word = filter.person {
            let naming = try Grant(grant.standing, .personNaming, in: &transaction)
            var directory = try Directory(&transaction, naming: naming)
            member = try directory.person(word, in: &transaction).get().id
        }
        if let batch = filter.batch {
            guard let found = try transaction.value(BatchRecord.self, batch) else {
                throw Refusal(.unknownBatch(batch))
            }
            sequences = found.change...found.change
        }
    }

    func run(in transaction: inout ReadTransaction) throws -> [ChangeSet] {
        guard !grant.isAll || filter.record != nil || member != nil || filter.days != nil else {
            return try ChangeLog.entries(sequences, limit: max(0, filter.limit), in: &transaction)
        }
        var found: [ChangeSet] = []
        for set in try ChangeLog.entries(sequences, in: &transaction) where found.count < filter.limit {
            guard grant.covers(set) else { continue }
            if let days = filter.days, !days.contains(Instant(milliseconds: set.context.instant).day) { continue }
            if try concerns(set, in: &transaction) { found.append(set) }
        }
        return found
    }

    private func concerns(_ set: ChangeSet, in transaction: inout ReadTransaction) throws -> Bool {
        guard filter.record != nil || member != nil else { return true }
        var hit = false
        try ChangeLog.changes(of: set.sequence, in: &transaction) { change in
            let address = RecordAddress(table: change.table, key: change.key)
            hit = try wanted.contains(address) || member.map { try change.concerns($0) } ?? false
            return hit ? .stop : .next
        }
        return hit
    }
}

extension Change {
    /// Whether it is about a member: the member's own values, or a record with the member in it.
    fileprivate func concerns(_ member: MemberID) throws -> Bool {
        guard let change = try LogChange(self) else { return false }
        return [change.before, change.after].contains { $0?.concerns(member) ?? false }
    }
}

extension LogSubject {
    fileprivate func concerns(_ id: MemberID) -> Bool {
        switch self {
        case .member(let member): member.id == id
        case .membership(let membership): membership.member == id
        case .record(let record): record.people.contains { $0.member == id }
        case .manual(let entry): entry.member == id
        default: false
        }
    }
}

extension LogEntry {
    init(_ set: ChangeSet) {
        self.init(
            number: set.sequence, instant: Instant(milliseconds: set.context.instant), who: set.context.who,
            account: set.context.account.map { AccountID(rawValue: UInt32(clamping: $0)) },
            role: set.context.role, origin: set.context.origin, action: set.context.action,
            summary: set.context.summary,
            undoes: set.undoes, changes: set.changeCount, spared: set.spared, hash: "\(set.hash)")
    }
}
