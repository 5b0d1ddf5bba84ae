internal import DutyModel

/// The words of rulebooks and cases, and what they mean. One table for both, so that they cannot differ.
enum RuleWords {
    static let parts: [(String, Part)] =
        Part.allCases.map { ($0.label, $0) } + [
            ("附议", .coSigner), ("联名人", .coSigner), ("主讲人", .speaker), ("课题组", .teamMember), ("参与者", .teamMember),
            ("主笔人", .drafter), ("召集", .organizer), ("第一作者", .author),
        ]

    static let statuses: [(String, [AttendanceStatus])] =
        AttendanceStatus.allCases.filter { $0 != .unknown }.map { ($0.label, [$0]) } + [
            ("到会", [.present, .late, .leftEarly]), ("请假", [.excused]), ("缺席", [.absent]), ("旷会", [.absent]),
            ("未准假", [.leaveRefused]),
            ("任何", [.present, .late, .leftEarly, .excused, .leaveRefused, .absent, .substituted]),
        ]

    /// The same for rulebooks, where a word must not leave open whether leave is meant.
    static let ruleStatuses: [(String, [AttendanceStatus])] =
        statuses.filter { vagueStatuses[$0.0] == nil } + [
            ("未到会", [.excused, .leaveRefused, .absent]), ("无假缺席", [.leaveRefused, .absent]),
        ]

    /// Words that regulations use for more than one thing, and what to write instead.
    static let vagueStatuses: [String: String] = [
        "缺席": "“缺席”说不清连不连请假：只是没有请假的写“无故缺席”，加上请假没有批准的写“无假缺席”，再加上请假批准的写“未到会”",
        "旷会": "“旷会”说不清：没有请假的写“无故缺席”，加上请假没有批准的写“无假缺席”",
        "请假": "“请假”说不清批准没有：写“请假(批准)”或“请假(未批准)”，两种都算写 [请假(批准), 请假(未批准)]",
    ]

    static let roles: [(String, Role)] = Role.allCases.map { ($0.label, $0) } + [("召集人", .convener)]

    static let invitations: [(String, InvitedAs)] = InvitedAs.allCases.map { ($0.label, $0) }

    static let modes: [(String, ProposalMode)] = ProposalMode.allCases.map { ($0.label, $0) }

    static let stages: [(String, ProposalStage)] = ProposalStage.allCases.map { ($0.label, $0) }

    static let honours: [(String, ProposalHonours)] = [("重点", .key), ("优秀", .excellent), ("一号", .numberOne)]

    static let honourMarks: [(String, FactMarks)] = [("重点", .key), ("优秀", .excellent), ("一号", .numberOne)]

    /// 市; 市以上 means 市 and everything above.
    static let levels: [(String, LevelSet)] = {
        var words: [(String, LevelSet)] = []
        for (position, (level, label)) in LevelSet.named.enumerated() {
            let above = LevelSet.named[position...].reduce(into: LevelSet()) { $0.formUnion($1.level) }
            words += [(label, level), (label + "级", level), (label + "以上", above), (label + "级以上", above)]
        }
        return words + [("国家级", .nation), ("全国", .nation)]
    }()

    /// Conditions answered by 是 or 否, each a mark on the fact, with the families whose records can have it.
    static let flags: [(String, FactMarks, FamilySet)] = [
        ("采用", .adopted, [.research, .opinionReport]), ("批示", .instructed, [.proposal, .research, .opinionReport]),
        ("口头", .oral, [.speech]), ("线上", .online, [.event, .lecture]), ("佐证", .evidence, .all),
        ("调研基础", .researched, .all), ("同一成果", .sameWork, .all), ("计划内", .planned, [.sectorActivity]),
        ("满意", .satisfied, [.proposal]),
    ]

    /// 日期: whose day counts, with the families whose records have such a day.
    static let bases: [(word: String, basis: FactBasis, families: FamilySet)] =
        [("提交", .record, .all), ("举行", .record, .all)]
        + ProposalStage.allCases.map { ($0.label, .stage($0), .proposal) } + [
            ("采用", .adopted, [.research, .opinionReport]), ("采纳", .adopted, [.research, .opinionReport]),
            ("刊发", .adopted, .publication), ("评选", .adopted, .proposal),
            ("批示", .instructed, [.proposal, .research, .opinionReport]),
        ]

    /// The parts people have in records of a family.
    static func parts(of family: RecordFamily) -> [Part] {
        switch family {
        case .event, .sectorActivity:
            [.attendee, .speaker, .listener, .organizer, .author, .visited, .topicProposer]
        case .lecture: [.speaker, .listener, .attendee, .organizer]
        case .proposal: [.firstSigner, .coSigner, .drafter, .teamMember]
        case .research: [.drafter, .teamMember, .author, .coAuthor]
        case .opinionReport, .publication, .speech: [.author, .coAuthor, .speaker, .drafter]
        case .commendation: [.recipient]
        case .publicService: [.doer, .organizer, .attendee]
        case .programme: [.organizer, .attendee, .teamMember]
        }
    }
}

/// Families as bits.
struct FamilySet: OptionSet, Hashable, Sendable {
    let rawValue: UInt16
    init(rawValue: UInt16) { self.rawValue = rawValue }
    init(_ family: RecordFamily) { rawValue = 1 << UInt16(family.rawValue) }

    static let event = FamilySet(.event)
    static let proposal = FamilySet(.proposal)
    static let research = FamilySet(.research)
    static let lecture = FamilySet(.lecture)
    static let sectorActivity = FamilySet(.sectorActivity)
    static let opinionReport = FamilySet(.opinionReport)
    static let speech = FamilySet(.speech)
    static let publication = FamilySet(.publication)
    static let commendation = FamilySet(.commendation)
    static let publicService = FamilySet(.publicService)
    static let programme = FamilySet(.programme)
    static let all = FamilySet(rawValue: .max)
    /// What people attend.
    static let attended: FamilySet = [.event, .lecture, .sectorActivity]
    /// What people sign or write, one after another.
    static let ordered: FamilySet = [.proposal, .research, .opinionReport, .speech, .publication]
}
