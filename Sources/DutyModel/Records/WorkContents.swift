/// 调研成果. The drafter (执笔人) and the team (课题组) are the record's people.
public struct ResearchContent: Hashable, Sendable {
    /// 调研地点, as written.
    public var sites: String
    /// Title of the report; empty while there is none.
    public var report: String
    /// 采纳: by which levels.
    public var adopted: LevelSet
    /// 领导批示: by which levels.
    public var instructed: LevelSet
    /// The first day on which somebody adopted it, and on which it was instructed upon.
    public var adoptedOn: CivilDay?
    public var instructedOn: CivilDay?
    /// What is known of each: day and body. Their levels and first days are always among those above.
    public private(set) var adoptions: [Adoption]

    public init(
        sites: String = "", report: String = "", adopted: LevelSet = [], instructed: LevelSet = [],
        adoptedOn: CivilDay? = nil,
        instructedOn: CivilDay? = nil, adoptions: [Adoption] = []
    ) {
        self.sites = sites
        self.report = report
        self.adopted = adopted.union(adoptions.levels(ofInstructions: false))
        self.instructed = instructed.union(adoptions.levels(ofInstructions: true))
        self.adoptedOn = adoptions.firstDay(ofInstructions: false, orEarlier: adoptedOn)
        self.instructedOn = adoptions.firstDay(ofInstructions: true, orEarlier: instructedOn)
        self.adoptions = adoptions
    }

    /// Notes an adoption or instruction, or what is now known of one noted before.
    public mutating func take(_ adoption: Adoption) {
        adoptions.take(adoption)
        self = ResearchContent(
            sites: sites, report: report, adopted: adopted, instructed: instructed, adoptedOn: adoptedOn,
            instructedOn: instructedOn, adoptions: adoptions)
    }
}

/// 社情民意信息. The author comes first among the record's people.
public struct OpinionReportContent: Hashable, Sendable {
    /// 采用: by which levels.
    public var adopted: LevelSet
    /// 批示: by which levels.
    public var instructed: LevelSet
    /// The first day on which somebody adopted it, and on which it was instructed upon.
    public var adoptedOn: CivilDay?
    public var instructedOn: CivilDay?
    /// What is known of each: day and body. Their levels and first days are always among those above.
    public private(set) var adoptions: [Adoption]

    public init(
        adopted: LevelSet = [], instructed: LevelSet = [], adoptedOn: CivilDay? = nil,
        instructedOn: CivilDay? = nil, adoptions: [Adoption] = []
    ) {
        self.adopted = adopted.union(adoptions.levels(ofInstructions: false))
        self.instructed = instructed.union(adoptions.levels(ofInstructions: true))
        self.adoptedOn = adoptions.firstDay(ofInstructions: false, orEarlier: adoptedOn)
        self.instructedOn = adoptions.firstDay(ofInstructions: true, orEarlier: instructedOn)
        self.adoptions = adoptions
    }

    /// Notes an adoption or instruction, or what is now known of one noted before.
    public mutating func take(_ adoption: Adoption) {
        adoptions.take(adoption)
        self = OpinionReportContent(
            adopted: adopted, instructed: instructed, adoptedOn: adoptedOn,
            instructedOn: instructedOn, adoptions: adoptions)
    }
}

/// 大会发言.
public struct SpeechContent: Hashable, Sendable {
    /// 口头; otherwise 书面.
    public var oral: Bool
    /// At which meeting, as written.
    public var meeting: String

    public init(oral: Bool = false, meeting: String = "") {
        self.oral = oral
        self.meeting = meeting
    }
}

/// 文史资料, 宣传稿件, 学习笔记, 心得文章.
public struct PublicationContent: Hashable, Sendable {
    /// 刊发媒体, as written.
    public var medium: String
    public var level: LevelSet
    /// The day it was published; nil where that is the record's own day.
    public var publishedOn: CivilDay?

    public init(medium: String = "", level: LevelSet = [], publishedOn: CivilDay? = nil) {
        self.medium = medium
        self.level = level
        self.publishedOn = publishedOn
    }
}

/// 表彰.
public struct CommendationContent: Hashable, Sendable {
    /// 表彰单位, as written.
    public var grantedBy: String
    public var level: LevelSet

    public init(grantedBy: String = "", level: LevelSet = []) {
        self.grantedBy = grantedBy
        self.level = level
    }
}

/// 公益, 帮扶, 服务企业, 招商.
public struct PublicServiceContent: Hashable, Sendable {
    /// Whom it served, as written.
    public var beneficiary: String
    /// 项目, 金额, 进度, as written.
    public var project: String
    /// 成效, as written.
    public var outcome: String

    public init(beneficiary: String = "", project: String = "", outcome: String = "") {
        self.beneficiary = beneficiary
        self.project = project
        self.outcome = outcome
    }
}
