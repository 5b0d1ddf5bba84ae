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

    init(path: String, principal: Principal) {
        self.path = path
        self.principal = principal
    }
}
