import DutyModel
import Interchange

/// Registers made from a seed: every kind of value, every field now and then empty and now and then awkward.
struct RandomRegister {
    private var state: UInt64
    let kinds: KindCatalogue
    private(set) var items: [ArchiveItem] = []
    private(set) var roster = Roster(members: [], organizations: [], memberships: [], terms: [])

    init(seed: UInt64, kinds: KindCatalogue) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        self.kinds = kinds
        build()
    }

    private mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 11) % bound
    }

    private mutating func chance(_ percent: Int) -> Bool { next(100) < percent }

    private mutating func text(_ empty: Int = 40) -> String {
        if chance(empty) { return "" }
        let pieces = [
            "张三", "教育界", "“引号”\"", "\\反斜\\", "换行\n", "制表\t", "𠮷野家", "é", "关于……的建议", " ", "</script>", "\u{1}", "1",
        ]
        return (0...next(3)).map { _ in pieces[next(pieces.count)] }.joined() + "x"
    }

    private mutating func day() -> CivilDay { CivilDay(iso: "2022-01-01")! + next(1700) }

    private mutating func birthday() -> BirthDate? {
        switch next(4) {
        case 0: nil
        case 1: BirthDate(year: 1977, month: 2)
        case 2: BirthDate(year: 1980)
        default: BirthDate(day())
        }
    }

    private mutating func time() -> ClockTime? { chance(50) ? ClockTime(minutes: UInt16(next(1440))) : nil }

    private mutating func leave() -> Leave? {
        guard chance(30) else { return nil }
        return Leave(
            applicant: text(), day: chance(50) ? day() : nil, time: time(), reason: text(), approver: text(),
            decision: pick(LeaveDecision.allCases), isBelated: chance(20))
    }

    private mutating func adoptions() -> [Adoption] {
        (0..<next(3)).map { _ in
            Adoption(
                pick(LevelSet.named).level, isInstruction: chance(40), day: chance(60) ? day() : nil, by: text())
        }
    }

    private mutating func details(_ bodies: [Organization]) -> EventDetails {
        guard chance(60) else { return EventDetails() }
        return EventDetails(
            agenda: (0..<next(3)).map { _ in AgendaItem(text(0), department: text()) },
            venue: chance(50) ? pick(ConsultationVenue.allCases) : nil,
            topicSource: chance(50) ? pick(TopicSource.allCases) : nil, parties: text(), needs: text(),
            steps: (0..<next(3)).map { _ in ProcedureStep(text(0), day: chance(50) ? day() : nil) }, outcome: text(),
            followUp: text(), publicHeadcount: UInt32(next(3)),
            invitations: (0..<next(3)).map { _ in
                Invitation(
                    pick([.committee, .standing, .body(pick(bodies).id)]), as: pick(InvitedAs.allCases))
            })
    }

    private mutating func days() -> DayRange {
        let first = day()
        return DayRange(first, first + next(4))!
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[next(values.count)] }

    private mutating func levels() -> LevelSet { LevelSet(rawValue: UInt8(next(32))) }

    private mutating func build() {
        let term = Term(number: 11, days: DayRange(CivilDay(iso: "2022-01-01")!, CivilDay(iso: "2026-12-31")!)!)
        let bodies = (1...8).map { id in
            Organization(
                id: OrganizationID(rawValue: UInt32(id * 3)), classification: pick(OrganizationClass.allCases),
                name: "机构\(id)" + text(), term: 11, aliases: chance(30) ? [text(0)] : [])
        }
        let members = (1...12).map { id in
            Member(
                id: MemberID(rawValue: UInt32(id * 2)), number: "110\(id)", name: "委员" + text(),
                sex: pick(Sex.allCases),
                ethnicity: text(), birthday: birthday(), party: text(), unit: text(), post: text(),
                phone: text(), education: text(), note: text())
        }
        let memberships = (1...30).map { id in
            let from = day()
            return Membership(
                id: MembershipID(rawValue: UInt32(id)), member: pick(members).id, organization: pick(bodies).id,
                role: pick(Role.allCases), from: from, to: chance(30) ? from + next(400) : nil)
        }
        roster = Roster(members: members, organizations: bodies, memberships: memberships, terms: [term])
        let plans = (1...5).map { id in
            PlanItem(
                id: PlanItemID(rawValue: UInt32(id)), sector: pick(bodies).id, year: 2024, month: UInt8(next(13)),
                topic: text(0), lead: text())
        }
        items = [.header(ArchiveHeader(committee: "政协示范县委员会")), .term(term)]
        items += bodies.map { .organization($0) } + members.map { .member($0) } + memberships.map { .membership($0) }
        items += accounts(members, bodies).map { .account($0) }
        items += kinds.kinds.map { .kind($0) }
        items.append(.rulebook(ArchivedRulebook(id: "sample/2024", text: "指标:\n  - 名称: 甲\n", cases: text())))
        items += plans.map { .planItem($0) }
        let count = 40
        for id in 1...count { items.append(.record(record(id, of: count, members, bodies, plans))) }
        for id in 1...6 { items.append(.review(review(id, of: count))) }
        for id in 1...6 { items.append(.objection(objection(id, of: count, members))) }
        items += yearItems(members).map { .year($0) }
        var end = ArchiveEnd()
        for item in items { end.count(item) }
        items.append(.end(end))
    }

    private mutating func accounts(_ members: [Member], _ bodies: [Organization]) -> [Account] {
        (1...4).map { id in
            let from = day()
            return Account(
                id: AccountID(rawValue: UInt32(id)), name: "账号\(id)" + text(), role: pick(AccountRole.allCases),
                member: chance(60) ? pick(members).id : nil, organizations: chance(40) ? [pick(bodies).id] : [],
                from: from, to: chance(30) ? from + next(400) : nil, note: text())
        }
    }

    private mutating func review(_ id: Int, of count: Int) -> ReviewStep {
        ReviewStep(
            id: ReviewStepID(rawValue: UInt32(id)), record: RecordID(rawValue: UInt64(next(count) + 1) << 44 | 7),
            action: pick(ReviewStep.Action.allCases), who: text(0),
            account: chance(70) ? AccountID(rawValue: UInt32(1 + next(4))) : nil,
            instant: Instant(milliseconds: 1_700_000_000_000 + Int64(next(1000))), reason: text())
    }

    private mutating func objection(_ id: Int, of count: Int, _ members: [Member]) -> Objection {
        let answer = ObjectionAnswer(
            outcome: pick(ObjectionAnswer.Outcome.allCases), reason: text(0), changes: chance(50) ? [3, 8] : [],
            record: chance(30) ? RecordID(rawValue: UInt64(next(count) + 1) << 44 | 7) : nil, who: text(0),
            instant: Instant(milliseconds: 1_700_000_100_000))
        return Objection(
            id: ObjectionID(rawValue: UInt32(id)), member: pick(members).id, year: 2024,
            sort: pick(Objection.Sort.allCases),
            record: chance(60) ? RecordID(rawValue: UInt64(next(count) + 1) << 44 | 7) : nil, indicator: text(),
            text: text(0), evidence: chance(30) ? [text(0)] : [], who: text(0),
            account: chance(70) ? AccountID(rawValue: UInt32(1 + next(4))) : nil,
            raised: Instant(milliseconds: 1_700_000_000_000), due: day(), answer: chance(60) ? answer : nil,
            withdrawn: chance(20) ? Instant(milliseconds: 1_700_000_200_000) : nil)
    }

    /// Lines about years, each kind at least once.
    private mutating func yearItems(_ members: [Member]) -> [ArchiveYearItem] {
        let record = RecordID(rawValue: UInt64(1) << 44 | 7)
        let version = YearVersionID(year: 2024, version: 1)
        var items: [ArchiveYearItem] = (1...3).map { id in
            .manual(
                ManualEntry(
                    id: ManualEntryID(rawValue: UInt32(id)), member: pick(members).id, year: 2024, item: "D3",
                    points: ["", "2.5", "-1/3"][id - 1], reason: text(0), approver: text(0), day: day(),
                    evidence: chance(50) ? [text(0)] : [], withdrawn: chance(50) ? text(0) : nil))
        }
        let subjects: [EvidenceFile.Subject] = [
            .record(record), .manual(ManualEntryID(rawValue: 2)), .objection(7),
        ]
        for (place, subject) in subjects.enumerated() {
            items.append(
                .evidence(
                    EvidenceFile(
                        id: EvidenceID(rawValue: UInt32(place + 1)), subject: subject, name: "照片" + text(0),
                        format: pick(EvidenceFile.Format.allCases), size: 1 + next(999), hash: "abc", note: text(),
                        instant: Instant(milliseconds: Int64(next(1 << 40))), who: text())))
        }
        let bytes = (0...next(300)).map { _ in UInt8(next(256)) }
        items.append(.evidencePart(ArchivedPart(hash: "abc", part: 1, bytes: bytes)))
        items.append(
            .version(
                YearVersion(
                    id: version, freeze: 3, rulebook: "sample", rulebookYear: 2024, title: text(), file: text(),
                    text: "考核办法: 甲\n", hash: "ff", kinds: Array(kinds.kinds.prefix(3)), members: 1, digest: "00",
                    logSequence: UInt64(next(1000)), logHash: "11",
                    instant: Instant(milliseconds: Int64(next(1 << 40))), who: text(), reason: text(),
                    accepted: chance(50) ? [.init(kind: "未确认", count: next(9), reason: text())] : [],
                    publication: chance(50)
                        ? .init(instant: Instant(milliseconds: 5), who: text(), document: text()) : nil,
                    isRestored: true)))
        let days = DayRange(CivilDay(iso: "2024-01-01")!, CivilDay(iso: "2024-12-31")!)
        items.append(
            .year(
                AssessmentYear(
                    year: 2024, state: pick(AssessmentYear.State.allCases), version: 1, days: days, reason: text())))
        items.append(.year(AssessmentYear(year: 2025)))
        items.append(
            .result(
                ArchivedResult(
                    version: version, member: members[0].id, total: "22.5", grade: chance(50) ? "优秀" : "",
                    packed: bytes)))
        items.append(
            .decision(
                Decision(
                    id: Decision.ID(version, members[0].id), grade: "称职", reason: text(0), body: "主席会议",
                    day: day(), document: text())))
        items.append(
            .lateFact(
                LateFact(
                    id: LateFact.ID(year: 2024, number: 1), summary: text(), change: UInt64(next(99)), reason: text(),
                    instant: Instant(milliseconds: 9), who: text(), members: [members[0].id, members[1].id])))
        return items
    }

    private mutating func record(
        _ id: Int, of count: Int, _ members: [Member], _ bodies: [Organization], _ plans: [PlanItem]
    ) -> DutyRecord {
        let kind = pick(kinds.kinds)
        let content = content(kind.family, plans, bodies)
        let held = content.halfDays
        var record = DutyRecord(
            id: RecordID(rawValue: UInt64(id) << 44 | 7), kind: kind.code, number: text(), title: text(0), days: days(),
            half: chance(20) ? pick(DayPart.allCases) : nil,
            place: text(), organizer: text(), organization: chance(40) ? pick(bodies).id : nil, content: content,
            note: text())
        record.people = members.filter { _ in chance(40) }.map { member in
            Participation(
                member: member.id, part: pick(Part.allCases), status: pick(AttendanceStatus.allCases),
                invitedAs: pick(InvitedAs.allCases), halfDays: UInt8(next(Int(held) + 1)), confirmed: chance(80),
                online: chance(10), source: pick(AttendanceSource.allCases), note: text(80),
                details: AttendanceDetails(
                    arrived: time(), left: time(), substitute: text(70), leave: leave(), work: text(70)))
        }
        if chance(30) {
            record.links = [
                RecordLink(pick(RecordLink.Relation.allCases), RecordID(rawValue: UInt64(next(count) + 1) << 44 | 7))
            ]
        }
        if chance(30) {
            record.quantities = [Quantity(pick(QuantityUnit.allCases), thousandths: UInt64(next(9_000_000)))]
        }
        record.labels = chance(20) ? ["约稿", text(0)] : []
        record.evidence = chance(20) ? [text(0), text(0)] : []
        if chance(20) {
            record.review = pick(ReviewState.allCases)
            record.author = AccountID(rawValue: UInt32(1 + next(4)))
        }
        return record
    }

    private mutating func content(
        _ family: RecordFamily, _ plans: [PlanItem], _ bodies: [Organization]
    ) -> RecordContent {
        switch family {
        case .event:
            .event(
                EventContent(
                    halfDaysHeld: UInt8(1 + next(6)), mandatory: chance(50), online: chance(20), session: text(),
                    reportedExpected: chance(30) ? UInt32(next(400)) : nil, reportedPresent: chance(30) ? 0 : nil,
                    details: details(bodies)))
        case .proposal: .proposal(proposal())
        case .research:
            .research(
                ResearchContent(
                    sites: text(), report: text(), adopted: levels(), instructed: levels(),
                    adoptedOn: chance(30) ? day() : nil, instructedOn: chance(30) ? day() : nil,
                    adoptions: adoptions()))
        case .lecture:
            .lecture(
                LectureContent(audience: text(), publicHeadcount: UInt32(next(3)), online: chance(50), halfDaysHeld: 2))
        case .sectorActivity:
            .sectorActivity(
                SectorActivityContent(
                    planItem: chance(50) ? pick(plans).id : nil, publicHeadcount: UInt32(next(90)), halfDaysHeld: 1,
                    outcome: text()))
        case .opinionReport:
            .opinionReport(
                OpinionReportContent(
                    adopted: levels(), instructed: levels(), adoptedOn: chance(30) ? day() : nil,
                    instructedOn: chance(30) ? day() : nil, adoptions: adoptions()))
        case .speech: .speech(SpeechContent(oral: chance(50), meeting: text()))
        case .publication:
            .publication(
                PublicationContent(medium: text(), level: levels(), publishedOn: chance(30) ? day() : nil))
        case .commendation: .commendation(CommendationContent(grantedBy: text(), level: levels()))
        case .publicService: .publicService(PublicServiceContent(beneficiary: text(), project: text(), outcome: text()))
        case .programme:
            .programme(
                ProgrammeContent(
                    venue: chance(50) ? pick(ConsultationVenue.allCases) : nil, schedule: text(), outcome: text()))
        }
    }

    private mutating func proposal() -> ProposalContent {
        ProposalContent(
            mode: pick(ProposalMode.allCases), duringSession: chance(50), session: text(), category: text(),
            stages: ProposalStage.allCases.filter { _ in chance(40) }.map {
                ProposalStageEntry($0, day: chance(60) ? day() : nil, unit: text())
            },
            honours: ProposalHonours(rawValue: UInt8(next(8))), handlingUnits: chance(50) ? [text(0)] : [],
            satisfaction: pick(Satisfaction.allCases), leader: text(), honoursLevel: levels(),
            honouredOn: chance(30) ? day() : nil, instructed: levels(), instructedOn: chance(30) ? day() : nil)
    }
}

extension RecordContent {
    fileprivate var halfDays: UInt8 {
        switch self {
        case .event(let content): content.halfDaysHeld
        case .lecture(let content): content.halfDaysHeld
        case .sectorActivity(let content): content.halfDaysHeld
        default: 0
        }
    }
}
