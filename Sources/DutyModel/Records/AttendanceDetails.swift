/// What is known of one member's attendance beyond the status: seldom told, so kept apart.
public struct AttendanceDetails: Hashable, Sendable {
    /// When somebody late came.
    public var arrived: ClockTime?
    /// When somebody who left early went.
    public var left: ClockTime?
    /// 代会人: who sat there instead, as written.
    public var substitute: String
    public var leave: Leave?
    /// 作品, 题目: what the member showed or spoke on.
    public var work: String

    public init(
        arrived: ClockTime? = nil, left: ClockTime? = nil, substitute: String = "", leave: Leave? = nil,
        work: String = ""
    ) {
        self.arrived = arrived
        self.left = left
        self.substitute = substitute
        self.leave = leave
        self.work = work
    }
}

extension AttendanceDetails {
    /// These over what was known before: what they leave out stays.
    public func over(_ before: AttendanceDetails) -> AttendanceDetails {
        AttendanceDetails(
            arrived: arrived ?? before.arrived, left: left ?? before.left,
            substitute: substitute.isEmpty ? before.substitute : substitute,
            leave: leave.map { $0.over(before.leave) } ?? before.leave, work: work.isEmpty ? before.work : work)
    }
}

extension Leave {
    /// The same with what it leaves out as it was asked for before.
    fileprivate func over(_ before: Leave?) -> Leave {
        guard let before else { return self }
        return Leave(
            applicant: applicant.isEmpty ? before.applicant : applicant, day: day ?? before.day,
            time: day == nil ? before.time : time, reason: reason.isEmpty ? before.reason : reason,
            approver: approver.isEmpty ? before.approver : approver, decision: decision,
            isBelated: isBelated || before.isBelated)
    }
}

/// 请假: who asked, when and why, and what was decided.
public struct Leave: Hashable, Sendable {
    /// 代为请假的人, as written; empty where the member asked.
    public var applicant: String
    /// The day and time it was asked for, where known.
    public var day: CivilDay?
    public var time: ClockTime?
    /// 事由.
    public var reason: String
    /// 批准人, as written.
    public var approver: String
    public var decision: LeaveDecision
    /// Said to have been asked for after the event. What `day` says goes before.
    public var isBelated: Bool

    public init(
        applicant: String = "", day: CivilDay? = nil, time: ClockTime? = nil, reason: String = "",
        approver: String = "", decision: LeaveDecision = .pending, isBelated: Bool = false
    ) {
        self.applicant = applicant
        self.day = day
        self.time = time
        self.reason = reason
        self.approver = approver
        self.decision = decision
        self.isBelated = isBelated
    }

    /// Whether it was asked for only after an event had begun: 事后补假. On the day itself it is taken as before,
    /// unless it is said otherwise.
    public func isBelated(for days: DayRange) -> Bool { day.map { $0 > days.first } ?? false || isBelated }
}

/// 批假.
public enum LeaveDecision: UInt8, Sendable, CaseIterable {
    case pending = 0
    case approved = 1
    case refused = 2

    public var label: String {
        switch self {
        case .pending: "待批"
        case .approved: "批准"
        case .refused: "未批准"
        }
    }
}

/// Where it is known from that somebody was there or not.
public enum AttendanceSource: UInt8, Sendable, CaseIterable {
    case unstated = 0
    case signIn = 1
    case paper = 2
    case imported = 3
    case claimed = 4

    public var label: String {
        switch self {
        case .unstated: ""
        case .signIn: "签到"
        case .paper: "纸质"
        case .imported: "导入"
        case .claimed: "申报"
        }
    }
}
