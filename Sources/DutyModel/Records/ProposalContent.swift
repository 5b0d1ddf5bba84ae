/// 提案. Signers are the record's people in signing order; the first is the 第一提案人.
public struct ProposalContent: Hashable, Sendable {
    public var mode: ProposalMode
    /// 会间 (during the plenary), or 平时.
    public var duringSession: Bool
    /// 会次 as written: 十一届三次.
    public var session: String
    /// 提案分类, as written.
    public var category: String
    /// Nodes passed, each at most once, in order of date.
    public var stages: [ProposalStageEntry]
    public var honours: ProposalHonours
    /// 承办单位: the main one, then those that join.
    public var handlingUnits: [String]
    public var satisfaction: Satisfaction
    /// 领衔督办 leader, as written.
    public var leader: String
    /// Which levels gave the honours; empty means this committee's own.
    public var honoursLevel: LevelSet
    /// The day they were given.
    public var honouredOn: CivilDay?
    /// 领导批示: by which levels, and when.
    public var instructed: LevelSet
    public var instructedOn: CivilDay?

    public init(
        mode: ProposalMode = .individual, duringSession: Bool = true, session: String = "", category: String = "",
        stages: [ProposalStageEntry] = [], honours: ProposalHonours = [], handlingUnits: [String] = [],
        satisfaction: Satisfaction = .unstated, leader: String = "", honoursLevel: LevelSet = [],
        honouredOn: CivilDay? = nil, instructed: LevelSet = [], instructedOn: CivilDay? = nil
    ) {
        self.mode = mode
        self.duringSession = duringSession
        self.session = session
        self.category = category
        self.stages = stages
        self.honours = honours
        self.handlingUnits = handlingUnits
        self.satisfaction = satisfaction
        self.leader = leader
        self.honoursLevel = honoursLevel
        self.honouredOn = honouredOn
        self.instructed = instructed
        self.instructedOn = instructedOn
    }

    /// Whether a node has been passed.
    public func has(_ stage: ProposalStage) -> Bool { stages.contains { $0.stage == stage } }
}

/// 个人, 联名, 集体.
public enum ProposalMode: UInt8, Sendable, CaseIterable {
    case individual = 1
    case joint = 2
    case collective = 3

    public var label: String {
        switch self {
        case .individual: "个人"
        case .joint: "联名"
        case .collective: "集体"
        }
    }
}

/// 节点.
public enum ProposalStage: UInt8, Sendable, CaseIterable {
    case submitted = 0
    case examined = 1
    case filed = 2
    case notFiled = 3
    case merged = 4
    case converted = 5
    case assigned = 6
    case handling = 7
    case answered = 8
    case supervised = 9
    case feedback = 10
    case closed = 11

    public var label: String {
        switch self {
        case .submitted: "提出"
        case .examined: "审查"
        case .filed: "立案"
        case .notFiled: "不立案"
        case .merged: "并案"
        case .converted: "转社情民意"
        case .assigned: "交办"
        case .handling: "办理"
        case .answered: "答复"
        case .supervised: "督办"
        case .feedback: "反馈"
        case .closed: "办结"
        }
    }
}

/// One node of one proposal.
public struct ProposalStageEntry: Hashable, Sendable {
    public var stage: ProposalStage
    public var day: CivilDay?
    /// The unit or body at this node, as written.
    public var unit: String

    public init(_ stage: ProposalStage, day: CivilDay? = nil, unit: String = "") {
        self.stage = stage
        self.day = day
        self.unit = unit
    }
}

/// 重点, 优秀, 一号.
public struct ProposalHonours: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let key = ProposalHonours(rawValue: 1)
    public static let excellent = ProposalHonours(rawValue: 2)
    public static let numberOne = ProposalHonours(rawValue: 4)
}

/// The proposer's word on the answer.
public enum Satisfaction: UInt8, Sendable, CaseIterable {
    case unstated = 0
    case satisfied = 1
    case mostlySatisfied = 2
    case dissatisfied = 3

    public var label: String {
        switch self {
        case .unstated: ""
        case .satisfied: "满意"
        case .mostlySatisfied: "基本满意"
        case .dissatisfied: "不满意"
        }
    }
}
