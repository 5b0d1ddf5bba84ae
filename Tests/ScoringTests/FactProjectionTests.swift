import DutyModel
import Scoring
import Testing

@Suite("projecting records into fact rows")
struct FactProjectionTests {
    let kinds: KindCatalogue
    let first = MemberID(rawValue: 1)
    let second = MemberID(rawValue: 2)
    let third = MemberID(rawValue: 3)

    init() throws { kinds = try schemas().kinds() }

    private func record(
        _ kind: String, _ content: RecordContent, people: [Participation], from: String = "2024-03-05",
        to: String? = nil
    ) throws -> DutyRecord {
        let code = try #require(kinds.kind(named: kind)).code
        let (start, end) = (try #require(CivilDay(iso: from)), try #require(CivilDay(iso: to ?? from)))
        let days = try #require(DayRange(start, end))
        return DutyRecord(
            id: RecordID(rawValue: 42), kind: code, title: kind, days: days, people: people, content: content)
    }

    @Test("counts an event on its first day, also over the turn of the year")
    func firstDay() throws {
        let record = try record(
            "学习培训", .event(EventContent(halfDaysHeld: 4)), people: [Participation(member: first, halfDays: 3)],
            from: "2024-12-31", to: "2025-01-01")
        let projected = FactProjection.project(record, catalogue: kinds)
        #expect(projected.year == 2024)
        #expect(projected.rows.map(\.row.dayOfYear) == [365])
        #expect(projected.rows.map(\.row.halfDaysAttended) == [3])
    }

    @Test("leaves out co-signers who have not confirmed, and counts the others without them")
    func unconfirmed() throws {
        let people = [
            Participation(member: first, part: .firstSigner),
            Participation(member: second, part: .coSigner, confirmed: false),
            Participation(member: third, part: .coSigner),
        ]
        let rows = FactProjection.project(
            try record("提案", .proposal(ProposalContent(mode: .joint)), people: people), catalogue: kinds
        ).rows.filter(\.row.isFact)
        #expect(rows.map(\.member) == [first, third])
        #expect(rows.map(\.row.position) == [1, 2])
        #expect(rows.map(\.row.count) == [2, 2])
    }

    @Test("has no rows of a record that is not approved", arguments: ReviewState.allCases)
    func review(state: ReviewState) throws {
        var record = try record(
            "学习培训", .event(EventContent(halfDaysHeld: 1)), people: [Participation(member: first, halfDays: 1)])
        record.review = state
        #expect(FactProjection.project(record, catalogue: kinds).rows.isEmpty == (state != .approved))
    }

    @Test("keeps a row of unknown attendance that no rulebook counts")
    func unknown() throws {
        let people = [Participation(member: first, status: .unknown)]
        let rows = FactProjection.project(
            try record("常委会议", .event(EventContent()), people: people), catalogue: kinds
        ).rows
        #expect(rows.map(\.row.statusCode) == [AttendanceStatus.unknown.rawValue])
        let rulebook = try load(
            """
            考核办法: 出席率
            编号: rate
            年度: 2024
            依据: 测试
            指标:
              - {编号: A, 名称: 出席, 依据: 一, 计入: {类别: 会议}, 取法: {出席率: 10, 应到: {类别: 会议}, 无应到时: 7}}
              - {编号: B, 名称: 缺席, 依据: 一, 计入: {类别: 会议, 状态: 任何}, 扣分: 1}
            """)
        let year = MemberYear(
            member: first, roles: [], facts: [(2024, PackedFacts(rows.map(\.row)))])
        #expect(try Scorer(try rulebook.compiled()).score(year).total == Rational(7))
    }

    @Test("marks nodes, honours, levels, evidence and links")
    func marks() throws {
        let content = ProposalContent(
            stages: [.init(.submitted), .init(.filed), .init(.answered)], honours: [.key, .numberOne],
            satisfaction: .satisfied)
        var proposal = try record("提案", .proposal(content), people: [Participation(member: first, part: .firstSigner)])
        proposal.links = [RecordLink(.basedOn, RecordID(rawValue: 9)), RecordLink(.sameWork, RecordID(rawValue: 8))]
        proposal.evidence = ["原件"]
        let row = try #require(FactProjection.project(proposal, catalogue: kinds).rows.first?.row)
        let marks: FactMarks = [
            .stage(.filed), .stage(.answered), .key, .numberOne, .satisfied, .researched, .sameWork, .evidence,
        ]
        #expect(row.marks == marks)
        let opinion = try record(
            "社情民意", .opinionReport(OpinionReportContent(adopted: [.county, .province], instructed: .county)),
            people: [Participation(member: first, part: .author)])
        let other = try #require(FactProjection.project(opinion, catalogue: kinds).rows.first?.row)
        #expect(other.levels == LevelSet([.county, .province]).rawValue)
        #expect(other.marks == [.adopted, .instructed])
    }

    @Test("never fails on a record that cannot be written, and says what is wrong with it")
    func violations() throws {
        let people = (0..<300).map { Participation(member: MemberID(rawValue: UInt32($0)), part: .coSigner) }
        var proposal = try record("提案", .proposal(ProposalContent()), people: people + [people[5]])
        proposal.id = RecordID(rawValue: .max)
        proposal.kind = KindCode(rawValue: 5000)
        #expect(FactProjection.project(proposal, catalogue: kinds).rows.count { $0.row.isFact } == 300)
        let found = FactProjection.violations(of: proposal, catalogue: kinds)
        #expect(
            found == [
                .tooManySigners(301), .recordNumberTooLarge, .kindCodeOutOfRange, .listedTwice(MemberID(rawValue: 5)),
            ])
        let tooLong = [Participation(member: first, halfDays: 5)]
        let event = try record("视察", .event(EventContent(halfDaysHeld: 2)), people: tooLong)
        #expect(
            FactProjection.violations(of: event, catalogue: kinds) == [
                .moreHalfDaysThanHeld(first, attended: 5, held: 2)
            ])
        let mixed = try record("提案", .event(EventContent()), people: [])
        #expect(FactProjection.violations(of: mixed, catalogue: kinds) == [.contentOfAnotherFamily])
    }

    @Test("packs the same rows into the same bytes, and replaces those of one record")
    func packed() throws {
        var random = RandomYears(seed: 5, kinds: kinds)
        let rows = random.rows(50)
        let packed = PackedFacts(rows)
        #expect(PackedFacts(rows.shuffled()) == packed)
        #expect(packed.bytes.count == 50 * FactRow.width)
        #expect(PackedFacts(stored: packed.bytes)?.rows == packed.rows)
        #expect(PackedFacts(stored: Array(packed.bytes.dropLast())) == nil)
        let without = packed.replacing(rows[0].record, with: [])
        #expect(without.rows.allSatisfy { $0.record != rows[0].record })
        #expect(without.replacing(rows[0].record, with: rows.filter { $0.record == rows[0].record }) == packed)
    }

    @Test("reads the roles of every day from the roster, also where they change within the year")
    func roleIntervals() throws {
        let committee = Organization(id: OrganizationID(rawValue: 1), classification: .committee, name: "县政协", term: 11)
        func membership(_ id: UInt32, _ role: Role, _ from: String, _ to: String?) throws -> Membership {
            Membership(
                id: MembershipID(rawValue: id), member: first, organization: committee.id, role: role,
                from: try #require(CivilDay(iso: from)), to: to.flatMap { CivilDay(iso: $0) })
        }
        let roster = Roster(
            members: [Member(id: first, number: "1", name: "甲")], organizations: [committee],
            memberships: [
                try membership(1, .member, "2024-02-01", "2024-05-31"), try membership(2, .standing, "2024-06-01", nil),
            ],
            terms: [])
        let intervals = RoleInterval.all(of: first, in: roster, within: .year(2024))
        #expect(
            intervals.map { "\($0.days.first) \($0.days.last)" } == ["2024-02-01 2024-05-31", "2024-06-01 2024-12-31"])
        #expect(intervals.map { $0.roles.has(.standing) } == [false, true])
    }
}
