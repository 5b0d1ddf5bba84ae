/// Somebody may not do what was asked.
public struct NotPermitted: Error, Hashable, Sendable {
    public var useCase: UseCase
    public var principal: Principal
}

extension Principal {
    /// The one place that says who may do what.
    func permit(_ useCase: UseCase) throws(NotPermitted) {
        switch role {
        case .staff: return
        }
    }
}
