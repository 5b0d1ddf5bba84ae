import DutyModel
import Scoring
import Testing

/// What needs a member's records together gives the same whatever their order, and totals are what is explained.
@Suite("works that count once, quantities and runs")
struct WholeScanTests {
    static let text = """
        考核办法: 合看
        编号: whole
        年度: 2024
        依据: 测试
        同一成果: 取高
        指标:
          - {编号: A, 名称: 提案, 依据: 一, 计入: {类别: 提案}, 分值: [{环节: 立案, 分: 5}, {分: 2}], 取法: {取最高几次: 4}}
          - {编号: B, 名称: 信息, 依据: 二, 计入: {类别: 社情民意信息, 日期: 采用}, 分值: {分摊: 7, 第一人: 1/2}}
          - {编号: C, 名称: 服务, 依据: 三, 计入: {类别: 公益活动}, 分值: {每: 7人, 分: 1, 零头: 按比例, 最多分: 3}}
          - {编号: D, 名称: 标签, 依据: 四, 同一记录: 取高, 计入: {类别: 公益活动, 标签: 约稿}, 分值: 2}
        门槛:
          - {编号: 连, 名称: 连续, 依据: 五, 不达标: 只提示, 条件: [{名称: 连续, 计入: {类别: 常委会议, 状态: 无故缺席}, 应到: {类别: 常委会议}, 连续至多: 2}]}
        等次: [{名称: 优, 满: 20}, {名称: 中}]
        """

    private func records(_ random: inout SeededGenerator, _ kinds: KindCatalogue) throws -> [DutyRecord] {
        let names = ["提案", "社情民意信息", "公益活动", "常委会议"]
        return try (1...30).map { number in
            let kind = try #require(kinds.kind(named: names.randomElement(using: &random)!))
            let day = CivilDay.firstDay(ofYear: 2024) + Int.random(in: 0..<366, using: &random)
            let content: RecordContent =
                switch kind.family {
                case .proposal:
                    .proposal(ProposalContent(stages: Bool.random(using: &random) ? [ProposalStageEntry(.filed)] : []))
                case .opinionReport: .opinionReport(OpinionReportContent(adopted: .county, adoptedOn: day + 9))
                case .publicService: .publicService(PublicServiceContent())
                default: .event(EventContent())
                }
            var people = [
                Participation(
                    member: MemberID(rawValue: 1), part: .author,
                    status: Bool.random(using: &random) ? .present : .absent)
            ]
            if Bool.random(using: &random) {
                people.append(Participation(member: MemberID(rawValue: 2), part: .coAuthor))
            }
            var record = DutyRecord(
                id: RecordID(rawValue: UInt64(number)), kind: kind.code, title: "甲", days: DayRange(day),
                people: people,
                content: content, quantities: [Quantity(.people, .random(in: 0...40, using: &random))],
                labels: Bool.random(using: &random) ? ["约稿"] : [])
            if number > 1, Bool.random(using: &random) {
                record.links = [
                    RecordLink(.sameWork, RecordID(rawValue: .random(in: 1..<UInt64(number), using: &random)))
                ]
            }
            return record
        }
    }

    private func year(_ records: [DutyRecord], _ kinds: KindCatalogue) -> MemberYear {
        var rows: [Int: [FactRow]] = [:]
        for record in records {
            for entry in FactProjection.project(record, catalogue: kinds).rows where entry.member.rawValue == 1 {
                rows[entry.year, default: []].append(entry.row)
            }
        }
        return MemberYear(
            member: MemberID(rawValue: 1), roles: [], facts: rows.map { ($0.key, PackedFacts($0.value)) })
    }

    @Test("give the same from facts in any order, and the total is the sum of what is explained", arguments: 0..<20)
    func orders(_ seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let kinds = try schemas().kinds()
        let compiled = try load(Self.text).compiled()
        let records = try records(&random, kinds)
        let profile = try Scorer(compiled).profile(year(records, kinds))
        #expect(try Scorer(compiled).profile(year(records.shuffled(using: &random), kinds)) == profile)
        #expect(try Scorer(compiled).score(year(records, kinds)).total == profile.total)
        for line in profile.lines {
            let credited = line.counted.reduce(Rational.zero) { $0.adding($1.credited) ?? $0 }
            #expect(credited == line.amount, "\(line.indicator)")
        }
        // Of the records of one work, one alone brings anything.
        let scoring = Set(profile.lines.flatMap { $0.counted.filter { !$0.credited.isZero }.map(\.record) })
        for record in records {
            guard scoring.contains(record.id), let other = record.links.first?.record else { continue }
            #expect(!scoring.contains(other), "\(record.id) and \(other)")
        }
    }

    @Test("are no different for the next member of the same pass")
    func nextMember() throws {
        var random = SeededGenerator(state: 7)
        let kinds = try schemas().kinds()
        let compiled = try load(Self.text).compiled()
        let pass = ScoringPass(compiled)
        for _ in 0..<5 {
            let full = year(try records(&random, kinds), kinds)
            for year in [full, year([], kinds)] {
                pass.begin(roles: [])
                for (calendarYear, rows) in year.facts {
                    rows.bytes.withUnsafeBytes { pass.add(year: calendarYear, rows: $0) }
                }
                #expect(try pass.finish() == (try Scorer(compiled).score(year)))
            }
        }
    }
}
