/// Somebody may not do what was asked.
public struct NotPermitted: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// There is no account of that name, or it is not open on the day: nobody is told which.
        case noAccount
        /// None of the roles may do it.
        case role([PrincipalRole])
        /// The roles may do it, but not to this: seen, and not one's own to change.
        case notOwn
        /// It was approved: only the office takes it away.
        case approved
        /// Nobody reviews what is one's own.
        case ownReview
        /// 召集人 first, office last.
        case convenerFirst
    }

    public var useCase: UseCase
    /// Who asked.
    public var name: String
    public var reason: Reason
}
