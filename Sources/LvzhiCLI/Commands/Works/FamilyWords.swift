import DutyModel

/// A family of records as the commands name it: the list, show, edit and delete commands are the same for all.
protocol FamilyWords {
    static var family: RecordFamily { get }
    /// A record of the family as an example names one.
    static var sample: String { get }
}

extension FamilyWords {
    static var noun: String { family.label }
    static var word: String { family.word }
}

enum Events: FamilyWords {
    static let family = RecordFamily.event
    static let sample = "十一届三次全体会议"
}

enum Proposals: FamilyWords {
    static let family = RecordFamily.proposal
    static let sample = "2024001"
}

enum ResearchWorks: FamilyWords {
    static let family = RecordFamily.research
    static let sample = "数字经济发展调研"
}

enum Lectures: FamilyWords {
    static let family = RecordFamily.lecture
    static let sample = "家庭教育讲座"
}

enum Activities: FamilyWords {
    static let family = RecordFamily.sectorActivity
    static let sample = "走访乡村学校"
}

enum Opinions: FamilyWords {
    static let family = RecordFamily.opinionReport
    static let sample = "关于完善停车设施的建议"
}
