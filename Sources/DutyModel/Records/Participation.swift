/// One member in one record: at an event, on a proposal, in a research team.
public struct Participation: Hashable, Sendable {
    public var member: MemberID
    /// What the member did in it.
    public var part: Part
    public var status: AttendanceStatus
    public var invitedAs: InvitedAs
    /// Half-days attended; 0 where the record is no event.
    public var halfDays: UInt8
    /// A co-signer who has not confirmed, or has declined, gets no credit.
    public var confirmed: Bool
    /// Took part from afar, whether or not the event was held online.
    public var online: Bool
    public var source: AttendanceSource
    public var note: String
    /// One word where there are none: there are hundreds of thousands of people in records.
    private var more: More?

    public init(
        member: MemberID, part: Part = .attendee, status: AttendanceStatus = .present,
        invitedAs: InvitedAs = .member, halfDays: UInt8 = 0, confirmed: Bool = true, online: Bool = false,
        source: AttendanceSource = .unstated, note: String = "", details: AttendanceDetails = AttendanceDetails()
    ) {
        self.member = member
        self.part = part
        self.status = status
        self.invitedAs = invitedAs
        self.halfDays = halfDays
        self.confirmed = confirmed
        self.online = online
        self.source = source
        self.note = note
        self.details = details
    }

    /// Times, leave, substitute, work shown: what is seldom told.
    public var details: AttendanceDetails {
        get {
            guard case .details(let details) = more else { return AttendanceDetails() }
            return details
        }
        set { more = newValue == AttendanceDetails() ? nil : .details(newValue) }
    }

    private indirect enum More: Hashable, Sendable {
        case details(AttendanceDetails)
    }
}

/// What a member did in a record.
public enum Part: UInt8, Sendable, CaseIterable {
    case attendee = 1
    case speaker = 2
    case listener = 3
    case firstSigner = 4
    case coSigner = 5
    case drafter = 6
    case teamMember = 7
    case organizer = 8
    case author = 9
    case coAuthor = 10
    case doer = 11
    case recipient = 12
    case visited = 13
    case topicProposer = 14

    /// As rulebooks and sheets write it.
    public var label: String {
        switch self {
        case .attendee: "参加"
        case .speaker: "主讲"
        case .listener: "听众"
        case .firstSigner: "第一提案人"
        case .coSigner: "联名"
        case .drafter: "执笔人"
        case .teamMember: "课题组成员"
        case .organizer: "组织者"
        case .author: "作者"
        case .coAuthor: "合作者"
        case .doer: "承办"
        case .recipient: "受表彰"
        case .visited: "受访"
        case .topicProposer: "荐题"
        }
    }
}

extension Part {
    /// Whether one is present or absent in this part; who signs, writes, shows or is visited is neither.
    public var attends: Bool {
        switch self {
        case .attendee, .speaker, .listener, .organizer: true
        case .firstSigner, .coSigner, .drafter, .teamMember, .author, .coAuthor, .doer, .recipient, .visited,
            .topicProposer:
            false
        }
    }
}

/// 出席情况 of one member at one event.
public enum AttendanceStatus: UInt8, Sendable, CaseIterable {
    /// 未确认: counts for nothing and is in no denominator.
    case unknown = 0
    case present = 1
    case late = 2
    case leftEarly = 3
    case excused = 4
    case leaveRefused = 5
    case absent = 6
    /// 代会: somebody else sat there instead. No presence, unless a rulebook says so.
    case substituted = 7

    /// As the glossary writes it.
    public var label: String {
        switch self {
        case .unknown: "未确认"
        case .present: "出席"
        case .late: "迟到"
        case .leftEarly: "早退"
        case .excused: "请假(批准)"
        case .leaveRefused: "请假(未批准)"
        case .absent: "无故缺席"
        case .substituted: "代会"
        }
    }

    /// Whether the member was there, on time or not.
    public var wasThere: Bool { self == .present || self == .late || self == .leftEarly }
}

/// In which capacity a member was invited to an event.
public enum InvitedAs: UInt8, Sendable, CaseIterable {
    case member = 0
    /// 列席.
    case attending = 1
    case observer = 2

    public var label: String {
        switch self {
        case .member: "委员"
        case .attending: "列席"
        case .observer: "观察"
        }
    }
}

/// Levels of bodies that adopt, commend or instruct, as bits: a report may be adopted by several.
public struct LevelSet: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let township = LevelSet(rawValue: 1)  // 乡镇
    public static let county = LevelSet(rawValue: 2)  // 县
    public static let prefecture = LevelSet(rawValue: 4)  // 市
    public static let province = LevelSet(rawValue: 8)  // 省
    public static let nation = LevelSet(rawValue: 16)  // 国家

    /// Every level from low to high, with its name.
    public static let named: [(level: LevelSet, label: String)] = [
        (.township, "乡镇"), (.county, "县"), (.prefecture, "市"), (.province, "省"), (.nation, "国家"),
    ]
}
