public import DutyModel

/// Why a use case wrote nothing: everything that was wrong, at once.
public struct Refusal: Error, Hashable, Sendable {
    /// At least one, in the order of the input.
    public var findings: [RegisterFinding]

    public init(_ findings: [RegisterFinding]) { self.findings = findings }
    public init(_ finding: RegisterFinding) { self.findings = [finding] }
}

/// One thing wrong with what was asked. The sentence is made at the edge.
public enum RegisterFinding: Hashable, Sendable {
    // Things named by words.
    /// Neither a 委员编号 nor a name. `similar` are members whose names are near.
    case unknownPerson(word: String, similar: [PersonCandidate])
    /// A name several bear: give the 委员编号 of one.
    case ambiguousPerson(word: String, candidates: [PersonCandidate])
    /// No such body in the term. `known` are the names there are.
    case unknownOrganization(word: String, classification: OrganizationClass?, known: [String])
    case unknownKind(word: String, known: [String])
    /// Neither a record's id nor a number nor a title borne by one record only.
    case unknownRecord(word: String)
    case ambiguousRecord(word: String, candidates: [RecordCandidate])
    case unknownMembership(MembershipID)
    case unknownPlanItem(PlanItemID)
    case unknownChangeSet(UInt64)
    case unknownBatch(UInt64)
    case unknownAccount(String)
    case unknownObjection(ObjectionID)
    /// Neither 编号 nor name of an indicator of the year's rulebook; `known` are those there are.
    case unknownIndicator(word: String, known: [String])
    /// No term contains the day, or none is recorded at all.
    case noTerm(on: CivilDay?)
    /// The record is of another family than the command is for.
    case wrongFamily(record: RecordID, found: RecordFamily, wanted: RecordFamily)
    /// The kind is of another family than the content given.
    case kindMismatch(kind: String, found: RecordFamily, wanted: RecordFamily)

    // What is already there.
    case memberNumberTaken(number: String, by: PersonCandidate)
    case recordNumberTaken(number: String, by: RecordCandidate)
    case organizationNameTaken(name: String, term: Int)
    case termTaken(Int)
    case accountNameTaken(String)
    /// Answered or withdrawn already.
    case objectionSettled(ObjectionID)
    /// The terms would share days.
    case termsOverlap(Int, Int)
    /// Two memberships of one member in one body share days.
    case membershipOverlaps(person: PersonCandidate, organization: String, from: CivilDay, to: CivilDay?)
    /// A member belongs to one sector at a time.
    case alreadyInSector(person: PersonCandidate, sector: String, from: CivilDay, to: CivilDay?)
    /// Nothing to transfer from: the member is in no sector on the day.
    case inNoSector(person: PersonCandidate, on: CivilDay)

    // Review.
    /// The record is not where the step begins: a draft cannot be approved, what is approved cannot be handed in.
    case reviewedOtherwise(RecordCandidate, ReviewState)
    /// Nobody reviews what is one's own.
    case ownReview(RecordCandidate)
    /// 召集人 first, office last; those who can give their word.
    case convenerFirst(RecordCandidate, conveners: [String])
    /// The convener has spoken; the office's word is awaited.
    case endorsedAlready(RecordCandidate)

    // Values that cannot be.
    case empty(field: RegisterField)
    case dayImpossible(field: RegisterField, day: CivilDay)
    case birthdayImpossible(BirthDate)
    /// Before the first term or more than a year behind the last; `terms` are all of them together.
    case outsideTerms(DayRange, terms: DayRange)
    case ends(beforeItBegins: RegisterField, from: CivilDay, to: CivilDay)
    case outOfRange(field: RegisterField, value: Int, ClosedRange<Int>)
    case halfDaysAboveHeld(person: PersonCandidate, attended: Int, held: Int)
    /// Half-days above 255, or above two a day of those it lasted.
    case halfDaysImpossible(halfDays: Int, maximum: Int)
    /// The person did not sit in the committee on any day of the record.
    case outsideMembership(person: PersonCandidate, days: DayRange)
    case personTwice(person: PersonCandidate, part: Part)
    /// Said to have been there in one place and not in another.
    case statedTwice(person: PersonCandidate, AttendanceStatus, AttendanceStatus)
    /// Named among a sector's own people on a day on which the person is in another sector, or in none.
    case notOfSector(person: PersonCandidate, sector: String)
    /// Everybody of a circle is to be marked, and it has nobody on the day.
    case nobodyIn(circle: String)
    /// To be taken off a list the person is not on.
    case notListed(person: PersonCandidate)
    /// 上午, 下午 or 晚上 of something of several days or half-days.
    case halfOfMore(DayPart, days: Int, halfDays: Int)
    /// A text of a sensitive kind beyond its few words.
    case sensitiveText(kind: String, field: String, characters: Int, maximum: Int)
    case linksToItself(RecordCandidate)
    /// The item stands in another sector's plan.
    case planItemElsewhere(PlanItemID, topic: String, sector: String)
    /// The person's records after the last day of a seat.
    case recordsAfterSeat(person: PersonCandidate, last: CivilDay, [RecordCandidate])
    case tooManyPeople(count: Int, maximum: Int)
    /// A proposal, an activity, a lecture without the one it cannot do without.
    case nobody(part: Part)
    case stageTwice(ProposalStage)
    case textTooLong(field: RegisterField, bytes: Int, maximum: Int)
    /// Two activities, events, … with the same kind, day, title and body.
    case looksTheSame(RecordCandidate)

    /// A kind of which there are records cannot change this.
    case kindFixed(String, field: String)
    /// A new catalogue gives one kind a word by which another goes that it no longer names.
    case kindWordTaken(word: String, by: String, old: String)

    // References that hold something fast.
    /// Other records point at it.
    case recordInUse(record: RecordCandidate, by: [RecordCandidate])
    case planItemInUse(PlanItemID, by: [RecordCandidate])
    /// About a file kept as evidence.
    case evidence(EvidenceFinding)
    /// About a year, its entries by hand, its results.
    case year(YearFinding)
    /// An undo would overwrite what was edited since.
    case editedSince(what: String, by: UInt64)
}

/// A field as a finding names it.
public enum RegisterField: String, Sendable, CaseIterable {
    case memberNumber = "委员编号"
    case name = "姓名"
    case birthday = "出生日期"
    case title = "名称"
    case number = "编号"
    case days = "日期"
    case membershipDays = "任职时间"
    case termDays = "届期"
    case organizationName = "机构名称"
    case stageDay = "节点日期"
    case topic = "议题"
    case month = "月份"
    case year = "年度"
    case halfDays = "半天数"
    case publicHeadcount = "界别群众人数"
    case people = "人员"
    case note = "备注"
    case details = "内容"
    case sector = "界别"
    case place = "地点"
    case organizer = "组织单位"
    case committee = "政协名称"
    case accountName = "账号"
    case accountPerson = "账号的委员"
    case accountBody = "账号所在的机构"
    case accountDays = "账号起止"
    case reviewReason = "退回原因"
    case objectionPerson = "提出异议的委员"
    case objectionTarget = "异议所指的记录或指标"
    case objectionText = "异议内容"
    case answerReason = "答复理由"
}

/// A member as findings and lists name one.
public struct PersonCandidate: Hashable, Sendable {
    public var id: MemberID
    public var number: String
    public var name: String
    /// The sector at present or last; empty where there is none.
    public var sector: String
    /// 工作单位 and 职务, to tell namesakes apart.
    public var unit: String

    public init(id: MemberID, number: String, name: String, sector: String = "", unit: String = "") {
        self.id = id
        self.number = number
        self.name = name
        self.sector = sector
        self.unit = unit
    }
}

/// A record as findings and lists name one.
public struct RecordCandidate: Hashable, Sendable {
    public var id: RecordID
    public var kind: String
    public var number: String
    public var title: String
    public var day: CivilDay
    /// The half of the day, where two of one name may be told apart by it.
    public var half: DayPart?

    public init(
        id: RecordID, kind: String, number: String, title: String, day: CivilDay, half: DayPart? = nil
    ) {
        self.id = id
        self.kind = kind
        self.number = number
        self.title = title
        self.day = day
        self.half = half
    }

    /// 2024-03-05, 2024-03-05 上午.
    public var when: String { half.map { "\(day) \($0.label)" } ?? "\(day)" }
}
