import CLMDB
import KeyValueStore

extension SharedEnvironment {
    /// Runs `body` on a snapshot. Both ways in which another process can surprise a reader, a grown file and a new
    /// database, are dealt with before it begins.
    func read<R>(timeout: Duration, _ body: (ReadingHandle) throws -> R) throws -> R {
        try locklessReaders?.enter(timeout: timeout)
        defer { locklessReaders?.leave() }
        while true {
            switch try attemptRead(body) {
            case .done(let result): return result
            case .mapTooSmall: try adoptLargerMap()
            case .databasesUnknown: try learnDatabases(timeout: timeout)
            }
        }
    }

    private enum ReadOutcome<R> {
        case done(R)
        case mapTooSmall
        case databasesUnknown
    }

    private func attemptRead<R>(_ body: (ReadingHandle) throws -> R) throws -> ReadOutcome<R> {
        try withSharedMap {
            // Taken before the transaction begins: it can use none that is opened later.
            let known = databases.current
            guard let transaction = try beginUnlessResized(readOnly: true) else { return .mapTooSmall }
            defer { mdb_txn_abort(transaction) }
            guard KnownDatabases.count(in: transaction) <= known.count else { return .databasesUnknown }
            let handle = ReadingHandle(transaction, databases: known, path: path)
            defer { handle.finish() }
            return .done(try body(handle))
        }
    }

    /// Runs `body` in a transaction and commits it durably; runs it again when the map had to grow.
    func write<R>(timeout: Duration, traits: EngineTraits, _ body: (WritingHandle) throws -> R) throws -> R {
        try writerGate.pass(timeout: timeout) {
            while true {
                switch try attemptWrite(traits: traits, body) {
                case .committed(let result): return result
                case .mapFull: try growMap()
                case .mapTooSmall: try adoptLargerMap()
                case .databasesUnknown: try learnDatabasesAsWriter()
                }
            }
        }
    }

    private enum WriteOutcome<R> {
        case committed(R)
        case mapFull
        case mapTooSmall
        case databasesUnknown
    }

    private func attemptWrite<R>(
        traits: EngineTraits, _ body: (WritingHandle) throws -> R
    ) throws -> WriteOutcome<R> {
        try withSharedMap {
            let known = databases.current
            guard let transaction = try beginUnlessResized(readOnly: false) else { return .mapTooSmall }
            guard KnownDatabases.count(in: transaction) <= known.count else {
                mdb_txn_abort(transaction)
                return .databasesUnknown
            }
            let handle = WritingHandle(transaction, databases: known, traits: traits, path: path)
            let result: R
            do {
                defer { handle.finish() }
                result = try body(handle)
            } catch {
                mdb_txn_abort(transaction)
                if handle.needsLargerMap { return .mapFull }
                throw error
            }
            guard !handle.needsLargerMap else {
                mdb_txn_abort(transaction)
                return .mapFull
            }
            let code = mdb_txn_commit(transaction)
            if code == MDB_MAP_FULL { return .mapFull }
            guard code == 0 else { throw TransactionError.fromEngine(code, path: path) }
            databases.publish(handle.databases)
            countCommit()
            return .committed(result)
        }
    }

    /// Begins a transaction, or gives nil where another process made the file larger than our map.
    private func beginUnlessResized(readOnly: Bool) throws(TransactionError) -> OpaquePointer? {
        do throws(TransactionError) {
            return try beginOnce(readOnly: readOnly)
        } catch {
            if case .engine(MDB_MAP_RESIZED, _) = error { return nil }
            throw error
        }
    }
}
