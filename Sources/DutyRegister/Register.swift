internal import DutyModel
internal import KeyValueStore
internal import LMDBEngine
internal import RecordStore

/// The register of one committee: every use case of the program, each in one transaction.
///
/// The only place where members and duties meet a store. Values leave decoded; nothing of the store is seen outside.
/// Safe to use from many threads; several processes may have one store open.
///
/// What is wrong with what was asked is thrown as `Refusal`, all findings at once, with nothing written. What is
/// wrong with the store is thrown as `OpenError`, `TransactionError` or the record layer's errors.
public final class Register: Sendable {
    /// Where the store is.
    public let path: String
    /// Who acts.
    public let principal: Principal
    let store: Store
    /// Why changes of closed years are recorded as late facts; nil: they are refused.
    let lateReason: String?

    init(_ store: Store, path: String, principal: Principal, lateReason: String? = nil) {
        self.store = store
        self.path = path
        self.principal = principal
        self.lateReason = lateReason
    }

    /// The same register with somebody else acting.
    public func acting(as principal: Principal) -> Register {
        Register(store, path: path, principal: principal, lateReason: lateReason)
    }

    /// The same register in which what would change a closed year is recorded as a late fact, with the reason.
    public func recordingLate(_ reason: String) -> Register {
        Register(store, path: path, principal: principal, lateReason: reason)
    }

    /// Lets go of the store; the register must not be used afterwards, nor one that shares it.
    public func close() { (store.engine as? Environment)?.close() }
}

extension Register {
    /// Runs a use case that reads, for those who may see everything. One that names none is for those who may read all.
    func read<R>(_ useCase: UseCase = .readAll, _ body: (inout ReadTransaction) throws -> R) throws -> R {
        try readScoped(useCase) { transaction, grant in
            try grant.requireAll()
            return try body(&transaction)
        }
    }

    /// Runs a use case that reads, for whoever may do it at all; `body` keeps to what the grant covers.
    func readScoped<R>(_ useCase: UseCase, _ body: (inout ReadTransaction, Grant) throws -> R) throws -> R {
        try store.read { transaction in
            let standing = try Standing(principal, for: useCase, in: &transaction)
            return try body(&transaction, try Grant(standing, useCase, in: &transaction))
        }
    }

    /// Runs one use case in one transaction with its entry in the change log, for those who may do it to everything.
    /// `body` may run twice.
    func write<R: Sendable>(
        _ useCase: UseCase, _ body: (inout RecordTransaction) throws -> R
    ) throws -> Saved<R> {
        try writeScoped(useCase) { transaction, grant in
            try grant.requireAll()
            return try body(&transaction)
        }
    }

    /// The same for whoever may do it at all; `body` keeps to what the grant covers.
    func writeScoped<R: Sendable>(
        _ useCase: UseCase, _ body: (inout RecordTransaction, Grant) throws -> R
    ) throws -> Saved<R> {
        let saved = try store.writeNoting(as: principal.context(for: useCase)) { transaction in
            let standing = try Standing(principal, for: useCase, in: &transaction)
            transaction.context.account = standing.account.map { UInt64($0.id.rawValue) }
            transaction.context.role = standing.label
            let yearGuard = try YearGuard(late: lateReason, in: &transaction)
            transaction.watcher = yearGuard
            let value = try body(&transaction, try Grant(standing, useCase, in: &transaction))
            try yearGuard?.settle(in: &transaction)
            return value
        }
        return Saved(value: saved.value, change: saved.change ?? 0)
    }

    /// Refuses whoever may not do something to everything: for what is done to the file and not in it.
    public func require(_ useCase: UseCase) throws { try read(useCase) { _ in } }
}

extension Principal {
    /// How the change log names this person doing something now.
    func context(for useCase: UseCase) -> ChangeContext {
        ChangeContext(instant: Instant.now.milliseconds, who: name, origin: origin, action: useCase.rawValue)
    }
}
