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
    /// What every entry must be about.
    private var subjects: [LogIndex.Subject] = []
    private var only: UInt64?

    init(_ filter: LogFilter, under grant: Grant, in transaction: inout ReadTransaction) throws {
        self.filter = filter
        self.grant = grant
        if let word = filter.record {
            let view = try Grant(grant.standing, .recordRead, in: &transaction)
            subjects.append(LogConcerns.subject(try transaction.logged(word, within: view)))
        }
        if let word = filter.person {
            let naming = try Grant(grant.standing, .personNaming, in: &transaction)
            var directory = try Directory(&transaction, naming: naming)
            subjects.append(LogConcerns.subject(try directory.person(word, in: &transaction).get().id))
        }
        if let batch = filter.batch {
            guard let found = try transaction.value(BatchRecord.self, batch) else {
                throw Refusal(.unknownBatch(batch))
            }
            only = found.change
        }
        if !grant.isAll { subjects.append(.account(UInt64(grant.standing.account?.id.rawValue ?? 0))) }
    }

    /// Newest first.
    func run(in transaction: inout ReadTransaction) throws -> [ChangeSet] {
        guard try LogIndex.isWhole(in: &transaction) else { return try walk(in: &transaction) }
        var wanted: Set<UInt64>?
        func narrow(_ sequences: [UInt64]) { wanted = wanted?.intersection(sequences) ?? Set(sequences) }
        for subject in subjects { narrow(try LogIndex.sequences(of: subject, in: &transaction)) }
        if let days = filter.days { narrow(try LogIndex.sequences(at: days.instants, in: &transaction)) }
        if let only { narrow([only]) }
        guard let wanted else { return try ChangeLog.entries(limit: max(0, filter.limit), in: &transaction) }
        return try wanted.sorted(by: >).prefix(max(0, filter.limit))
            .compactMap { try ChangeLog.entry($0, in: &transaction) }
    }

    /// A store from before the log had an index, and which nobody has written to since.
    private func walk(in transaction: inout ReadTransaction) throws -> [ChangeSet] {
        var found: [ChangeSet] = []
        for set in try ChangeLog.entries(in: &transaction) where found.count < filter.limit {
            if let only, set.sequence != only { continue }
            if let days = filter.days, !days.contains(Instant(milliseconds: set.context.instant).day) { continue }
            if try concerns(set, in: &transaction) { found.append(set) }
        }
        return found
    }

    private func concerns(_ set: ChangeSet, in transaction: inout ReadTransaction) throws -> Bool {
        guard grant.covers(set) else { return false }
        var left = Set(subjects.filter { if case .account = $0 { false } else { true } })
        guard !left.isEmpty else { return true }
        try ChangeLog.changes(of: set.sequence, in: &transaction) { change in
            for key in try LogConcerns.keys(of: change) { left.remove(.concern(key)) }
            return left.isEmpty ? .stop : .next
        }
        return left.isEmpty
    }
}

extension ReadTransaction {
    /// The record of a word, also of one that is gone, by its id.
    fileprivate mutating func logged(_ word: String, within view: Grant) throws -> RecordID {
        do {
            return try record(word, family: nil, kinds: try kinds(), within: view).id
        } catch let refusal as Refusal {
            guard view.isAll, let number = UInt64(word), number > 1 << 20 else { throw refusal }
            return RecordID(rawValue: number)
        }
    }
}

extension DayRange {
    /// The UTC milliseconds of these days in Beijing.
    fileprivate var instants: Range<Int64> {
        func start(_ day: CivilDay) -> Int64 { Int64(day.daysSinceEpoch) * 86_400_000 - 8 * 3_600_000 }
        return start(first)..<start(last + 1)
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
