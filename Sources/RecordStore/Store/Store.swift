public import KeyValueStore

/// A store of records: an engine, and the schema of what is in it.
public final class Store: Sendable {
    public let engine: any KeyValueEngine
    public let schema: StoreSchema

    private init(engine: any KeyValueEngine, schema: StoreSchema) {
        self.engine = engine
        self.schema = schema
    }

    /// Writes the format into an empty engine.
    /// - Parameters:
    ///   - path: for messages only.
    /// - Throws: `OpenError.exists` where the engine already holds a store.
    public static func create(
        on engine: any KeyValueEngine, schema: StoreSchema, path: String, as context: ChangeContext
    ) throws -> Store {
        try engine.withWriteHandle { handle in
            var transaction = try RecordTransaction(handle: handle, schema: schema, context: context)
            guard try StoreFormat.stored(in: &transaction) == nil else { throw OpenError.exists(path: path) }
            let format = StoreFormat(
                format: schema.format, application: schema.application, created: context.instant,
                engine: engine.traits.name)
            try format.write(in: &transaction)
        }
        return Store(engine: engine, schema: schema)
    }

    /// Opens a store, first bringing an older one to the schema's format.
    /// - Parameters:
    ///   - path: for messages only.
    ///   - context: who is named in the change log should a migration run.
    /// - Throws: `OpenError.notAStore`, `OpenError.newerFormat`, `OpenError.damaged`; an older store on an engine that
    ///   is open for reading only throws `TransactionError.readOnly`.
    public static func open(
        _ engine: any KeyValueEngine, schema: StoreSchema, path: String, as context: ChangeContext
    ) throws -> Store {
        let store = Store(engine: engine, schema: schema)
        let found = try store.readFormat(path: path)
        guard found.format <= schema.format else {
            throw OpenError.newerFormat(path: path, found: found.format, supported: schema.format)
        }
        for format in found.format..<schema.format { try store.migrate(from: format, path: path, as: context) }
        return store
    }

    /// Reads from one snapshot.
    public func read<R>(_ body: (inout ReadTransaction) throws -> R) throws -> R { try engine.read(body) }

    /// Does one user action: everything `body` writes, the index entries and the entry in the change log are committed
    /// together, or nothing is. `body` may run more than once and must have no effect outside the transaction.
    @discardableResult
    public func write<R>(
        as context: ChangeContext, _ body: (inout RecordTransaction) throws -> R
    ) throws -> R {
        try writeNoting(as: context, body).value
    }

    /// The same, and says under which number the change log has it; nil where nothing was changed.
    public func writeNoting<R>(
        as context: ChangeContext, _ body: (inout RecordTransaction) throws -> R
    ) throws -> (value: R, change: UInt64?) {
        try engine.withWriteHandle { handle in
            var transaction = try RecordTransaction(handle: handle, schema: schema, context: context)
            let value = try body(&transaction)
            return (value, try transaction.finish())
        }
    }

    /// Does everything, checks everything, and keeps nothing: for `--dry-run`.
    public func rehearse<R>(
        as context: ChangeContext, _ body: (inout RecordTransaction) throws -> R
    ) throws -> R {
        var outcome: R?
        do {
            try engine.withWriteHandle { handle -> Void in
                var transaction = try RecordTransaction(handle: handle, schema: schema, context: context)
                outcome = try body(&transaction)
                _ = try transaction.finish()
                throw Rehearsed()
            }
        } catch is Rehearsed {}
        guard let outcome else { preconditionFailure("a transaction that threw nothing has an outcome") }
        return outcome
    }
}

/// Thrown to leave a rehearsal without committing.
private struct Rehearsed: Error {}
