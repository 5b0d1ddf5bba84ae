public import ArgumentParser
public import DutyModel

/// A word of a closed list, in Chinese or English, as an argument.
public protocol WordArgument: ExpressibleByArgument {
    /// Every value with the words it is known by; the first word is shown.
    static var words: [(value: Self, words: [String])] { get }
}

extension WordArgument {
    /// The value a word means. (Values of the model also have raw numbers, which are no words: each says so itself.)
    static func meaning(of word: String) -> Self? { words.first { $0.words.contains(word) }?.value }

    static var shownWords: [String] { words.compactMap(\.words.first) }

    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }
}

extension Sex: WordArgument {
    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: Sex, words: [String])] = [(.male, ["男", "male"]), (.female, ["女", "female"])]
}

extension Role: WordArgument {
    public static var allValueDescriptions: [String: String] { [:] }

    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: Role, words: [String])] = Role.allCases.map { ($0, [$0.label, "\($0)"]) }
}

extension AttendanceStatus: WordArgument {
    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: AttendanceStatus, words: [String])] = [
        (.present, ["出席", "present", "√", "到"]), (.late, ["迟到", "late"]),
        (.leftEarly, ["早退", "left-early"]), (.excused, ["请假", "请假(批准)", "excused", "○"]),
        (.leaveRefused, ["请假未批准", "请假(未批准)", "leave-refused"]), (.absent, ["缺席", "无故缺席", "absent", "×"]),
        (.substituted, ["代会", "substituted"]),
        (.unknown, ["未确认", "unknown"]),
    ]
}

extension InvitedAs: WordArgument {
    public static var allValueDescriptions: [String: String] { [:] }

    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: InvitedAs, words: [String])] = [
        (.member, ["委员", "member"]), (.attending, ["列席", "attending"]), (.observer, ["观察", "observer"]),
    ]
}

extension ProposalMode: WordArgument {
    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: ProposalMode, words: [String])] = [
        (.individual, ["个人", "individual"]), (.joint, ["联名", "joint"]), (.collective, ["集体", "collective"]),
    ]
}

extension ProposalStage: WordArgument {
    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: ProposalStage, words: [String])] = ProposalStage.allCases.map {
        ($0, [$0.label, "\($0)"])
    }
}

extension Satisfaction: WordArgument {
    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: Satisfaction, words: [String])] = [
        (.satisfied, ["满意", "satisfied"]), (.mostlySatisfied, ["基本满意", "mostly-satisfied"]),
        (.dissatisfied, ["不满意", "dissatisfied"]),
    ]
}

/// A level of bodies, one at a time on the command line.
struct LevelWord: WordArgument {
    var level: LevelSet

    static let words: [(value: LevelWord, words: [String])] = LevelSet.named.map {
        (LevelWord(level: $0.level), [$0.label, $0.label + "级"])
    }
}

extension [LevelWord] {
    /// All of them together.
    var set: LevelSet { reduce(into: []) { $0.formUnion($1.level) } }
}

/// 一号, 重点, 优秀.
struct HonourWord: WordArgument {
    var honour: ProposalHonours

    static let words: [(value: HonourWord, words: [String])] = [
        (HonourWord(honour: .numberOne), ["一号", "number-one"]), (HonourWord(honour: .key), ["重点", "key"]),
        (HonourWord(honour: .excellent), ["优秀", "excellent"]),
    ]
}

extension DayPart: WordArgument {
    public static var allValueDescriptions: [String: String] { [:] }

    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: DayPart, words: [String])] = [
        (.morning, ["上午", "morning"]), (.afternoon, ["下午", "afternoon"]), (.evening, ["晚上", "evening"]),
    ]
}

extension AttendanceSource: WordArgument {
    public static var allValueDescriptions: [String: String] { [:] }

    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: AttendanceSource, words: [String])] = [
        (.signIn, ["签到", "sign-in"]), (.paper, ["纸质", "paper"]), (.imported, ["导入", "imported"]),
        (.claimed, ["申报", "claimed"]),
    ]
}

extension ConsultationVenue: WordArgument {
    public static var allValueDescriptions: [String: String] { [:] }

    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: ConsultationVenue, words: [String])] = [
        (.hall, ["议事厅", "社区协商议事厅", "hall"]), (.studio, ["工作室", "政协委员工作室", "委员工作室", "studio"]),
        (.online, ["线上", "线上协商议事厅", "online"]),
    ]
}

extension TopicSource: WordArgument {
    public static var allValueDescriptions: [String: String] { [:] }

    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: TopicSource, words: [String])] = [
        (.leadership, ["党政点题", "leadership"]), (.member, ["委员荐题", "member"]),
        (.people, ["群众出题", "people"]),
    ]
}

extension RecordLink.Relation: WordArgument {
    public static var allValueDescriptions: [String: String] { [:] }

    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: RecordLink.Relation, words: [String])] = [
        (.follows, ["承接", "follows"]), (.basedOn, ["依据", "based-on"]), (.sameWork, ["同一成果", "same-work"]),
        (.partOf, ["属于", "part-of"]),
    ]
}
