import Tabular

/// How far the year of a result has come, and what the leading body decided about it.
public struct StandingHeading: Hashable, Sendable {
    /// 已公布（第 1 版）; empty for an open year.
    public var state: String
    /// The grade decided, beside the one computed; empty where nothing was.
    public var decided: String
    /// Why, by whom, when and under which number.
    public var reason: String

    public init(state: String = "", decided: String = "", reason: String = "") {
        (self.state, self.decided, self.reason) = (state, decided, reason)
    }

    var json: JSONValue { ["state": .string(state), "decided": .string(decided), "reason": .string(reason)] }
}
