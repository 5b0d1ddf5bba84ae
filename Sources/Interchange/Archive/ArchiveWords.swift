import DutyModel

/// A value of few cases with a stable English word for each: what an archive says. Words are never renamed.
protocol ArchiveWord: Hashable {
    static var words: [(value: Self, word: String)] { get }
}

extension ArchiveWord {
    /// The word of this value.
    var word: String { Self.words.first { $0.value == self }?.word ?? "" }

    init?(word: String) {
        guard let found = Self.words.first(where: { $0.word == word }) else { return nil }
        self = found.value
    }
}

extension RecordFamily: ArchiveWord {
    static let words: [(value: RecordFamily, word: String)] = [
        (.event, "event"), (.proposal, "proposal"), (.research, "research"), (.lecture, "lecture"),
        (.sectorActivity, "sectorActivity"), (.opinionReport, "opinionReport"), (.speech, "speech"),
        (.publication, "publication"), (.commendation, "commendation"), (.publicService, "publicService"),
        (.programme, "programme"),
    ]
}

extension Expectation: ArchiveWord {
    static let words: [(value: Expectation, word: String)] = [
        (.listed, "listed"), (.everyMember, "everyMember"), (.standingMembers, "standingMembers"),
        (.sectorMembers, "sectorMembers"),
    ]
}

extension Sex: ArchiveWord {
    static let words: [(value: Sex, word: String)] = [(.unstated, ""), (.male, "male"), (.female, "female")]
}

extension OrganizationClass: ArchiveWord {
    static let words: [(value: OrganizationClass, word: String)] = [
        (.committee, "committee"), (.sector, "sector"), (.activityGroup, "activityGroup"),
        (.specialCommittee, "specialCommittee"), (.townshipGroup, "townshipGroup"),
    ]
}

extension Role: ArchiveWord {
    static let words: [(value: Role, word: String)] = [
        (.member, "member"), (.standing, "standing"), (.chair, "chair"), (.viceChair, "viceChair"),
        (.secretaryGeneral, "secretaryGeneral"), (.specialInvited, "specialInvited"), (.belongs, "belongs"),
        (.convener, "convener"), (.deputyConvener, "deputyConvener"), (.director, "director"),
        (.deputyDirector, "deputyDirector"), (.groupLeader, "groupLeader"),
    ]
}

extension Part: ArchiveWord {
    static let words: [(value: Part, word: String)] = [
        (.attendee, "attendee"), (.speaker, "speaker"), (.listener, "listener"), (.firstSigner, "firstSigner"),
        (.coSigner, "coSigner"), (.drafter, "drafter"), (.teamMember, "teamMember"), (.organizer, "organizer"),
        (.author, "author"), (.coAuthor, "coAuthor"), (.doer, "doer"), (.recipient, "recipient"),
        (.visited, "visited"), (.topicProposer, "topicProposer"),
    ]
}

extension AttendanceStatus: ArchiveWord {
    static let words: [(value: AttendanceStatus, word: String)] = [
        (.unknown, "unknown"), (.present, "present"), (.late, "late"), (.leftEarly, "leftEarly"),
        (.excused, "excused"), (.leaveRefused, "leaveRefused"), (.absent, "absent"),
        (.substituted, "substituted"),
    ]
}

extension InvitedAs: ArchiveWord {
    static let words: [(value: InvitedAs, word: String)] = [
        (.member, "member"), (.attending, "attending"), (.observer, "observer"),
    ]
}

extension ProposalMode: ArchiveWord {
    static let words: [(value: ProposalMode, word: String)] = [
        (.individual, "individual"), (.joint, "joint"), (.collective, "collective"),
    ]
}

extension ProposalStage: ArchiveWord {
    static let words: [(value: ProposalStage, word: String)] = [
        (.submitted, "submitted"), (.examined, "examined"), (.filed, "filed"), (.notFiled, "notFiled"),
        (.merged, "merged"), (.converted, "converted"), (.assigned, "assigned"), (.handling, "handling"),
        (.answered, "answered"), (.supervised, "supervised"), (.feedback, "feedback"), (.closed, "closed"),
    ]
}

extension Satisfaction: ArchiveWord {
    static let words: [(value: Satisfaction, word: String)] = [
        (.unstated, ""), (.satisfied, "satisfied"), (.mostlySatisfied, "mostlySatisfied"),
        (.dissatisfied, "dissatisfied"),
    ]
}

extension ReviewState: ArchiveWord {
    static let words: [(value: ReviewState, word: String)] = [
        (.approved, "approved"), (.draft, "draft"), (.waiting, "waiting"), (.returned, "returned"),
    ]
}

extension AccountRole: ArchiveWord {
    static let words: [(value: AccountRole, word: String)] = [
        (.member, "member"), (.committeeStaff, "committeeStaff"), (.staff, "staff"), (.leader, "leader"),
        (.administrator, "administrator"),
    ]
}

extension ReviewStep.Action: ArchiveWord {
    static let words: [(value: ReviewStep.Action, word: String)] = [
        (.submitted, "submitted"), (.endorsed, "endorsed"), (.approved, "approved"), (.returned, "returned"),
        (.withdrawn, "withdrawn"),
    ]
}

extension Objection.Sort: ArchiveWord {
    static let words: [(value: Objection.Sort, word: String)] = [
        (.wrong, "wrong"), (.duplicate, "duplicate"), (.missing, "missing"),
    ]
}

extension ObjectionAnswer.Outcome: ArchiveWord {
    static let words: [(value: ObjectionAnswer.Outcome, word: String)] = [
        (.upheld, "upheld"), (.partly, "partly"), (.rejected, "rejected"),
    ]
}

extension QuantityUnit: ArchiveWord {
    static let words: [(value: QuantityUnit, word: String)] = [
        (.characters, "characters"), (.yuan, "yuan"), (.people, "people"), (.sessions, "sessions"), (.hours, "hours"),
        (.pieces, "pieces"), (.days, "days"), (.points, "points"), (.households, "households"),
    ]
}

extension RecordLink.Relation: ArchiveWord {
    static let words: [(value: RecordLink.Relation, word: String)] = [
        (.basedOn, "basedOn"), (.sameWork, "sameWork"), (.follows, "follows"), (.partOf, "partOf"),
    ]
}

extension DayPart: ArchiveWord {
    static let words: [(value: DayPart, word: String)] = [
        (.morning, "morning"), (.afternoon, "afternoon"), (.evening, "evening"),
    ]
}

extension LeaveDecision: ArchiveWord {
    static let words: [(value: LeaveDecision, word: String)] = [
        (.pending, "pending"), (.approved, "approved"), (.refused, "refused"),
    ]
}

extension AttendanceSource: ArchiveWord {
    static let words: [(value: AttendanceSource, word: String)] = [
        (.unstated, ""), (.signIn, "signIn"), (.paper, "paper"), (.imported, "imported"), (.claimed, "claimed"),
    ]
}

extension ConsultationVenue: ArchiveWord {
    static let words: [(value: ConsultationVenue, word: String)] = [
        (.hall, "hall"), (.studio, "studio"), (.online, "online"),
    ]
}

extension TopicSource: ArchiveWord {
    static let words: [(value: TopicSource, word: String)] = [
        (.leadership, "leadership"), (.member, "member"), (.people, "people"),
    ]
}

/// A set of bits with a stable word for each.
protocol ArchiveWordSet: OptionSet, Hashable where Element == Self {
    static var bits: [(value: Self, word: String)] { get }
}

extension LevelSet: ArchiveWordSet {
    static let bits: [(value: LevelSet, word: String)] = [
        (.township, "township"), (.county, "county"), (.prefecture, "prefecture"), (.province, "province"),
        (.nation, "nation"),
    ]
}

extension ProposalHonours: ArchiveWordSet {
    static let bits: [(value: ProposalHonours, word: String)] = [
        (.key, "key"), (.excellent, "excellent"), (.numberOne, "numberOne"),
    ]
}
