/// The number of a kind of record in the catalogue, 1 to 1,023: what fact rows carry. Never reused.
public struct KindCode: Hashable, Comparable, Sendable {
    public var rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    public static func < (left: KindCode, right: KindCode) -> Bool { left.rawValue < right.rawValue }
}

/// The shape of a record: which fields it has and which sheet it comes from. Kinds are data; families are code.
public enum RecordFamily: UInt8, Sendable, CaseIterable {
    /// 会议, 活动: people attend it, or do not.
    case event = 1
    /// 提案.
    case proposal = 2
    /// 调研成果.
    case research = 3
    /// 委员讲堂.
    case lecture = 4
    /// 界别活动.
    case sectorActivity = 5
    /// 社情民意信息.
    case opinionReport = 6
    /// 大会发言.
    case speech = 7
    /// 文史资料, 宣传稿件, 论文心得.
    case publication = 8
    /// 表彰.
    case commendation = 9
    /// 公益, 帮扶, 服务企业.
    case publicService = 10
    /// 专题系列: 一委一品, a series, a studio.
    case programme = 11
}

/// One kind of duty record, from the catalogue `Schemas/kinds.yaml`.
public struct Kind: Hashable, Sendable {
    public var code: KindCode
    /// Stable English word for commands and exchange: `plenary`, `proposal`.
    public var key: String
    /// Chinese name, unique: 全体会议.
    public var name: String
    /// Other names it goes by in sheets and rulebooks.
    public var aliases: [String]
    public var family: RecordFamily
    /// Names of the classes it belongs to, so that a rule can say 会议 and mean every meeting: 会议, 活动, 调研视察, …
    public var groups: [String]
    /// Whether those expected must come unless a record says otherwise.
    public var mandatory: Bool
    /// Who is expected when a record names nobody: 全体委员, 常委, or only those listed.
    public var expects: Expectation
    /// 敏感: its texts stay short (谈心谈话, 化解矛盾).
    public var isSensitive: Bool
    /// What the kind is and where it comes from, for the reference.
    public var note: String

    public init(
        code: KindCode, key: String, name: String, aliases: [String] = [], family: RecordFamily,
        groups: [String] = [], mandatory: Bool = false, expects: Expectation = .listed, isSensitive: Bool = false,
        note: String = ""
    ) {
        self.code = code
        self.key = key
        self.name = name
        self.aliases = aliases
        self.family = family
        self.groups = groups
        self.mandatory = mandatory
        self.expects = expects
        self.isSensitive = isSensitive
        self.note = note
    }
}

/// Who is expected at an event of a kind.
public enum Expectation: UInt8, Sendable, CaseIterable {
    /// Only those the record lists.
    case listed = 0
    /// Every member of the committee on that day.
    case everyMember = 1
    /// Every 常委 on that day.
    case standingMembers = 2
    /// Every member of the record's sector on that day.
    case sectorMembers = 3
}
