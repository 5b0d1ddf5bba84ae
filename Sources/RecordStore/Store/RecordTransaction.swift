public import KeyValueStore

/// One user action on the store: reads and writes records, and keeps a note of every write, so that the change log
/// gets its entry in the same transaction and no use case can forget it.
public struct RecordTransaction: ~Copyable, Reading {
    private let handle: any WriteHandle
    public var reader: any ReadHandle { handle }
    let schema: StoreSchema
    private var recorder = ChangeRecorder()
    private let head: ChangeLog.Head
    /// What this action takes back, and how much of it was spared.
    var undoing: (sequence: UInt64, spared: Int)?
    var isReversible = true
    /// Index entries written already.
    private var indexed: Set<Key> = []
    /// Why this transaction cannot be committed.
    private var failure: (any Error)?

    /// Told of every logged write; nil where nobody watches.
    public var watcher: (any WriteWatcher)?

    /// Who acts; `summary` may be completed here once it is known.
    public var context: ChangeContext

    init(handle: any WriteHandle, schema: StoreSchema, context: ChangeContext) throws {
        self.handle = handle
        self.schema = schema
        self.context = context
        var reading = RawReading(handle)
        head = try ChangeLog.head(in: &reading)
    }

    /// The number this action will have in the change log, if it changes anything.
    public var changeSequence: UInt64 { head.sequence + 1 }

    /// Stores a complete value (in its envelope) and notes the change.
    mutating func store(
        _ value: [UInt8], for key: Key, in database: DatabaseName, before: [UInt8]?, mode: WriteMode, logged: Bool
    ) throws {
        try givingUpOnFailure { handle in
            try value.withUnsafeBytes { bytes in
                switch mode {
                case .put: try handle.put(bytes, for: key, in: database)
                case .insert: try handle.insert(bytes, for: key, in: database)
                case .append: try handle.append(bytes, for: key, in: database)
                }
            }
        }
        guard logged else { return }
        let after = Array(value[Envelope.headerLength...])
        try watcher?.saw(database, key, before: before, after: after)
        recorder.note(table: database, key: key, before: before, after: after)
        if recorder.isFull { try writePart() }
    }

    /// Removes a value and notes the change.
    mutating func remove(_ key: Key, from database: DatabaseName, before: [UInt8], logged: Bool) throws {
        try givingUpOnFailure { _ = try $0.delete(key, in: database) }
        guard logged else { return }
        try watcher?.saw(database, key, before: before, after: nil)
        recorder.note(table: database, key: key, before: before, after: nil)
        if recorder.isFull { try writePart() }
    }

    /// Writes what is no record: index entries, which follow from records and are not logged.
    mutating func storeEntry(_ value: [UInt8], for key: Key, in database: DatabaseName, mode: WriteMode) throws {
        try store(value, for: key, in: database, before: nil, mode: mode, logged: false)
    }

    mutating func removeEntry(_ key: Key, from database: DatabaseName) throws {
        try givingUpOnFailure { _ = try $0.delete(key, in: database) }
    }

    /// Makes this transaction one that cannot be committed: a write of several steps failed between them.
    mutating func giveUp(_ error: any Error) { failure = failure ?? error }

    /// Where the engine fails, a use case that goes on must not commit half a record. A key that is taken or out of
    /// order changes nothing and is for the caller to judge.
    private mutating func givingUpOnFailure(_ body: (any WriteHandle) throws -> Void) throws {
        do {
            try body(handle)
        } catch {
            switch error {
            case TransactionError.keyExists, TransactionError.keyOutOfOrder: break
            default: giveUp(error)
            }
            throw error
        }
    }

    private mutating func writePart() throws {
        guard let (part, payload, changes) = recorder.takePart() else { return }
        try append(payload, for: Key(changeSequence, part))
        try index(changes)
    }

    /// Appends to the change log; what is there is never overwritten.
    private mutating func append(_ payload: [UInt8], for key: Key) throws {
        do {
            try storeEntry(ChangeEntry.envelope.wrap(payload, for: key), for: key, in: "changes", mode: .insert)
        } catch TransactionError.keyExists {
            let error = TransactionError.damaged(detail: "变更日志比记录的末尾更长（第 \(changeSequence) 条）")
            giveUp(error)
            throw error
        }
    }

    /// Appends the entry of this action to the change log. Returns nil where nothing was changed.
    /// - Throws: the error of an earlier write, where the use case went on after it.
    mutating func finish() throws -> UInt64? {
        if let failure { throw failure }
        var inline: [Change] = []
        if recorder.partDigests.isEmpty { inline = recorder.takePending() } else { try writePart() }
        guard recorder.changeCount > 0 else { return nil }
        try indexEarlier()
        try index(inline)
        try writeIndex(LogIndex.keys(of: context, sequence: changeSequence))
        let set = ChangeSet(
            sequence: changeSequence, context: context, undoes: undoing?.sequence, spared: undoing?.spared ?? 0,
            isReversible: isReversible, format: schema.format, changeCount: recorder.changeCount,
            previous: head.hash, hash: .zero)
        let entry = ChangeEntry(set: set, changes: inline, partDigests: recorder.partDigests)
        try append(entry.payload, for: Key(changeSequence))
        try writeHead(ChangeLog.Head(sequence: changeSequence, hash: entry.set.hash))
        return changeSequence
    }

    private mutating func index(_ changes: [Change]) throws {
        for change in changes {
            try writeIndex(LogIndex.keys(of: change, sequence: changeSequence, schema: schema))
        }
    }

    private mutating func writeIndex(_ keys: Set<Key>) throws {
        for key in keys where indexed.insert(key).inserted {
            try storeEntry([], for: key, in: LogIndex.database, mode: .put)
        }
        // What an import touches once is not met again: only a bounded number is remembered.
        if indexed.count > 50_000 { indexed.removeAll(keepingCapacity: true) }
    }

    /// The first write to a store from before the log had an index gives it one.
    private mutating func indexEarlier() throws {
        guard try get(LogIndex.markKey, in: "format", { _ in true }) == nil else { return }
        for set in try ChangeLog.entries(direction: .forward, in: &self) {
            var keys = LogIndex.keys(of: set.context, sequence: set.sequence)
            let schema = schema
            try ChangeLog.changes(of: set.sequence, in: &self) { change in
                keys.formUnion(try LogIndex.keys(of: change, sequence: set.sequence, schema: schema))
                return .next
            }
            try writeIndex(keys)
        }
        let mark = StoreFormat.envelope.wrap([], for: LogIndex.markKey)
        try storeEntry(mark, for: LogIndex.markKey, in: "format", mode: .put)
    }

    private mutating func writeHead(_ head: ChangeLog.Head) throws {
        var fields = FieldWriter(prefix: Envelope.placeholder)
        head.encode(into: &fields)
        var value = fields.bytes
        StoreFormat.envelope.seal(&value, for: ChangeLog.Head.key)
        try storeEntry(value, for: ChangeLog.Head.key, in: "format", mode: .put)
    }
}

/// How a value is put under its key.
enum WriteMode: Sendable { case put, insert, append }

/// Reads through a handle before a transaction stands.
struct RawReading: ~Copyable, Reading {
    let reader: any ReadHandle
    init(_ reader: any ReadHandle) { self.reader = reader }
}
