internal import DutyModel

/// What must hold of a record before it is written, whoever writes it.
///
/// Looks at values only; what needs the store (numbers taken, references) is looked at by the caller.
struct RecordRules {
    /// Most people of a record that is signed or written together: their count must fit a fact row.
    static let maximumSigners = 255
    /// Most people at an event.
    static let maximumPeople = 65_535
    /// Longest text of one field, in UTF-8 bytes.
    static let maximumText = 4096

    var kind: Kind
    /// First day of the first term to a year behind the last: no duty lies outside.
    var bounds: DayRange?
    /// How to name those in the record.
    var names: [MemberID: PersonCandidate]
    /// Those who sat in the committee on at least one day of the record.
    var seated: Set<MemberID>

    /// Everything wrong with a record.
    func findings(in record: DutyRecord) -> [RegisterFinding] {
        var found = texts(of: record) + days(of: record) + half(of: record)
        if kind.isSensitive { found += sensitiveTexts(of: record) }
        if kind.family != record.content.family {
            found.append(.kindMismatch(kind: kind.name, found: kind.family, wanted: record.content.family))
        }
        found += people(of: record)
        if let held = record.content.halfDaysHeld { found += halfDays(of: record, held: Int(held)) }
        if case .proposal(let proposal) = record.content { found += stages(of: proposal) }
        return found
    }

    private func texts(of record: DutyRecord) -> [RegisterFinding] {
        var found: [RegisterFinding] = []
        if record.title.allSatisfy(\.isWhitespace) { found.append(.empty(field: .title)) }
        let fields: [(RegisterField, String)] = [
            (.title, record.title), (.number, record.number), (.place, record.place),
            (.organizer, record.organizer), (.note, record.note), (.details, record.content.longestDetail),
        ]
        for (field, text) in fields where text.utf8.count > Self.maximumText {
            found.append(.textTooLong(field: field, bytes: text.utf8.count, maximum: Self.maximumText))
        }
        return found
    }

    private func days(of record: DutyRecord) -> [RegisterFinding] {
        guard let bounds else { return [.noTerm(on: record.days.first)] }
        if record.days.first > record.days.last {
            return [.ends(beforeItBegins: .days, from: record.days.first, to: record.days.last)]
        }
        if bounds.contains(record.days.first), bounds.contains(record.days.last) { return [] }
        let terms = DayRange(bounds.first, max(bounds.first, bounds.last + -Directory.prolongation))
        return [.outsideTerms(record.days, terms: terms ?? bounds)]
    }

    private func half(of record: DutyRecord) -> [RegisterFinding] {
        guard let half = record.half else { return [] }
        let held = Int(record.content.halfDaysHeld ?? 1)
        if record.days.count == 1, held <= 1 { return [] }
        return [.halfOfMore(half, days: record.days.count, halfDays: held)]
    }

    /// Most characters of each text of a sensitive kind.
    static let sensitiveText = 60

    private func sensitiveTexts(of record: DutyRecord) -> [RegisterFinding] {
        let texts = [("备注", record.note)] + record.content.freeTexts
        return texts.filter { $0.1.count > Self.sensitiveText }.map {
            .sensitiveText(kind: kind.name, field: $0.0, characters: $0.1.count, maximum: Self.sensitiveText)
        }
    }

    private func people(of record: DutyRecord) -> [RegisterFinding] {
        var found: [RegisterFinding] = []
        let maximum = record.content.isAttended ? Self.maximumPeople : Self.maximumSigners
        if record.people.count > maximum {
            found.append(.tooManyPeople(count: record.people.count, maximum: maximum))
        }
        if case .proposal(let proposal) = record.content, proposal.mode != .collective, record.people.isEmpty {
            found.append(.nobody(part: .firstSigner))
        }
        if record.content.family == .sectorActivity, record.organization == nil {
            found.append(.empty(field: .sector))
        }
        var met: [Place: AttendanceStatus] = [:]
        for person in record.people {
            let name = names[person.member] ?? PersonCandidate(id: person.member, number: "", name: "")
            if let other = met.updateValue(person.status, forKey: Place(member: person.member, part: person.part)) {
                found.append(.twice(name, person.part, other, person.status))
            }
            if !seated.contains(person.member) {
                found.append(.outsideMembership(person: name, days: record.days))
            }
        }
        return found
    }

    private struct Place: Hashable {
        var member: MemberID
        var part: Part
    }

    private func halfDays(of record: DutyRecord, held: Int) -> [RegisterFinding] {
        var found: [RegisterFinding] = []
        let most = min(255, 2 * record.days.count)
        if held > most { found.append(.halfDaysImpossible(halfDays: held, maximum: most)) }
        for person in record.people where Int(person.halfDays) > held {
            guard let name = names[person.member] else { continue }
            found.append(.halfDaysAboveHeld(person: name, attended: Int(person.halfDays), held: held))
        }
        return found
    }

    private func stages(of proposal: ProposalContent) -> [RegisterFinding] {
        var met: Set<ProposalStage> = []
        return proposal.stages.compactMap { met.insert($0.stage).inserted ? nil : .stageTwice($0.stage) }
    }
}

extension RegisterFinding {
    /// One person twice in one part, with the same status or with another.
    static func twice(
        _ person: PersonCandidate, _ part: Part, _ first: AttendanceStatus, _ second: AttendanceStatus
    ) -> RegisterFinding {
        first == second ? .personTwice(person: person, part: part) : .statedTwice(person: person, first, second)
    }
}

extension RecordContent {
    /// Half-days the whole course had; nil where the record is no event.
    var halfDaysHeld: UInt8? {
        switch self {
        case .event(let event): event.halfDaysHeld
        case .lecture(let lecture): lecture.halfDaysHeld
        case .sectorActivity(let activity): activity.halfDaysHeld
        default: nil
        }
    }

    /// Texts in which somebody may write more than a line.
    var freeTexts: [(field: String, text: String)] {
        switch self {
        case .event(let event):
            [
                ("参与方", event.details.parties), ("诉求", event.details.needs), ("成效", event.details.outcome),
                ("后续", event.details.followUp),
            ]
        case .publicService(let service):
            [("服务对象", service.beneficiary), ("项目", service.project), ("成效", service.outcome)]
        case .sectorActivity(let activity): [("成效", activity.outcome)]
        case .programme(let programme): [("成效", programme.outcome)]
        default: []
        }
    }

    /// The longest text that is particular to the family.
    var longestDetail: String {
        var texts = freeTexts.map(\.text)
        if case .event(let event) = self {
            texts += event.details.agenda.flatMap { [$0.title, $0.department] } + event.details.steps.map(\.text)
        }
        return texts.max { $0.utf8.count < $1.utf8.count } ?? ""
    }

    /// Whether people attend it, or do not.
    var isAttended: Bool { halfDaysHeld != nil }

    /// The plain beginning of a record of a family.
    static func plain(_ family: RecordFamily, of kind: Kind) -> RecordContent {
        switch family {
        case .event: .event(EventContent(mandatory: kind.mandatory))
        case .proposal: .proposal(ProposalContent())
        case .research: .research(ResearchContent())
        case .lecture: .lecture(LectureContent())
        case .sectorActivity: .sectorActivity(SectorActivityContent())
        case .opinionReport: .opinionReport(OpinionReportContent())
        case .speech: .speech(SpeechContent())
        case .publication: .publication(PublicationContent())
        case .commendation: .commendation(CommendationContent())
        case .publicService: .publicService(PublicServiceContent())
        case .programme: .programme(ProgrammeContent())
        }
    }
}

extension RecordFamily {
    /// What the person at a place (0 first) of a list usually did.
    func usualPart(at place: Int) -> Part {
        switch self {
        case .event, .sectorActivity: .attendee
        case .proposal: place == 0 ? .firstSigner : .coSigner
        case .research: place == 0 ? .drafter : .teamMember
        case .lecture: place == 0 ? .speaker : .listener
        case .opinionReport, .publication, .speech: place == 0 ? .author : .coAuthor
        case .commendation: .recipient
        case .publicService: .doer
        case .programme: .organizer
        }
    }
}
