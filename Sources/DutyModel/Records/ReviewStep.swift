/// The register's own number of a step of review, rising with time.
public struct ReviewStepID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static func < (left: ReviewStepID, right: ReviewStepID) -> Bool { left.rawValue < right.rawValue }
}

/// One step of a record's review: who did what to it, when, and why. Steps are kept, whatever came of the record.
public struct ReviewStep: Hashable, Sendable {
    public enum Action: UInt8, Sendable, CaseIterable {
        /// 提交: handed in, or handed in again.
        case submitted = 1
        /// 召集人核实: the convener's word; the office's is still needed.
        case endorsed = 2
        /// 通过.
        case approved = 3
        /// 退回, with the reason.
        case returned = 4
        /// 收回: taken back by whoever handed it in.
        case withdrawn = 5

        /// As the office writes it.
        public var label: String {
            switch self {
            case .submitted: "提交"
            case .endorsed: "召集人核实"
            case .approved: "通过"
            case .returned: "退回"
            case .withdrawn: "收回"
            }
        }
    }

    public var id: ReviewStepID
    public var record: RecordID
    public var action: Action
    /// Who acted, as the change log tells it.
    public var who: String
    /// The account; nil: whoever holds the store's file.
    public var account: AccountID?
    public var instant: Instant
    /// Why; empty where nothing was said.
    public var reason: String

    public init(
        id: ReviewStepID, record: RecordID, action: Action, who: String, account: AccountID? = nil, instant: Instant,
        reason: String = ""
    ) {
        self.id = id
        self.record = record
        self.action = action
        self.who = who
        self.account = account
        self.instant = instant
        self.reason = reason
    }
}
