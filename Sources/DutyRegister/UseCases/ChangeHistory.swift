internal import DutyModel
internal import KeyValueStore
internal import RecordStore

extension Register {
    /// Entries of the change log, newest first.
    public func log(_ filter: LogFilter = LogFilter()) throws -> [LogEntry] {
        try read { transaction in
            let query = try LogQuery(filter, in: &transaction)
            return try query.run(in: &transaction).map(LogEntry.init)
        }
    }

    /// One entry of the change log.
    public func logHead(_ number: UInt64) throws -> LogEntry {
        guard let set = try read({ try ChangeLog.entry(number, in: &$0) }) else {
            throw Refusal(.unknownChangeSet(number))
        }
        return LogEntry(set)
    }

    /// One entry of the change log with every value before and after.
    public func logEntry(_ number: UInt64) throws -> (entry: LogEntry, changes: [LogChange]) {
        try read { transaction in
            guard let set = try ChangeLog.entry(number, in: &transaction) else {
                throw Refusal(.unknownChangeSet(number))
            }
            let changes = try ChangeLog.changes(of: number, in: &transaction)
            return (LogEntry(set), try changes.compactMap(LogChange.init))
        }
    }
}

/// A filter on the change log with its words found.
private struct LogQuery {
    let filter: LogFilter
    private var wanted: Set<RecordAddress> = []
    private var member: MemberID?
    private var sequences: ClosedRange<UInt64> = 1...UInt64.max

    init(_ filter: LogFilter, in transaction: inout ReadTransaction) throws {
        self.filter = filter
        if let record = filter.record { wanted = [RecordAddress(table: DutyRecord.table.name, key: Key(record))] }
        if let word = filter.person {
            var directory = try Directory(&transaction)
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
        guard filter.record != nil || member != nil || filter.days != nil else {
            return try ChangeLog.entries(sequences, limit: max(0, filter.limit), in: &transaction)
        }
        var found: [ChangeSet] = []
        for set in try ChangeLog.entries(sequences, in: &transaction) where found.count < filter.limit {
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
        default: false
        }
    }
}

extension LogEntry {
    init(_ set: ChangeSet) {
        self.init(
            number: set.sequence, instant: Instant(milliseconds: set.context.instant), who: set.context.who,
            origin: set.context.origin, action: set.context.action, summary: set.context.summary,
            undoes: set.undoes, changes: set.changeCount, spared: set.spared, hash: "\(set.hash)")
    }
}
