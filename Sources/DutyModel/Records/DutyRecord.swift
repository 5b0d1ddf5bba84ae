/// The number of a record: 41 bits of milliseconds since 2020 and 15 bits that tell apart those of one millisecond.
/// Never above 56 bits, so that a fact row can hold it.
public struct RecordID: Hashable, Comparable, Sendable {
    public var rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }
    public static func < (left: RecordID, right: RecordID) -> Bool { left.rawValue < right.rawValue }

    /// The largest number a record may have.
    public static let maximum = RecordID(rawValue: (1 << 56) - 1)
}

/// 履职记录: something done, when, by whom, with its evidence. Points are never part of it.
public struct DutyRecord: Hashable, Sendable {
    public var id: RecordID
    public var kind: KindCode
    /// The committee's own number (提案号); empty where the kind has none.
    public var number: String
    /// 名称, 案由, 课题.
    public var title: String
    /// When it was held, or the one day that counts (a proposal: the day it was submitted).
    public var days: DayRange
    /// 上午, 下午, 晚上 of its one day, where two of one name may be held on a day; nil: not told, or longer.
    public var half: DayPart?
    /// 地点.
    public var place: String
    /// 组织单位: an office, a committee, a sector, as written.
    public var organizer: String
    /// The sector, group or committee whose record it is.
    public var organization: OrganizationID?
    /// Everyone who took part or was expected, in the sheet's order; signers in signing order.
    public var people: [Participation]
    public var content: RecordContent
    /// Other records it belongs with.
    public var links: [RecordLink]
    /// 佐证材料: names of papers kept; files are kept by the register.
    public var evidence: [String]
    public var note: String
    /// How far the review has come; the office's own entries are approved at once.
    public var review: ReviewState
    /// The account of the member or convener who entered it; nil: the office.
    public var author: AccountID?
    /// 数量: at most one of each unit.
    public var quantities: [Quantity]
    /// 标签: the office's own words for what no field says (约稿, 专报, 主要领导批示); rulebooks may ask for them.
    public var labels: [String]

    public init(
        id: RecordID, kind: KindCode, number: String = "", title: String, days: DayRange, half: DayPart? = nil,
        place: String = "", organizer: String = "", organization: OrganizationID? = nil,
        people: [Participation] = [], content: RecordContent, links: [RecordLink] = [], evidence: [String] = [],
        note: String = "", review: ReviewState = .approved, author: AccountID? = nil, quantities: [Quantity] = [],
        labels: [String] = []
    ) {
        self.id = id
        self.kind = kind
        self.number = number
        self.title = title
        self.days = days
        self.half = half
        self.place = place
        self.organizer = organizer
        self.organization = organization
        self.people = people
        self.content = content
        self.links = links
        self.evidence = evidence
        self.note = note
        self.review = review
        self.author = author
        self.quantities = quantities
        self.labels = labels
    }
}

extension DutyRecord {
    /// Puts a quantity in the place of the one of the same unit.
    public mutating func state(_ quantity: Quantity) {
        quantities.removeAll { $0.unit == quantity.unit }
        quantities.append(quantity)
    }
}

/// How one record belongs with another.
public struct RecordLink: Hashable, Sendable {
    public enum Relation: UInt8, Sendable, CaseIterable {
        /// This proposal rests on that research (不调研不提提案).
        case basedOn = 1
        /// This is the same work as that (a proposal turned into 社情民意): credited once.
        case sameWork = 2
        /// This followed from that (视察 after 协商).
        case follows = 3
        /// This is one of that programme's: 一委一品, a series, a studio.
        case partOf = 4
    }

    public var relation: Relation
    public var record: RecordID

    public init(_ relation: Relation, _ record: RecordID) {
        self.relation = relation
        self.record = record
    }
}

/// What is particular to a record's family.
public enum RecordContent: Hashable, Sendable {
    case event(EventContent)
    case proposal(ProposalContent)
    case research(ResearchContent)
    case lecture(LectureContent)
    case sectorActivity(SectorActivityContent)
    case opinionReport(OpinionReportContent)
    case speech(SpeechContent)
    case publication(PublicationContent)
    case commendation(CommendationContent)
    case publicService(PublicServiceContent)
    case programme(ProgrammeContent)

    /// The family it is of.
    public var family: RecordFamily {
        switch self {
        case .event: .event
        case .proposal: .proposal
        case .research: .research
        case .lecture: .lecture
        case .sectorActivity: .sectorActivity
        case .opinionReport: .opinionReport
        case .speech: .speech
        case .publication: .publication
        case .commendation: .commendation
        case .publicService: .publicService
        case .programme: .programme
        }
    }
}
